#include "portrait/tint.h"

#include <algorithm>
#include <cmath>
#include <list>

#include "base/check.h"
#include "portrait/tint_maths.h"
#include "skin/optics.h"

namespace inkheal::portrait {

namespace {

constexpr int bloodSteps = 65;        // of the table of bare skin, excess blood 0 to 1
constexpr int darkSteps = 17;         // and excess melanin 0 to mostDarkening
constexpr float coarseGoalMm = 0.2f;  // texel of the wide kernel's grid

/// Pigments of one tray on the device; kept for good, since recorded work may still read them.
struct Tray {
    std::vector<skin::Pigment> pigments;
    gpu::Buffer bands;
};

/// Pictures between the kernels, by the size of the grid.
struct Scratch {
    int width = 0, height = 0, coarseTexels = 1;
    gpu::Image depth, reach, sharp, half, outer, coarse, wideHalf, middle, wide;
};

bool sameInks(const std::vector<skin::Pigment>& a, const std::vector<skin::Pigment>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const skin::Pigment& p, const skin::Pigment& q) {
        return p.absorptionPerMm == q.absorptionPerMm && p.scatteringPerMm == q.scatteringPerMm;
    });
}

/// Bare skin by excess melanin (rows) and blood; last in each row what returns of it above the ink: a perfectly black
/// ground under whole epidermis and clean dermis.
std::vector<glm::vec4> bareTable(const skin::SkinTable& table, const skin::SiteConstants& site,
                                 const skin::law::SkinLayers& layers) {
    std::vector<glm::vec4> bare;
    for (int row = 0; row < darkSteps; ++row) {
        const double darkening = law::mostDarkening * row / (darkSteps - 1);
        for (int i = 0; i < bloodSteps; ++i) {
            const double blood = skin::law::bloodMultiple(double(i) / (bloodSteps - 1));
            const glm::dvec3 light = skin::linearRgb(skin::bareSpectrum(table, site, blood, darkening));
            bare.emplace_back(glm::max(glm::vec3(light), glm::vec3(0.002f)),
                              0.0f);  // very dark skin is past Rec. 709 in blue
        }
        const glm::dvec3 above = skin::linearRgb(skin::aboveSpectrum(table, layers, darkening));
        bare.emplace_back(glm::max(glm::vec3(above), glm::vec3(0)), 0.0f);
    }
    return bare;
}

/// Standard deviations of the blurs, mm, by channel, and how far the exponential goes: to a fortieth.
struct Widths {
    Widths(const skin::Spread& spread, double overMm, double coarseMm) {
        for (int c = 0; c < 3; ++c) {
            reach[c] = skin::law::reachSigmaMm(spread.stretch[c]);
            const double first = law::wideMiddleMm(spread.lightMm[c]);
            middle[c] = law::coarseSigmaMm(first, coarseMm);
            outer[c] = law::furtherSigmaMm(first, law::wideOuterMm(spread.lightMm[c]));
            veiledMm = std::max(veiledMm, 3.7 * skin::law::veilBlurMm(overMm, spread.stretch[c]));
        }
    }

    glm::dvec3 reach{0}, middle{0}, outer{0};
    double veiledMm = 0;
};

}  // namespace

struct Tinter::Body {
    explicit Body(gpu::Device& on)
        : device(on),
          layers(on, "portrait/tint"),
          reach(on, "portrait/tint_reach"),
          blur(on, "portrait/tint_blur"),
          average(on, "portrait/tint_coarse"),
          widen(on, "portrait/tint_wide"),
          compose(on, "portrait/tint_compose"),
          surface(on, "portrait/look"),
          skinBands(on, "skin bands", sizeof(skin::SkinBand) * skin::bandCount),
          bare(on, "bare skin over blood and melanin", sizeof(glm::vec4) * (bloodSteps + 1) * darkSteps) {}

    const gpu::Buffer& trayOf(const std::vector<skin::Pigment>& pigments) {
        for (const Tray& tray : trays)
            if (sameInks(tray.pigments, pigments)) return tray.bands;
        trays.push_back({pigments, gpu::bufferOf(device, "pigment bands", skin::packedPigments(pigments))});
        return trays.back().bands;
    }

