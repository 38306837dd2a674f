#include "portrait/shoot.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <glm/gtc/matrix_transform.hpp>

#include "base/check.h"
#include "portrait/redness.h"

namespace inkheal::portrait {
namespace {

constexpr int samplesOnGpu = 8, samplesOnCpu = 4;
constexpr int shadowTexels = 768;
constexpr int smoothings = 4;       // of the vertices' view of the cards
constexpr int samplesOfBlur = 64;   // where the lens is open
constexpr int framesOfSubmit = 16;  // sub-frames that the device is given at once
constexpr int tileCells = 16, tileTexels = 512, tileGutter = 32;

/// Mips that a sub-frame is finer than a pixel: together they see what one pixel covers. One alone is a little coarser,
/// so that a fine line is as dark wherever it falls between the pixels' middles.
float sharpness(int frames) {
    return frames == 1 ? -0.25f : std::max(0.5f * std::log2(float(frames)) - 0.5f, 0.0f);
}

}  // namespace

Shoot::Pixels::Pixels(gpu::Device& device, int width, int height)
    : picture(device, "picture", {width, height, 1, gpu::Format::rgba32f}),
      paper(device, "paper", {width, height, 1, gpu::Format::rgba8}) {}

Shoot::Sights::Sights(gpu::Device& device, int width, int height)
    : seen(device, "seen triangles", {width, height, 1, gpu::Format::r32u}),
      depth(device, "depth", {width, height, 1, gpu::Format::depth16}) {}

Shoot::Shoot(gpu::Device& device, const body::Mesh& mesh)
    : device_(device),
      mesh_(device, mesh),
      seen_(device, "portrait/seen", "portrait/seen",
            {.colours = {gpu::Format::r32u}, .depthFormat = gpu::Format::depth16}),
      hiding_(device, "portrait/hiding", "", {{}, true, gpu::RasterState::Cull::back}),
      tile_(device, "portrait/tile"),
      hidden_(device, "portrait/hidden"),
      evenOut_(device, "portrait/even_out"),
      lit_(device, "portrait/lit"),
      mirror_(device, "portrait/mirrored"),
      shade_(device, "portrait/shade"),
      print_(device, "portrait/print"),
      pattern_(device, "micro-relief tile",
               {tileTexels + 2 * tileGutter, tileTexels + 2 * tileGutter, 1, gpu::Format::rgba16f, true}),
      shadow_(device, "shadow map", {shadowTexels, shadowTexels, 1, gpu::Format::depth32f}),
      sky_(device, "sky", {law::frame::skyWidth, law::frame::skyHeight, 1, gpu::Format::rgba16f}),
      litVertices_(device, "lit vertices", tableShape(2 * mesh.positionsMm.size(), gpu::Format::rgba32u)),
      mirrored_(device, "cards mirrored",
                {law::frame::mirroredSide, law::frame::mirroredSide, law::frame::mirroredLayers, gpu::Format::rgba16f}),
      nothing_(device, "nothing before", {1, 1, 1, gpu::Format::rgba32f}),
      shot_(device, "shot", sizeof(Shot)),
      visible_(device, "view of the cards", sizeof(glm::vec4) * mesh.positionsMm.size()),
      visibleBefore_(device, "view of the cards, uneven", sizeof(glm::vec4) * mesh.positionsMm.size()),
      patches_(device),
      hair_(device) {}

void Shoot::setBare(const Bare& bare) {
    bare_ = bare;
    if (bare.complexion) mesh_.setComplexion(*bare.complexion);
    bodyIsLit_ = reddened_ = false;
}

Shot Shoot::shotFor(const Camera& camera, const Rig& rig, int height) const {
    Shot s{};
    s.toClip = camera.clipFromWorld();
    s.eye = glm::vec4(camera.eye, 2 * camera.tallTangent / float(height));
    s.right = glm::vec4(camera.right() * camera.tallTangent * camera.aspect, camera.nearMm);
    s.up = glm::vec4(camera.upward() * camera.tallTangent, camera.farMm);
    s.ahead = glm::vec4(camera.direction(), 0);
    s.relief = glm::vec4(bare_.cellMm, bare_.reliefMm, 0, 0);
    s.wall = glm::vec4(rig.wallMiddle, rig.wallCorner, 0, 0);
    s.bare = glm::vec4(bare_.tint, 0);
    s.bareBelow = glm::vec4(bare_.tint - bare_.above, 0);
    s.spreadMm = glm::vec4(bare_.spreadMm, 0);
    s.lean = glm::vec4(bare_.lean, 0);
    for (std::size_t i = 0; i < rig.cards.size(); ++i) s.cards[i] = rig.cards[i];
    s.sky = rig.sky;
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
    const int vertices = mesh_.wantedCount();
    if (vertices == 0) return;
    const double share = mesh_.wantedShare();
    {
        const auto section = gpu.section("frame shadow");
        for (int card = 0; card < int(rig.cards.size()); ++card) {
            if (rig.cards[std::size_t(card)].radiance.g > 0)
                gpu.draw(hiding_, DrawInputs{rig.cards[std::size_t(card)].toShadow}, {mesh_.casterPlaces()},
                         {{}, &shadow_}, 3 * mesh_.casterTriangles(), &mesh_.casterCorners());
            gpu.run(hidden_, ShadowInputs{card, vertices, 0, 0},
                    {shot_, {mesh_.vertices(), share}, {mesh_.wanted(), share}, {visible_, share}, shadow_},
                    {vertices});
        }
        for (int i = 0; i < smoothings; ++i) {
            gpu::Buffer &from = i % 2 ? visibleBefore_ : visible_, &to = i % 2 ? visible_ : visibleBefore_;
            gpu.run(evenOut_, LitInputs{vertices, 0, 0, 0},
                    {{mesh_.starts(), share},
                     {mesh_.neighbours(), share},
                     {mesh_.wanted(), share},
                     {from, share},
                     {to, share}},
                    {vertices});
        }
    }
    const auto section = gpu.section("frame irradiance");
    gpu.run(lit_, LitInputs{vertices, 0, 0, 0},
            {shot_, {mesh_.vertices(), share}, {mesh_.wanted(), share}, {visible_, share}, {litVertices_, share}},
            {vertices});
}

void Shoot::redden(const std::vector<Piece>& pieces) {
    if (bare_.complexion) mesh_.redden(rednessRound(mesh_.body(), pieces, *bare_.complexion));
    reddened_ = true;
}

void Shoot::lightPieces(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                        int height) {
    const Shot shot = shotFor(camera, rig, height);
    growTile(gpu);
    if (rig.map != skyMap_) {
        sky_.uploadFrom(std::span<const std::uint64_t>(*rig.map));
        skyMap_ = rig.map;
    }
    if (patches_.lay(gpu, mesh_, pieces))
        bodyIsLit_ = reddened_ = false;  // their ink or the skin under them is another
    if (!reddened_) redden(pieces);
    const bool viewed =
        !bodyIsLit_ || lastLensMm_ != camera.lensMm || std::memcmp(&shot, &lastShot_, sizeof(Shot)) != 0;
    if (viewed) {
        shot_.uploadFrom(std::span<const Shot>(&shot, 1));
        mesh_.choose({camera.clipFromWorld(), camera.eye, camera.lensMm, camera.focusMm,
                      camera.tallTangent * std::min(camera.aspect, 1.0f)},
                     patches_.vertices(), smoothings);
        lightBody(gpu, rig);
        patches_.light(gpu, mesh_, litVertices_, bare_.spreadMm);
        lastShot_ = shot, lastLensMm_ = camera.lensMm;
        bodyIsLit_ = true;
    }
    hair_.wear(mesh_, hairiness_, pieces, viewed);
}

void Shoot::subFrame(gpu::Commands& gpu, const Camera& camera, const Rig& rig, const SubFrameInputs& in) {
    const glm::vec2 size(pixels_.picture.width(), pixels_.picture.height());
    const glm::vec3 shift(-2 * in.jitter.x / size.x, 2 * in.jitter.y / size.y, 0);
    const glm::mat4 toClip = glm::translate(glm::mat4(1), shift) * camera.clipFromWorld(in.lens);
    {
        const auto section = gpu.section("frame raster");
        gpu.draw(seen_, DrawInputs{toClip},
                 {{mesh_.vertices(), mesh_.chosenShare()}, {mesh_.chosen(), mesh_.chosenShare()}},
                 {{&sights_.seen}, &sights_.depth}, 3 * mesh_.chosenCount(), &mesh_.chosenCorners());
    }
    hair_.draw(gpu, HairInputs{toClip, size, in.side, 0}, rig.cards, 2 * camera.tallTangent * camera.focusMm / size.y,
               shot_, litVertices_, sights_.depth);
    const auto section = gpu.section("frame shade");
    const double share = mesh_.chosenShare();
    gpu.run(shade_, in,
            {shot_,
             patches_.laid(),
             {mesh_.placeTable(), share},
             {mesh_.cornerTable(), share},
             {litVertices_, share},
             {patches_.chartMm(), share},
             sights_.seen,
             sights_.depth,
             pattern_,
             patches_.aboves(),
             patches_.seens(),
             patches_.slopes(),
             patches_.drys(),
             patches_.mixed(),
             in.frame == 0 ? nothing_ : pixels_.picture,
             pixels_.picture,
             sky_,
             mirrored_,
             hair_.adds(),
             hair_.takes()},
            {pixels_.picture.width(), pixels_.picture.height()});
}

float Shoot::tableMirrored(gpu::Commands& gpu, const Camera& camera, const Rig& rig) {
    const auto section = gpu.section("frame gloss table");
    gpu.run(mirror_, MirroredInputs{camera.focusMm, 0, 0, 0}, {shot_, mirrored_});
    const float cardMm =
        glm::distance(glm::vec3(rig.cards[0].centre), camera.eye + camera.focusMm * camera.direction());
    return float(law::frame::turnedAside(camera.focusMm, std::max(cardMm, camera.focusMm)));
}

void Shoot::makeRoom(int width, int height, int side) {
    if (!pixels_.picture || pixels_.picture.width() != width || pixels_.picture.height() != height) {
        pixels_ = {};
        pixels_ = Pixels(device_, width, height);
    }
    if (!sights_.seen || sights_.seen.width() != side * width || sights_.seen.height() != side * height) {
        sights_ = {};
        sights_ = Sights(device_, side * width, side * height);
    }
}

Picture8 Shoot::take(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                     int width, int height, int samples, int done, int until, const Development& development) {
    const int preset = device_.summary().kind == gpu::DeviceKind::cpu ? samplesOnCpu : samplesOnGpu;
    const int frames = samples > 0 ? samples : camera.lensMm > 0 ? samplesOfBlur : preset;
    SubFrameInputs in{};
    in.focusMm = camera.focusMm;
    in.sharpness = sharpness(frames);
    in.calm = lastCalm_ = float(law::frame::calming(frames));
    in.tileTexels = tileTexels, in.tileGutter = tileGutter, in.tileCells = tileCells;
    in.side = frames == 1 ? 2 : 1;
    in.pieces = int(pieces.size()), in.vertices = mesh_.vertexCount();
    makeRoom(width, height, in.side);
    lightPieces(gpu, pieces, camera, rig, height);
    in.hairs = hair_.count();
    if (frames == 1) in.asideTurn = tableMirrored(gpu, camera, rig);
    for (in.frame = done; in.frame < (until > 0 ? std::min(until, frames) : frames); ++in.frame) {
        in.jitter = law::frame::subFramePlace(in.frame, frames);
        in.lens = camera.lensMm * glm::vec2(law::frame::lensPlace(in.frame));
        subFrame(gpu, camera, rig, in);
        if (in.frame % framesOfSubmit == framesOfSubmit - 1) gpu.submit();
    }
    {
        const auto section = gpu.section("frame develop");
        gpu.run(print_, PrintInputs{glm::mat4(development.balance), int(development.gamut), in.calm, 0, 0},
                {pixels_.picture, pixels_.paper}, {width, height});
    }
    gpu.submit();
    return {width, height, pixels_.paper.downloadAs<std::uint8_t>(), development.gamut};
}

Picture Shoot::light() const {
    check(bool(pixels_.picture), "a picture is taken before its light is asked for");
    Picture light(pixels_.picture.width(), pixels_.picture.height());
    light.texels = pixels_.picture.downloadAs<glm::vec4>();
    for (glm::vec4& texel : light.texels) {
        const glm::vec3 calm = glm::vec3(texel) / texel.a;
        texel = glm::vec4(calm * float(law::frame::expanded(std::max({calm.r, calm.g, calm.b}), lastCalm_)), 1);
    }
    return light;
}

}  // namespace inkheal::portrait
