// C++ and GLSL agree on the layout of every struct they share: offsets from the C++ compiler against the SPIR-V that is
// embedded in the executable.

#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <set>

#include "house/layout.h"
#include "shared/language.h"

namespace inkheal::house {
namespace {

constexpr std::size_t pushCap = 128;

const Sources& shaders() {
    static const Sources read = readProject({"shaders"});
    return read;
}

std::vector<SharedStruct> allShared() {
    std::vector<SharedStruct> all;
    for (const auto& source : shaders()) {
        if (!isStepHeader(source.path)) continue;
        const auto some = sharedStructsOf(source);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

const Laid* inCpp(const std::string& name) {
    const auto& all = layoutsInCpp();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Laid& laid) { return laid.name == name; });
    return found == all.end() ? nullptr : &*found;
}

std::vector<ShaderBlock> blocksOfEmbedded(const gpu::EmbeddedShader& shader) {
    for (const auto& source : shaders())
        if (source.path == "shaders/" + std::string(shader.path)) return blocksOf(source.text);
    ADD_FAILURE() << shader.path << " is embedded, but not in the tree";
    return {};
}

TEST(Layout, CppAndGlslAgreeOnEverySharedStruct) {
    const auto shared = allShared();
    std::set<std::string> unseen;
    for (const auto& one : shared) unseen.insert(one.name);
    for (const auto& shader : gpu::shaderTable()) {
        for (const auto& laid : layoutsInShader(shader, blocksOfEmbedded(shader), shared)) {
            ASSERT_NE(inCpp(laid.name), nullptr) << laid.name;
            EXPECT_THAT(differences(*inCpp(laid.name), laid), ::testing::IsEmpty()) << "in " << shader.path;
            unseen.erase(laid.name);
        }
    }
    EXPECT_THAT(unseen, ::testing::IsEmpty()) << "shared structs that no shader reads";
}

TEST(Layout, SharedStructsAreMultiplesOf16Bytes) {
    EXPECT_EQ(layoutsInCpp().size(), allShared().size());
    for (const auto& laid : layoutsInCpp()) EXPECT_EQ(laid.size % 16, 0u) << laid.name << " has " << laid.size;
}

TEST(Layout, PushBlocksAreOneSharedStructOfAtMost128Bytes) {
    for (const auto& shader : gpu::shaderTable()) {
        EXPECT_LE(pushBytesOf(shader), pushCap) << shader.path;
        for (const auto& block : blocksOfEmbedded(shader)) {
            if (block.binding) continue;
            ASSERT_EQ(block.members.size(), 1u) << shader.path;
            EXPECT_NE(inCpp(block.members[0].type), nullptr) << shader.path << " pushes a " << block.members[0].type;
        }
    }
}

TEST(Layout, TheCompilersOffsetsAreRead) {
    const Laid* card = inCpp("Card");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->size, 128u);
    EXPECT_EQ(card->members.at(4).name, "toShadow");
    EXPECT_EQ(card->members.at(4).type, "mat4");
    EXPECT_EQ(card->members.at(4).offset, 64u);
    const Laid* shot = inCpp("Shot");
    ASSERT_NE(shot, nullptr);
    EXPECT_EQ(shot->members.back().count, 3);
    EXPECT_EQ(shot->members.back().type, "struct");
}

/// What each slip in typing a struct a second time would look like.
TEST(Layout, EveryKindOfDisagreementIsCaught) {
    const Laid right{"A", 16, {{"x", "vec2", 0, 8, 0}, {"y", "float", 8, 4, 0}, {"n", "int", 12, 4, 0}}};
    EXPECT_THAT(differences(right, right), ::testing::IsEmpty());

    Laid swapped = right;
    std::swap(swapped.members[1], swapped.members[2]);
    EXPECT_THAT(differences(right, swapped), ::testing::Contains("the name of A::y"));
    Laid moved = right;
    moved.members[1].offset = 12;
    EXPECT_THAT(differences(right, moved), ::testing::ElementsAre("the offset of A::y"));
    Laid retyped = right;
    retyped.members[2].type = "float";
    EXPECT_THAT(differences(right, retyped), ::testing::ElementsAre("the type of A::n"));
    Laid grown = right;
    grown.size = 32;
    EXPECT_THAT(differences(right, grown), ::testing::ElementsAre("the size of A"));
    Laid shorter = right;
    shorter.members.pop_back();
    EXPECT_THAT(differences(right, shorter), ::testing::ElementsAre("the number of members of A"));
    Laid array = right;
    array.members[1].count = 2;
    EXPECT_THAT(differences(right, array), ::testing::ElementsAre("the length of A::y"));
}

/// The same through real SPIR-V: a shader compiled like all others whose struct C++ lays out otherwise.
TEST(Layout, APlantedStructThatGlslPadsIsCaught) {
    static constexpr std::uint32_t words[] =
#include "planted.inc"
        ;
    struct Planted {
        float a;
        language::vec2 b;
        float c;
    };
    const Laid inCpp{"Planted",
                     sizeof(Planted),
                     {{"a", "float", offsetof(Planted, a), 4, 0},
                      {"b", "vec2", offsetof(Planted, b), 8, 0},
                      {"c", "float", offsetof(Planted, c), 4, 0}}};
    for (const auto& source : readProject({"tests/house"})) {
        if (nameOf(source.path) != "planted.comp") continue;
        const auto laid = layoutsInShader({"planted.comp", words}, blocksOf(source.text), sharedStructsOf(source));
        ASSERT_EQ(laid.size(), 1u);
        EXPECT_THAT(differences(inCpp, laid[0]),
                    ::testing::UnorderedElementsAre("the size of Planted", "the offset of Planted::b",
                                                    "the offset of Planted::c"));
        return;
    }
    FAIL() << "planted.comp is not in the tree";
}

/// The reading of real SPIR-V notices a text that does not belong to it.
TEST(Layout, ShaderAndTextMustBelongTogether) {
    const auto table = gpu::shaderTable();
    const auto seen =
        std::find_if(table.begin(), table.end(), [](const auto& s) { return s.path == "portrait/seen.vert"; });
    ASSERT_NE(seen, table.end());
    auto shared = allShared();
    const auto vertex =
        std::find_if(shared.begin(), shared.end(), [](const auto& s) { return s.name == "SkinVertex"; });
    ASSERT_NE(vertex, shared.end());
    vertex->members[0].name = "elsewhere";
    bool noticed = false;
    for (const auto& laid : layoutsInShader(*seen, blocksOfEmbedded(*seen), shared))
        if (laid.name == "SkinVertex") noticed = !differences(*inCpp("SkinVertex"), laid).empty();
    EXPECT_TRUE(noticed);
}

}  // namespace
}  // namespace inkheal::house
