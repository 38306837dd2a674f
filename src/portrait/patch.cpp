#include "portrait/patch.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/packing.hpp>

#include "base/check.h"

namespace inkheal::portrait {
namespace {

constexpr float lightGoalMm = 0.2f;  // texel of the light's grid
constexpr float farOff = 1e9f;       // stands for outside the chart
constexpr float reachSigmas = 2.6f;  // of the wide kernel's Gaussians

int lightTexels(int fine, float texelMm) {
    return std::max(1, int(std::lround(float(fine) * texelMm / lightGoalMm)));
}

/// A chart's coordinates of every vertex of the body. A triangle that the chart dropped must not carry ink through a
/// corner it shares with one it kept.
void appendMm(const body::Mesh& mesh, const body::Chart& chart, std::vector<glm::vec2>& mm) {
    const std::size_t first = mm.size();
    const gpu::ImageShape shape = tableShape(mesh.positionsMm.size(), gpu::Format::rg32f);
    mm.resize(first + std::size_t(shape.width) * std::size_t(shape.height), glm::vec2(farOff));
    for (const std::uint32_t t : chart.triangles())
        for (const std::uint32_t corner : mesh.triangles[t]) mm[first + corner] = *chart.vertexMm()[corner];
}

}  // namespace

Patches::Patches(gpu::Device& device)
    : device_(device),
      lay_(device, "portrait/patch_lay"),
      light_(device, "portrait/patch_light"),
      blur_(device, "portrait/patch_blur") {}

bool Patches::takeCharts(const SkinMesh& mesh, const std::vector<Piece>& pieces) {
    std::vector<glm::vec2> mm;
    for (const Piece& piece : pieces) appendMm(mesh.body(), *piece.chart, mm);
    if (chart_ && mm == chartMm_) return false;
    chartMm_ = std::move(mm);
    gpu::ImageShape shape = tableShape(std::size_t(mesh.vertexCount()), gpu::Format::rg32f, int(pieces.size()));
    shape.layers = std::max(shape.layers, 1), shape.arrayed = true;
    chart_ = {};
    chart_ = gpu::Image(device_, "chart coordinates", shape);
    if (!pieces.empty()) chart_.uploadFrom(std::span<const glm::vec2>(chartMm_));
    vertices_.clear();
    const std::size_t layer = std::size_t(shape.width) * std::size_t(shape.height);
    for (std::size_t v = 0; v < std::size_t(mesh.vertexCount()); ++v)
        for (std::size_t p = 0; p < pieces.size(); ++p)
            if (chartMm_[p * layer + v].x != farOff) {
                vertices_.push_back(std::uint32_t(v));
                break;
            }
    return true;
}

/// Layers as large as the largest piece.
void Patches::makeRoom(const std::vector<Piece>& pieces) {
    int width = 1, height = 1, coarseWidth = 1, coarseHeight = 1;
    for (const Piece& piece : pieces) {
        const skin::Grid& grid = piece.look->grid;
        width = std::max(width, grid.width), height = std::max(height, grid.height);
        coarseWidth = std::max(coarseWidth, lightTexels(grid.width, grid.texelMm));
        coarseHeight = std::max(coarseHeight, lightTexels(grid.height, grid.texelMm));
    }
    const int layers = std::max(1, int(pieces.size()));
    const auto make = [&](gpu::Image& image, const char* name, int w, int h, gpu::Format format, bool mips) {
        image = {};
        image = gpu::Image(device_, name, {w, h, layers, format, mips, true});
    };
    make(aboves_, "pieces above their ink", width, height, gpu::Format::rgba16f, true);
    make(seens_, "pieces' ink", width, height, gpu::Format::rgba16f, true);
    make(slopes_, "pieces' slopes", width, height, gpu::Format::rgba16f, true);
    make(drys_, "pieces' dry cover", width, height, gpu::Format::r16f, true);
    make(crossed_, "light through ink", coarseWidth, coarseHeight, gpu::Format::rgba16f, false);
    make(half_, "light through ink, spread across", coarseWidth, coarseHeight, gpu::Format::rgba16f, false);
    make(middle_, "light through ink, spread a little", coarseWidth, coarseHeight, gpu::Format::rgba16f, false);
    make(mixed_, "light through ink, spread", coarseWidth, coarseHeight, gpu::Format::rgba16f, false);
    pieces_.clear();
    for (const Piece& piece : pieces) {
        const skin::Grid& grid = piece.look->grid;
        LaidPiece laid{};
        laid.originMm = grid.originMm;
        laid.sizeMm = grid.texelMm * glm::vec2(grid.width, grid.height);
        laid.coarseWidth = lightTexels(grid.width, grid.texelMm);
        laid.coarseHeight = lightTexels(grid.height, grid.texelMm);
        laid.fineShare = glm::vec2(grid.width, grid.height) / glm::vec2(width, height);
        laid.coarseShare = glm::vec2(laid.coarseWidth, laid.coarseHeight) / glm::vec2(coarseWidth, coarseHeight);
        laid.texelMm = grid.texelMm;
        laid.lightTexelMm = laid.sizeMm.x / float(laid.coarseWidth);
        pieces_.push_back(laid);
    }
    if (pieces_.empty()) pieces_.emplace_back();
    laid_ = gpu::bufferOf(device_, "laid pieces", pieces_);
}

/// The skin under every texel of light.
void Patches::placeUnder(const std::vector<Piece>& pieces) {
    const std::size_t width = std::size_t(mixed_.width()), height = std::size_t(mixed_.height());
    std::vector<glm::uvec2> under(std::max<std::size_t>(1, pieces.size()) * width * height, glm::uvec2(0));
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const LaidPiece& laid = pieces_[p];
        const glm::vec2 texelMm = laid.sizeMm / glm::vec2(laid.coarseWidth, laid.coarseHeight);
        for (int y = 0; y < laid.coarseHeight; ++y)
            for (int x = 0; x < laid.coarseWidth; ++x) {
                const auto skin = pieces[p].chart->at(laid.originMm + (glm::vec2(x, y) + 0.5f) * texelMm);
                if (!skin) continue;
                under[(p * height + std::size_t(y)) * width + std::size_t(x)] = {
                    skin->triangle + 1, glm::packUnorm2x16(glm::vec2(skin->barycentric.y, skin->barycentric.z))};
            }
    }
    under_ = gpu::bufferOf(device_, "skin under the pieces", under);
}

