#pragma once
// Small charts inked by formula for the healing tests, and what is read back of them. The state of day 0 is that of the
// science notes, section 6, written here anew so that these tests need no needle.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "gpu/commands.h"
#include "healing/reference.h"
#include "skin/fields.h"

namespace inkheal::healing {

/// Load of ink (0..1) at a place of the chart in mm, (0,0) in its middle.
using Drawing = std::function<double(double xMm, double yMm)>;

double solidDisc(double xMm, double yMm);
double hairlines(double xMm, double yMm);
double dotsAndShade(double xMm, double yMm);
double softShade(double xMm, double yMm);

struct Chart {
    int width = 65, height = 65;
    float texelsPerMm = 10;
    skin::SiteConstants site{};
    float stretch = 0;  // how far the metric goes to either side of 1 from border to border
};

/// Day 0 of the drawing in five pigments (two layers): seven tenths in the first, three in the last.
skin::Fields inked(gpu::Commands& commands, const Drawing& drawing, const Chart& chart = {});

/// Everything that healing changes, by name, as plain numbers.
std::map<std::string, std::vector<double>> fieldsOf(const ReferenceState& skin);

/// Dermal, epidermal and lost ink together, of what was laid.
double accountedFor(const ReferenceState& skin);

/// The bytes of every image of the state, one after another.
std::vector<std::byte> bitsOf(const skin::State& state);

}  // namespace inkheal::healing
