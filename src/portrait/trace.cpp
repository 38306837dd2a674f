#include "portrait/trace.h"

#include <algorithm>

#include "base/interrupt.h"

namespace inkheal::portrait {
namespace {

constexpr int pathsOfRun = 1 << 16;                        // on their way at once, twins among them
constexpr int tilePixels = 32;                             // of a side
constexpr int lanesOnCpu = 1 << 12, lanesOnGpu = 1 << 14;  // few steps a lane: llvmpipe ends a loop after 65535 rounds

}  // namespace

Tracer::Tracer(gpu::Device& device, Shoot& shoot)
    : device_(device),
      shoot_(shoot),
      see_(device, "portrait/trace_see"),
      walk_(device, "portrait/trace_walk"),
      leave_(device, "portrait/trace_leave"),
      sum_(device, "portrait/trace_sum"),
      print_(device, "portrait/print"),
      body_(device, shoot.mesh().body()),
      sky_(device, "sky of the reference", {law::frame::skyWidth, law::frame::skyHeight, 1, gpu::Format::rgba16f}),
      shot_(device, "shot of the reference", sizeof(Shot)),
      paths_(device, "paths", sizeof(TracePath) * pathsOfRun),
      queue_(device, "lists of paths", sizeof(std::int32_t) * (law::trace::traceHeads + 4 * pathsOfRun)) {}

void Tracer::runTile(gpu::Commands& gpu, TraceScene& scene, TraceInputs in) {
    const SkinMesh& mesh = shoot_.mesh();
    const gpu::Image& tile = shoot_.reliefTile(gpu);
    for (in.round = 0; in.round + 1 < law::trace::traceRounds; ++in.round) {
        {
            const auto section = gpu.section("reference rays");
            gpu.run(see_, in,
                    {shot_, mesh.vertices(), mesh.corners(), body_.nodes, body_.triangles, scene.chart,
                     scene.piecesTable, scene.columns, scene.bands, tile, paths_, queue_, sky_},
                    {in.lanes});
        }
        {
            const auto section = gpu.section("reference walks");
            gpu.run(walk_, in,
                    {scene.bands, scene.pigments, scene.piecesTable, scene.columns, scene.inks, scene.bounds,
                     scene.depths, paths_, queue_},
                    {in.lanes});
        }
        const auto section = gpu.section("reference exits");
        gpu.run(leave_, in,
                {shot_, mesh.vertices(), mesh.corners(), body_.nodes, body_.triangles, scene.chart, scene.piecesTable,
                 scene.columns, scene.places, tile, paths_, queue_},
                {in.lanes});
    }
    gpu.run(sum_, in, {paths_, sums_, queue_}, {std::max(in.across * in.down, int(law::trace::traceHeads))});
    gpu.submit();
}

Picture Tracer::light(gpu::Commands& gpu, const std::vector<Piece>& pieces, const TraceSkin& skin, const Camera& camera,
                      const Rig& rig, int width, int height, int samples, const std::function<void(double)>& progress,
                      std::uint32_t seed) {
    TraceScene scene(device_, gpu, pieces, shoot_.mesh().body(), skin);
    const Shot shot = shoot_.shotFor(camera, rig, height);
    shot_.uploadFrom(std::span<const Shot>(&shot, 1));
    if (rig.map) sky_.uploadFrom(std::span<const std::uint64_t>(*rig.map));
    sums_ = gpu::Image(device_, "paths' light", {width, height, 1, gpu::Format::rgba32f});
    TraceInputs in{};
    in.width = width, in.height = height;
    in.vertices = shoot_.mesh().vertexCount(), in.pieces = scene.pieces(), in.skin = scene.bareSkin();
    in.seed = seed;
    in.mostPaths = pathsOfRun;
    in.floorMm = skin.floorMm;
    in.lanes = device_.summary().kind == gpu::DeviceKind::cpu ? lanesOnCpu : lanesOnGpu;
    const TileShape tile = Shoot::tileShape();
    in.tileTexels = float(tile.texels), in.tileGutter = float(tile.gutter), in.tileCells = tile.cells;
    const int mostSamples = pathsOfRun / law::trace::traceWalks / (tilePixels * tilePixels);
    const double all = double(width) * height * samples;
    double done = 0;
    for (in.firstSample = 0; in.firstSample < samples; in.firstSample += in.samples) {
        in.samples = std::min(mostSamples, samples - in.firstSample);
        for (in.top = 0; in.top < height; in.top += tilePixels)
            for (in.left = 0; in.left < width; in.left += tilePixels) {
                stopIfInterrupted();
                in.across = std::min(tilePixels, width - in.left), in.down = std::min(tilePixels, height - in.top);
                in.paths = in.across * in.down * in.samples;
                runTile(gpu, scene, in);
                done += in.paths;
                if (progress) progress(done / all);
            }
    }
    Picture picture(width, height);
    picture.texels = sums_.downloadAs<glm::vec4>();
    for (glm::vec4& texel : picture.texels) texel = glm::vec4(glm::vec3(texel) / texel.w, texel.w);
    return picture;
}

Picture8 Tracer::take(gpu::Commands& gpu, const std::vector<Piece>& pieces, const TraceSkin& skin, const Camera& camera,
                      const Rig& rig, const View& view, const Development& development,
                      const std::function<void(double)>& progress) {
    const int width = view.width, height = view.height;
    last_ = light(gpu, pieces, skin, camera, rig, width, height, std::max(view.samples, 1), progress);
    gpu::Image paper(device_, "paper of the reference", {width, height, 1, gpu::Format::rgba8});
    gpu.run(print_, PrintInputs{glm::mat4(development.balance), int(development.gamut), 0, 0, 0}, {sums_, paper},
            {width, height});
    gpu.submit();
    return {width, height, paper.downloadAs<std::uint8_t>(), development.gamut};
}

}  // namespace inkheal::portrait
