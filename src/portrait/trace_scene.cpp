#include "portrait/trace_scene.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "base/check.h"
#include "base/error.h"

namespace inkheal::portrait {
namespace {

constexpr int cellTexels = 8;      // across a cell of bounds
constexpr float placeMm = 0.15f;   // of the grid that finds the triangle under a place on a chart
constexpr float presetMm = 0.08f;  // epidermis that the tones' melanin is of; where it is thicker it is by dead cells
constexpr float farOff = 1e9f;     // stands for outside the chart
constexpr std::uint64_t mostBytes = 128u << 20;  // of one buffer, on the least device

/// Shares of the paths by band: as much as its light may matter to an eye, whose lightness is mostly green.
void shareOut(std::vector<TraceBand>& bands) {
    float all = 0, below = 0;
    const auto matters = [](const TraceBand& b) {
        return std::abs(b.light.r) + 1.6f * std::abs(b.light.g) + 0.65f * std::abs(b.light.b) + 0.02f;
    };
    for (const TraceBand& band : bands) all += matters(band);
    for (TraceBand& band : bands) {
        band.light.w = matters(band) / all;
        band.below = below;
        below += band.light.w;
    }
}

std::vector<glm::vec2> coordinatesOf(const body::Chart& chart, const body::Mesh& mesh) {
    std::vector<std::uint8_t> kept(mesh.positionsMm.size());
    for (const std::uint32_t t : chart.triangles())
        for (const std::uint32_t corner : mesh.triangles[t]) kept[corner] = 1;
    std::vector<glm::vec2> mm(mesh.positionsMm.size(), glm::vec2(farOff));
    for (std::size_t v = 0; v < mm.size(); ++v)
        if (kept[v] && chart.vertexMm()[v]) mm[v] = *chart.vertexMm()[v];
    return mm;
}

/// The tree as inner nodes that hold the boxes of both their children, the root first.
std::vector<TraceNode> pairsOf(const std::vector<body::Bvh::Node>& nodes) {
    std::vector<std::uint32_t> number(nodes.size());
    std::uint32_t inner = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].count == 0) number[i] = inner++;
    const auto low = [&](std::uint32_t i) {
        return glm::vec4(nodes[i].low, std::bit_cast<float>(nodes[i].count == 0 ? number[i] : nodes[i].first));
    };
    const auto high = [&](std::uint32_t i) { return glm::vec4(nodes[i].high, std::bit_cast<float>(nodes[i].count)); };
    std::vector<TraceNode> pairs;
    for (const body::Bvh::Node& n : nodes)
        if (n.count == 0) pairs.push_back({low(n.first), high(n.first), low(n.first + 1), high(n.first + 1)});
    return pairs;
}

gpu::Buffer storage(gpu::Device& device, const char* name, std::uint64_t bytes) {
    if (bytes > mostBytes)
        throw Error{
            "The pieces are too large for a reference picture; use --quality standard or draft, or a smaller "
            "--width."};
    return gpu::Buffer(device, name, std::max<std::uint64_t>(bytes, 16));
}

template <class T>
gpu::Buffer filled(gpu::Device& device, const char* name, const std::vector<T>& values) {
    gpu::Buffer buffer = storage(device, name, std::max<std::size_t>(values.size(), 1) * sizeof(T));
    if (!values.empty()) buffer.uploadFrom(std::span<const T>(values));
    return buffer;
}

}  // namespace

std::vector<TraceBand> traceBands(const skin::Tone& tone, const skin::SiteConstants& site, bool white) {
    std::vector<TraceBand> bands;
    const float absorbs = white ? 0 : 1;
    for (const skin::SkinBand& own : skin::skinTable(tone, site)) {
        TraceBand band{};
        band.light = own.light;
        band.melaninDepth = absorbs * own.melaninDepth;
        band.dermisAbsorb = absorbs * own.dermisAbsorb;
        band.bloodAbsorb = absorbs * own.bloodAbsorb;
        band.crustAbsorb = absorbs * own.crustAbsorb;
        band.epidermisScatter = own.epidermisScatter;
        band.dermisScatter = own.dermisScatter;
        band.epidermisMm = site.epidermisMm;
        bands.push_back(band);
    }
    shareOut(bands);
    return bands;
}

TraceBody::TraceBody(gpu::Device& device, const body::Mesh& mesh) {
    const body::Bvh tree(mesh);
    const std::vector<TraceNode> boxes = pairsOf(tree.nodes());
    std::vector<TraceTriangle> leaves;
    for (const body::Bvh::Triangle& t : tree.triangles())
        leaves.push_back({{t.corner, std::bit_cast<float>(t.index)}, {t.a, 0}, {t.b, 0}});
    nodes = filled(device, "tree of the body", boxes);
    triangles = filled(device, "triangles of the tree", leaves);
}

