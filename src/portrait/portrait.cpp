#include "portrait/portrait.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

#include "portrait/camera.h"
#include "portrait/frame_laws.h"
#include "portrait/lights.h"
#include "portrait/limb.h"
#include "portrait/tint.h"

namespace inkheal::portrait {
namespace {

constexpr int samplesOnGpu = 16, samplesOnCpu = 4;
constexpr int shadowTexels = 2048;
constexpr int tileTexels = 1024, tileCells = 16;
constexpr float fadeMm = 3;          // of the chart into the limb
constexpr float penumbraTexelsPerMm = 1.0f;

/// The images of one picture size.
struct Targets {
    int width = 0, height = 0;
    gpu::Image visible, depth, place, colour, shape, smooth, coat, picture, print;

    Targets() = default;
    Targets(gpu::Device& device, int w, int h) : width(w), height(h) {
        const auto make = [&](const char* name, gpu::Format format) {
            return gpu::Image(device, name, {w, h, 1, format});
        };
        visible = make("visible triangle", gpu::Format::r32u);
        depth = make("depth", gpu::Format::depth32f);
        place = make("place", gpu::Format::rgba32f);
        colour = make("colour", gpu::Format::rgba16f);
        shape = make("shape", gpu::Format::rgba16f);
        smooth = make("smooth normal", gpu::Format::rgba16f);
        coat = make("coat", gpu::Format::rgba16f);
        picture = make("picture", gpu::Format::rgba32f);
        print = make("print", gpu::Format::rgba8);
    }
};

}  // namespace

struct Portrait::Body {
    gpu::Device& device;
    Limb limb;
    Tinter tinter;
    gpu::Raster visible, shadow;
    gpu::Kernel bare, lay, light, develop, reliefTile;
    gpu::Image shadowMap, tile;
    gpu::Buffer scene;
    Targets targets;
    skin::Tone tone;
    skin::SiteConstants site;
    bool tileStale = true;
    std::string shadowOf;  // light and frame the shadow map was made for
    struct ChartBuffer {
        const body::Chart* chart;
        gpu::Buffer mm;
    };
    std::vector<ChartBuffer> charts;

    Body(gpu::Device& d, const body::Mesh& mesh)
        : device(d),
          limb(d, mesh),
          tinter(d),
          visible(d, "portrait/visible", "portrait/visible", {{gpu::Format::r32u}}),
          shadow(d, "portrait/shadow", "", {{}, true, gpu::RasterState::Cull::none, 2, 2}),
          bare(d, "portrait/bare"),
          lay(d, "portrait/lay"),
          light(d, "portrait/light"),
          develop(d, "portrait/develop"),
          reliefTile(d, "portrait/relief_tile"),
          shadowMap(d, "shadow map", {shadowTexels, shadowTexels, 1, gpu::Format::depth32f}),
          tile(d, "micro-relief tile", {tileTexels, tileTexels, 1, gpu::Format::rgba16f, true}),
          scene(d, "scene", sizeof(Scene)) {}

