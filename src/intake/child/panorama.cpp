#include <cmath>

#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

namespace inkheal::intake {
namespace {

constexpr std::int64_t leastHeight = 16;
constexpr float mostLight = 1e12f;  // far beyond the sun in any unit

}  // namespace

PanoramaRows::PanoramaRows(std::int64_t width, std::int64_t height, int longestEdge) {
    checkSize(width, height);
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width != 2 * height)
        throw Refusal{"is " + size + " texels, not twice as wide as high",
                      "use a panorama of latitude by longitude, such as 2048 x 1024"};
    if (height < leastHeight) throw Refusal{"is only " + size + " texels", "use a panorama of at least 32 x 16"};
    shrink_ = std::make_unique<Shrink>(int(width), int(height), longestEdge);
}
PanoramaRows::~PanoramaRows() = default;

void PanoramaRows::add(std::span<const glm::vec4> row) {
    for (const glm::vec4& texel : row)
        for (int c = 0; c < 3; ++c) {
            if (!std::isfinite(texel[c]))
                throw Refusal{"has light that is not a number", "mend it and export it again"};
            if (texel[c] < 0) throw Refusal{"has light below zero", "raise it to zero and export it again"};
            if (texel[c] > mostLight) throw Refusal{"has light beyond 1e12", "scale it down and export it again"};
        }
    shrink_->add(row);
}

ReadPicture PanoramaRows::finish() {
    return shrink_->finish();
}

ReadPicture decodePanorama(const Source& source, Format format) {
    std::unique_ptr<PanoramaRows> rows;
    if (format == Format::exr)
        decodeExrPanorama(source, rows);
    else
        decodeHdrPanorama(source, rows);
    return rows->finish();
}

}  // namespace inkheal::intake
