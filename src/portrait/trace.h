#pragma once
// The reference picture: Monte Carlo paths from the eye, in tiles, until every pixel has its samples. Light is mirrored
// by the same facets, falls from the same cards and sky and walks through the same skin as in the frame, but nothing of
// it is approximated by a formula: reflections, shadows and light between fingers are traced, scattering is a random
// walk through layers with ink in them. What stays assumed: layers lie flat in the chart, so that light does not
// cross a thin ear or finger; relief tilts the surface and does not shadow it; light enters skin as from all sides.

#include <functional>

#include "portrait/rig.h"
#include "portrait/shoot.h"
#include "portrait/trace_maths.h"
#include "portrait/trace_scene.h"

namespace inkheal::portrait {

class Tracer {
 public:
    /// On the body of `shoot`.
    Tracer(gpu::Device& device, Shoot& shoot);

    /// The picture of `pieces`, which need their fields, by `view.samples` paths a pixel; says how far it has come, 0
    /// to 1. The same seed gives the same bytes. @throws Error when interrupted.
    Picture8 take(gpu::Commands& commands, const std::vector<Piece>& pieces, const TraceSkin& skin,
                  const Camera& camera, const Rig& rig, const View& view, const Development& development,
                  const std::function<void(double)>& progress);

    /// Light of the picture taken last, before white balance and tone curve.
    const Picture& last() const { return last_; }

    /// Linear light, the mean of the paths; w is their number.
    Picture light(gpu::Commands& commands, const std::vector<Piece>& pieces, const TraceSkin& skin,
                  const Camera& camera, const Rig& rig, int width, int height, int samples,
                  const std::function<void(double)>& progress = {}, std::uint32_t seed = 1);

 private:
    void runTile(gpu::Commands& commands, TraceScene& scene, TraceInputs inputs);

    gpu::Device& device_;
    Shoot& shoot_;
    gpu::Kernel see_, walk_, leave_, sum_, print_;
    TraceBody body_;
    gpu::Image sky_, sums_;
    gpu::Buffer shot_, paths_, queue_;
    Picture last_;
};

}  // namespace inkheal::portrait
