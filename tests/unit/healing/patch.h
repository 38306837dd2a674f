#pragma once
// A patch of evenly inked skin for the reference: so wide in mind that its borders do not count (nothing crosses them),
// and with its crust lying evenly unless said otherwise.

#include "healing/reference.h"

namespace inkheal::healing {

inline constexpr double evenPiece = 0.5 / 7;  // the hash whose share of the film is the mean
inline constexpr double evenRimMm = 0.5292;   // and where its roots are as deep as they are on average

/// Day 0 of width x height texels at injury and dose `laid` (0..1); one pigment that does not fade.
inline ReferenceState inkedPatch(int width, int height, double laid = 1) {
    const skin::Grid grid{width, height, 0.1f, {0, 0}};
    const skin::Grid coarse{width / 5 + 2, height / 5 + 2, 0.5f, {-0.5f, -0.5f}};
    skin::Pigment pigment;
    pigment.name = "black";
    pigment.lossPerYear = 0;
    ReferenceState skin = bareReference(grid, coarse, {pigment}, {});
    const std::size_t count = skin.injury.size();
    skin.injury.assign(count, laid);
    skin.pieceHash.assign(count, evenPiece);
    skin.rimMm.assign(count, evenRimMm);
    skin.dose[0].assign(count, laid);
    skin.epidermalShare.assign(count, 0.2);
    skin.freeShare.assign(count, 0.8);
    skin.mediator.assign(count, laid);
    skin.integrity.assign(count, 1 - 0.9 * laid);
    skin.dead.assign(count, 0.9 * laid);
    skin.coarseMediator.assign(skin.coarseMediator.size(), laid);
    skin.coarseLingering = skin.coarseMediator;
    return skin;
}

inline Care carePlan(std::vector<CareEvent> events, double sunPerYearSed = 0) {
    return {"test", "", std::move(events), sunPerYearSed};
}

inline CareEvent moistureFrom(double day, double level) {
    return {CareKind::moisture, day, level, 0, 0};
}

/// A patch healed to `day`.
inline ReferenceState healed(ReferenceState skin, const Care& care, double day, int stepsPerDay = 4) {
    healReference(skin, care, day, stepsPerDay);
    return skin;
}

/// All ink of a texel as a share of the dose laid on it.
inline double keptAt(const ReferenceState& skin, std::size_t i) {
    double captured = 0, laid = 0;
    for (std::size_t p = 0; p < skin.dose.size(); ++p) captured += skin.captured[p][i], laid += skin.dose[p][i];
    return skin.epidermalShare[i] + skin.freeShare[i] + captured / laid;
}

}  // namespace inkheal::healing
