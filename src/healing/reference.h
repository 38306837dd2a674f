#pragma once
// The whole healing of a small chart on the CPU, in double and one place after another: what the device must agree
// with. The schedule, the care and the laws are those of Healing; the arithmetic and the order of work are its own.

#include <array>
#include <vector>

#include "healing/care.h"
#include "skin/fields.h"

namespace inkheal::healing {

/// skin::Fields as plain numbers: one value a texel, rows from 0, in the meanings of skin/fields.h.
struct ReferenceState {
    using Texels = std::vector<double>;

    skin::Grid grid, coarse;
    std::vector<skin::Pigment> pigments;
    skin::SiteConstants site;

    Texels injury, pieceHash, rimMm, pores;  // constant
    std::array<Texels, 2> metric;            // along x and y, constant
    std::vector<Texels> dose;                // by pigment, constant

    std::vector<Texels> captured;            // by pigment
    Texels epidermalShare, freeShare, lost;  // lost in doses
    Texels mediator, blood, swelling, haemoglobin;
    Texels integrity, growing, corneum;
    Texels plasma, gel, crust;
    Texels dead, first, second, lifted;
    Texels rising, darkening;                // excess melanin, on its way and seen
    Texels coarseMediator, coarseLingering;  // on the coarse grid
    Texels coarseBlood, coarseSwelling;      // of the skin round the piece, on it too
    Texels roundAbout, blockMean;            // of the integrity in the middle of the last step, on the migration grid
};

/// Day 0 with every texel intact and bare; pigments, grids and site as given.
ReferenceState bareReference(const skin::Grid& grid, const skin::Grid& coarse, std::vector<skin::Pigment> pigments,
                             const skin::SiteConstants& site);

/// What `fields` hold now, which is day 0 for healReference().
ReferenceState referenceFrom(const skin::Fields& fields);

/// From the last stroke to `toDay`, as Healing does it.
void healReference(ReferenceState& skin, const Care& care, double toDay, int stepsPerDay = 4);

}  // namespace inkheal::healing
