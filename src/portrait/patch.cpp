#include "portrait/patch.h"

#include <algorithm>
#include <cmath>

namespace inkheal::portrait {
namespace {

constexpr float lightGoalMm = 0.1f;  // texel of the light's grid
constexpr int coarseRatio = 2;       // texels of it across one of the wide kernel's grid
constexpr float farOff = 1e9f;       // stands for outside the chart

}  // namespace

PatchKernels::PatchKernels(gpu::Device& device)
    : flat(device, "portrait/flat", "portrait/flat",
           {{gpu::Format::rgba32f, gpu::Format::rgba16f, gpu::Format::rgba16f}, false, gpu::RasterState::Cull::none}),
      light(device, "portrait/patch_light"),
      gather(device, "portrait/patch_gather"),
      blur(device, "portrait/patch_blur"),
      skin(device, "portrait/patch_skin"),
      slope(device, "portrait/patch_slope") {}

Patch::Patch(gpu::Device& device, const skin::Grid& grid) : grid_(grid) {
    const auto texels = [&](int fine) {
        return std::max(1, int(std::lround(float(fine) * grid.texelMm / (lightGoalMm * coarseRatio))));
    };
    const int width = texels(grid.width), height = texels(grid.height);
    const auto lightGrid = [&](const char* name, gpu::Format format) {
        return gpu::Image(device, name, {width * coarseRatio, height * coarseRatio, 1, format});
    };
    const auto coarse = [&](const char* name) {
        return gpu::Image(device, name, {width, height, 1, gpu::Format::rgba16f});
    };
    place_ = lightGrid("patch places", gpu::Format::rgba32f);
    normal_ = lightGrid("patch normals", gpu::Format::rgba16f);
    visible_ = lightGrid("patch view of the cards", gpu::Format::rgba16f);
    light_ = lightGrid("patch light", gpu::Format::rgba16f);
    crossed_ = coarse("patch light through ink");
    half_ = coarse("patch light blurred across");
    wide_ = coarse("patch light blurred");
    const auto fine = [&](const char* name) {
        return gpu::Image(device, name, {grid.width, grid.height, 1, gpu::Format::rgba16f, true});
    };
    skin_ = fine("patch skin");
    slopes_ = fine("patch slopes");
}

bool Patch::fits(const skin::Grid& grid) const {
    return grid.width == grid_.width && grid.height == grid_.height && grid.texelMm == grid_.texelMm &&
           grid.originMm == grid_.originMm;
}

void Patch::lay(gpu::Device& device, const SkinMesh& mesh, const body::Chart& chart) {
    std::vector<glm::vec2> mm(chart.vertexMm().size(), glm::vec2(farOff));
    for (std::size_t v = 0; v < mm.size(); ++v)
        if (chart.vertexMm()[v]) mm[v] = *chart.vertexMm()[v];
    if (mm == chartMm_) return;
    chartMm_ = std::move(mm);
    // A triangle the chart dropped must not carry ink through a corner it shares with one it kept.
    std::vector<std::uint8_t> kept(mesh.body().positionsMm.size());
    for (const std::uint32_t t : chart.triangles())
        for (const std::uint32_t corner : mesh.body().triangles[t]) kept[corner] = 1;
    for (std::size_t v = 0; v < chartMm_.size(); ++v)
        if (!kept[v]) chartMm_[v] = glm::vec2(farOff);
    triangles_ = int(chart.triangles().size());
    chart_ = gpu::bufferOf(device, "chart coordinates", chartMm_);
    chosen_ = triangles_ ? gpu::bufferOf(device, "chart triangles", chart.triangles())
                         : gpu::Buffer(device, "chart triangles", sizeof(std::uint32_t));
}

PieceInputs Patch::inputs() const {
    PieceInputs in{};
    in.originMm = grid_.originMm;
    in.sizeMm = grid_.texelMm * glm::vec2(grid_.width, grid_.height);
    in.texelMm = grid_.texelMm;
    in.lightTexelMm = in.sizeMm.x / float(light_.width());
    in.ratio = coarseRatio;
    return in;
}

void Patch::light(gpu::Commands& gpu, const PatchKernels& kernels, const SkinMesh& mesh, const gpu::Buffer& shot,
                  const gpu::Buffer& lit, const Look& look) {
    const PieceInputs in = inputs();
    PieceInputs across = in;
    across.lightTexelMm = in.lightTexelMm * coarseRatio;
    across.reach = int(std::ceil(3 * law::wideSigmaMm(law::wideRedMm) / double(across.lightTexelMm)));
    across.ratio = 1;
    PieceInputs along = across;
    along.ratio = 0;
    {
        const auto section = gpu.section("frame irradiance");
        gpu.draw(kernels.flat, in, {mesh.vertices(), mesh.corners(), chosen_, lit, chart_},
                 {{&place_, &normal_, &visible_}, nullptr}, 3 * triangles_);
        gpu.run(kernels.light, in, {shot, place_, normal_, visible_, look.surface, light_},
                {light_.width(), light_.height()});
    }
    {
        const auto section = gpu.section("frame scatter");
        gpu.run(kernels.gather, in, {look.seen, light_, crossed_}, {crossed_.width(), crossed_.height()});
        gpu.run(kernels.blur, across, {crossed_, half_});
        gpu.run(kernels.blur, along, {half_, wide_});
        gpu.run(kernels.skin, in, {shot, look.above, look.seen, light_, crossed_, wide_, skin_},
                {skin_.width(), skin_.height()});
        gpu.makeMips(skin_);
    }
    const auto section = gpu.section("frame relief");
    gpu.run(kernels.slope, in, {look.surface, slopes_}, {slopes_.width(), slopes_.height()});
    gpu.makeMips(slopes_);
}

}  // namespace inkheal::portrait
