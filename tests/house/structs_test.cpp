// Planted structs: typed twice, or shared with members that the two languages lay out differently.

#include <gtest/gtest.h>

#include "house/expect.h"
#include "house/rules.h"
#include "house/shared_structs.h"

namespace inkheal::house {
namespace {

const Source step{"shaders/skin/step.h", "struct StepInputs {\n    float day;\n    int layers, reach;\n};\n"};

TEST(Structs, ANameDeclaredTwiceIsCaught) {
    expectOne(structsDeclaredTwice({step, {"src/skin/a.h", "\nstruct StepInputs {\n    float d;\n};\n"}}),
              "src/skin/a.h", 2, "declares StepInputs again, after shaders/skin/step.h:1");
    expectOne(structsDeclaredTwice({{"src/skin/a.cpp", "struct StepInputs {\n    float d;\n};\n"}, step}),
              "src/skin/a.cpp", 1, "again");
    expectOne(structsDeclaredTwice({step, {"shaders/skin/a.comp", "struct StepInputs { float d; };\n"}}),
              "shaders/skin/a.comp", 1, "again");
    expectOne(structsDeclaredTwice({{"src/skin/a.h", "class Look {\n};\n"}, {"src/cli/b.h", "struct Look {\n};\n"}}),
              "src/cli/b.h", 1, "Look");
}

TEST(Structs, TheSameMembersUnderAnotherNameAreCaught) {
    expectOne(structsDeclaredTwice(
                  {step, {"src/skin/a.cpp", "struct Push {\n    float day = 0;\n    int layers{1}, reach = 2;\n};\n"}}),
              "src/skin/a.cpp", 1, "Push has the very members of StepInputs");
}

TEST(Structs, PrivateStructsOfTwoFilesAndForwardDeclarationsPass) {
    expectNone(structsDeclaredTwice({step,
                                     {"src/skin/a.h", "struct StepInputs;\nclass A {\n    struct Body;\n};\n"},
                                     {"src/skin/a.cpp", "struct A::Body {\n};\nstruct Row {\n    int a;\n};\n"},
                                     {"src/skin/b.cpp", "struct B::Body {\n};\nstruct Row {\n    int b;\n};\n"}}));
}

TEST(Structs, APrivateStructClashesWithItsRoomAndWithShadersItMayInclude) {
    const std::string box = "struct Box {\n    int a;\n};\n", other = "struct Box {\n    int b;\n};\n";
    const Source header{"src/skin/a.h", box}, laws{"shaders/skin/laws.h", box};
    expectNone(structsDeclaredTwice({header, {"src/needle/a.cpp", other}}));
    expectOne(structsDeclaredTwice({header, {"src/skin/a.cpp", other}}), "src/skin/a.cpp", 1, "Box");
    expectOne(structsDeclaredTwice({laws, {"src/needle/a.cpp", other}}), "src/needle/a.cpp", 1, "Box");
    expectNone(structsDeclaredTwice({laws, {"src/body/a.cpp", other}}));
}

TEST(Structs, SharedMembersOfOtherTypesAreCaught) {
    for (const std::string type : {"vec3", "bool", "double", "mat3", "ivec2", "real"})
        expectOne(sharedMembersOfOtherTypes({{"shaders/skin/a_step.h", "\nstruct A {\n    " + type + " x;\n};\n"}}),
                  "shaders/skin/a_step.h", 2, "A::x is a " + type);
    expectNone(sharedMembersOfOtherTypes(
        {{"shaders/skin/step.h", "struct A {\n    mat4 m;\n    vec4 a, b;\n};\nstruct B {\n    A three[3];\n};\n"},
         {"shaders/skin/laws.h", "struct C {\n    vec3 x;\n};\n"}}));
}

TEST(Structs, MembersAndBlocksAreRead) {
    const auto members = membersIn(" vec4 a, b;\n float day; Card cards[3]; uint all[]; ");
    ASSERT_EQ(members.size(), 5u);
    EXPECT_EQ(members[1].type + " " + members[1].name, "vec4 b");
    EXPECT_EQ(members[3].type + " " + members[3].name, "Card cards");
    EXPECT_EQ(members[3].count, 3);

    const auto blocks = blocksOf(
        "layout(push_constant) uniform Push { StepInputs inputs; };\n"
        "layout(set = 0, binding = 2, std430) readonly buffer Skin { SkinBand band[16]; } skin;\n"
        "layout(set = 0, binding = 3) uniform sampler2D seen;\n");
    ASSERT_EQ(blocks.size(), 2u);
    EXPECT_FALSE(blocks[0].binding.has_value());
    EXPECT_EQ(blocks[0].members.at(0).type, "StepInputs");
    EXPECT_EQ(blocks[1].binding, 2u);
    EXPECT_EQ(blocks[1].members.at(0).type, "SkinBand");
}

}  // namespace
}  // namespace inkheal::house
