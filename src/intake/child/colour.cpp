#include "intake/child/colour.h"

#include <lcms2.h>

#include <cmath>
#include <cstring>

#include "base/picture.h"

namespace inkheal::intake {
namespace {

struct CloseProfile {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, CloseProfile>;

std::vector<float> table(int entries) {
    std::vector<float> values(static_cast<std::size_t>(entries));
    for (int i = 0; i < entries; ++i) values[std::size_t(i)] = linearFromSrgb(float(i) / float(entries - 1));
    return values;
}

std::uint16_t word(const std::uint8_t* from) {
    std::uint16_t value;
    std::memcpy(&value, from, sizeof value);
    return value;
}

cmsUInt32Number lcmsForm(const RowForm& form) {
    const cmsUInt32Number space = form.colours == 1 ? PT_GRAY : form.colours == 3 ? PT_RGB : PT_CMYK;
    return COLORSPACE_SH(space) | CHANNELS_SH(cmsUInt32Number(form.colours)) | EXTRA_SH(form.alpha ? 1u : 0u) |
           BYTES_SH(form.wide ? 2u : 1u) | FLAVOR_SH(form.inverted ? 1u : 0u);
}

}  // namespace

struct ToLinear::Transform {
    explicit Transform(cmsHTRANSFORM made) : handle(made) {}
    ~Transform() { cmsDeleteTransform(handle); }
    Transform(const Transform&) = delete;
    Transform& operator=(const Transform&) = delete;

    cmsHTRANSFORM handle;
    std::vector<std::uint16_t> row;
};

ToLinear::~ToLinear() = default;

ToLinear::ToLinear(const RowForm& form, std::span<const std::uint8_t> icc) : form_(form) {
    if (!icc.empty()) {
        const Profile profile{cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size()))};
        if (!profile) {
            warnings.push_back("its colour profile is damaged and was left aside");
        } else {
            const auto space = cmsGetColorSpace(profile.get());
            const auto wanted = form.colours == 1 ? cmsSigGrayData : form.colours == 3 ? cmsSigRgbData : cmsSigCmykData;
            if (space == wanted)
                use(profile.get());
            else
                warnings.push_back("its colour profile is for another kind of picture and was left aside");
        }
    }
    byteTable_ = table(256);
    if (transform_ || form.wide) wordTable_ = table(65536);
}

ToLinear::ToLinear(const RowForm& form, const StatedColour& stated) : ToLinear(form, std::span<const std::uint8_t>{}) {
    const bool usual = stated.gamma <= 0 || std::abs(stated.gamma - 0.45455) < 0.005;
    if (form.colours == 4 || (usual && !stated.hasPrimaries) || stated.gamma < 0.05 || stated.gamma > 5) return;
    const cmsCIExyY white{stated.whiteX, stated.whiteY, 1};
    const cmsCIExyYTRIPLE primaries{
        {stated.redX, stated.redY, 1}, {stated.greenX, stated.greenY, 1}, {stated.blueX, stated.blueY, 1}};
    // A stated 1/2.2 with its own primaries means the sRGB curve in practice (PNG third edition, 11.3.2.2).
    cmsFloat64Number srgbCurve[5] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve* curve =
        usual ? cmsBuildParametricToneCurve(nullptr, 4, srgbCurve) : cmsBuildGamma(nullptr, 1 / stated.gamma);
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const Profile profile{form.colours == 1 ? cmsCreateGrayProfile(&white, curve)
                                            : cmsCreateRGBProfile(&white, &primaries, curves)};
    cmsFreeToneCurve(curve);
    if (!profile) return;
    use(profile.get());
    if (transform_ && wordTable_.empty()) wordTable_ = table(65536);
}

void ToLinear::use(void* profile) {
    const Profile srgb{cmsCreate_sRGBProfile()};
    // Perceptual is what viewers use; for the common matrix profiles every intent is the same.
    cmsHTRANSFORM handle =
        cmsCreateTransform(profile, lcmsForm(form_), srgb.get(), TYPE_RGB_16, INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE);
    if (handle == nullptr)
        warnings.push_back("its colour profile cannot be used and was left aside");
    else
        transform_ = std::make_unique<Transform>(handle);
}

void ToLinear::row(const std::uint8_t* encoded, std::span<glm::vec4> linear) {
    if (transform_)
        managed(encoded, linear);
    else
        plain(encoded, linear);
}

void ToLinear::managed(const std::uint8_t* encoded, std::span<glm::vec4> linear) {
    transform_->row.resize(linear.size() * 3);
    cmsDoTransform(transform_->handle, encoded, transform_->row.data(), static_cast<cmsUInt32Number>(linear.size()));
    const std::size_t step = form_.texelBytes(), alphaAt = std::size_t(form_.colours) * (form_.wide ? 2 : 1);
    for (std::size_t i = 0; i < linear.size(); ++i) {
        const std::uint16_t* rgb = transform_->row.data() + 3 * i;
        float alpha = 1;
        if (form_.alpha) {
            const auto* at = encoded + i * step + alphaAt;
            alpha = form_.wide ? float(word(at)) / 65535.0f : float(*at) / 255.0f;
        }
        linear[i] = {wordTable_[rgb[0]], wordTable_[rgb[1]], wordTable_[rgb[2]], alpha};
    }
}

void ToLinear::plain(const std::uint8_t* encoded, std::span<glm::vec4> linear) const {
    const std::size_t step = form_.texelBytes(), wide = form_.wide ? 2 : 1;
    const float full = form_.wide ? 65535.0f : 255.0f;
    const auto value = [&](const std::uint8_t* at) { return form_.wide ? int(word(at)) : int(*at); };
    const auto& lut = form_.wide ? wordTable_ : byteTable_;
    for (std::size_t i = 0; i < linear.size(); ++i) {
        const std::uint8_t* at = encoded + i * step;
        const float alpha = form_.alpha ? float(value(at + std::size_t(form_.colours) * wide)) / full : 1.0f;
        glm::vec3 colour;
        if (form_.colours == 1) {
            colour = glm::vec3(lut[std::size_t(value(at))]);
        } else if (form_.colours == 3) {
            for (int c = 0; c < 3; ++c) colour[c] = lut[std::size_t(value(at + std::size_t(c) * wide))];
        } else {  // without a profile, paper less ink, in encoded values, as viewers do
            const auto paper = [&](int c) {
                const float v = float(value(at + std::size_t(c) * wide)) / full;
                return form_.inverted ? v : 1 - v;
            };
            for (int c = 0; c < 3; ++c) colour[c] = linearFromSrgb(paper(c) * paper(3));
        }
        linear[i] = glm::vec4(colour, alpha);
    }
}

}  // namespace inkheal::intake
