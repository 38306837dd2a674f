#include "made_files.h"

#include <cstdio>
#include <cstring>
// jpeglib.h uses FILE without including it.
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <tiffio.h>
#include <unistd.h>
#include <webp/encode.h>

#include <cmath>
#include <fstream>
#include <iterator>

namespace inkheal::test {
namespace {

void put16(Bytes& to, unsigned value) {
    to.push_back(std::uint8_t(value));
    to.push_back(std::uint8_t(value >> 8));
}

void put32(Bytes& to, unsigned value) {
    put16(to, value & 0xFFFF);
    put16(to, value >> 16);
}

int pngColour(int channels) {
    static constexpr int types[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
                                    PNG_COLOR_TYPE_RGB_ALPHA};
    return types[channels - 1];
}

void appendPng(png_structp png, png_bytep data, png_size_t size) {
    auto* to = static_cast<Bytes*>(png_get_io_ptr(png));
    to->insert(to->end(), data, data + size);
}

struct PngWriter {
    PngWriter()
        : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr)),
          info(png_create_info_struct(png)) {
        png_set_write_fn(png, &bytes, appendPng, nullptr);
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }

    Bytes bytes;
    png_structp png;
    png_infop info;
};

}  // namespace

Encoded corners(int channels) {
    Encoded picture(48, 32, channels);
    static constexpr std::uint8_t colours[4][4] = {
        {220, 30, 20, 255}, {30, 200, 40, 255}, {20, 40, 210, 255}, {128, 128, 128, 255}};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            std::memcpy(picture.at(x, y), colours[(x >= 16 ? 1 : 0) + (y >= 16 ? 2 : 0)], std::size_t(channels));
    return picture;
}

Bytes gammaProfile(double gamma) {
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, curves);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    Bytes bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsFreeToneCurve(curve);
    cmsCloseProfile(profile);
    return bytes;
}

Bytes exifBlock(int orientation) {
    Bytes block{'E', 'x', 'i', 'f', 0, 0, 'I', 'I', 42, 0};
    put32(block, 8);       // first directory
    put16(block, 1);       // one entry
    put16(block, 0x0112);  // orientation
    put16(block, 3);       // short
    put32(block, 1);
    put32(block, unsigned(orientation));
    put32(block, 0);
    return block;
}

Bytes png(const Encoded& picture, const PngExtras& extras) {
    PngWriter writer;
    png_set_IHDR(writer.png, writer.info, png_uint_32(picture.width), png_uint_32(picture.height), extras.bitDepth,
                 pngColour(picture.channels), extras.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (!extras.icc.empty())
        png_set_iCCP(writer.png, writer.info, "test", 0, extras.icc.data(), png_uint_32(extras.icc.size()));
    if (extras.gamma > 0) png_set_gAMA(writer.png, writer.info, extras.gamma);
    Bytes values;
    for (const std::uint8_t v : picture.values) values.insert(values.end(), extras.bitDepth / 8, v);
    const std::size_t stride = std::size_t(picture.width * picture.channels * extras.bitDepth / 8);
    std::vector<png_bytep> rows;
    for (int y = 0; y < picture.height; ++y) rows.push_back(values.data() + stride * std::size_t(y));
    png_set_rows(writer.png, writer.info, rows.data());
    png_write_png(writer.png, writer.info, PNG_TRANSFORM_IDENTITY, nullptr);
    return writer.bytes;
}

Bytes palettePng() {
    PngWriter writer;
    const png_color colours[2] = {{255, 0, 0}, {0, 0, 255}};
    const png_byte alpha[2] = {255, 128};
    png_set_IHDR(writer.png, writer.info, 8, 8, 1, PNG_COLOR_TYPE_PALETTE, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_PLTE(writer.png, writer.info, colours, 2);
    png_set_tRNS(writer.png, writer.info, alpha, 2, nullptr);
    png_byte first = 0x00, second = 0xFF;
    png_bytep rows[8] = {&first, &first, &first, &first, &second, &second, &second, &second};
    png_set_rows(writer.png, writer.info, rows);
    png_write_png(writer.png, writer.info, PNG_TRANSFORM_IDENTITY, nullptr);
    return writer.bytes;
}

Bytes pngHeader(std::uint32_t width, std::uint32_t height) {
    PngWriter writer;
    png_set_user_limits(writer.png, 0x7fffffff, 0x7fffffff);
    png_set_IHDR(writer.png, writer.info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer.png, writer.info);
    const std::uint8_t start[] = {0, 0, 0, 40, 'I', 'D', 'A', 'T'};
    writer.bytes.insert(writer.bytes.end(), std::begin(start), std::end(start));
    return writer.bytes;
}

Bytes jpeg(const Encoded& picture, const JpegExtras& extras) {
    jpeg_compress_struct made{};
    jpeg_error_mgr errors{};
    made.err = jpeg_std_error(&errors);
    jpeg_create_compress(&made);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&made, &memory, &size);
    made.image_width = JDIMENSION(picture.width);
    made.image_height = JDIMENSION(picture.height);
    made.input_components = picture.channels;
    made.in_color_space = picture.channels == 1 ? JCS_GRAYSCALE : picture.channels == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&made);
    jpeg_set_quality(&made, 98, TRUE);
    if (extras.progressive) jpeg_simple_progression(&made);
    jpeg_start_compress(&made, TRUE);
    if (extras.orientation > 0) {
        const Bytes exif = exifBlock(extras.orientation);
        jpeg_write_marker(&made, JPEG_APP0 + 1, exif.data(), unsigned(exif.size()));
    }
    if (!extras.icc.empty()) jpeg_write_icc_profile(&made, extras.icc.data(), unsigned(extras.icc.size()));
    const std::size_t stride = std::size_t(picture.width * picture.channels);
    for (int y = 0; y < picture.height; ++y) {
        auto* row = const_cast<std::uint8_t*>(picture.values.data() + stride * std::size_t(y));
        jpeg_write_scanlines(&made, &row, 1);
    }
    jpeg_finish_compress(&made);
    jpeg_destroy_compress(&made);
    Bytes bytes(memory, memory + size);
    std::free(memory);
    return bytes;
}

