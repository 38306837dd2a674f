#pragma once
// One needle group of the artist: how its wires are grouped and how it is worked, and what follows from that for the
// skin: the width of its line and the share of the skin that its holes take. Lengths in mm.

#include <string>

namespace inkheal::design {

enum class Grouping { round, magnum, curvedMagnum };

inline constexpr int mostRoundNeedles = 18;

struct NeedleKind {
    std::string name;
    Grouping grouping = Grouping::round;
    int count = 1;            // wires in the group
    float wireMm = 0.25f;     // diameter of one
    float strokesPerMm = 8;   // of the machine, over the way of the hand in one pass
    float passes = 1;         // over the same place
    float dilationMm = 0.1f;  // added at each edge by the skin
    float columnMm = 0.4f;    // from the surface down to which a hole fills with ink
};

/// Across the wires: the circle round a tight round group, the row of a magnum.
double groupWidthMm(const NeedleKind& needle);

/// Width of the line that one pass leaves at day 0.
double footprintMm(const NeedleKind& needle);

/// Holes that one pass leaves in a square millimetre.
double puncturesPerMm2(const NeedleKind& needle);

/// Area of one hole where it passes the surface.
double holeMm2(const NeedleKind& needle);

/// Area of all holes of all passes over the area that was worked; past 1 where holes fall into holes.
double holeShare(const NeedleKind& needle);

}  // namespace inkheal::design
