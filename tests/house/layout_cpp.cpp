// The layouts as C++ sees them. layouts.inc is written by house_layout_list from the step headers: it includes each of
// them and lists its structs with the two macros below.

#include <cstddef>
#include <type_traits>

#include "house/layout.h"
#include "shared/language.h"

namespace inkheal::house {
namespace {

template <class T>
constexpr const char* wordOf() {
    if constexpr (std::is_same_v<T, float>) return "float";
    if constexpr (std::is_same_v<T, int>) return "int";
    if constexpr (std::is_same_v<T, language::uint>) return "uint";
    if constexpr (std::is_same_v<T, language::vec2>) return "vec2";
    if constexpr (std::is_same_v<T, language::vec4>) return "vec4";
    if constexpr (std::is_same_v<T, language::mat4>) return "mat4";
    return "struct";
}

template <class Member>
LaidMember laid(const char* name, std::size_t offset) {
    return {name, wordOf<std::remove_extent_t<Member>>(), offset, sizeof(Member), int(std::extent_v<Member>)};
}

#define LAID_STRUCT(Struct, ...)            \
    Laid {                                  \
#Struct, sizeof(headers::Struct), { \
            __VA_ARGS__                     \
        }                                   \
    }
#define LAID_MEMBER(Struct, member) laid<decltype(headers::Struct::member)>(#member, offsetof(headers::Struct, member))
#include "layouts.inc"

}  // namespace

const std::vector<Laid>& layoutsInCpp() {
    return table;
}

}  // namespace inkheal::house
