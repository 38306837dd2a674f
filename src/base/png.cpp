#include "base/png.h"

#include <png.h>

#include <csetjmp>

#include "base/check.h"
#include "base/error.h"
#include "base/file.h"
#include "base/profile.h"

namespace inkheal {
namespace {

constexpr std::size_t capBytes = std::size_t(256) << 20;

void append(png_structp png, png_bytep data, png_size_t length) {
    auto& out = *static_cast<std::vector<std::uint8_t>*>(png_get_io_ptr(png));
    out.insert(out.end(), data, data + length);
}

/// libpng's own would print its words before it jumps.
[[noreturn]] void giveUp(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}
void ignore(png_structp, png_const_charp) {}

/// The profile, the same primaries and curve as cHRM and gAMA for readers without colour management, and ITU-T H.273's
/// numbers for them, in the chunk of PNG's third edition.
void tagDisplayP3(png_structp png, png_infop info, const std::vector<std::uint8_t>& profile) {
    png_set_iCCP(png, info, "Display P3", PNG_COMPRESSION_TYPE_BASE, profile.data(), png_uint_32(profile.size()));
    png_set_gAMA(png, info, 1 / 2.2);
    png_set_cHRM(png, info, 0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060);
    png_byte numbers[4] = {12, 13, 0, 1};  // primaries, curve, RGB, full range
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_ALWAYS, reinterpret_cast<png_const_bytep>("cICP"), 1);
    png_unknown_chunk chunk{{'c', 'I', 'C', 'P', 0}, numbers, sizeof numbers, PNG_HAVE_IHDR};
    png_set_unknown_chunks(png, info, &chunk, 1);
}

/// False when libpng gave up. Holds the one setjmp, and nothing that longjmp could leave half destroyed.
bool encodeRows(png_structp png, png_infop info, const Picture8& picture, const std::vector<std::uint8_t>& profile,
                png_bytepp rows) {
    if (setjmp(png_jmpbuf(png))) return false;
    png_set_IHDR(png, info, png_uint_32(picture.width), png_uint_32(picture.height), 8, PNG_COLOR_TYPE_RGBA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (profile.empty())
        png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    else
        tagDisplayP3(png, info, profile);
    png_set_compression_level(png, 4);
    png_write_info(png, info);
    png_write_image(png, rows);
    png_write_end(png, info);
    return true;
}

}  // namespace

std::vector<std::uint8_t> encodePng(const Picture8& picture) {
    checkEqual(picture.rgba.size(), std::size_t(picture.width) * std::size_t(picture.height) * 4,
               "bytes of a picture made PNG");
    std::vector<std::uint8_t> out;
    std::vector<png_bytep> rows(std::size_t(picture.height));
    for (std::size_t y = 0; y < rows.size(); ++y)
        rows[y] = const_cast<png_bytep>(picture.rgba.data()) + y * std::size_t(picture.width) * 4;
    std::vector<std::uint8_t> profile;
    if (picture.gamut == Gamut::displayP3) profile = displayP3Profile();
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, giveUp, ignore);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    if (png) png_set_write_fn(png, &out, append, nullptr);
    const bool done = info && encodeRows(png, info, picture, profile, rows.data());
    png_destroy_write_struct(&png, &info);
    if (!done)
        throw Error{"A picture of " + std::to_string(picture.width) + " x " + std::to_string(picture.height) +
                    " pixels could not be encoded as PNG."};
    return out;
}

void writePng(const std::filesystem::path& file, const Picture8& picture) {
    writeFile(file, encodePng(picture));
}

Picture8 readOwnPng(const std::filesystem::path& file) {
    const std::vector<std::uint8_t> bytes = readFile(file, capBytes);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
        throw badInput(file.string(), std::string("is not a whole PNG (") + image.message + ")", "make it again");
    image.format = PNG_FORMAT_RGBA;
    Picture8 picture{int(image.width), int(image.height), std::vector<std::uint8_t>(PNG_IMAGE_SIZE(image))};
    if (!png_image_finish_read(&image, nullptr, picture.rgba.data(), 0, nullptr))
        throw badInput(file.string(), std::string("is not a whole PNG (") + image.message + ")", "make it again");
    return picture;
}

}  // namespace inkheal
