// Kernels, copies, mips and sections, on shaders with known answers.

#include <gmock/gmock.h>

#include <csignal>
#include <glm/glm.hpp>
#include <glm/gtc/packing.hpp>

#include "base/interrupt.h"
#include "gpu/internals.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

struct Tally {
    std::uint32_t threads = 0, more = 0, unused0 = 0, unused1 = 0;
};

struct LookUp {
    float x, y, mip, unused = 0;
};

class Work : public test::GpuTest {
 protected:
    static std::vector<float> ramp(std::size_t count) {
        std::vector<float> values(count);
        for (std::size_t i = 0; i < count; ++i) values[i] = float(i % 1000);
        return values;
    }

    /// What look_up answers at a place 0..1 and a mip.
    glm::vec4 seenAt(const Image& image, float x, float y, float mip) {
        Buffer answer(device(), "answer", 16);
        commands().run(lookUp_, LookUp{x, y, mip}, {image, answer}, {1});
        commands().submit();
        return answer.downloadAs<glm::vec4>()[0];
    }

    Kernel lookUp_{device(), "test/look_up"};
};

/// Bytes of one channel, or of what is packed with it, that hold the value.
std::vector<std::byte> channel(const std::string& format, float value) {
    const auto as = [](auto v) {
        std::vector<std::byte> bytes(sizeof v);
        std::memcpy(bytes.data(), &v, sizeof v);
        return bytes;
    };
    if (format == "rg11b10f") return as(glm::packF2x11_1x10(glm::vec3(value)));
    if (format.find("32f") != format.npos) return as(value);
    if (format.find("16f") != format.npos) return as(glm::packHalf1x16(value));
    if (format.find("8") != format.npos) return as(std::uint8_t(value));
    return as(std::uint32_t(value));
}

TEST_F(Work, KernelsReadAndWriteEveryFormatAtEverySize) {
    for (const Format format : allFormats()) {
        if (isDepth(format)) continue;
        const std::string name = formatName(format);
        const std::size_t most = format == Format::rg11b10f ? 30 : 120;  // that its smallest channel holds twice
        const Kernel twice(device(), "test/twice_" + name);
        for (const auto& [width, height, layers] : {std::tuple{1, 1, 1}, {7, 9, 1}, {8, 8, 2}, {65, 7, 3}}) {
            const ImageShape shape{width, height, layers, format, false, true};
            Image from(device(), "from", shape), to(device(), "to", shape);
            std::vector<std::byte> given, wanted;
            const std::size_t channels = from.bytes() / channel(name, 0).size();
            for (std::size_t i = 0; i < channels; ++i) {
                for (const std::byte b : channel(name, float(i % most))) given.push_back(b);
                for (const std::byte b : channel(name, float(2 * (i % most)))) wanted.push_back(b);
            }
            from.upload(given);
            commands().runBytes(twice, {}, std::initializer_list<Binding>{from, to}, {});
            commands().submit();
            EXPECT_EQ(to.download(), wanted) << name << " " << width << " x " << height << " x " << layers;
        }
    }
}

TEST_F(Work, EveryThreadComesOnceAndNoGroupTooMany) {
    const Kernel tally(device(), "test/tally");
    for (int threads : {1, 7, 63, 64, 65, 1000}) {
        Buffer count(device(), "count", std::uint64_t(4 + threads) * 4);
        commands().run(tally, Tally{std::uint32_t(threads)}, {count}, {threads});
        commands().submit();
        const auto got = count.downloadAs<std::uint32_t>();
        const std::uint32_t groups = std::uint32_t(threads + 63) / 64;
        EXPECT_EQ(got[1], groups) << threads;
        EXPECT_EQ(got[0], groups * 64 - std::uint32_t(threads)) << threads;
        for (std::size_t i = 4; i < got.size(); ++i) ASSERT_EQ(got[i], 1U) << threads << " " << i;
    }
}

TEST_F(Work, EachVerbSeesTheOnesBeforeIt) {
    const Kernel tally(device(), "test/tally");
    Buffer count(device(), "count", (4 + 300) * 4), kept(device(), "kept", (4 + 300) * 4);
    for (std::uint32_t i = 1; i <= 40; ++i) {
        commands().run(tally, Tally{300, i}, {count}, {300});
        if (i == 20) commands().copy(count, kept);
    }
    EXPECT_THAT(count.downloadAs<std::uint32_t>(), testing::Each(0u)) << "nothing runs before submit";
    commands().submit();
    const auto got = count.downloadAs<std::uint32_t>(), half = kept.downloadAs<std::uint32_t>();
    EXPECT_EQ(got[2], 820U);
    EXPECT_EQ(half[2], 210U);
    for (std::size_t i = 4; i < got.size(); ++i) {
        ASSERT_EQ(got[i], 40U);
        ASSERT_EQ(half[i], 20U);
    }
    commands().submit();
    EXPECT_EQ(count.downloadAs<std::uint32_t>(), got) << "a submit of nothing does nothing";
}

