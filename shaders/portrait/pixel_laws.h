// What a pixel covers: how many surfaces it sees, and its footprint in a chart. Lengths in mm.
// For the kernel that shades pixels, and in double for its tests.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_PIXEL_LAWS_H)
#define INKHEAL_PORTRAIT_PIXEL_LAWS_H

const real farOffMm = 1e6;         // chart coordinates beyond it are outside the chart
const real besideTriangle = 0.35;  // of a triangle's edge, that a place goes on past it
const real apartMm = 1.2;          // depths in one pixel further apart than this, and so many pixels, are two surfaces
const real apartPixels = 6.0;
const real leastRelit = 0.3;  // of the light on level skin, that the steepest relief keeps
const real partPlace = 0.25;  // of a pixel: four places in it stand so far from its middle, each for so much of it
const real mostTaps = 4.0;    // along the longer way of a footprint

/// What a pixel covers of a chart: `taps` places along its longer way, each so wide as it is across. `evenMm` is the
/// side of a square as large.
struct Footprint {
    real taps, acrossMm, evenMm;
};

LAW Footprint footprintOf(vec2 right, vec2 up) {
    real area = abs(right.x * up.y - right.y * up.x);
    real longest = sqrt(max(max(dot(right, right), dot(up, up)), 1e-12));
    Footprint foot;
    foot.taps = clamp(floor(longest * longest / max(area, 1e-12) + 0.4), 1.0, mostTaps);
    foot.acrossMm = max(area / longest, longest / mostTaps);
    foot.evenMm = sqrt(max(area, 1e-12));
    return foot;
}

#endif
