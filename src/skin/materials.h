#pragma once
// What skin and ink are made of, as data: pigments with their spectra, skin tones with their chromophores, sites with
// their layers and how they heal. Read from assets/pigments.json, tones.json and sites.json.

#include <array>
#include <string>
#include <vector>

namespace inkheal::skin {

/// The bands of every spectrum: 16 bands of 20 nm, centres 400 to 700 nm.
inline constexpr int bandCount = 16;
using Spectrum = std::array<float, bandCount>;
inline constexpr float bandCentreNm(int band) {
    return 400.0f + 20.0f * float(band);
}

struct Pigment {
    std::string name;            // "black"
    std::string colourIndex;     // "PBk7 77266"
    Spectrum absorptionPerMm{};  // mu_a of a full-density fill in the dermis
    Spectrum scatteringPerMm{};  // mu_s' added by a full-density fill
    float lossPerYear = 0.01f;   // of captured ink, before the site's factor
    float uvLossPer100Sed = 0;   // of captured ink per 100 SED at the skin
};

struct Tone {
    std::string name;   // "monk-3"
    std::string label;  // "light"
    float melanin = 0;  // melanosome volume fraction of the epidermis, Jacques 1998 formula
    float blood = 0;    // volume fraction in the dermis
    float saturation = 0.75f;
    float scatterScale = 0.7f;  // of the mean scattering of skin (tissue_laws.h)
    float pedestal = 0.06f;     // r_s: flat surface share in an instrument's reading; not part of the tint
};

/// How one site is built and heals, on a person (person.h) of 30 who heals as most do and does not darken.
struct SiteConstants {
    float stratumCorneumMm = 0.02f;
    float epidermisMm = 0.08f;  // whole, stratum corneum included
    float dermisMm = 0.9f;
    float lossFactor = 1;      // multiplies captured ink loss per year (finger 3, side 8, pad 20)
    float spreadFactor = 1;    // multiplies the diffusivity of captured ink
    float turnoverFactor = 1;  // multiplies epidermal turnover
    float closingFactor = 1;   // multiplies how fast a wound closes (person.h)
    float paceFactor = 1;      // multiplies how fast scales come and redness goes (person.h)
    float darkening = 0;       // tendency to darken after inflammation, 0 to 1 (person.h)
    float cellMm = 0.7f;       // micro-relief cell size
    float reliefMm = 0.03f;    // micro-relief depth
    float hairPerCm2 = 0;
    float poresPerCm2 = 170;           // hair follicles and sweat ducts, from which a wound closes too
    float lightness = 0, redness = 0;  // offsets of L* and a* against the tone's own (science.md section 2)

    bool operator==(const SiteConstants&) const = default;
};

std::vector<Pigment> pigments();
/// @throws Error (badInput) naming the known pigments.
Pigment pigmentNamed(const std::string& name);

std::vector<Tone> tones();
/// "monk-1" ... "monk-10", "ita:DEG" (-60 to 70), "melanin:FRACTION" (0.001 to 0.43). @throws Error (usage).
Tone toneNamed(const std::string& text);

/// @throws Error (usage).
SiteConstants siteConstants(const std::string& siteName);

}  // namespace inkheal::skin
