#include "skin/person.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"

namespace inkheal::skin {
namespace {

constexpr double usualAge = 30;

struct HealerPace {
    const char* word;
    double pace;  // of closing, scaling and calming (own estimate)
};
constexpr HealerPace healers[] = {{"slow", 0.7}, {"typical", 1}, {"fast", 1.3}};

double paceOf(const std::string& healer) {
    for (const HealerPace& known : healers)
        if (healer == known.word) return known.pace;
    throw Error{"\"" + healer + "\" is not a healer; there are slow, typical, fast.", Exit::usage};
}

/// Days in which the epidermis renews itself: 28 at 20 years, 45 at 70 (Grove and Kligman 1983; straight between).
double turnoverDays(double ageYears) {
    return 28 + (ageYears - 20) * 17 / 50;
}

/// Epidermis grows over a wound half as fast at 70 as at 25 (Grove 1982, blisters; own fit).
double closingAt(double ageYears) {
    return std::exp2((usualAge - ageYears) / 45);
}

/// The dermis thins by about 3 % in ten years from thirty on (own estimate after ultrasound of forearms).
double dermisShare(double ageYears) {
    return 1 - 0.003 * std::max(ageYears - usualAge, 0.0);
}

/// Tendency to darken after inflammation: none on light skin (1.2 % of melanin), full on brown skin (5 %), by the
/// logarithm of the melanin (who darkens: Fitzpatrick III to VI; own fit). It is a share of the tone's own melanin, and
/// the darkest skin cannot double what it has: from 10 % on the same amount is a smaller share.
double darkeningOf(double melanin) {
    const double part = std::clamp(std::log(melanin / 0.012) / std::log(0.05 / 0.012), 0.0, 1.0);
    return part * part * (3 - 2 * part) * std::min(1.0, 0.10 / melanin);
}

}  // namespace

void checkPerson(const Person& person) {
    if (!(person.ageYears >= 16 && person.ageYears <= 100))
        throw Error{"The age of the skin is between 16 and 100 years.", Exit::usage};
    paceOf(person.healer);
}

SiteConstants siteOf(const SiteConstants& site, const Person& person, const Tone& tone) {
    const double pace = paceOf(person.healer), age = person.ageYears;
    SiteConstants own = site;
    own.dermisMm = float(site.dermisMm * dermisShare(age));
    own.turnoverFactor = float(site.turnoverFactor * turnoverDays(usualAge) / turnoverDays(age));
    own.closingFactor = float(site.closingFactor * pace * closingAt(age));
    own.paceFactor = float(site.paceFactor * pace);
    own.darkening = float(darkeningOf(tone.melanin));
    return own;
}

}  // namespace inkheal::skin
