#include "base/profile.h"

#include <lcms2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/error.h"

namespace inkheal {
namespace {

using Profile = std::unique_ptr<void, int (*)(void*)>;
using Curve = std::unique_ptr<cmsToneCurve, void (*)(cmsToneCurve*)>;

constexpr std::size_t dateAt = 24;  // of its making in the header of a profile

void name(cmsHPROFILE profile, cmsTagSignature tag, const char* words) {
    const std::unique_ptr<cmsMLU, void (*)(cmsMLU*)> text{cmsMLUalloc(nullptr, 1), cmsMLUfree};
    cmsMLUsetASCII(text.get(), "en", "US", words);
    cmsWriteTag(profile, tag, text.get());
}

}  // namespace

std::vector<std::uint8_t> displayP3Profile() {
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE primaries{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
    const std::array<cmsFloat64Number, 5> srgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    const Curve curve{cmsBuildParametricToneCurve(nullptr, 4, srgb.data()), cmsFreeToneCurve};
    cmsToneCurve* curves[3] = {curve.get(), curve.get(), curve.get()};
    const Profile profile{cmsCreateRGBProfile(&white, &primaries, curves), cmsCloseProfile};
    cmsUInt32Number size = 0;
    if (profile) {
        name(profile.get(), cmsSigProfileDescriptionTag, "Display P3");
        name(profile.get(), cmsSigCopyrightTag, "No copyright, use freely");
        cmsSaveProfileToMem(profile.get(), nullptr, &size);
    }
    std::vector<std::uint8_t> bytes(size);
    if (size == 0 || !cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
        throw Error{"There is no memory for a colour profile."};
    constexpr std::array<std::uint8_t, 12> fixedDate{0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::copy(fixedDate.begin(), fixedDate.end(), bytes.begin() + dateAt);
    return bytes;
}

}  // namespace inkheal
