#include "portrait/shoot.h"

#include <cstring>
#include <glm/gtc/matrix_transform.hpp>

#include "base/check.h"

namespace inkheal::portrait {
namespace {

constexpr int samplesOnGpu = 8, samplesOnCpu = 4;
constexpr int shadowTexels = 1024;
constexpr int smoothings = 4;  // of the vertices' view of the cards
constexpr int tileCells = 16, tileTexels = 512, tileGutter = 32;

}  // namespace

Shoot::Pixels::Pixels(gpu::Device& device, int width, int height) {
    const auto make = [&](const char* name, gpu::Format format) {
        return gpu::Image(device, name, {width, height, 1, format});
    };
    seen = make("seen triangles", gpu::Format::r32u);
    depth = make("depth", gpu::Format::depth32f);
    place = make("places", gpu::Format::rgba32f);
    light = make("light from the skin", gpu::Format::rgba16f);
    normal = make("normals", gpu::Format::rgba16f);
    level = make("normals without relief", gpu::Format::rgba16f);
    visible = make("view of the cards", gpu::Format::rgba16f);
    coat = make("coat", gpu::Format::rgba16f);
    picture = make("picture", gpu::Format::rgba32f);
    paper = make("paper", gpu::Format::rgba8);
}

Shoot::Shoot(gpu::Device& device, const body::Mesh& mesh)
    : device_(device),
      mesh_(device, mesh),
      seen_(device, "portrait/seen", "portrait/seen", {{gpu::Format::r32u}}),
      hiding_(device, "portrait/hiding", "", {{}, true, gpu::RasterState::Cull::none}),
      tile_(device, "portrait/tile"),
      hidden_(device, "portrait/hidden"),
      evenOut_(device, "portrait/even_out"),
      lit_(device, "portrait/lit"),
      skin_(device, "portrait/skin"),
      piece_(device, "portrait/piece"),
      shade_(device, "portrait/shade"),
      print_(device, "portrait/print"),
      patchKernels_(device),
      pattern_(device, "micro-relief tile",
               {tileTexels + 2 * tileGutter, tileTexels + 2 * tileGutter, 1, gpu::Format::rgba16f, true}),
      shadow_(device, "shadow map", {shadowTexels, shadowTexels, 1, gpu::Format::depth32f}),
      shot_(device, "shot", sizeof(Shot)),
      litVertices_(device, "lit vertices", sizeof(LitVertex) * mesh.positionsMm.size()),
      litBefore_(device, "lit vertices before", sizeof(LitVertex) * mesh.positionsMm.size()) {}

void Shoot::setBare(const Bare& bare) {
    bare_ = bare;
    mesh_.setBare(bare.tint);
    bodyIsLit_ = false;
}

Shot Shoot::shotFor(const Camera& camera, const Rig& rig, int height) const {
    Shot s{};
    s.toClip = camera.clipFromWorld();
    s.eye = glm::vec4(camera.eye, 2 * camera.tallTangent / float(height));
    s.right = glm::vec4(camera.right() * camera.tallTangent * camera.aspect, 0);
    s.up = glm::vec4(camera.upward() * camera.tallTangent, 0);
    s.ahead = glm::vec4(camera.direction(), 0);
    s.skyTop = glm::vec4(rig.skyTop, bare_.cellMm);
    s.skyBottom = glm::vec4(rig.skyBottom, bare_.reliefMm);
    s.skyAxis = glm::vec4(rig.skyAxis, rig.wallMiddle);
    s.bare = glm::vec4(bare_.tint, rig.wallCorner);
    s.bareBelow = glm::vec4(bare_.tint - bare_.above, 0);
    for (std::size_t i = 0; i < rig.cards.size(); ++i) s.cards[i] = rig.cards[i];
    return s;
}

void Shoot::growTile(gpu::Commands& gpu) {
    if (tileGrown_) return;
    gpu.run(tile_, PatternInputs{tileCells, tileTexels, tileGutter, 11u}, {pattern_});
    gpu.makeMips(pattern_);
    tileGrown_ = true;
}

TileShape Shoot::tileShape() {
    return {tileCells, tileTexels, tileGutter};
}

const gpu::Image& Shoot::reliefTile(gpu::Commands& gpu) {
    growTile(gpu);
    return pattern_;
}

void Shoot::lightBody(gpu::Commands& gpu, const Rig& rig) {
    const int vertices = mesh_.vertexCount();
    {
        const auto section = gpu.section("frame shadow");
        for (int card = 0; card < int(rig.cards.size()); ++card) {
            if (rig.cards[std::size_t(card)].radiance.g > 0)
                gpu.draw(hiding_, DrawInputs{rig.cards[std::size_t(card)].toShadow},
                         {mesh_.vertices(), mesh_.corners()}, {{}, &shadow_}, 3 * mesh_.triangleCount());
            else
                gpu.clear(shadow_, 1);
            gpu.run(hidden_, ShadowInputs{card, vertices, 0, 0}, {shot_, mesh_.vertices(), litVertices_, shadow_},
                    {vertices});
        }
        for (int i = 0; i < smoothings; ++i) {
            gpu::Buffer &from = i % 2 ? litBefore_ : litVertices_, &to = i % 2 ? litVertices_ : litBefore_;
            gpu.run(evenOut_, LitInputs{vertices, 0, 0, 0}, {mesh_.starts(), mesh_.neighbours(), from, to}, {vertices});
        }
    }
    const auto section = gpu.section("frame irradiance");
    gpu.run(lit_, LitInputs{vertices, 0, 0, 0}, {shot_, mesh_.vertices(), litVertices_}, {vertices});
}

void Shoot::lightPieces(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                        int height) {
    const Shot shot = shotFor(camera, rig, height);
    growTile(gpu);
    if (!bodyIsLit_ || std::memcmp(&shot, &lastShot_, sizeof(Shot)) != 0) {
        shot_.uploadFrom(std::span<const Shot>(&shot, 1));
        lightBody(gpu, rig);
        lastShot_ = shot;
        bodyIsLit_ = true;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        check(piece.chart && piece.look, "a piece has a chart and a look");
        if (i >= patches_.size())
            patches_.emplace_back(device_, piece.look->grid);
        else if (!patches_[i].fits(piece.look->grid))
            patches_[i] = Patch(device_, piece.look->grid);
        patches_[i].lay(device_, mesh_, *piece.chart);
        patches_[i].light(gpu, patchKernels_, mesh_, shot_, litVertices_, *piece.look);
    }
}

void Shoot::subFrame(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera,
                     const SubFrameInputs& in) {
    Pixels& p = pixels_;
    const gpu::Extent all{p.picture.width(), p.picture.height()};
    {
        const auto section = gpu.section("frame raster");
        const glm::vec3 shift(-2 * in.jitter.x / float(all.x), 2 * in.jitter.y / float(all.y), 0);
        gpu.draw(seen_, DrawInputs{glm::translate(glm::mat4(1), shift) * camera.clipFromWorld()},
                 {mesh_.vertices(), mesh_.corners(), mesh_.chosen()}, {{&p.seen}, &p.depth}, 3 * mesh_.chosenCount());
    }
    const auto section = gpu.section("frame shade");
    gpu.run(skin_, in,
            {shot_, mesh_.vertices(), mesh_.corners(), litVertices_, p.seen, pattern_, p.place, p.light, p.normal,
             p.level, p.visible},
            all);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        PieceInputs inputs = patches_[i].inputs();
        inputs.jitter = in.jitter;
        gpu.run(piece_, inputs,
                {shot_, mesh_.vertices(), mesh_.corners(), patches_[i].chartMm(), p.seen, p.place, patches_[i].skin(),
                 patches_[i].slopes(), pieces[i].look->surface, p.level, p.light, p.normal, p.coat},
                all);
    }
    gpu.run(shade_, in, {shot_, p.place, p.light, p.normal, p.level, p.visible, p.coat, p.picture}, all);
}

Picture8 Shoot::take(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                     int width, int height, int samples) {
    if (!pixels_.picture || pixels_.picture.width() != width || pixels_.picture.height() != height) {
        pixels_ = {};
        pixels_ = Pixels(device_, width, height);
    }
    lightPieces(gpu, pieces, camera, rig, height);
    mesh_.choose(camera.clipFromWorld(), camera.eye);
    SubFrameInputs in{};
    in.tileTexels = tileTexels, in.tileGutter = tileGutter, in.tileCells = tileCells;
    const int preset = device_.summary().kind == gpu::DeviceKind::cpu ? samplesOnCpu : samplesOnGpu;
    const int frames = samples > 0 ? samples : preset;
    for (in.frame = 0; in.frame < frames; ++in.frame) {
        in.jitter = law::frame::subFramePlace(in.frame, frames);
        subFrame(gpu, pieces, camera, in);
    }
    {
        const auto section = gpu.section("frame develop");
        gpu.run(print_, in, {pixels_.picture, pixels_.paper}, {width, height});
    }
    gpu.submit();
    return {width, height, pixels_.paper.downloadAs<std::uint8_t>()};
}

}  // namespace inkheal::portrait
