#include <png.h>

#include <csetjmp>
#include <cstring>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

// libpng leaves by longjmp. Every jump goes back to a frame without C++ objects of its own (the functions named
// `guarded...`), never across a frame that has some.

namespace inkheal::intake {
namespace {

struct PngReader {
    png_structp png = nullptr;
    png_infop info = nullptr;
    const std::uint8_t* at = nullptr;
    std::size_t left = 0;
    bool ranOut = false;
    char message[200] = {};

    explicit PngReader(Bytes bytes) : at(bytes.data()), left(bytes.size()) {}
    ~PngReader() { png_destroy_read_struct(&png, &info, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;
};

[[noreturn]] void onError(png_structp png, png_const_charp words) {
    auto* reader = static_cast<PngReader*>(png_get_error_ptr(png));
    std::strncpy(reader->message, words, sizeof reader->message - 1);
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) {}

void onRead(png_structp png, png_bytep to, std::size_t count) {
    auto* reader = static_cast<PngReader*>(png_get_io_ptr(png));
    if (count > reader->left) {
        reader->ranOut = true;
        png_error(png, "cut off");
    }
    std::memcpy(to, reader->at, count);
    reader->at += count;
    reader->left -= count;
}

/// Reads up to the first row. False after an error.
bool guardedHeader(PngReader& reader) {
    reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader, onError, onWarning);
    if (reader.png == nullptr) return false;
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_structp png = reader.png;
    reader.info = png_create_info_struct(png);
    png_set_read_fn(png, &reader, onRead);
    png_set_user_limits(png, 16384, 16384);
    png_set_chunk_malloc_max(png, 16u << 20);
    png_set_benign_errors(png, 0);
    png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    static const png_byte texts[] = "tEXt\0zTXt\0iTXt\0sPLT\0hIST\0pCAL";
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, 0);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, texts, 6);
    png_read_info(png, reader.info);
    return true;
}

/// Asks for whole channels: grey or RGB, with alpha if there is any, 8 or native 16 bits.
bool guardedTransforms(PngReader& reader) {
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_set_expand(reader.png);
    png_set_swap(reader.png);  // PNG is big-endian, we run on little-endian machines
    png_set_interlace_handling(reader.png);
    png_read_update_info(reader.png, reader.info);
    return true;
}

bool guardedRow(PngReader& reader, png_bytep row) {
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_read_row(reader.png, row, nullptr);
    return true;
}

bool guardedImage(PngReader& reader, png_bytepp rows) {
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_read_image(reader.png, rows);
    return true;
}

bool guardedEnd(PngReader& reader) {
    if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
    png_read_end(reader.png, nullptr);
    return true;
}

void must(bool went, const PngReader& reader) {
    if (went) return;
    if (reader.ranOut) throw Refusal{"is cut off", "export or copy it again"};
    throw Refusal{"is a damaged PNG (" + std::string(reader.message) + ")", "export it again"};
}

ToLinear colourOf(const PngReader& reader, const RowForm& form) {
    png_charp name = nullptr;
    int compression = 0, intent = 0;
    png_bytep icc = nullptr;
    png_uint_32 size = 0;
    if (png_get_iCCP(reader.png, reader.info, &name, &compression, &icc, &size) != 0) return {form, Bytes{icc, size}};
    StatedColour stated;
    if (png_get_sRGB(reader.png, reader.info, &intent) == 0) {
        png_get_gAMA(reader.png, reader.info, &stated.gamma);
        stated.hasPrimaries =
            png_get_cHRM(reader.png, reader.info, &stated.whiteX, &stated.whiteY, &stated.redX, &stated.redY,
                         &stated.greenX, &stated.greenY, &stated.blueX, &stated.blueY) != 0;
        if (stated.gamma <= 0) stated.hasPrimaries = false;
    }
    return {form, stated};
}

int orientationOf(PngReader& reader) {
    png_uint_32 size = 0;
    png_bytep exif = nullptr;
    return png_get_eXIf_1(reader.png, reader.info, &size, &exif) != 0 ? exifOrientation({exif, size}) : 1;
}

/// The sizes as the file's first chunk has them, so that our own sentence comes before libpng's refusal.
void checkStatedSize(Bytes bytes) {
    if (bytes.size() < 24) throw Refusal{"is cut off", "export or copy it again"};
    const auto at = [&](std::size_t i) {
        return (std::int64_t(bytes[i]) << 24) | (bytes[i + 1] << 16) | (bytes[i + 2] << 8) | bytes[i + 3];
    };
    checkSize(at(16), at(20));
}

}  // namespace

ReadPicture decodePng(const Source& source) {
    checkStatedSize(source.bytes);
    PngReader reader{source.bytes};
    must(guardedHeader(reader), reader);
    const int width = int(png_get_image_width(reader.png, reader.info)),
              height = int(png_get_image_height(reader.png, reader.info));
    must(guardedTransforms(reader), reader);

    const int channels = png_get_channels(reader.png, reader.info);
    const RowForm form{.colours = channels <= 2 ? 1 : 3,
                       .alpha = channels % 2 == 0,
                       .wide = png_get_bit_depth(reader.png, reader.info) == 16};
    const std::size_t rowBytes = png_get_rowbytes(reader.png, reader.info);
    ToLinear toLinear = colourOf(reader, form);
    Shrink shrink{width, height, source.longestEdge};
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    const auto take = [&](const std::uint8_t* row) {
        toLinear.row(row, linear);
        shrink.add(linear);
    };
    if (png_get_interlace_type(reader.png, reader.info) == PNG_INTERLACE_NONE) {
        std::vector<std::uint8_t> row(rowBytes);
        for (int y = 0; y < height; ++y) {
            must(guardedRow(reader, row.data()), reader);
            take(row.data());
        }
    } else {
        std::vector<std::uint8_t> whole(rowBytes * std::size_t(height));
        std::vector<png_bytep> rows;
        for (int y = 0; y < height; ++y) rows.push_back(whole.data() + rowBytes * std::size_t(y));
        must(guardedImage(reader, rows.data()), reader);
        for (const auto* row : rows) take(row);
    }
    must(guardedEnd(reader), reader);

    ReadPicture read = shrink.finish();
    const int orientation = orientationOf(reader);
    if (orientation >= 5) std::swap(read.sourceWidth, read.sourceHeight);
    read.picture = upright(std::move(read.picture), orientation);
    read.warnings = toLinear.warnings;
    return read;
}

}  // namespace inkheal::intake