    Scene sceneFor(const Camera& camera, const Lighting& lighting, const View& view) const;
    void makeTile(gpu::Commands& commands);
    void subFrame(gpu::Commands& commands, const std::vector<Piece>& pieces, const Camera& camera, PixelInputs pixels);
    const gpu::Buffer& coordinatesOf(const body::Chart& chart);
};

/// The limb seen from the key light, flat.
static glm::mat4 shadowView(const Limb& limb, const Lamp& key) {
    const glm::vec3 middle = 0.5f * (limb.low + limb.high), toLight(key.direction);
    const float reach = 0.5f * glm::length(limb.high - limb.low);
    const glm::mat4 look = glm::lookAtRH(middle + toLight * (2 * reach), middle, glm::vec3(key.up));
    return glm::orthoRH_ZO(-reach, reach, -reach, reach, reach, 3 * reach) * look;
}

Scene Portrait::Body::sceneFor(const Camera& camera, const Lighting& lighting, const View& view) const {
    Scene s{};
    s.clipFromWorld = camera.clipFromWorld();
    s.shadowFromWorld = shadowView(limb, lighting.lamps.front());
    s.eye = glm::vec4(camera.eye, 2 * camera.tallTangent / float(view.height));
    const glm::vec3 right = camera.right() * camera.tallTangent * camera.aspect, up = camera.upward() * camera.tallTangent;
    s.rayOrigin = glm::vec4(camera.direction() - right - up, 0);
    s.rayRight = glm::vec4(2.0f * right, 0);
    s.rayUp = glm::vec4(2.0f * up, 0);
    s.bareTint = glm::vec4(tinter.bareTint(), tone.melanin);
    const float reach = 0.5f * glm::length(limb.high - limb.low), shadowTexelMm = 2 * reach / shadowTexels;
    const Lamp& key = lighting.lamps.front();
    s.skyUp = glm::vec4(lighting.skyUp, lighting.exposure);
    // A light of tangent t blurs the shadow of what stands 8 mm above the skin by 8 t mm.
    s.skyDown = glm::vec4(lighting.skyDown, std::max(8.0f * 0.5f * (key.right.w + key.up.w) / shadowTexelMm, 1.5f));
    s.upAxis = glm::vec4(camera.up, shadowTexelMm);
    s.backdrop = glm::vec4(lighting.backdrop, 0);
    s.skin = {site.reliefMm, site.cellMm * tileCells, float(law::drySkinRoughness), 0};
    for (std::size_t i = 0; i < lighting.lamps.size(); ++i) s.lamps[i] = lighting.lamps[i];
    for (std::size_t i = lighting.lamps.size(); i < 4; ++i) s.lamps[i] = {{0, 0, 1, 0}, {1, 0, 0, 1}, {0, 1, 0, 1}, {0, 0, 0, 0}};
    return s;
}

void Portrait::Body::makeTile(gpu::Commands& commands) {
    const auto section = commands.section("micro-relief tile");
    const TileInputs inputs{float(tileCells), site.reliefMm, site.cellMm * tileCells, 7u};
    commands.run(reliefTile, inputs, {tile});
    commands.makeMips(tile);
    tileStale = false;
}

const gpu::Buffer& Portrait::Body::coordinatesOf(const body::Chart& chart) {
    for (const ChartBuffer& c : charts)
        if (c.chart == &chart) return c.mm;
    charts.push_back({&chart, chartCoordinates(device, chart)});
    return charts.back().mm;
}

void Portrait::Body::subFrame(gpu::Commands& gpu, const std::vector<Piece>& pieces, const Camera& camera, PixelInputs pixels) {
    // The sub-frame's place within the pixel moves the whole picture by less than a pixel.
    const glm::vec2 within(law::radicalInverse(pixels.sample_ + 1, 2), law::radicalInverse(pixels.sample_ + 1, 3));
    const glm::vec2 shift = (glm::vec2(0.5f) - within) * 2.0f / glm::vec2(pixels.width, pixels.height);
    const VertexInputs view{glm::translate(glm::mat4(1), glm::vec3(shift, 0)) * camera.clipFromWorld()};
    Targets& t = targets;
    {
        const auto section = gpu.section("frame raster");
        gpu.draw(visible, view, {limb.positions, limb.corners}, {{&t.visible}, &t.depth}, 3 * limb.triangles);
    }
    {
        const auto section = gpu.section("frame skin");
        gpu.run(bare, pixels,
                {limb.positions, limb.corners, limb.normals, limb.anatomies, scene, t.visible, tile, t.place, t.colour, t.shape,
                 t.smooth, t.coat},
                {pixels.width, pixels.height});
    }
    for (const Piece& piece : pieces) {
        const auto section = gpu.section("frame piece");
        const skin::Grid& grid = piece.look->grid;
        LayInputs lay_{};
        lay_.bareTint = glm::vec4(tinter.bareTint(), 1);
        lay_.originMm = grid.originMm;
        lay_.sizeMm = grid.texelMm * glm::vec2(grid.width, grid.height);
        lay_.texelMm = grid.texelMm;
        lay_.fadeMm = fadeMm;
        lay_.width = pixels.width, lay_.height = pixels.height;
        gpu.run(lay, lay_,
                {limb.positions, limb.corners, coordinatesOf(*piece.chart), t.visible, piece.look->tint, piece.look->surface, t.place,
                 t.smooth, t.colour, t.shape, t.coat},
                {pixels.width, pixels.height});
    }
    const auto section = gpu.section("frame light");
    gpu.run(light, pixels, {scene, t.place, t.colour, t.shape, t.smooth, t.coat, shadowMap, t.picture},
            {pixels.width, pixels.height});
}

Portrait::Portrait(gpu::Device& device, const body::Mesh& mesh) : body_(std::make_unique<Body>(device, mesh)) {}
Portrait::~Portrait() = default;

void Portrait::setTone(const skin::Tone& tone, const skin::SiteConstants& site) {
    body_->tinter.setTone(tone, site);
    body_->tone = tone;
    body_->site = site;
    body_->tileStale = true;
}

void Portrait::tint(gpu::Commands& commands, const skin::Fields& skin, Look& look) { body_->tinter.tint(commands, skin, look); }
Look Portrait::makeLook(const skin::Fields& skin) { return body_->tinter.makeLook(skin); }
glm::vec3 Portrait::bareTint() const { return body_->tinter.bareTint(); }

Picture8 Portrait::frame(gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Frame& focus, const View& view) {
    Body& body = *body_;
    float sizeMm = 30;
    if (!pieces.empty()) sizeMm = pieces.front().sizeMm;
    const Lighting lighting = lightingNamed(view.light, focus);
    const Camera camera = cameraFor(view, focus, sizeMm, body.limb.low, body.limb.high);
    const Scene scene = body.sceneFor(camera, lighting, view);
    body.scene.uploadFrom(std::span<const Scene>(&scene, 1));
    if (body.targets.width != view.width || body.targets.height != view.height) {
        body.targets = {};
        body.targets = Targets(body.device, view.width, view.height);
    }
    if (body.tileStale) body.makeTile(commands);
    {
        const auto section = commands.section("frame shadow");
        commands.draw(body.shadow, VertexInputs{scene.shadowFromWorld}, {body.limb.positions, body.limb.corners},
                      {{}, &body.shadowMap}, 3 * body.limb.triangles);
    }
    PixelInputs pixels{view.width, view.height, 0, view.samples};
    if (pixels.samples <= 0)
        pixels.samples = body.device.summary().kind == gpu::DeviceKind::cpu ? samplesOnCpu : samplesOnGpu;
    for (; pixels.sample_ < pixels.samples; ++pixels.sample_) {
        body.subFrame(commands, pieces, camera, pixels);
        commands.submit();
    }
    {
        const auto section = commands.section("frame develop");
        commands.run(body.develop, pixels, {body.targets.picture, body.targets.print}, {view.width, view.height});
    }
    commands.submit();
    Picture8 print{view.width, view.height, {}};
    print.rgba = body.targets.print.downloadAs<std::uint8_t>();
    return print;
}

}  // namespace inkheal::portrait