bool Patches::lay(gpu::Commands& gpu, const SkinMesh& mesh, const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces) check(piece.chart && piece.look, "a piece has a chart and a look");
    const bool charts = takeCharts(mesh, pieces);
    const bool grids = keys_.size() != pieces.size() || !laid_ ||
                       !std::equal(keys_.begin(), keys_.end(), pieces.begin(),
                                   [](const Key& key, const Piece& piece) { return key.grid == piece.look->grid; });
    if (grids) makeRoom(pieces), keys_.clear();
    if (charts || grids) placeUnder(pieces);
    keys_.resize(pieces.size(), {0, {}});
    bool laid = false;
    const auto section = gpu.section("frame pieces");
    for (std::size_t p = 0; p < pieces.size(); ++p) {
        const Look& look = *pieces[p].look;
        if (look.edition != 0 && keys_[p].edition == look.edition) continue;
        keys_[p] = {look.edition, look.grid};
        gpu.run(lay_, LayInputs{look.grid.texelMm, int(p), 0, 0},
                {look.above, look.seen, look.surface, aboves_, seens_, slopes_, drys_},
                {aboves_.width(), aboves_.height()});
        laid = true;
    }
    if (laid)
        for (gpu::Image* image : {&aboves_, &seens_, &slopes_, &drys_}) gpu.makeMips(*image);
    return charts || grids || laid;
}

void Patches::light(gpu::Commands& gpu, const SkinMesh& mesh, const gpu::Image& lit, const glm::vec3& spreadMm) {
    if (count() == 0) return;
    const auto section = gpu.section("frame scatter");
    const gpu::Extent all{mixed_.width(), mixed_.height(), count()};
    float texelMm = pieces_.front().lightTexelMm;
    for (const LaidPiece& piece : pieces_) texelMm = std::min(texelMm, piece.lightTexelMm);
    glm::vec3 middle, outer;
    for (int c = 0; c < 3; ++c) {
        const double first = law::wideMiddleMm(spreadMm[c]);
        middle[c] = float(law::coarseSigmaMm(first, texelMm));
        outer[c] = float(law::furtherSigmaMm(first, law::wideOuterMm(spreadMm[c])));
    }
    const auto inputs = [&](bool across, const glm::vec3& sigma, bool mixed) {
        SpreadInputs in{};
        in.alongX = across ? 1 : 0;
        in.reach = int(std::ceil(reachSigmas * glm::max(sigma.r, glm::max(sigma.g, sigma.b)) / texelMm));
        if (mixed) in.narrow = float(law::wideNarrowShare), in.middle = float(law::wideMiddleShare);
        in.sigmaMm = glm::vec4(sigma, 0);
        return in;
    };
    gpu.run(light_, inputs(true, middle, false), {laid_, mesh.corners(), lit, under_, seens_, crossed_}, all);
    gpu.run(blur_, inputs(true, middle, false), {laid_, crossed_, crossed_, crossed_, half_}, all);
    gpu.run(blur_, inputs(false, middle, false), {laid_, half_, crossed_, crossed_, middle_}, all);
    gpu.run(blur_, inputs(true, outer, false), {laid_, middle_, crossed_, middle_, half_}, all);
    gpu.run(blur_, inputs(false, outer, true), {laid_, half_, crossed_, middle_, mixed_}, all);
}

}  // namespace inkheal::portrait