Bytes webp(const Encoded& picture) {
    std::uint8_t* memory = nullptr;
    const auto encode = picture.channels == 4 ? WebPEncodeLosslessRGBA : WebPEncodeLosslessRGB;
    const std::size_t size =
        encode(picture.values.data(), picture.width, picture.height, picture.width * picture.channels, &memory);
    Bytes bytes(memory, memory + size);
    WebPFree(memory);
    return bytes;
}

Bytes tiff(const Encoded& picture, int orientation, int bitDepth) {
    const auto path = std::filesystem::temp_directory_path() / ("inkheal-test-" + std::to_string(::getpid()) + ".tif");
    TIFF* file = TIFFOpen(path.c_str(), "w");
    TIFFSetField(file, TIFFTAG_IMAGEWIDTH, picture.width);
    TIFFSetField(file, TIFFTAG_IMAGELENGTH, picture.height);
    TIFFSetField(file, TIFFTAG_SAMPLESPERPIXEL, picture.channels);
    TIFFSetField(file, TIFFTAG_BITSPERSAMPLE, bitDepth);
    TIFFSetField(file, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(file, TIFFTAG_PHOTOMETRIC, picture.channels >= 3 ? PHOTOMETRIC_RGB : PHOTOMETRIC_MINISBLACK);
    TIFFSetField(file, TIFFTAG_COMPRESSION, COMPRESSION_LZW);
    TIFFSetField(file, TIFFTAG_ORIENTATION, orientation);
    TIFFSetField(file, TIFFTAG_ROWSPERSTRIP, picture.height);
    const std::size_t count = std::size_t(picture.width * picture.channels);
    for (int y = 0; y < picture.height; ++y) {
        Bytes row;
        for (std::size_t i = 0; i < count; ++i)
            row.insert(row.end(), std::size_t(bitDepth / 8), picture.values[count * std::size_t(y) + i]);
        TIFFWriteScanline(file, row.data(), std::uint32_t(y), 0);
    }
    TIFFClose(file);
    std::ifstream in(path, std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(path);
    return bytes;
}

Bytes bmp(const Encoded& picture) {
    const int stride = (picture.width * 3 + 3) / 4 * 4;
    Bytes bytes{'B', 'M'};
    put32(bytes, unsigned(54 + stride * picture.height));
    put32(bytes, 0);
    put32(bytes, 54);
    put32(bytes, 40);
    put32(bytes, unsigned(picture.width));
    put32(bytes, unsigned(picture.height));
    put16(bytes, 1);
    put16(bytes, 24);
    for (int i = 0; i < 6; ++i) put32(bytes, 0);
    Encoded copy = picture;
    for (int y = picture.height - 1; y >= 0; --y) {
        for (int x = 0; x < picture.width; ++x)
            for (int c = 2; c >= 0; --c) bytes.push_back(copy.at(x, y)[c]);
        bytes.resize(bytes.size() + std::size_t(stride - picture.width * 3));
    }
    return bytes;
}

Bytes tga(const Encoded& picture) {
    Bytes bytes{0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    put16(bytes, unsigned(picture.width));
    put16(bytes, unsigned(picture.height));
    bytes.push_back(24);
    bytes.push_back(0x20);
    for (std::size_t i = 0; i < picture.values.size(); i += 3)
        for (std::size_t c = 3; c-- > 0;) bytes.push_back(picture.values[i + c]);
    return bytes;
}

Bytes hdr(int width, int height, float value) {
    Bytes bytes = bytesOf("#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y " + std::to_string(height) + " +X " +
                          std::to_string(width) + "\n");
    int exponent = 0;
    const float mantissa = std::frexp(value, &exponent);
    for (int i = 0; i < width * height; ++i) {
        bytes.insert(bytes.end(), 3, std::uint8_t(mantissa * 256));
        bytes.push_back(std::uint8_t(exponent + 128));
    }
    return bytes;
}

Bytes bytesOf(const std::string& text) {
    return {text.begin(), text.end()};
}

void save(const std::filesystem::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
}

}  // namespace inkheal::test
