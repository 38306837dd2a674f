#pragma once
// Makes small files of every format for the intake's tests, with the libraries themselves or byte by byte, so that what
// they should decode to is known.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace inkheal::test {

using Bytes = std::vector<std::uint8_t>;

/// Encoded values, 0 to 255 a channel; grey, grey and alpha, RGB, RGBA or CMYK by the number of channels.
struct Encoded {
    int width = 0, height = 0, channels = 3;
    Bytes values;

    Encoded(int w, int h, int n)
        : width(w), height(h), channels(n), values(std::size_t(w) * std::size_t(h) * std::size_t(n)) {}
    std::uint8_t* at(int x, int y) {
        return &values[(std::size_t(y) * std::size_t(width) + std::size_t(x)) * std::size_t(channels)];
    }
};

/// 48 x 32, no two corners alike, in blocks that JPEG keeps: upper left red, upper right green, lower left blue, the
/// rest grey.
Encoded corners(int channels = 3);

/// RGB profile: Rec. 709 primaries, D65, file value = light^(1/gamma).
Bytes gammaProfile(double gamma);
/// Maker's TIFF block with an orientation, led by "Exif\0\0".
Bytes exifBlock(int orientation);

struct PngExtras {
    int bitDepth = 8;  // 16: each value v becomes v * 257
    bool interlaced = false;
    Bytes icc;
    double gamma = 0;
};
Bytes png(const Encoded& picture, const PngExtras& extras = {});
/// Two colours, the second with alpha 128, in 1-bit palette form: upper half first colour, lower half second.
Bytes palettePng();
/// A PNG header with nothing behind it.
Bytes pngHeader(std::uint32_t width, std::uint32_t height);

struct JpegExtras {
    int orientation = 0;  // 0: no EXIF
    Bytes icc;
    bool progressive = false;
};
Bytes jpeg(const Encoded& picture, const JpegExtras& extras = {});
Bytes webp(const Encoded& picture);  // lossless
Bytes tiff(const Encoded& picture, int orientation = 1, int bitDepth = 8);
Bytes bmp(const Encoded& picture);  // RGB
Bytes tga(const Encoded& picture);  // RGB, top row first
Bytes hdr(int width, int height, float value);

Bytes bytesOf(const std::string& text);
void save(const std::filesystem::path& file, const Bytes& bytes);

}  // namespace inkheal::test