    Scratch& scratchOf(const skin::Grid& grid) {
        for (Scratch& known : scratches)
            if (known.width == grid.width && known.height == grid.height) return known;
        Scratch made;
        made.width = grid.width;
        made.height = grid.height;
        made.coarseTexels = std::max(1, int(std::lround(coarseGoalMm / grid.texelMm)));
        const gpu::ImageShape fine{grid.width, grid.height, 1, gpu::Format::rgba16f};
        const gpu::ImageShape coarse{(grid.width + made.coarseTexels - 1) / made.coarseTexels,
                                     (grid.height + made.coarseTexels - 1) / made.coarseTexels, 1,
                                     gpu::Format::rgba16f};
        made.depth = gpu::Image(device, "optical depth of ink", fine);
        made.reach = gpu::Image(device, "optical depth of ink, reached across", fine);
        made.outer = gpu::Image(device, "transmittance of ink in the epidermis", fine);
        made.sharp = gpu::Image(device, "ink transmittance, sharp", fine);
        made.half = gpu::Image(device, "ink transmittance, blurred across", fine);
        made.coarse = gpu::Image(device, "ink transmittance, coarse", coarse);
        made.wideHalf = gpu::Image(device, "ink transmittance, widened across", coarse);
        made.middle = gpu::Image(device, "ink transmittance, widened", coarse);
        made.wide = gpu::Image(device, "ink transmittance, wide", coarse);
        scratches.push_back(std::move(made));
        return scratches.back();
    }

    gpu::Device& device;
    gpu::Kernel layers, reach, blur, average, widen, compose, surface;
    gpu::Buffer skinBands, bare;
    std::list<Tray> trays;
    std::list<Scratch> scratches;
    TintInputs inputs{};
    skin::Spread spread{};
    bool toned = false;
};

Tinter::Tinter(gpu::Device& device) : body_(std::make_unique<Body>(device)) {}
Tinter::~Tinter() = default;

void Tinter::setTone(const skin::Tone& tone, const skin::SiteConstants& site) {
    setSkin(skin::skinTable(skin::toneAtSite(tone, site), site), site, skin::settledLayers(site));
    body_->spread.stretch *= double(skin::law::photographedEdge);
}

void Tinter::setSkin(const skin::SkinTable& table, const skin::SiteConstants& site,
                     const skin::law::SkinLayers& layers) {
    body_->skinBands.uploadFrom(std::span<const skin::SkinBand>(table));
    const std::vector<glm::vec4> bare = bareTable(table, site, layers);
    body_->bare.uploadFrom(std::span<const glm::vec4>(bare));
    body_->inputs.bare = bare.front();
    body_->inputs.bareAbove = glm::vec4(glm::vec3(bare[bloodSteps]), 0);
    body_->inputs.epidermisMm = float(layers.epidermisMm);
    body_->inputs.cleanMm = float(layers.cleanMm);
    body_->inputs.inkMm = float(layers.inkMm);
    body_->spread = skin::spreadIn(table, site);
    body_->inputs.bloodSteps = bloodSteps;
    body_->inputs.darkSteps = darkSteps;
    body_->toned = true;
}

