#pragma once
// How far the skin of one piece has come, as means over its treated texels: what its phase is read from.
// For the readings of a day, and for a front end that wants the phase alone.

#include <glm/glm.hpp>
#include <span>

#include "healing/phase.h"
#include "skin/fields.h"

namespace inkheal::studio {

inline constexpr float treatedFrom = 0.5f;  // of anatomy.w

/// Texels of skin/fields.h's images of the same names, already on this side.
struct SkinTexels {
    std::span<const glm::vec4> wound, epidermis, film, debris, anatomy;
};

healing::Condition conditionOf(double ageDays, const SkinTexels& skin);
healing::Condition conditionOf(double ageDays, const skin::Fields& fields);

}  // namespace inkheal::studio
