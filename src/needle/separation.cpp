#include "needle/separation.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

#include "needle/needle_laws.h"

namespace inkheal::needle {

namespace {

std::vector<double> nodeWeights(const Picture& artwork, int nodes) {
    std::vector<double> weights(std::size_t(nodes) * nodes * nodes, 0.0);
    for (const glm::vec4& texel : artwork.texels) {
        if (texel.a <= 0.002f) continue;
        std::array<int, 3> low{};
        std::array<double, 3> part{};
        for (int c = 0; c < 3; ++c) {
            const double axis = law::tableAxis(double(texel[c])) * (nodes - 1);
            low[c] = std::min(int(axis), nodes - 2);
            part[c] = axis - low[c];
        }
        for (int corner = 0; corner < 8; ++corner) {
            const int x = corner & 1, y = (corner >> 1) & 1, z = corner >> 2;
            const double weight =
                (x ? part[0] : 1 - part[0]) * (y ? part[1] : 1 - part[1]) * (z ? part[2] : 1 - part[2]);
            // every corner is solved, a corner of no weight too: the kernel's float may land on its other side
            weights[std::size_t(((low[2] + z) * nodes + low[1] + y) * nodes + low[0] + x)] +=
                std::max(weight * texel.a, 1e-12);
        }
    }
    return weights;
}

/// Solves the nodes of one plane of blue, each from its neighbour's mixture. Planes know nothing of each other, so that
/// the table is the same however many threads share them.
void solvePlane(SeparationTable& table, const Palette& palette, const std::vector<double>& weights, std::size_t plane) {
    const std::size_t size = std::size_t(table.nodes) * std::size_t(table.nodes);
    Doses near{};
    for (std::size_t node = plane * size; node < (plane + 1) * size; ++node) {
        if (weights[node] <= 0) continue;
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
    const std::vector<double> weights = nodeWeights(artwork, table.nodes);
    const Palette palette(pigments);
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t plane = next++; plane < planes; plane = next++) solvePlane(table, palette, weights, plane);
    };
    std::vector<std::jthread> hands;
    for (unsigned i = 1; i < std::min(std::thread::hardware_concurrency(), 8U); ++i) hands.emplace_back(work);
    work();
    hands.clear();  // joins
    double total = 0, sum = 0, unreached = 0;
    for (std::size_t node = 0; node < size; ++node) {
        total += weights[node];
        sum += weights[node] * double(table.deltaE[node]);
        if (table.deltaE[node] > 10) unreached += weights[node];
    }
    report = total > 0 ? Separation{sum / total, unreached / total} : Separation{};
    return table;
}

}  // namespace inkheal::needle
