#pragma once
// Whose skin it is: how age and healing differ from those of a person of thirty who heals as most do, and how readily
// skin of a tone darkens after inflammation. The laws meet them as factors of the site's constants.

#include <string>

#include "skin/materials.h"

namespace inkheal::skin {

struct Person {
    double ageYears = 30;            // 16 to 100
    std::string healer = "typical";  // slow, typical, fast

    bool operator==(const Person&) const = default;
};

/// @throws Error (usage) for an age out of range or a healer that is none of the three.
void checkPerson(const Person& person);

/// A site of this person's, in skin of this tone.
SiteConstants siteOf(const SiteConstants& site, const Person& person, const Tone& tone);

}  // namespace inkheal::skin
