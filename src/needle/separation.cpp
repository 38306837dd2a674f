#include "needle/separation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "needle/needle_laws.h"

namespace inkheal::needle {

namespace {

constexpr double missed = 10;  // CIE76 that a client would call another colour

/// The eight nodes round a colour and their shares in it.
struct Corners {
    std::array<std::size_t, 8> node{};
    std::array<double, 8> weight{};
};

Corners cornersOf(const glm::vec4& colour, int nodes) {
    std::array<int, 3> low{};
    std::array<double, 3> part{};
    for (int c = 0; c < 3; ++c) {
        const double axis = law::tableAxis(double(colour[c])) * (nodes - 1);
        low[c] = std::min(int(axis), nodes - 2);
        part[c] = axis - low[c];
    }
    Corners corners;
    for (int corner = 0; corner < 8; ++corner) {
        const int x = corner & 1, y = (corner >> 1) & 1, z = corner >> 2;
        corners.node[corner] = std::size_t(((low[2] + z) * nodes + low[1] + y) * nodes + low[0] + x);
        corners.weight[corner] =
            (x ? part[0] : 1 - part[0]) * (y ? part[1] : 1 - part[1]) * (z ? part[2] : 1 - part[2]);
    }
    return corners;
}

/// Every corner of a colour counts, one of no weight too: the kernel's float may land on its other side.
std::vector<bool> nodesTouched(const Picture& artwork, int nodes) {
    std::vector<bool> touched(std::size_t(nodes) * nodes * nodes, false);
    for (const glm::vec4& texel : artwork.texels)
        if (double(texel.a) > law::leastCover)
            for (const std::size_t node : cornersOf(texel, nodes).node) touched[node] = true;
    return touched;
}

/// What the kernel's map of deltaE will say, by area.
Separation reportOf(const Picture& artwork, const SeparationTable& table) {
    double area = 0, sum = 0, unreached = 0;
    for (const glm::vec4& texel : artwork.texels) {
        if (double(texel.a) <= law::leastCover) continue;
        const Corners corners = cornersOf(texel, table.nodes);
        double deltaE = 0;
        for (std::size_t c = 0; c < 8; ++c) deltaE += corners.weight[c] * double(table.deltaE[corners.node[c]]);
        area += double(texel.a);
        sum += double(texel.a) * deltaE;
        if (deltaE > missed) unreached += double(texel.a);
    }
    return area > 0 ? Separation{sum / area, unreached / area} : Separation{};
}

/// Solves the nodes of one plane of blue, each from its neighbour's mixture. Planes know nothing of each other, so that
/// the table is the same however many threads share them.
void solvePlane(SeparationTable& table, const Palette& palette, const std::vector<bool>& touched, std::size_t plane) {
    const std::size_t size = std::size_t(table.nodes) * std::size_t(table.nodes);
    Doses near{};
    for (std::size_t node = plane * size; node < (plane + 1) * size; ++node) {
        if (!touched[node]) continue;
        const Palette::Mixture mixture = palette.mixtureFor(table.colourOf(node), near);
        near = mixture.doses;
        for (std::size_t p = 0; p < mostPigments; ++p) table.doses[node * 2 + p / 4][int(p % 4)] = float(near[p]);
        table.deltaE[node] = float(mixture.deltaE);
    }
}

}  // namespace

glm::dvec3 SeparationTable::colourOf(std::size_t node) const {
    const std::size_t n = std::size_t(nodes);
    const glm::dvec3 axis =
        glm::dvec3(double(node % n), double(node / n % n), double(node / (n * n))) / double(nodes - 1);
    return axis * axis;
}

SeparationTable separationFor(const Picture& artwork, std::span<const skin::Pigment> pigments, Separation& report) {
    SeparationTable table;
    const std::size_t planes = std::size_t(table.nodes), size = planes * planes * planes;
    table.doses.assign(size * 2, glm::vec4(0));
    table.deltaE.assign(size, 0);
    const std::vector<bool> touched = nodesTouched(artwork, table.nodes);
    const Palette palette(pigments);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t plane = next++; plane < planes; plane = next++) solvePlane(table, palette, touched, plane);
    };
    std::vector<std::jthread> hands;
    for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), 8U); ++i) hands.emplace_back(work);
    work();
    hands.clear();  // joins
    report = reportOf(artwork, table);
    return table;
}

}  // namespace inkheal::needle
