// Planted lengths, and headers that open badly.

#include <gtest/gtest.h>

#include "house/expect.h"
#include "house/rules.h"

namespace inkheal::house {
namespace {

std::string linesOfCode(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "int a" + std::to_string(i) + ";\n";
    return text;
}

/// A function of `lines` lines, with its name and its closing brace.
std::string function(int lines) {
    return "int answer(int a) {\n" + linesOfCode(lines - 2) + "}\n";
}

Findings judged(const std::string& path, const std::string& text) {
    return overTheirCap({{path, text}}, {});
}

TEST(Sizes, EveryKindOfFileHasItsCap) {
    const std::vector<std::pair<std::string, int>> caps{
        {"src/gpu/a.cpp", 350},       {"src/gpu/a.h", 180},         {"shaders/skin/laws.h", 180},
        {"shaders/skin/a.glsl", 180}, {"shaders/skin/a.comp", 120}, {"shaders/skin/a.vert", 120},
        {"shaders/skin/a.frag", 120}, {"src/cli/main.cpp", 40},     {"tests/unit/skin/a_test.cpp", 350}};
    for (const auto& [path, cap] : caps) {
        expectNone(judged(path, linesOfCode(cap)));
        expectOne(judged(path, linesOfCode(cap + 1)), path, cap + 1, "over its cap of " + std::to_string(cap));
    }
}

TEST(Sizes, ALongFunctionIsCaught) {
    expectNone(judged("src/gpu/a.cpp", function(60)));
    expectOne(judged("src/gpu/a.cpp", "namespace a {\n" + function(61) + "}\n"), "src/gpu/a.cpp", 2,
              "answer has 61 lines");
    expectOne(judged("src/gpu/a.h", "class A {\n public:\n" + function(61) + "};\n"), "src/gpu/a.h", 3, "answer");
    expectOne(judged("shaders/skin/a.comp", function(61)), "shaders/skin/a.comp", 1, "answer");
}

TEST(Sizes, ALiftedCapHoldsForItsFileOnly) {
    const std::vector<LiftedCap> lifted{{"src/gpu/a.cpp", CapOf::file, 400, "one table"},
                                        {"src/gpu/b.cpp", CapOf::function, 70, "one list of verbs"}};
    expectNone(overTheirCap({{"src/gpu/a.cpp", linesOfCode(400)}, {"src/gpu/b.cpp", function(70)}}, lifted));
    expectOne(overTheirCap({{"src/gpu/a.cpp", linesOfCode(401)}}, lifted), "src/gpu/a.cpp", 401, "cap of 400");
    expectOne(overTheirCap({{"src/gpu/b.cpp", function(71)}}, lifted), "src/gpu/b.cpp", 1, "cap of 70");
    expectOne(overTheirCap({{"src/gpu/c.cpp", linesOfCode(351)}}, lifted), "src/gpu/c.cpp", 351, "cap of 350");
}

TEST(Sizes, AHeaderOpensWithPragmaOnceAndItsPurpose) {
    const std::string two = "// What this is.\n// When to use it.\n";
    expectNone(headersWithoutOpening({{"src/gpu/a.h", "#pragma once\n" + two + "\nint a;\n"}}));
    expectOne(headersWithoutOpening({{"src/gpu/a.h", two + "#pragma once\n"}}), "src/gpu/a.h", 1, "#pragma once");
    expectOne(headersWithoutOpening({{"src/gpu/a.h", "#pragma once\n\n" + two}}), "src/gpu/a.h", 2, "0 lines");
    expectOne(headersWithoutOpening({{"src/gpu/a.h", "#pragma once\n// One.\nint a;\n"}}), "src/gpu/a.h", 2, "1 lines");
    expectOne(headersWithoutOpening({{"src/gpu/a.h", "#pragma once\n" + two + two + two + "// Seven.\n"}}),
              "src/gpu/a.h", 2, "7 lines");
    expectOne(headersWithoutOpening({{"src/gpu/a.h", ""}}), "src/gpu/a.h", 1, "#pragma once");
}

TEST(Sizes, AShaderHeaderOpensBeforeOrAfterItsGuard) {
    const std::string two = "// What this is.\n// When to use it.\n", guard = "#ifndef A_H\n#define A_H\n";
    expectNone(headersWithoutOpening({{"shaders/skin/a.h", two + guard}, {"shaders/skin/b.h", guard + two}}));
    expectOne(headersWithoutOpening({{"shaders/skin/a.h", "// One.\n" + guard}}), "shaders/skin/a.h", 1, "1 lines");
    expectOne(headersWithoutOpening({{"shaders/skin/a.glsl", guard + "\nfloat a;\n"}}), "shaders/skin/a.glsl", 3,
              "0 lines");
}

}  // namespace
}  // namespace inkheal::house
