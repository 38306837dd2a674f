#pragma once
// What the parent and the intake child say to each other, byte by byte. The parent is trusted, the child is not: every
// read out of a reply is bounded, and a reply that does not add up throws Broken.

#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace inkheal::intake::wire {

inline constexpr std::uint32_t requestMagic = 0x51'4b'4e'49;  // "INKQ"
inline constexpr std::uint32_t replyMagic = 0x41'4b'4e'49;    // "INKA"
inline constexpr std::size_t longestText = 400;

enum class Kind : std::uint32_t { picture = 1, mesh = 2, panorama = 3 };
enum class Status : std::uint32_t { refused = 1, picture = 2, mesh = 3 };

struct Broken : std::runtime_error {
    Broken() : std::runtime_error("the reply does not add up") {}
};

/// Appends plain values and short texts.
class Writer {
 public:
    template <class T>
    void put(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        const auto* from = reinterpret_cast<const std::uint8_t*>(&value);
        bytes_.insert(bytes_.end(), from, from + sizeof(T));
    }
    void text(const std::string& words) {
        const std::string kept = words.substr(0, longestText);
        put(std::uint32_t(kept.size()));
        bytes_.insert(bytes_.end(), kept.begin(), kept.end());
    }
    void texts(const std::vector<std::string>& list) {
        put(std::uint32_t(list.size()));
        for (const auto& words : list) text(words);
    }
    std::span<const std::uint8_t> bytes() const { return bytes_; }

 private:
    std::vector<std::uint8_t> bytes_;
};

/// Takes them out again in the same order. @throws Broken when there is less than asked for.
class Reader {
 public:
    explicit Reader(std::span<const std::uint8_t> bytes) : rest_(bytes) {}

    template <class T>
    T get() {
        static_assert(std::is_trivially_copyable_v<T>);
        T value;
        std::memcpy(&value, take(sizeof(T)).data(), sizeof(T));
        return value;
    }
    /// Anything but printable text is replaced, for it ends up on a terminal.
    std::string text() {
        const auto size = get<std::uint32_t>();
        if (size > longestText) throw Broken{};
        std::string words;
        for (const std::uint8_t c : take(size)) words += (c < 0x20 || c == 0x7f) ? '?' : char(c);
        return words;
    }
    std::vector<std::string> texts() {
        const auto count = get<std::uint32_t>();
        if (count > 100) throw Broken{};
        std::vector<std::string> list;
        for (std::uint32_t i = 0; i < count; ++i) list.push_back(text());
        return list;
    }
    template <class T>
    std::vector<T> array(std::uint64_t count) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (count > rest_.size() / sizeof(T)) throw Broken{};
        std::vector<T> values(count);
        if (count > 0)
            std::memcpy(static_cast<void*>(values.data()), take(count * sizeof(T)).data(), count * sizeof(T));
        return values;
    }
    std::span<const std::uint8_t> take(std::size_t size) {
        if (size > rest_.size()) throw Broken{};
        const auto taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    bool done() const { return rest_.empty(); }

 private:
    std::span<const std::uint8_t> rest_;
};

}  // namespace inkheal::intake::wire
