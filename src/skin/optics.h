#pragma once
// The skin's layers on the CPU, in double: the same laws the tint kernel runs. Turns a tone at a site into the table of
// bands that tint and separation use, and answers what untouched or inked skin reflects.

#include <span>

#include "shared/language.h"
#include "skin/spectra.h"

namespace inkheal::skin {

using language::vec4;
#include "skin/optics_step.h"

namespace law {
using namespace inkheal::language;
using real = double;
#include "skin/optics_laws.h"
#include "skin/view_laws.h"
}  // namespace law

using SkinTable = std::array<SkinBand, bandCount>;

/// `tone` moved by the site's own lightness and redness (L* and a*), in melanin and blood.
Tone toneAtSite(const Tone& tone, const SiteConstants& site);

/// The bands of this very tone (see toneAtSite) under the site's epidermis.
SkinTable skinTable(const Tone& tone, const SiteConstants& site);

/// One pigment in one band: mu_a and mu_s' per mm of a full-density fill.
struct PigmentBand {
    float absorb = 0, scatter = 0;
};

/// The pigments' bands, pigment after pigment.
std::vector<PigmentBand> pigmentTable(std::span<const Pigment> pigments);

/// The same as the tint kernel reads them: all bands of pigments 0 to 3, then of 4 to 7.
std::vector<PigmentBands> packedPigments(std::span<const Pigment> pigments);

/// `darkening` is the excess of melanin, as a share of the tone's own.
law::SkinOptics opticsAt(const SkinBand& band, double bloodMultiple, double darkening = 0);

/// Diffuse reflectance of untouched skin with `bloodMultiple` times its own blood, and so much excess melanin.
Bands bareSpectrum(const SkinTable& skin, const SiteConstants& site, double bloodMultiple = 1, double darkening = 0);

/// Layers of a settled place at `site`.
law::SkinLayers settledLayers(const SiteConstants& site);

/// What untouched skin over perfectly black ink returns inside, under whatever lies on it; and what leaves it.
law::Fluxes bareOverBlack(const SkinBand& band, const law::SkinLayers& layers, double darkening = 0);
Bands aboveSpectrum(const SkinTable& skin, const law::SkinLayers& layers, double darkening = 0);

/// What lies in the skin at one place: doses of the pigments, the share of them in the epidermis and in the dermis, and
/// the layers.
struct InkedPlace {
    std::vector<double> doses;
    double epidermalShare = 0, dermalShare = 0, freeShare = 0;
    double integrity = 1, bloodMultiple = 1;
    double crust = 0, crustBlood = 1, young = 0, flake = 0, wet = 0;
    double darkening = 0;                        // excess melanin, as a share of the tone's own
    double freeAtStart = law::freeShareAtStart;  // free share of day 0
};

struct InkedSpectrum {
    Bands all, above, crossed;  // crossed: of all, what has crossed the ink on its way in and out
};
InkedSpectrum inkedSpectrum(const SkinTable& skin, std::span<const PigmentBand> pigments, const SiteConstants& site,
                            const InkedPlace& place);

/// How light spreads in untouched skin and leaves it, by linear Rec. 709 channel.
struct Spread {
    glm::dvec3 lightMm;  // law::lightSpreadMm of what has been deep: the epidermis returns the rest where it fell
    glm::dvec3 stretch;  // law::scatterStretch
    glm::dvec3 lean;     // law::viewLean
};
Spread spreadIn(const SkinTable& skin, const SiteConstants& site);

}  // namespace inkheal::skin
