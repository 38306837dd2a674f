// What writeExr writes, read by OpenEXR itself.

#include "base/exr.h"

#include <ImfChannelList.h>
#include <ImfFloatAttribute.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfInputFile.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "refusal.h"
#include "support/temp_folder.h"

namespace inkheal {
namespace {

std::vector<float> ramp(int width, int height, float factor) {
    std::vector<float> samples;
    for (int i = 0; i < width * height; ++i) samples.push_back(factor * float(i) - 1.0f / 3);
    return samples;
}

TEST(Exr, ChannelsAndAttributesComeBackBitForBit) {
    const test::TempFolder folder;
    for (const auto& [width, height] : {std::pair{1, 1}, {7, 9}, {65, 8}}) {
        std::vector<ExrChannel> channels{{"tint.R", ramp(width, height, 0.1f)},
                                         {"ink.black.dermal", ramp(width, height, -1e6f)},
                                         {"height", ramp(width, height, 1e-6f)}};
        channels[0].samples[0] = 1e30f;
        writeExr(folder / "a.exr", width, height, channels, {{"texelMm", 0.05f}, {"day", 1826.25f}});

        Imf::InputFile file((folder / "a.exr").c_str());
        const Imath::Box2i window = file.header().dataWindow();
        ASSERT_EQ(window.max.x - window.min.x + 1, width);
        ASSERT_EQ(window.max.y - window.min.y + 1, height);
        EXPECT_EQ(file.header().typedAttribute<Imf::FloatAttribute>("texelMm").value(), 0.05f);
        EXPECT_EQ(file.header().typedAttribute<Imf::FloatAttribute>("day").value(), 1826.25f);
        for (const ExrChannel& channel : channels) {
            const Imf::Channel* found = file.header().channels().findChannel(channel.name);
            ASSERT_TRUE(found) << channel.name;
            EXPECT_EQ(found->type, Imf::FLOAT);
            std::vector<float> read(channel.samples.size());
            Imf::FrameBuffer frame;
            frame.insert(channel.name, Imf::Slice(Imf::FLOAT, reinterpret_cast<char*>(read.data()), sizeof(float),
                                                  sizeof(float) * std::size_t(width)));
            file.setFrameBuffer(frame);
            file.readPixels(window.min.y, window.max.y);
            EXPECT_EQ(read, channel.samples) << channel.name << " of " << width << " x " << height;
        }
    }
}

TEST(Exr, IsWrittenTheAtomicWay) {
    const test::TempFolder folder;
    const auto refused = test::refusalOf([&] { writeExr(folder / "none/a.exr", 1, 1, {{"x", {1}}}, {}); });
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->exit, Exit::cannotWrite);
    EXPECT_THAT(refused->what(), testing::HasSubstr("none/a.exr: cannot be written"));
}

TEST(Exr, WrongNumberOfSamplesIsOurMistake) {
    EXPECT_DEATH(writeExr("/dev/null", 2, 2, {{"tint.R", {1, 2, 3}}}, {}), "EXR channel tint.R: got 3, wanted 4");
}

}  // namespace
}  // namespace inkheal
