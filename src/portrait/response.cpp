#include "portrait/response.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/packing.hpp>

#include "portrait/patch.h"
#include "portrait/tint.h"

namespace inkheal::portrait {
namespace {

constexpr float texelMm = 0.02f;
constexpr int across = 1000, along = 40;  // texels
constexpr double shownMm = 3;             // to each side
constexpr float vertexMm = 0.1f;          // across the shadow's edge

skin::Grid strip() {
    return {across, along, texelMm, {-0.5f * texelMm * across, -0.5f * texelMm * along}};
}

/// The same band sixteen times: every channel of the tint is this band's reflectance.
skin::SkinTable tableOf(const ResponseSkin& skin) {
    skin::SkinTable table{};
    for (int b = 0; b < skin::bandCount; ++b) {
        skin::SkinBand& band = table[std::size_t(b)];
        band.light = glm::vec4(glm::vec3(skin::rgbWeight(b)), skin::bandCentreNm(b));
        band.melaninDepth = float(skin.epidermisAbsorb * skin.epidermisMm);
        band.epidermisScatter = band.dermisScatter = float(skin.scatter);
        band.dermisAbsorb = float(skin.dermisAbsorb);
    }
    return table;
}

bool inkedAt(const ResponseShape& shape, double xMm) {
    using Kind = ResponseShape::Kind;
    switch (shape.kind) {
        case Kind::flat:
        case Kind::shadow:
            return false;
        case Kind::full:
        case Kind::shadowOnInk:
            return true;
        case Kind::edge:
            return xMm < 0;
        case Kind::line:
            return std::abs(xMm) < 0.5 * shape.mm;
        case Kind::grating:
            return std::abs(xMm - 2 * shape.mm * std::round(xMm / (2 * shape.mm))) < 0.5 * shape.mm;
    }
    return false;
}

/// How much of the texel about xMm is inked.
double coverAt(const ResponseShape& shape, double xMm) {
    constexpr int parts = 16;
    int inked = 0;
    for (int i = 0; i < parts; ++i) inked += inkedAt(shape, xMm + ((i + 0.5) / parts - 0.5) * texelMm);
    return double(inked) / parts;
}

template <class Value>
void fillColumns(gpu::Image& image, const std::vector<Value>& columns) {
    std::vector<Value> texels(std::size_t(across) * along * image.shape().layers, Value(0));
    for (int y = 0; y < along; ++y)
        std::copy(columns.begin(), columns.end(), texels.begin() + std::ptrdiff_t(y) * across);
    image.uploadFrom(std::span<const Value>(texels));
}

/// Intact skin that holds captured ink, at full density, where the shape says so.
skin::Fields fieldsOf(gpu::Device& device, const ResponseSkin& skin, const ResponseInk& ink,
                      const ResponseShape& shape) {
    skin::Pigment pigment;
    pigment.name = "ink";
    pigment.absorptionPerMm.fill(float(ink.absorb));
    skin::SiteConstants site;
    site.epidermisMm = float(skin.epidermisMm);
    skin::Fields fields = skin::makeFields(device, strip(), {pigment}, site, 1);
    const double outer = std::clamp(skin.epidermisMm - ink.topMm, 0.0, skin.epidermisMm) / skin::law::inkedEpidermisMm;
    std::vector<glm::vec4> dose, captured, shares(across, glm::vec4(float(outer), 0, 0, 0));
    for (int x = 0; x < across; ++x) {
        const auto cover = float(coverAt(shape, (x + 0.5 - 0.5 * across) * double(texelMm)));
        dose.emplace_back(cover, 0, 0, 0);
        captured.emplace_back(cover, 0, 0, 0);
    }
    fillColumns(fields.dose, dose);
    fillColumns(fields.state.captured, captured);
    fillColumns(fields.state.ink, shares);
    fillColumns(fields.anatomy, std::vector<glm::vec4>(across, {0, 0.5f, 3, 0}));
    return fields;
}

skin::law::SkinLayers layersOf(const ResponseSkin& skin, const ResponseInk& ink) {
    const double top = std::max(ink.topMm, skin.epidermisMm);
    return {skin.epidermisMm, top - skin.epidermisMm + 1e-4, std::max(ink.bottomMm - top, 1e-4)};
}

body::Mesh plane() {
    body::Mesh mesh;
    const int columns = int(std::lround(across * texelMm / vertexMm)) + 1, rows = 21;
    for (int j = 0; j < rows; ++j)
        for (int i = 0; i < columns; ++i)
            mesh.positionsMm.emplace_back(float(i - columns / 2) * vertexMm, float(j - rows / 2) * vertexMm, 0);
    for (int j = 0; j + 1 < rows; ++j)
        for (int i = 0; i + 1 < columns; ++i) {
            const auto a = std::uint32_t(j * columns + i), up = a + std::uint32_t(columns);
            mesh.triangles.push_back({a, a + 1, up + 1});
            mesh.triangles.push_back({a, up + 1, up});
        }
    const std::size_t count = mesh.positionsMm.size();
    mesh.normals.assign(count, {0, 0, 1});
    mesh.tangents.assign(count, {1, 0, 0, 1});
    mesh.uv.assign(count, glm::vec2(0));
    mesh.anatomy.resize(count);
    mesh.openness.assign(count, 1);
    return mesh;
}

body::Frame middleOf(const body::Mesh& mesh) {
    body::Frame frame;
    for (std::uint32_t t = 0; t < mesh.triangles.size(); ++t)
        for (int k = 0; k < 3; ++k)
            if (glm::length(mesh.positionsMm[mesh.triangles[t][std::size_t(k)]]) < 0.5f * vertexMm) {
                frame.point.triangle = t;
                frame.point.barycentric = glm::vec3(k == 0, k == 1, k == 2);
                return frame;
            }
    return frame;
}

/// Share of the light at xMm: all where x < 0, half on the edge.
float lightAt(double xMm) {
    return xMm < -1e-4 ? 1.0f : xMm < 1e-4 ? 0.5f : 0.0f;
}

/// Form H under light where x < 0, by the frame's kernels: what crosses the ink, spread, and what returns above it.
std::vector<double> shadowed(gpu::Device& device, gpu::Commands& commands, const Tinter& tinter, const Look& look) {
    const body::Mesh mesh = plane();
    const body::Chart chart(mesh, middleOf(mesh), 0.5f * across * texelMm + 1, 0);
    const SkinMesh skin(device, mesh);
    const gpu::ImageShape shape = tableShape(2 * mesh.positionsMm.size(), gpu::Format::rgba32u);
    std::vector<glm::uvec4> lit(std::size_t(shape.width) * std::size_t(shape.height), glm::uvec4(0));
    for (std::size_t v = 0; v < mesh.positionsMm.size(); ++v) {
        const glm::vec2 grey(lightAt(mesh.positionsMm[v].x));
        lit[2 * v] = {glm::packHalf2x16(grey), glm::packHalf2x16(grey), 0, 0};
    }
    gpu::Image light(device, "lit plane", shape);
    light.uploadFrom(std::span<const glm::uvec4>(lit));
    Patches patches(device);
    patches.lay(commands, skin, {{&chart, &look, 10}});
    patches.light(commands, skin, light, glm::vec3(tinter.spread().lightMm));
    commands.submit();
    const auto half = [](std::uint64_t texel) { return double(glm::unpackHalf4x16(texel).r); };
    const auto above = look.above.downloadAs<std::uint64_t>(), seen = look.seen.downloadAs<std::uint64_t>();
    const auto mixed = patches.mixed().downloadAs<std::uint64_t>();
    const int coarse = patches.mixed().width(), row = patches.mixed().height() / 2;
    const double below = double(tinter.bareTint().r - tinter.bareAbove().r);
    std::vector<double> light_;
    for (int x = 0; x < across; ++x) {
        const double at = std::clamp((x + 0.5) / across * coarse - 0.5, 0.0, coarse - 1.001);
        const auto low = std::size_t(row * coarse + int(at));
        const glm::vec4 a = glm::unpackHalf4x16(mixed[low]), b = glm::unpackHalf4x16(mixed[low + 1]);
        const double part = at - std::floor(at);
        const double spread =
            std::lerp(double(a.r), double(b.r), part) / std::max(std::lerp(double(a.a), double(b.a), part), 1e-4);
        const std::size_t texel = std::size_t(along / 2) * across + std::size_t(x);
        const double falling = lightAt((x + 0.5 - 0.5 * across) * double(texelMm));
        light_.push_back(half(above[texel]) * double(skin::law::enteringShare) * falling +
                         below * half(seen[texel]) * spread);
    }
    return light_;
}

}  // namespace

std::vector<ResponsePoint> response(gpu::Device& device, const ResponseSkin& skin, const ResponseInk& ink,
                                    const ResponseShape& shape) {
    using Kind = ResponseShape::Kind;
    gpu::Commands commands(device);
    Tinter tinter(device);
    const skin::Fields fields = fieldsOf(device, skin, ink, shape);
    tinter.setSkin(tableOf(skin), fields.site, layersOf(skin, ink));
    Look look = tinter.makeLook(fields);
    tinter.tint(commands, fields, look);
    std::vector<double> light;
    if (shape.kind == Kind::shadow || shape.kind == Kind::shadowOnInk) {
        light = shadowed(device, commands, tinter, look);
    } else {
        commands.submit();
        const auto tint = look.tint.downloadAs<glm::vec4>();
        for (int x = 0; x < across; ++x) light.push_back(double(tint[std::size_t(along / 2 * across + x)].r));
    }
    std::vector<ResponsePoint> points;
    for (int x = 0; x < across; ++x) {
        const double xMm = (x + 0.5 - 0.5 * across) * double(texelMm);
        if (std::abs(xMm) < shownMm) points.push_back({xMm, light[std::size_t(x)]});
    }
    return points;
}

}  // namespace inkheal::portrait
