// The hand-made reading of C++ and GLSL that the rules stand on.

#include <gmock/gmock.h>

#include "house/scopes.h"
#include "house/source.h"

namespace inkheal::house {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> namesOf(const std::string& text, ScopeKind kind) {
    std::vector<std::string> names;
    for (const auto& scope : scopesOf(text))
        if (scope.kind == kind)
            names.push_back(scope.name + ":" + std::to_string(scope.firstLine) + "-" + std::to_string(scope.lastLine));
    return names;
}

TEST(Code, CommentsAndStringsAreBlankAndEverythingElseStays) {
    EXPECT_EQ(codeOf("a // b\nc /* d\n e */ f"), "a     \nc     \n      f");
    EXPECT_EQ(codeOf(R"(x = "{ // \" }"; y)"), "x =            ; y");
    EXPECT_EQ(codeOf("x = R\"q({\n\")q\"; y"), "x = R    \n    ; y");
    EXPECT_EQ(codeOf("c = '{'; n = 1'000'000;"), "c =    ; n = 1'000'000;");
    EXPECT_EQ(plainCodeOf("#define A { \\\n  b\nc"), "             \n   \nc");
}

TEST(Code, FunctionsAreFound) {
    const std::string text =
        "namespace a::b {\n"
        "template <class T>\n"
        "int one(T t) {\n    if (t) { return 1; }\n    return 0;\n}\n"
        "class C : public B {\n public:\n    explicit C(int n) : n_(n), m_{n} {}\n    int two() const { return n_; }\n"
        "    int declared();\n};\n"
        "int C::declared() {\n    const auto f = [] { return 1; };\n    return f();\n}\n"
        "}\n";
    EXPECT_THAT(namesOf(text, ScopeKind::function),
                ::testing::AllOf(::testing::Contains("one:2-6"), ::testing::Contains("two:10-10"),
                                 ::testing::Contains("C::declared:13-16")));
}

TEST(Code, TypesAreFoundWithTheTypesTheyLieIn) {
    const std::string text =
        "struct A {\n    struct Inner { int x; };\n    enum class Kind { a, b };\n};\n"
        "struct A::Body final : Base<int> {\n};\n"
        "struct Later;\nenum Colour { red };\n"
        "void f() {\n    struct Local { int x; };\n}\n";
    EXPECT_THAT(namesOf(text, ScopeKind::type), ElementsAre("A::Inner:2-2", "A:1-4", "A::Body:5-6"));
    EXPECT_THAT(namesOf(text, ScopeKind::enumeration), ElementsAre("Kind:3-3", "Colour:8-8"));
}

TEST(Code, PathsAreTakenApart) {
    EXPECT_EQ(roomOf("src/gpu/device.h"), "gpu");
    EXPECT_EQ(roomOf("src/intake/child/png.cpp"), "intake");
    EXPECT_EQ(roomOf("shaders/skin/a.comp"), "skin");
    EXPECT_EQ(roomOf("tests/unit/skin/a.cpp"), "");
    EXPECT_EQ(roomOf("src/CMakeLists.txt"), "");
}

}  // namespace
}  // namespace inkheal::house