TraceScene::TraceScene(gpu::Device& device, gpu::Commands& commands, const std::vector<Piece>& pieces,
                       const body::Mesh& mesh, const TraceSkin& skin) {
    for (const Piece& piece : pieces) lay(piece, mesh, skin);
    const std::vector<TraceBand> bare = traceBands(skin::toneAtSite(skin.tone, skin.site), skin.site, skin.white);
    bands_.insert(bands_.end(), bare.begin(), bare.end());
    allocate(device);
    fill(device, commands, pieces);
}

void TraceScene::lay(const Piece& piece, const body::Mesh& mesh, const TraceSkin& skin) {
    check(piece.chart && piece.look && piece.fields, "a piece of a reference has a chart, a look and fields");
    const skin::Fields& fields = *piece.fields;
    const skin::Grid& grid = fields.grid;
    TracePiece p{};
    p.originMm = grid.originMm;
    p.sizeMm = grid.texelMm * glm::vec2(grid.width, grid.height);
    p.texelMm = grid.texelMm;
    p.cellMm = grid.texelMm * cellTexels;
    p.placeMm = placeMm;
    p.reliefMm = fields.site.reliefMm;
    p.width = grid.width, p.height = grid.height;
    p.firstTexel = texels_;
    p.cellsX = (grid.width + cellTexels - 1) / cellTexels, p.cellsY = (grid.height + cellTexels - 1) / cellTexels;
    p.firstCell = cells_;
    p.placesX = int(std::ceil(p.sizeMm.x / placeMm)), p.placesY = int(std::ceil(p.sizeMm.y / placeMm));
    p.firstPlace = std::int32_t(places_.size());
    p.firstPigment = std::int32_t(pigments_.size());
    p.skin = std::int32_t(table_.size());
    texels_ += grid.width * grid.height;
    cells_ += p.cellsX * p.cellsY;
    for (int y = 0; y < p.placesY; ++y)
        for (int x = 0; x < p.placesX; ++x) {
            const auto at = piece.chart->at(p.originMm + placeMm * (glm::vec2(x, y) + 0.5f));
            places_.push_back(at ? std::int32_t(at->triangle) : -1);
        }
    std::vector<skin::PigmentBands> tray = skin::packedPigments(fields.pigments);
    tray.resize(2 * skin::bandCount, {glm::vec4(0), glm::vec4(0)});
    if (skin.white)
        for (skin::PigmentBands& band : tray) band.absorb = glm::vec4(0);
    pigments_.insert(pigments_.end(), tray.begin(), tray.end());
    skin::SiteConstants here = fields.site;
    here.lightness = skin.site.lightness, here.redness = skin.site.redness;
    const std::vector<TraceBand> own = traceBands(skin::toneAtSite(skin.tone, here), here, skin.white);
    bands_.insert(bands_.end(), own.begin(), own.end());
    const std::vector<glm::vec2> mm = coordinatesOf(*piece.chart, mesh);
    chartMm_.insert(chartMm_.end(), mm.begin(), mm.end());
    table_.push_back(p);
}

void TraceScene::allocate(gpu::Device& device) {
    chart = filled(device, "charts of the pieces", chartMm_);
    piecesTable = filled(device, "pieces", table_);
    bands = filled(device, "bands of skin", bands_);
    pigments = filled(device, "bands of pigments", pigments_);
    places = filled(device, "triangles under the charts", places_);
    columns = storage(device, "columns of skin", 32ull * std::uint64_t(texels_));
    inks = storage(device, "columns of ink", 32ull * std::uint64_t(texels_));
    bounds = storage(device, "bounds of cells", 16ull * skin::bandCount * std::uint64_t(cells_));
    depths = storage(device, "depths of cells", 16ull * std::uint64_t(cells_));
}

void TraceScene::fill(gpu::Device& device, gpu::Commands& gpu, const std::vector<Piece>& pieces) {
    const gpu::Kernel column(device, "portrait/trace_column"), cells(device, "portrait/trace_cells"),
        widen(device, "portrait/trace_widen");
    gpu::Buffer narrow = storage(device, "bounds of cells alone", bounds.bytes());
    gpu::Buffer narrowDepths = storage(device, "depths of cells alone", depths.bytes());
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const skin::Fields& f = *pieces[i].fields;
        const skin::State& s = f.state;
        const TracePiece& p = table_[i];
        gpu.run(column, ColumnInputs{p.firstTexel, f.layers(), f.site.epidermisMm, std::max(f.site.reliefMm, 1e-4f)},
                {f.dose, s.captured, s.ink, s.wound, s.epidermis, s.film, s.debris, f.anatomy, f.inking,
                 pieces[i].look->surface, columns, inks},
                {f.grid.width, f.grid.height});
        const CellInputs in{int(i), cellTexels, 0, 0};
        const int count = p.cellsX * p.cellsY;
        gpu.run(cells, in, {bands, pigments, piecesTable, columns, inks, narrow, narrowDepths},
                {count * skin::bandCount / 4});
        gpu.run(widen, in, {piecesTable, narrow, narrowDepths, bounds, depths}, {count * skin::bandCount});
    }
    gpu.submit();
}

}  // namespace inkheal::portrait
