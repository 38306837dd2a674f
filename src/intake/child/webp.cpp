#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

namespace inkheal::intake {
namespace {

/// A chunk of the container by its four letters; empty if there is none.
Bytes chunk(WebPDemuxer* demuxer, const char* letters) {
    WebPChunkIterator found{};
    Bytes bytes;
    if (WebPDemuxGetChunk(demuxer, letters, 1, &found) != 0) bytes = {found.chunk.bytes, found.chunk.size};
    WebPDemuxReleaseChunkIterator(&found);
    return bytes;  // points into the file
}

}  // namespace

ReadPicture decodeWebp(const Source& source) {
    WebPBitstreamFeatures features{};
    const auto status = WebPGetFeatures(source.bytes.data(), source.bytes.size(), &features);
    if (status == VP8_STATUS_NOT_ENOUGH_DATA) throw Refusal{"is cut off", "export or copy it again"};
    if (status != VP8_STATUS_OK) throw Refusal{"is a damaged WebP", "export it again"};
    if (features.has_animation != 0) throw Refusal{"is an animated WebP", "save one of its pictures on its own"};
    checkSize(features.width, features.height);

    const WebPData data{source.bytes.data(), source.bytes.size()};
    const std::unique_ptr<WebPDemuxer, void (*)(WebPDemuxer*)> demuxer{WebPDemux(&data), WebPDemuxDelete};
    if (!demuxer) throw Refusal{"is cut off or damaged", "export or copy it again"};
    const RowForm form{.colours = 3, .alpha = features.has_alpha != 0};
    ToLinear toLinear{form, chunk(demuxer.get(), "ICCP")};

    int width = 0, height = 0;
    const auto decode = form.alpha ? WebPDecodeRGBA : WebPDecodeRGB;
    const std::unique_ptr<std::uint8_t, void (*)(void*)> texels{
        decode(source.bytes.data(), source.bytes.size(), &width, &height), WebPFree};
    if (!texels) throw Refusal{"is cut off or damaged", "export or copy it again"};

    Shrink shrink{width, height, source.longestEdge};
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    for (int y = 0; y < height; ++y) {
        toLinear.row(texels.get() + std::size_t(y) * std::size_t(width) * form.texelBytes(), linear);
        shrink.add(linear);
    }
    ReadPicture read = shrink.finish();
    const Bytes exif = chunk(demuxer.get(), "EXIF");
    const int orientation = exif.empty() ? 1 : exifOrientation(exif);
    if (orientation >= 5) std::swap(read.sourceWidth, read.sourceHeight);
    read.picture = upright(std::move(read.picture), orientation);
    read.warnings = toLinear.warnings;
    return read;
}

}  // namespace inkheal::intake
