#pragma once
// One piece's skin in its own chart, per frame: the light that falls on it, that light scattered through skin and ink
// (form H of rendering.md 3.1), and the slopes of its relief, ready to be laid over what the pixels see.

#include "gpu/commands.h"
#include "portrait/portrait.h"
#include "portrait/shot_laws.h"
#include "portrait/skin_mesh.h"

namespace inkheal::portrait {

/// The kernels every patch shares.
struct PatchKernels {
    explicit PatchKernels(gpu::Device& device);

    gpu::Raster flat;
    gpu::Kernel light, gather, blur, skin, slope;
};

class Patch {
 public:
    /// Images for a look of this grid.
    Patch(gpu::Device& device, const skin::Grid& grid);

    bool fits(const skin::Grid& grid) const;

    /// Takes the chart's coordinates over, if they are not the ones it has.
    void lay(gpu::Device& device, const SkinMesh& mesh, const body::Chart& chart);

    /// Records light and scattering of `look` under the lights of `shot`, on the body lit as `lit`.
    void light(gpu::Commands& commands, const PatchKernels& kernels, const SkinMesh& mesh, const gpu::Buffer& shot,
               const gpu::Buffer& lit, const Look& look);

    PieceInputs inputs() const;
    const gpu::Buffer& chartMm() const { return chart_; }  // vec2 a vertex, far off outside the chart
    const gpu::Image& skin() const {
        return skin_;
    }  // rgb light that leaves the skin, times a; a: weight over the limb
    const gpu::Image& slopes() const { return slopes_; }  // xy slope, z its square, w height over the surroundings

 private:
    skin::Grid grid_;
    std::vector<glm::vec2> chartMm_;
    int triangles_ = 0;
    gpu::Buffer chart_, chosen_;
    gpu::Image place_, normal_, visible_, light_, crossed_, half_, wide_, skin_, slopes_;
};

}  // namespace inkheal::portrait
