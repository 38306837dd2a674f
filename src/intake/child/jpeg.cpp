#include <cstddef>
#include <cstdio>
// jpeglib.h uses FILE and size_t without including them.
#include <jerror.h>
#include <jpeglib.h>

#include <csetjmp>
#include <cstdlib>
#include <cstring>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

// libjpeg leaves by longjmp, and only from inside the functions named `guarded...`, which own no C++ objects.

namespace inkheal::intake {
namespace {

struct JpegReader {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_source_mgr bytes{};
    std::jmp_buf jump{};
    char message[JMSG_LENGTH_MAX] = {};
    bool ranOut = false;       // asked for bytes after the last one
    bool partMissing = false;  // and needed them

    JpegReader() = default;
    ~JpegReader() { jpeg_destroy_decompress(&jpeg); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;
};

JpegReader& readerOf(j_common_ptr jpeg) {
    return *static_cast<JpegReader*>(jpeg->client_data);
}

[[noreturn]] void onError(j_common_ptr jpeg) {
    jpeg->err->format_message(jpeg, readerOf(jpeg).message);
    std::longjmp(readerOf(jpeg).jump, 1);
}

void onMessage(j_common_ptr jpeg, int level) {
    if (level >= 0) return;
    ++jpeg->err->num_warnings;
    JpegReader& reader = readerOf(jpeg);
    // A decoder that meets the end marker we put after the last byte, while it wants more, says so in one of these
    // ways.
    const int code = jpeg->err->msg_code;
    if (reader.ranOut && (code == JWRN_HIT_MARKER || code == JWRN_JPEG_EOF)) reader.partMissing = true;
}

boolean onEmpty(j_decompress_ptr jpeg) {
    static const JOCTET end[] = {0xFF, JPEG_EOI};
    readerOf(reinterpret_cast<j_common_ptr>(jpeg)).ranOut = true;
    jpeg->src->next_input_byte = end;
    jpeg->src->bytes_in_buffer = sizeof end;
    return TRUE;
}

void onSkip(j_decompress_ptr jpeg, long count) {
    if (count <= 0) return;
    if (std::size_t(count) > jpeg->src->bytes_in_buffer) {
        onEmpty(jpeg);
        return;
    }
    jpeg->src->next_input_byte += count;
    jpeg->src->bytes_in_buffer -= std::size_t(count);
}

bool guardedHeader(JpegReader& reader, const std::uint8_t* bytes, std::size_t size) {
    auto& jpeg = reader.jpeg;
    jpeg.err = jpeg_std_error(&reader.errors);
    reader.errors.error_exit = onError;
    reader.errors.emit_message = onMessage;
    if (setjmp(reader.jump) != 0) return false;
    jpeg_create_decompress(&jpeg);
    jpeg.client_data = &reader;
    reader.bytes.init_source = [](j_decompress_ptr) {};
    reader.bytes.fill_input_buffer = onEmpty;
    reader.bytes.skip_input_data = onSkip;
    reader.bytes.resync_to_restart = jpeg_resync_to_restart;
    reader.bytes.term_source = [](j_decompress_ptr) {};
    reader.bytes.next_input_byte = bytes;
    reader.bytes.bytes_in_buffer = size;
    jpeg.src = &reader.bytes;
    jpeg_save_markers(&jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(&jpeg, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&jpeg, TRUE);
    return true;
}

bool guardedStart(JpegReader& reader) {
    if (setjmp(reader.jump) != 0) return false;
    jpeg_start_decompress(&reader.jpeg);
    return true;
}

bool guardedRow(JpegReader& reader, JSAMPROW row) {
    if (setjmp(reader.jump) != 0) return false;
    jpeg_read_scanlines(&reader.jpeg, &row, 1);
    return true;
}

bool guardedEnd(JpegReader& reader) {
    if (setjmp(reader.jump) != 0) return false;
    jpeg_finish_decompress(&reader.jpeg);
    return true;
}

bool guardedProfile(JpegReader& reader, JOCTET** icc, unsigned* size) {
    if (setjmp(reader.jump) != 0) return false;
    return jpeg_read_icc_profile(&reader.jpeg, icc, size) == TRUE;
}

void must(bool went, const JpegReader& reader) {
    if (reader.partMissing || (!went && reader.ranOut)) throw Refusal{"is cut off", "export or copy it again"};
    if (!went) throw Refusal{"is a damaged JPEG (" + std::string(reader.message) + ")", "export it again"};
}

int orientationOf(const JpegReader& reader) {
    for (auto* marker = reader.jpeg.marker_list; marker != nullptr; marker = marker->next)
        if (marker->marker == JPEG_APP0 + 1 && marker->data_length > 6 && std::memcmp(marker->data, "Exif\0", 6) == 0)
            return exifOrientation({marker->data, marker->data_length});
    return 1;
}

ToLinear colourOf(JpegReader& reader, const RowForm& form) {
    JOCTET* icc = nullptr;
    unsigned size = 0;
    const bool has = guardedProfile(reader, &icc, &size);
    const std::unique_ptr<JOCTET, void (*)(void*)> owned{icc, std::free};
    return {form, has ? Bytes{icc, size} : Bytes{}};
}

/// Grey stays grey, YCCK becomes CMYK, everything else RGB.
RowForm chooseForm(JpegReader& reader) {
    auto& jpeg = reader.jpeg;
    if (jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK) {
        jpeg.out_color_space = JCS_CMYK;
        return {.colours = 4, .inverted = jpeg.saw_Adobe_marker != 0};
    }
    if (jpeg.jpeg_color_space == JCS_GRAYSCALE) {
        jpeg.out_color_space = JCS_GRAYSCALE;
        return {.colours = 1};
    }
    jpeg.out_color_space = JCS_RGB;
    return {.colours = 3};
}

}  // namespace

ReadPicture decodeJpeg(const Source& source) {
    JpegReader reader;
    must(guardedHeader(reader, source.bytes.data(), source.bytes.size()), reader);
    const int width = int(reader.jpeg.image_width), height = int(reader.jpeg.image_height);
    checkSize(width, height);
    const int orientation = orientationOf(reader);  // now: the markers are gone once the last row is read
    const RowForm form = chooseForm(reader);
    ToLinear toLinear = colourOf(reader, form);
    must(guardedStart(reader), reader);

    Shrink shrink{width, height, source.longestEdge};
    std::vector<std::uint8_t> row(std::size_t(width) * form.texelBytes());
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        must(guardedRow(reader, row.data()), reader);
        toLinear.row(row.data(), linear);
        shrink.add(linear);
    }
    must(guardedEnd(reader), reader);

    ReadPicture read = shrink.finish();
    if (orientation >= 5) std::swap(read.sourceWidth, read.sourceHeight);
    read.picture = upright(std::move(read.picture), orientation);
    read.warnings = toLinear.warnings;
    if (reader.errors.num_warnings > 0)
        read.warnings.push_back("the JPEG has damaged places; parts of the picture may be wrong");
    return read;
}

}  // namespace inkheal::intake
