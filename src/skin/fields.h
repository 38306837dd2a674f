#pragma once
// The state of the skin over one chart: named GPU images in true millimetres. needle writes day 0, healing carries it
// through time, portrait reads it. Nothing here acts by itself. Every image is rgba32f and width x height unless said.

#include <glm/glm.hpp>
#include <string>
#include <vector>

#include "gpu/commands.h"
#include "gpu/image.h"
#include "skin/materials.h"

namespace inkheal::skin {

/// Where texels lie: texel (i, j) has its centre at chart mm originMm + (i + 0.5, j + 0.5) * texelMm. y grows with j
/// (toward the body), so row 0 is the end away from the body.
struct Grid {
    int width = 0;
    int height = 0;
    float texelMm = 0.05f;
    glm::vec2 originMm{0};

    bool operator==(const Grid&) const = default;
};

/// A grid of `texelsPerMm` over a w x h mm piece turned by `rotateDeg` (anticlockwise), centred on chart (0,0), with
/// `marginMm` round it.
Grid gridAround(float widthMm, float heightMm, float rotateDeg, float texelsPerMm, float marginMm);

/// Texels of `grid` across one of the grid on which cells migrate, and that grid.
int migrationBlock(const Grid& grid);
Grid migrationGrid(const Grid& grid);

/// Everything that changes with time, so that a snapshot is a copy of it.
struct State {
    gpu::Image captured;  // layers: captured dermal ink, 4 pigments a layer, in doses
    gpu::Image ink;       // x epidermal share of the dose, y free dermal share, z lost so far (in doses), w excess
                          // melanin on its way up, as a share of the tone's own
    gpu::Image wound;  // x mediator C, y excess blood H (0..1), z swelling W (height = 0.35 mm * W), w haemoglobin left
                       // in crust and bruise (0..1)
    gpu::Image epidermis;  // x integrity E (0 open .. 1 closed), y N1, z immature stratum corneum N, w injury I of day
                           // 0 (0..1)
    gpu::Image film;       // x plasma P, y gel G, z crust X (thickness 0.1 mm * X), w excess melanin that is seen
    gpu::Image debris;     // x D, y F1, z F2, w F (science.md section 6 row 8)
    gpu::Image mediator;   // rg32f, coarse grid: x C that spreads, y C that lingers where it was set free
    gpu::Image surround;   // rg32f, coarse grid: x excess blood, y swelling, as wound has them where it reaches
    gpu::Image around;  // rg32f, migration grid: integrity in the middle of the last step, x mean round about, y here
};

struct Fields {
    Grid grid;
    Grid coarse;                    // of the mediator: about 2 texels/mm, 12 mm wider than grid on every side
    std::vector<Pigment> pigments;  // at most 8; pigment p is layer p / 4, channel p % 4
    SiteConstants site;
    std::uint32_t seed = 1;

    // Set on day 0 and constant from then on.
    gpu::Image dose;     // layers: deposited ink, 1 = a full-density fill
    gpu::Image inking;   // rg32f: x share of the dose that lay free in the dermis at first, y CIE76 between the colour
                         // drawn and what the pigments give; 0 where no ink was laid
    gpu::Image anatomy;  // x micro-relief height mm, y flake piece hash 0..1, z distance to the piece's rim mm, w
                         // treated (0..1: the needle passed here)
    gpu::Image
        metric;  // rg32f: what skin's own spread is on paper along x and y, 1 / stretch^2 (1 where paper lies true)
    glm::vec2 metricLow{1}, metricHigh{1};  // least and most of it
    gpu::Image pores;  // r32f: what hair follicles and sweat ducts give to closing, over that of the average skin

    State state;
    float ointment = 0;  // how much of the skin shines with cream now, 0 to 1

    int layers() const { return (int(pigments.size()) + 3) / 4; }
};

/// Allocates every image, zeroed (intact skin: epidermis.x is set to 1).
Fields makeFields(gpu::Device& device, const Grid& grid, std::vector<Pigment> pigments, const SiteConstants& site,
                  std::uint32_t seed);
/// Tells the fields how paper is stretched to lie on skin, one value a texel.
void setMetric(Fields& fields, const std::vector<glm::vec2>& metric);
State makeState(gpu::Device& device, const Fields& like, const std::string& name);

std::uint64_t stateBytes(const State& state);
void copyState(gpu::Commands& commands, const State& from, State& to);

}  // namespace inkheal::skin
