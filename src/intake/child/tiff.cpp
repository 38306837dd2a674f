#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

namespace inkheal::intake {
namespace {

struct Memory {
    Bytes bytes;
    toff_t at = 0;
};

tmsize_t onRead(thandle_t handle, void* to, tmsize_t size) {
    auto& memory = *static_cast<Memory*>(handle);
    const toff_t left = memory.at < memory.bytes.size() ? memory.bytes.size() - memory.at : 0;
    const toff_t count = std::min(left, static_cast<toff_t>(size));
    if (count > 0) std::memcpy(to, memory.bytes.data() + memory.at, count);
    memory.at += count;
    return static_cast<tmsize_t>(count);
}

toff_t onSeek(thandle_t handle, toff_t offset, int from) {
    auto& memory = *static_cast<Memory*>(handle);
    if (from == SEEK_CUR) offset += memory.at;
    if (from == SEEK_END) offset += memory.bytes.size();
    return memory.at = offset;
}

using Tiff = std::unique_ptr<TIFF, void (*)(TIFF*)>;

Tiff open(Memory& memory) {
    TIFFSetErrorHandler(nullptr);
    TIFFSetWarningHandler(nullptr);
    // "m": no memory mapping, so that every byte comes through onRead.
    return {
        TIFFClientOpen(
            "tiff", "rm", &memory, onRead, [](thandle_t, void*, tmsize_t) -> tmsize_t { return 0; }, onSeek,
            [](thandle_t) { return 0; },
            [](thandle_t handle) -> toff_t { return static_cast<Memory*>(handle)->bytes.size(); }, nullptr, nullptr),
        TIFFClose};
}

/// The profile, where libtiff's conversion to RGB left the profile's own colours as they are.
Bytes profileOf(TIFF* tiff, std::vector<std::string>& warnings) {
    std::uint32_t size = 0;
    void* icc = nullptr;
    std::uint16_t kind = 0;
    if (TIFFGetField(tiff, TIFFTAG_ICCPROFILE, &size, &icc) == 0 || size == 0) return {};
    TIFFGetFieldDefaulted(tiff, TIFFTAG_PHOTOMETRIC, &kind);
    if (kind == PHOTOMETRIC_RGB || kind == PHOTOMETRIC_YCBCR || kind == PHOTOMETRIC_PALETTE)
        return {static_cast<const std::uint8_t*>(icc), size};
    if (kind != PHOTOMETRIC_MINISBLACK && kind != PHOTOMETRIC_MINISWHITE)
        warnings.push_back("its colour profile is not for RGB and was left aside");
    return {};
}

/// The raster in the order it is stored, rows from the first stored one; alpha is premultiplied.
std::vector<std::uint32_t> rasterOf(TIFF* tiff, int width, int height) {
    char message[1024] = {};
    TIFFRGBAImage image{};
    if (TIFFRGBAImageOK(tiff, message) == 0 || TIFFRGBAImageBegin(&image, tiff, 1, message) == 0)
        throw Refusal{"is a TIFF of a kind inkheal does not read (" + std::string(message) + ")",
                      "save it as 8-bit RGB or as PNG"};
    image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;
    std::vector<std::uint32_t> raster(std::size_t(width) * std::size_t(height));
    const int went =
        TIFFRGBAImageGet(&image, raster.data(), static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height));
    TIFFRGBAImageEnd(&image);
    if (went == 0) throw Refusal{"is a cut off or damaged TIFF", "export or copy it again"};
    return raster;
}

void straighten(const std::uint32_t* from, std::vector<std::uint8_t>& row) {
    for (std::size_t i = 0; i < row.size() / 4; ++i) {
        const unsigned alpha = TIFFGetA(from[i]);
        const auto straight = [&](unsigned value) {
            return alpha == 0 ? 0u : std::min(255u, (value * 255u + alpha / 2) / alpha);
        };
        row[4 * i + 0] = static_cast<std::uint8_t>(straight(TIFFGetR(from[i])));
        row[4 * i + 1] = static_cast<std::uint8_t>(straight(TIFFGetG(from[i])));
        row[4 * i + 2] = static_cast<std::uint8_t>(straight(TIFFGetB(from[i])));
        row[4 * i + 3] = static_cast<std::uint8_t>(alpha);
    }
}

}  // namespace

ReadPicture decodeTiff(const Source& source) {
    Memory memory{source.bytes};
    const Tiff tiff = open(memory);
    if (!tiff) throw Refusal{"is a damaged TIFF", "export it again"};
    std::uint32_t width = 0, height = 0;
    TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height);
    checkSize(width, height);

    std::vector<std::string> warnings;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    ToLinear toLinear{{.colours = 3, .alpha = true}, profileOf(tiff.get(), warnings)};
    const auto raster = rasterOf(tiff.get(), int(width), int(height));

    Shrink shrink{int(width), int(height), source.longestEdge};
    std::vector<std::uint8_t> row(std::size_t(width) * 4);
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    for (std::uint32_t y = 0; y < height; ++y) {
        straighten(raster.data() + std::size_t(y) * width, row);
        toLinear.row(row.data(), linear);
        shrink.add(linear);
    }
    ReadPicture read = shrink.finish();
    if (orientation >= 5) std::swap(read.sourceWidth, read.sourceHeight);
    read.picture = upright(std::move(read.picture), orientation);
    read.warnings = toLinear.warnings;
    read.warnings.insert(read.warnings.end(), warnings.begin(), warnings.end());
    if (TIFFReadDirectory(tiff.get()) != 0) read.warnings.push_back("only the first of its pages is used");
    return read;
}

}  // namespace inkheal::intake