TEST_F(Work, CopiesAndClears) {
    const ImageShape shape{9, 7, 3, Format::rg32f};
    Image one(device(), "one", shape), two(device(), "two", shape);
    const std::vector<float> values = ramp(9 * 7 * 3 * 2);
    one.uploadFrom(std::span<const float>(values));
    commands().copy(one, two);
    commands().clear(one, 0.25f, -3);
    commands().submit();
    EXPECT_EQ(two.downloadAs<float>(), values);
    const auto cleared = one.downloadAs<glm::vec2>();
    EXPECT_THAT(cleared, testing::Each(glm::vec2(0.25f, -3)));

    Image depth(device(), "depth", {5, 5, 1, Format::depth32f}), other(device(), "other", depth.shape());
    commands().clear(depth, 0.5f);
    commands().copy(depth, other);
    commands().submit();
    EXPECT_THAT(other.downloadAs<float>(), testing::Each(0.5f));
}

TEST_F(Work, MipsAreMeans) {
    for (int size : {8, 64}) {
        Image image(device(), "mips", {size, size, 1, Format::rgba32f, true});
        std::vector<glm::vec4> texels(std::size_t(size) * std::size_t(size));
        for (std::size_t i = 0; i < texels.size(); ++i) texels[i] = {i % 13, i % 7, i, 1};
        image.uploadFrom(std::span<const glm::vec4>(texels));
        commands().makeMips(image);
        commands().submit();
        const auto at = [&](int x, int y) { return texels[std::size_t(y) * std::size_t(size) + std::size_t(x)]; };
        const glm::vec4 first = seenAt(image, 1.0f / float(size), 1.0f / float(size), 1);
        const glm::vec4 four = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 4.0f;
        glm::vec4 mean{0};
        for (const glm::vec4& texel : texels) mean += texel / float(texels.size());
        const glm::vec4 last = seenAt(image, 0.5f, 0.5f, std::log2(float(size)));
        for (int c = 0; c < 4; ++c) {
            EXPECT_NEAR(first[c], four[c], 1e-3f) << size;
            EXPECT_NEAR(last[c], mean[c], 1e-3f * mean[2]) << size;
        }
    }
}

TEST_F(Work, MipsOfOddSizesKeepAnEvenFieldEven) {
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 9}, {65, 1}, {9, 65}}) {
        Image image(device(), "mips", {width, height, 1, Format::rgba16f, true});
        commands().clear(image, 0.5f, 0.25f, 1, 2);
        commands().makeMips(image);
        commands().submit();
        for (float mip : {0.0f, 1.0f, 2.5f, 9.0f})
            EXPECT_EQ(seenAt(image, 0.3f, 0.9f, mip), glm::vec4(0.5f, 0.25f, 1, 2)) << width << " " << mip;
    }
}

TEST_F(Work, SamplingIsLinearAndClampedToTheEdge) {
    Image image(device(), "two texels", {2, 1, 1, Format::rgba32f});
    const std::vector<glm::vec4> texels{{0, 10, 0, 0}, {1, 20, 0, 0}};
    image.uploadFrom(std::span<const glm::vec4>(texels));
    EXPECT_EQ(seenAt(image, 0.25f, 0.5f, 0).y, 10);
    EXPECT_NEAR(seenAt(image, 0.5f, 0.5f, 0).y, 15, 0.05);
    EXPECT_EQ(seenAt(image, -3, 0.5f, 0).y, 10);
    EXPECT_EQ(seenAt(image, 1.4f, 7, 0).y, 20);
}

TEST_F(Work, SectionsCountRunsAndBytes) {
    const Kernel tally(device(), "test/tally"), twice(device(), "test/twice_r16f");
    Buffer count(device(), "count", 1024), other(device(), "other", 1024);
    const ImageShape shape{16, 4, 2, Format::r16f, false, true};
    Image from(device(), "from", shape), to(device(), "to", shape);
    {
        const auto outer = commands().section("outer");
        for (int i = 0; i < 3; ++i) {
            const auto inner = commands().section("inner");
            commands().run(tally, Tally{64}, {count}, {64});  // read and written
        }
        commands().runBytes(twice, {}, std::initializer_list<Binding>{from, to}, {});  // one read, one written
    }
    commands().copy(count, other);  // in no section
    const auto open = commands().section("open");
    commands().copy(count, other);
    commands().submit();
    const std::vector<SectionTime>& times = commands().times();
    ASSERT_EQ(times.size(), 3U);
    EXPECT_EQ(times[0].name, "outer");
    EXPECT_EQ(times[0].runs, 4);
    EXPECT_EQ(times[0].bytes, 3 * 2048U + 2 * 256U);
    EXPECT_EQ(times[1].name, "inner");
    EXPECT_EQ(times[1].runs, 3);
    EXPECT_EQ(times[1].bytes, 3 * 2048U);
    EXPECT_EQ(times[2].name, "open");
    EXPECT_EQ(times[2].bytes, 2048U);
    if (device().internals().timestampBits) {
        EXPECT_GT(times[1].milliseconds, 0);
        EXPECT_GE(times[0].milliseconds, times[1].milliseconds);
        EXPECT_LT(times[0].milliseconds, 10000);
    }
}

