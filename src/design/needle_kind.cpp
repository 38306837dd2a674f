#include "design/needle_kind.h"

#include <array>

#include "base/check.h"

namespace inkheal::design {
namespace {

// Diameter of the smallest circle round n equal circles, in their diameters (Kravitz 1967, Graham et al. 1998).
constexpr std::array<double, mostRoundNeedles> tightCircle{1.0,    2.0,    2.1547, 2.4142, 2.7013, 3.0,
                                                           3.0,    3.3048, 3.6131, 3.8130, 3.9238, 4.0296,
                                                           4.2361, 4.3284, 4.5214, 4.6154, 4.7920, 4.8637};
constexpr double curvedChord = 0.95;  // of a magnum's row once it is bent into an arc (own estimate)
constexpr double inkSpreadMm = 0.10;  // of the ink round the group, both edges together (science.md section 3, group
                                      // line widths: the tight group and 0.1 to 0.2)
constexpr double taperAtSkin = 0.6;   // diameter of a long taper (2.3 mm) over its wire, at 1.4 mm of stroke
constexpr double quarterCircle = 0.7853981633974483;  // area of a circle over that of its square

}  // namespace

double groupWidthMm(const NeedleKind& needle) {
    check(needle.count >= 1, "a needle group has a needle");
    const double wire = double(needle.wireMm);
    if (needle.grouping == Grouping::round) {
        check(needle.count <= mostRoundNeedles, "a round group has at most eighteen needles");
        return wire * tightCircle[std::size_t(needle.count - 1)];
    }
    // Two rows, the needles of one in the gaps of the other.
    const double row = wire * 0.5 * (needle.count + 1);
    return needle.grouping == Grouping::curvedMagnum ? curvedChord * row : row;
}

double footprintMm(const NeedleKind& needle) {
    return groupWidthMm(needle) + inkSpreadMm;
}

double puncturesPerMm2(const NeedleKind& needle) {
    return needle.count * double(needle.strokesPerMm) / footprintMm(needle);
}

double holeMm2(const NeedleKind& needle) {
    const double across = taperAtSkin * double(needle.wireMm);
    return quarterCircle * across * across;
}

double holeShare(const NeedleKind& needle) {
    return double(needle.passes) * puncturesPerMm2(needle) * holeMm2(needle);
}

}  // namespace inkheal::design
