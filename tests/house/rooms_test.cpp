// Planted includes against the arrows.

#include <gtest/gtest.h>

#include "house/expect.h"
#include "house/rooms.h"

namespace inkheal::house {
namespace {

TEST(Rooms, ArrowsCarryOn) {
    EXPECT_TRUE(mayInclude("studio", "base"));
    EXPECT_TRUE(mayInclude("cli", "gpu"));
    EXPECT_TRUE(mayInclude("skin", "skin"));
    EXPECT_FALSE(mayInclude("gpu", "skin"));
    EXPECT_FALSE(mayInclude("needle", "healing"));
    EXPECT_FALSE(mayInclude("healing", "portrait"));
    EXPECT_FALSE(mayInclude("cli", "desktop"));
    EXPECT_FALSE(mayInclude("body", "gpu"));
    EXPECT_FALSE(mayInclude("attic", "base"));
}

TEST(Rooms, RightIncludesPass) {
    expectNone(
        wrongIncludes({{"src/studio/a.cpp", "#include \"gpu/device.h\"\n#include <vector>\n#include \"skin/a.h\"\n"},
                       {"shaders/portrait/a.comp", "#include \"shared/language.h\"\n#include \"skin/laws.h\"\n"}}));
}

TEST(Rooms, AnIncludeBackwardsIsCaught) {
    expectOne(wrongIncludes({{"src/skin/a.h", "#pragma once\n#include \"healing/healing.h\"\n"}}), "src/skin/a.h", 2,
              "no arrow leads from skin to healing");
    expectOne(wrongIncludes({{"src/gpu/a.h", "  #  include <studio/studio.h>\n"}}), "src/gpu/a.h", 1,
              "no arrow leads from gpu to studio");
}

TEST(Rooms, AShaderKeepsToTheArrowsToo) {
    expectOne(wrongIncludes({{"shaders/healing/a.comp", "#version 460\n#include \"portrait/tint_laws.h\"\n"}}),
              "shaders/healing/a.comp", 2, "a shader of healing includes portrait/tint_laws.h");
    expectOne(wrongIncludes({{"shaders/shared/language.h", "#include \"skin/optics_laws.h\"\n"}}),
              "shaders/shared/language.h", 1, "belongs to all rooms");
}

TEST(Rooms, AnIncludeNamesItsRoom) {
    expectOne(wrongIncludes({{"src/skin/a.cpp", "#include \"fields.h\"\n"}}), "src/skin/a.cpp", 1, "names no room");
    expectOne(wrongIncludes({{"src/skin/a.cpp", "#include \"../gpu/device.h\"\n"}}), "src/skin/a.cpp", 1,
              "names no room");
}

TEST(Rooms, ANewRoomNeedsItsArrows) {
    expectOne(wrongIncludes({{"src/attic/a.cpp", "int a;\n"}}), "src/attic/a.cpp", 1, "no room of the house");
}

TEST(Rooms, TheBuildsArrowsAreRead) {
    const Arrows read = arrowsOfBuild("function(room name)\nroom(base)\nroom(needle skin design)\n");
    EXPECT_EQ(read, (Arrows{{"base", {}}, {"needle", {"skin", "design"}}}));
}

}  // namespace
}  // namespace inkheal::house