TEST_F(Work, TotalsAreTheSumSinceTheyWereTaken) {
    const Kernel tally(device(), "test/tally");
    Buffer count(device(), "count", 1024);
    double milliseconds = 0;
    for (int i = 0; i < 3; ++i) {
        {
            const auto section = commands().section("tally");
            commands().run(tally, Tally{64}, {count}, {64});
        }
        commands().submit();
        milliseconds += commands().times().at(0).milliseconds;
    }
    const std::vector<SectionTime> totals = commands().takeTotals();
    ASSERT_EQ(totals.size(), 1U);
    EXPECT_EQ(totals[0].name, "tally");
    EXPECT_EQ(totals[0].runs, 3);
    EXPECT_EQ(totals[0].bytes, 3 * 2048U);
    EXPECT_DOUBLE_EQ(totals[0].milliseconds, milliseconds);
    EXPECT_TRUE(commands().takeTotals().empty());
}

TEST_F(Work, SubmitStopsWhenInterrupted) {
    Buffer one(device(), "one", 16), two(device(), "two", 16);
    commands().copy(one, two);
    EXPECT_EXIT(
        {
            watchForInterrupts();
            std::raise(SIGINT);
            try {
                commands().submit();
            } catch (const Error& error) {
                ::_exit(int(error.exit));
            }
            ::_exit(0);
        },
        testing::ExitedWithCode(130), "");
    commands().submit();
}

TEST_F(Work, WrongUseIsOurMistakeAndNamesTheBinding) {
    const Kernel tally(device(), "test/tally"), twice(device(), "test/twice_r32f");
    Buffer buffer(device(), "table", 1024);
    const Image constant(device(), "constant", {4, 4, 1, Format::r32f, false, true});
    Image layered(device(), "layered", {4, 4, 1, Format::r32f, false, true}),
        flat(device(), "flat", {4, 4, 1, Format::r32f}),
        wide(device(), "wide", {4, 4, 1, Format::rgba32f, false, true}), none;
    const auto run = [&](std::initializer_list<Binding> bindings) { commands().runBytes(twice, {}, bindings, {}); };
    EXPECT_DEATH(run({layered}), "bindings of test/twice_r32f: got 1, wanted 2");
    EXPECT_DEATH(run({layered, layered, layered}), "bindings of test/twice_r32f: got 3, wanted 2");
    EXPECT_DEATH(run({layered, wide}), "binding 1 of test/twice_r32f, format of image wide: got rgba32f, wanted r32f");
    EXPECT_DEATH(run({flat, layered}), "binding 0 of test/twice_r32f, array or not, image flat: got 0, wanted 1");
    EXPECT_DEATH(run({layered, constant}), "binding 1 of test/twice_r32f is written, but given as const");
    EXPECT_DEATH(run({layered, buffer}), "binding 1 of test/twice_r32f wants an image");
    EXPECT_DEATH(commands().run(tally, Tally{}, {flat}, {1}), "binding 0 of test/tally wants a buffer");
    EXPECT_DEATH(commands().runBytes(twice, {}, std::initializer_list<Binding>{none, layered}, {1}), "wants an image");
    EXPECT_DEATH(commands().run(tally, glm::mat4(1), {buffer}, {1}), "push block of test/tally: got 64, wanted 16");
    EXPECT_DEATH(commands().run(tally, Tally{}, {buffer}), "a kernel without images is told how many threads");
    EXPECT_DEATH(Kernel(device(), "test/nothing"), "no shader test/nothing.comp is embedded");
    EXPECT_DEATH(commands().copy(flat, wide), "images copied are of one shape");
    EXPECT_DEATH(commands().makeMips(flat), "the image was made with mips");
    run({constant, layered});
    commands().submit();
}

TEST_F(Work, MoreGroupsThanTheDeviceCountsIsASentence) {
    const Kernel twice(device(), "test/twice_r32f");
    Image image(device(), "small", {1, 1, 1, Format::r32f, false, true}), other(device(), "other", image.shape());
    const std::uint32_t most = device().internals().properties.limits.maxComputeWorkGroupCount[1];
    if (most > 400000000) GTEST_SKIP() << "this device counts further than an int";
    try {
        commands().runBytes(twice, {}, std::initializer_list<Binding>{image, other}, {1, int(most) * 4 + 1, 1});
        FAIL() << "nothing was refused";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr("this device counts to " + std::to_string(most)));
    }
}

}  // namespace
}  // namespace inkheal::gpu
