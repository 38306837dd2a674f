#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>

#include "intake/child/colour.h"
#include "intake/child/decoders.h"
#include "intake/child/shrink.h"

#define STBI_ONLY_BMP
#define STBI_ONLY_TGA
#define STBI_ONLY_HDR
#define STBI_NO_STDIO
#define STBI_MAX_DIMENSIONS 16384
#define STB_IMAGE_STATIC
#define STB_IMAGE_IMPLEMENTATION
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

namespace inkheal::intake {
namespace {

/// stb_image reads zeros after the last byte without a word, so we watch for that ourselves. It is compiled into this
/// file as C++, so that a refusal may leave through it; what it had allocated goes with the child.
struct Watched {
    Bytes rest;
};

constexpr int stbBuffer = 128;  // what stb asks for when it fills its buffer, which may well be more than there is

int onRead(void* user, char* to, int size) {
    auto& file = *static_cast<Watched*>(user);
    const auto count = std::min(file.rest.size(), static_cast<std::size_t>(std::max(size, 0)));
    if (count > 0) std::memcpy(to, file.rest.data(), count);
    file.rest = file.rest.subspan(count);
    if (count == 0 || (int(count) < size && size != stbBuffer)) throw Refusal{"is cut off", "export or copy it again"};
    return int(count);
}

void onSkip(void* user, int count) {
    auto& file = *static_cast<Watched*>(user);
    file.rest = file.rest.subspan(std::min(file.rest.size(), static_cast<std::size_t>(std::max(count, 0))));
}

int onEnd(void* user) {
    return static_cast<Watched*>(user)->rest.empty() ? 1 : 0;
}

constexpr stbi_io_callbacks callbacks{onRead, onSkip, onEnd};

template <class T>
using Texels = std::unique_ptr<T, void (*)(void*)>;

template <class T>
void must(const Texels<T>& texels) {
    if (!texels) throw Refusal{"cannot be decoded (" + std::string(stbi_failure_reason()) + ")", "export it as PNG"};
}

/// Many writers of 32-bit TGA leave the fourth byte at zero and say so: no alpha bits in the descriptor.
bool alphaMeant(const Source& source, Format format) {
    return format != Format::tga || (source.bytes[17] & 15) != 0;
}

/// Light of a Radiance file, row by row, as it stands there.
template <class Take>
void readHdr(const Source& source, int width, int height, Take take) {
    Watched file{source.bytes};
    int channels = 0;
    const Texels<float> texels{stbi_loadf_from_callbacks(&callbacks, &file, &width, &height, &channels, 3),
                               stbi_image_free};
    must(texels);
    std::vector<glm::vec4> row(static_cast<std::size_t>(width));
    const float* from = texels.get();
    for (int y = 0; y < height; ++y) {
        for (auto& texel : row) {
            for (int c = 0; c < 3; ++c, ++from) texel[c] = *from;
            texel.a = 1;
        }
        take(row);
    }
}

ReadPicture decodeHdr(const Source& source, int width, int height) {
    Shrink shrink{width, height, source.longestEdge};
    readHdr(source, width, height, [&](std::vector<glm::vec4>& row) {
        for (auto& texel : row)
            for (int c = 0; c < 3; ++c)
                texel[c] = std::isfinite(texel[c]) ? std::clamp(texel[c], 0.0f, 65504.0f) : 0.0f;
        shrink.add(row);
    });
    return shrink.finish();
}

}  // namespace

void decodeHdrPanorama(const Source& source, std::unique_ptr<PanoramaRows>& rows) {
    int width = 0, height = 0, channels = 0;
    if (stbi_info_from_memory(source.bytes.data(), int(source.bytes.size()), &width, &height, &channels) == 0)
        throw Refusal{"cannot be decoded (" + std::string(stbi_failure_reason()) + ")", "export it again"};
    rows = std::make_unique<PanoramaRows>(width, height, source.longestEdge);
    readHdr(source, width, height, [&](std::vector<glm::vec4>& row) { rows->add(row); });
}

ReadPicture decodeStb(const Source& source, Format format) {
    int width = 0, height = 0, channels = 0;
    if (stbi_info_from_memory(source.bytes.data(), int(source.bytes.size()), &width, &height, &channels) == 0)
        throw Refusal{"cannot be decoded (" + std::string(stbi_failure_reason()) + ")", "export it as PNG"};
    checkSize(width, height);
    if (format == Format::hdr) return decodeHdr(source, width, height);

    Watched file{source.bytes};
    const Texels<std::uint8_t> texels{stbi_load_from_callbacks(&callbacks, &file, &width, &height, &channels, 4),
                                      stbi_image_free};
    must(texels);
    ToLinear toLinear{{.colours = 3, .alpha = true}, Bytes{}};
    Shrink shrink{width, height, source.longestEdge};
    std::vector<glm::vec4> linear(static_cast<std::size_t>(width));
    const bool keepAlpha = alphaMeant(source, format);
    for (int y = 0; y < height; ++y) {
        toLinear.row(texels.get() + std::size_t(y) * std::size_t(width) * 4, linear);
        if (!keepAlpha)
            for (auto& texel : linear) texel.a = 1;
        shrink.add(linear);
    }
    return shrink.finish();
}

}  // namespace inkheal::intake
