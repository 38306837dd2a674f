// What is read from SPIR-V is what the shader's text says.

#include "gpu/reflect.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace inkheal::gpu {
namespace {

TEST(Reflect, AnatomyIsAsItIsWritten) {
    const Interface anatomy = interfaceOf(shaderNamed("skin/anatomy.comp"));
    ASSERT_EQ(anatomy.bindings.size(), 2U);
    EXPECT_EQ(anatomy.bindings[0].kind, Kind::storageImage);
    EXPECT_EQ(anatomy.bindings[0].format, Format::rgba32f);
    EXPECT_FALSE(anatomy.bindings[0].arrayed);
    EXPECT_TRUE(anatomy.bindings[0].reads);
    EXPECT_TRUE(anatomy.bindings[0].writes);
    EXPECT_EQ(anatomy.bindings[1].format, Format::r32f);
    EXPECT_FALSE(anatomy.bindings[1].reads);
    EXPECT_EQ(anatomy.pushBytes, 32U);
    EXPECT_THAT(anatomy.local, testing::ElementsAre(64, 1, 1));
}

std::string textOf(const std::string& shader) {
    std::ifstream file(INKHEAL_SOURCE_DIR "/shaders/" + shader);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// One line of a shader's text that declares a binding, in the words that reflection uses.
Declared declaredIn(const std::string& line) {
    static const std::map<std::string, Format> formats{
        {"r32f", Format::r32f},   {"rgba32f", Format::rgba32f}, {"r16f", Format::r16f},
        {"rg16f", Format::rg16f}, {"rgba16f", Format::rgba16f}, {"rgba8", Format::rgba8},
        {"r32ui", Format::r32u},  {"rg32ui", Format::rg32u},    {"rgba32ui", Format::rgba32u},
        {"r8", Format::r8},       {"rg32f", Format::rg32f},     {"r11f_g11f_b10f", Format::rg11b10f}};
    static const std::regex number("binding = ([0-9]+)"), format("binding = [0-9]+, (\\w+)");
    const auto says = [&](const char* word) { return std::regex_search(line, std::regex("\\b" + std::string(word))); };
    Declared d;
    std::smatch found;
    std::regex_search(line, found, number);
    d.binding = std::uint32_t(std::stoi(found[1]));
    d.kind = says("sampler2D") ? Kind::sampledImage : says("buffer") ? Kind::storageBuffer : Kind::storageImage;
    if (d.kind == Kind::storageImage && std::regex_search(line, found, format)) d.format = formats.at(found[1]);
    d.arrayed = says("(u?image2DArray|sampler2DArray)");
    d.reads = !says("writeonly");
    d.writes = d.kind != Kind::sampledImage && !says("readonly");
    return d;
}

std::vector<Declared> declaredInText(const std::string& shader) {
    std::vector<Declared> all;
    static const std::regex line("layout\\([^)]*binding = [^;{]*");
    const std::string text = textOf(shader);
    for (std::sregex_iterator at(text.begin(), text.end(), line), end; at != end; ++at)
        all.push_back(declaredIn(at->str()));
    std::sort(all.begin(), all.end(), [](const Declared& a, const Declared& b) { return a.binding < b.binding; });
    return all;
}

TEST(Reflect, EveryShaderDeclaresWhatItsTextSays) {
    std::set<Kind> kinds;
    for (const EmbeddedShader& shader : shaderTable()) {
        const std::string path(shader.path);
        const std::vector<Declared> wanted = declaredInText(path);
        const Interface got = interfaceOf(shader);
        ASSERT_EQ(got.bindings.size(), wanted.size()) << path;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const std::string what = path + ", binding " + std::to_string(i);
            EXPECT_EQ(got.bindings[i].binding, wanted[i].binding) << what;
            EXPECT_EQ(got.bindings[i].kind, wanted[i].kind) << what;
            EXPECT_EQ(got.bindings[i].format, wanted[i].format) << what;
            EXPECT_EQ(got.bindings[i].arrayed, wanted[i].arrayed) << what;
            EXPECT_EQ(got.bindings[i].reads, wanted[i].reads) << what;
            EXPECT_EQ(got.bindings[i].writes, wanted[i].writes) << what;
            kinds.insert(got.bindings[i].kind);
        }
        std::smatch local;
        const std::string text = textOf(path);
        if (std::regex_search(text, local, std::regex("local_size_x = ([0-9]+), local_size_y = ([0-9]+)"))) {
            EXPECT_EQ(got.local[0], unsigned(std::stoi(local[1]))) << path;
            EXPECT_EQ(got.local[1], unsigned(std::stoi(local[2]))) << path;
        }
        EXPECT_TRUE(!got.pushBytes || text.find("push_constant") != text.npos) << path;
        EXPECT_EQ(got.pushBytes % 16, 0U) << path;
    }
    EXPECT_EQ(kinds.size(), 3U) << "every kind was met";
}

TEST(Reflect, UnknownShaderIsOurMistake) {
    EXPECT_DEATH(shaderNamed("skin/none.comp"), "no shader skin/none.comp is embedded");
}

Declared binding(std::uint32_t number, Kind kind, bool reads = true, bool writes = true) {
    Declared d;
    d.binding = number;
    d.kind = kind;
    d.reads = reads;
    d.writes = writes;
    return d;
}

TEST(Merged, JoinsWhatBothStagesDeclare) {
    Interface vertex, fragment;
    vertex.bindings = {binding(0, Kind::storageBuffer, true, false), binding(2, Kind::storageBuffer)};
    fragment.bindings = {binding(1, Kind::sampledImage), binding(0, Kind::storageBuffer, false, true)};
    vertex.pushBytes = 16, fragment.pushBytes = 80;
    const Interface both = merged(vertex, fragment);
    ASSERT_EQ(both.bindings.size(), 3U);
    for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(both.bindings[i].binding, i);
    EXPECT_EQ(both.bindings[1].kind, Kind::sampledImage);
    EXPECT_TRUE(both.bindings[0].reads && both.bindings[0].writes);
    EXPECT_EQ(both.pushBytes, 80U);
}

TEST(Merged, StagesThatDisagreeOrLeaveAGapAreOurMistake) {
    Interface vertex, fragment;
    vertex.bindings = {binding(0, Kind::storageBuffer)};
    fragment.bindings = {binding(0, Kind::sampledImage)};
    EXPECT_DEATH(merged(vertex, fragment), "both stages declare binding 0 alike");
    fragment.bindings = {binding(2, Kind::sampledImage)};
    EXPECT_DEATH(merged(vertex, fragment), "binding numbers of both stages: got 2, wanted 1");
}

TEST(Format, SizesOfTexels) {
    const std::pair<Format, std::uint32_t> sizes[] = {
        {Format::r32f, 4},     {Format::rg32f, 8},    {Format::rgba32f, 16}, {Format::r16f, 2},    {Format::rg16f, 4},
        {Format::rgba16f, 8},  {Format::r8, 1},       {Format::rgba8, 4},    {Format::r32u, 4},    {Format::rg32u, 8},
        {Format::rgba32u, 16}, {Format::depth32f, 4}, {Format::depth16, 2},  {Format::rg11b10f, 4}};
    EXPECT_EQ(allFormats().size(), std::size(sizes));
    std::set<VkFormat> vulkan;
    std::set<std::string> names;
    for (const auto& [format, bytes] : sizes) {
        EXPECT_EQ(bytesPerTexel(format), bytes) << formatName(format);
        vulkan.insert(vulkanFormat(format));
        names.insert(formatName(format));
    }
    EXPECT_EQ(vulkan.size(), std::size(sizes));
    EXPECT_EQ(names.size(), std::size(sizes));
}

}  // namespace
}  // namespace inkheal::gpu
