#include "base/picture.h"

#include <algorithm>
#include <cmath>

namespace inkheal {

float linearFromSrgb(float encoded) {
    return encoded <= 0.04045f ? encoded / 12.92f : std::pow((encoded + 0.055f) / 1.055f, 2.4f);
}

float srgbFromLinear(float linear) {
    return linear <= 0.0031308f ? linear * 12.92f : 1.055f * std::pow(linear, 1.0f / 2.4f) - 0.055f;
}

Picture8 encodeSrgb(const Picture& picture) {
    const auto byte = [](float v) { return std::uint8_t(std::lround(std::clamp(v, 0.0f, 1.0f) * 255.0f)); };
    Picture8 out{picture.width, picture.height, {}};
    out.rgba.reserve(picture.texels.size() * 4);
    for (const glm::vec4& t : picture.texels) {
        for (int c = 0; c < 3; ++c) out.rgba.push_back(byte(srgbFromLinear(std::clamp(t[c], 0.0f, 1.0f))));
        out.rgba.push_back(byte(t.a));
    }
    return out;
}

Picture decodeSrgb(const Picture8& picture) {
    Picture out(picture.width, picture.height);
    for (std::size_t i = 0; i < out.texels.size(); ++i) {
        const std::uint8_t* p = &picture.rgba[i * 4];
        for (int c = 0; c < 3; ++c) out.texels[i][c] = linearFromSrgb(float(p[c]) / 255.0f);
        out.texels[i].a = float(p[3]) / 255.0f;
    }
    return out;
}

}  // namespace inkheal
