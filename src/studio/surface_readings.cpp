#include "studio/surface_readings.h"

#include <algorithm>

#include "shared/language.h"
#include "skin/optics.h"

namespace inkheal::studio {
namespace {

namespace law {
using namespace inkheal::language;
using real = double;
// Each needs the one before.
// clang-format off
#include "skin/relief_laws.h"
#include "skin/surface_laws.h"
#include "portrait/look_laws.h"
// clang-format on
}  // namespace law

constexpr double crustedFromMm = 0.020;

double contrastOf(double light, double dark) {
    return (light - dark) / std::max(light + dark, 1e-9);
}

}  // namespace

SurfaceReadings surfaceReadings(const glm::vec4& wound, const glm::vec4& epidermis, const glm::vec4& film,
                                const glm::vec4& debris, const glm::vec4& anatomy, const GreenSkin& green,
                                double reliefMm) {
    SurfaceReadings out;
    const double hash = double(anatomy.y), rimMm = double(anatomy.z), plateau = double(anatomy.x) / reliefMm;
    const law::Shedding shedding = law::sheddingOf(debris.x, debris.y, debris.z, debris.w, epidermis.w);
    const double lift = law::pieceLift(shedding, epidermis.x, hash);
    out.filmUm = law::filmUm(film.x);
    out.crustMm = law::crustMm(film.z, rimMm) * law::plateShare(hash);
    out.swellingUm = law::swellingUm(wound.z);
    out.crusted = out.crustMm > crustedFromMm;
    out.lifting = lift > 0;
    out.flake = law::flakeCover(lift, rimMm);
    out.wet = law::wetness(film.x);
    out.barrier = law::barrierOf(epidermis.x);
    out.closed = law::coveredBy(epidermis.x);
    out.heightMm = double(anatomy.x) + 0.001 * out.swellingUm + out.crustMm + law::flakeHeightMm(lift, rimMm);
    const skin::law::SkinVeil veil = skin::law::skinVeil(
        skin::law::crustColour(green.crustAbsorb, wound.w), 0, green.melaninDepth, out.crustMm / law::crustMmPerUnit,
        double(epidermis.z) * law::filmShare(plateau), law::scaleVeil(out.flake, rimMm, plateau), out.wet);
    const double clear = contrastOf(green.bare, skin::law::leavingSkin(green.overBlack));
    const double veiled = contrastOf(green.bare, skin::law::leavingSkin(skin::law::veiled(veil, green.overBlack)));
    out.haze = std::clamp(1 - veiled / std::max(clear, 1e-9), 0.0, 1.0);
    return out;
}

}  // namespace inkheal::studio