void Tinter::tint(gpu::Commands& commands, const skin::Fields& skin, Look& look) {
    Body& body = *body_;
    check(body.toned, "setTone comes before tint");
    checkEqual(look.grid.width, skin.grid.width, "width of the look");
    checkEqual(look.grid.height, skin.grid.height, "height of the look");
    const gpu::Buffer& pigments = body.trayOf(skin.pigments);
    Scratch& scratch = body.scratchOf(skin.grid);
    const skin::State& state = skin.state;
    TintInputs inputs = body.inputs;
    inputs.layers = skin.layers();
    inputs.coarseTexels = scratch.coarseTexels;
    inputs.reliefMm = std::max(skin.site.reliefMm, 1e-4f);

    const float texelMm = skin.grid.texelMm, coarseMm = texelMm * float(scratch.coarseTexels);
    const Widths widths(body.spread, double(inputs.epidermisMm + inputs.cleanMm), coarseMm);
    const auto blurInputs = [](bool across, double reachMm, float ofMm, int most, const glm::dvec3& scale) {
        const int reach = std::clamp(int(std::ceil(reachMm / ofMm)), 1, most);
        return BlurInputs{across ? 1 : 0, across ? 0 : 1, reach, ofMm, glm::vec4(glm::vec3(scale), 0)};
    };
    const gpu::Extent fine{skin.grid.width, skin.grid.height}, coarse{scratch.coarse.width(), scratch.coarse.height()};

    const auto section = commands.section("tint");
    commands.run(
        body.layers, inputs,
        {body.skinBands, pigments, body.bare, skin.dose, state.captured, state.ink, state.wound, state.epidermis,
         state.film, state.debris, skin.anatomy, look.above, scratch.depth, skin.inking, scratch.outer},
        fine);
    for (const bool across : {true, false})
        commands.run(body.reach, blurInputs(across, 3 * widths.reach.r, texelMm, 16, widths.reach),
                     {across ? scratch.depth : scratch.reach, across ? scratch.reach : scratch.sharp}, fine);
    for (const bool across : {true, false})
        commands.run(
            body.blur, blurInputs(across, widths.veiledMm, texelMm, 48, body.spread.stretch),
            {across ? scratch.sharp : scratch.half, look.above, scratch.outer, across ? scratch.half : look.seen},
            fine);
    commands.run(body.average, inputs, {look.seen, scratch.coarse}, coarse);
    const auto widen = [&](const gpu::Image& from, gpu::Image& to, const glm::dvec3& sigma) {
        commands.run(body.widen, blurInputs(true, 3 * sigma.r, coarseMm, 40, sigma), {from, scratch.wideHalf}, coarse);
        commands.run(body.widen, blurInputs(false, 3 * sigma.r, coarseMm, 40, sigma), {scratch.wideHalf, to}, coarse);
    };
    widen(scratch.coarse, scratch.middle, widths.middle);
    widen(scratch.middle, scratch.wide, widths.outer);
    commands.run(body.compose, inputs, {look.above, look.seen, scratch.coarse, scratch.middle, scratch.wide, look.tint},
                 fine);
    commands.run(body.surface, LookInputs{skin.grid.originMm, texelMm, inputs.reliefMm, skin.seed, skin.ointment, 0, 0},
                 {state.wound, state.epidermis, state.film, state.debris, skin.anatomy, look.surface, look.blood},
                 fine);
    commands.makeMips(look.seen);
    commands.makeMips(look.surface);
}

Look Tinter::makeLook(const skin::Fields& skin) {
    const auto shape = [&](gpu::Format format, bool mips) {
        return gpu::ImageShape{skin.grid.width, skin.grid.height, 1, format, mips};
    };
    gpu::Device& device = body_->device;
    Look look;
    look.grid = skin.grid;
    look.tint = gpu::Image(device, "tint", shape(gpu::Format::rgba32f, false));
    look.above = gpu::Image(device, "above the ink", shape(gpu::Format::rgba16f, false));
    look.seen = gpu::Image(device, "ink transmittance", shape(gpu::Format::rgba16f, true));
    look.surface = gpu::Image(device, "surface", shape(gpu::Format::rgba16f, true));
    look.blood = gpu::Image(device, "excess blood", shape(gpu::Format::r16f, false));
    return look;
}

glm::vec3 Tinter::bareTint() const {
    check(body_->toned, "setTone comes before bareTint");
    return glm::vec3(body_->inputs.bare);
}

glm::vec3 Tinter::bareAbove() const {
    check(body_->toned, "setTone comes before bareAbove");
    return glm::vec3(body_->inputs.bareAbove);
}

const skin::Spread& Tinter::spread() const {
    check(body_->toned, "setTone comes before spread");
    return body_->spread;
}

}  // namespace inkheal::portrait
