// What goes up comes down again: every format, odd sizes, layers, and pieces larger than the staging buffer.

#include <gmock/gmock.h>

#include "gpu/internals.h"
#include "support/gpu_test.h"

namespace inkheal::gpu {
namespace {

class Transfer : public test::GpuTest {
 protected:
    /// Bytes without a period that rows or layers could hide.
    static std::vector<std::byte> bytes(std::size_t count) {
        std::vector<std::byte> made(count);
        std::uint32_t state = 12345;
        for (std::byte& b : made) b = std::byte((state = state * 1664525 + 1013904223) >> 24);
        return made;
    }

    /// Finite values for formats of floats, so that no driver may change them.
    static std::vector<std::byte> texels(const ImageShape& shape) {
        std::vector<std::byte> made = bytes(std::size_t(shape.width) * std::size_t(shape.height) *
                                            std::size_t(shape.layers) * bytesPerTexel(shape.format));
        const std::string name = formatName(shape.format);
        if (name.find("32f") != name.npos)
            for (std::size_t i = 3; i < made.size(); i += 4) made[i] = std::byte(0x3e);
        if (name == "rg11b10f")  // the highest bit of each exponent
            for (std::size_t i = 3; i < made.size(); i += 4)
                made[i] &= std::byte(0x7f), made[i - 1] &= std::byte(0xdf), made[i - 2] &= std::byte(0xfb);
        if (name.find("16f") != name.npos)
            for (std::size_t i = 1; i < made.size(); i += 2) made[i] = std::byte(0x3a);
        return made;
    }
};

TEST_F(Transfer, EveryFormatAtEverySizeComesBackBitForBit) {
    for (const Format format : allFormats())
        for (const auto& [width, height] : {std::pair{1, 1}, {7, 9}, {8, 65}, {65, 8}, {9, 7}})
            for (int layers : {1, 3}) {
                const ImageShape shape{width, height, layers, format};
                Image image(device(), "round trip", shape);
                const std::vector<std::byte> made = texels(shape);
                image.upload(made);
                EXPECT_EQ(image.download(), made)
                    << formatName(format) << " " << width << " x " << height << " x " << layers;
            }
}

TEST_F(Transfer, NewImagesAreZeroAndNewDepthIsFar) {
    for (const Format format : allFormats()) {
        const Image image(device(), "new", {9, 7, 2, format});
        const std::vector<std::byte> got = image.download();
        if (format == Format::depth32f)
            EXPECT_THAT(image.downloadAs<float>(), testing::Each(1.0f));
        else if (format == Format::depth16)
            EXPECT_THAT(got, testing::Each(std::byte(0xff)));
        else
            EXPECT_THAT(got, testing::Each(std::byte(0))) << formatName(format);
    }
}

TEST_F(Transfer, MemoryUsedBeforeIsZeroAgain) {
    {
        Image image(device(), "dirty", {65, 65});
        image.upload(texels(image.shape()));
        Buffer buffer(device(), "dirty", 4096);
        buffer.upload(bytes(4096));
    }
    EXPECT_THAT(Image(device(), "clean", {65, 65}).downloadAs<float>(), testing::Each(0.0f));
    EXPECT_THAT(Buffer(device(), "clean", 4096).download(), testing::Each(std::byte(0)));
}

TEST_F(Transfer, ImagesLargerThanTheStagingBufferGoInSlices) {
    const ImageShape shape{1500, 1000, 2, Format::rgba32f};
    Image image(device(), "large", shape);
    ASSERT_GT(image.bytes(), device().internals().stagingMemory.size);
    const std::vector<std::byte> made = texels(shape);
    image.upload(made);
    EXPECT_TRUE(image.download() == made);
}

TEST_F(Transfer, BuffersOfEverySizeComeBack) {
    for (std::size_t size : {1, 7, 8, 9, 65, 1000003, 33 << 20}) {
        Buffer buffer(device(), "round trip", size);
        const std::vector<std::byte> made = bytes(size);
        buffer.upload(made);
        EXPECT_TRUE(buffer.download() == made) << size;
        EXPECT_EQ(buffer.bytes(), size);
    }
    Buffer nothing(device(), "nothing", 0);
    nothing.upload({});
    EXPECT_TRUE(nothing.download().empty());
    EXPECT_THAT(bufferOf<int>(device(), "three", {5, 6, 7}).downloadAs<int>(), testing::ElementsAre(5, 6, 7));
}

TEST_F(Transfer, WrongNumberOfBytesIsOurMistake) {
    Image image(device(), "skin", {4, 4});
    Buffer buffer(device(), "table", 16);
    EXPECT_DEATH(image.upload(bytes(255)), "bytes uploaded to the image skin: got 255, wanted 256");
    EXPECT_DEATH(buffer.upload(bytes(17)), "bytes uploaded to the buffer table: got 17, wanted 16");
}

TEST_F(Transfer, MovedImagesKeepTheirContents) {
    Image one(device(), "one", {3, 3, 1, Format::r32u});
    const std::vector<std::byte> made = bytes(36);
    one.upload(made);
    Image two = std::move(one);
    EXPECT_FALSE(one);
    Image three(device(), "three", {1, 1});
    three = std::move(two);
    EXPECT_EQ(three.name(), "one");
    EXPECT_EQ(three.download(), made);
}

}  // namespace
}  // namespace inkheal::gpu
