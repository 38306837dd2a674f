#include "body/shapes.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace inkheal::body {

namespace {

/// Steps of a square lattice over `lengthMm` so that its diagonals, too, are at most edgeMm.
int steps(double lengthMm, double edgeMm) {
    return std::max(1, int(std::ceil(lengthMm * std::numbers::sqrt2 / (0.995 * edgeMm))));
}

/// Two triangles for each cell of a lattice of columns + 1 by rows + 1 vertices.
void stitch(Mesh& mesh, int columns, int rows) {
    for (int y = 0; y < rows; ++y) {
        for (int x = 0; x < columns; ++x) {
            const auto a = std::uint32_t(y * (columns + 1) + x), b = a + 1, c = a + std::uint32_t(columns) + 1,
                       d = c + 1;
            mesh.triangles.push_back({a, b, d});
            mesh.triangles.push_back({a, d, c});
        }
    }
}

void finish(Mesh& mesh) {
    mesh.uv.resize(mesh.positionsMm.size(), glm::vec2(0));
    mesh.openness.assign(mesh.positionsMm.size(), 1.0f);
    mesh.anatomy.resize(mesh.positionsMm.size());
    float lowest = mesh.positionsMm.front().y;
    for (const auto& p : mesh.positionsMm) lowest = std::min(lowest, p.y);
    for (std::size_t i = 0; i < mesh.anatomy.size(); ++i) mesh.anatomy[i].alongLimbMm = mesh.positionsMm[i].y - lowest;
    computeTangents(mesh);
}

}  // namespace

Mesh makePlane(float sizeMm, float edgeMm) {
    Mesh mesh;
    mesh.name = "plane";
    const int n = steps(sizeMm, edgeMm);
    for (int y = 0; y <= n; ++y) {
        for (int x = 0; x <= n; ++x) {
            const glm::vec2 at(float(x) / float(n), float(y) / float(n));
            mesh.positionsMm.emplace_back((at - 0.5f) * sizeMm, 0.0f);
            mesh.normals.emplace_back(0.0f, 0.0f, 1.0f);
            mesh.uv.push_back(at);
        }
    }
    stitch(mesh, n, n);
    finish(mesh);
    return mesh;
}

Mesh makeCone(float lowRadiusMm, float highRadiusMm, float heightMm, float edgeMm) {
    Mesh mesh;
    mesh.name = lowRadiusMm == highRadiusMm ? "cylinder" : "cone";
    const double slope = double(lowRadiusMm) - double(highRadiusMm), slant = std::hypot(slope, double(heightMm));
    const int columns = std::max(8, steps(2 * std::numbers::pi * std::max(lowRadiusMm, highRadiusMm), edgeMm));
    const int rows = steps(slant, edgeMm);
    for (int y = 0; y <= rows; ++y) {
        const double up = double(y) / rows, radius = lowRadiusMm - slope * up;
        for (int x = 0; x <= columns; ++x) {
            // The seam is at the back; its two sides stand in exactly the same place.
            const double turn = 2 * std::numbers::pi * ((x == columns ? 0 : x) / double(columns) - 0.5);
            const glm::dvec3 out(std::sin(turn), 0, std::cos(turn));
            mesh.positionsMm.emplace_back(glm::dvec3(out.x * radius, heightMm * up, out.z * radius));
            mesh.normals.emplace_back(glm::dvec3(out.x * heightMm, slope, out.z * heightMm) / slant);
            mesh.uv.emplace_back(float(x) / float(columns), float(up));
        }
    }
    stitch(mesh, columns, rows);
    finish(mesh);
    return mesh;
}

Mesh makeSphere(float radiusMm, float edgeMm) {
    Mesh mesh;
    mesh.name = "sphere";
    // A cube's lattice blown up, evened by the tangent; vertices on the cube's edges are shared.
    // The lattice is widest in the middle of the cube's sides, by less than 15 %.
    const int n = std::max(4, steps(std::numbers::pi / 2 * radiusMm, edgeMm / 1.15));
    std::map<std::array<int, 3>, std::uint32_t> known;
    const auto vertex = [&](const std::array<int, 3>& lattice) {
        const auto [found, fresh] = known.try_emplace(lattice, std::uint32_t(mesh.positionsMm.size()));
        if (fresh) {
            glm::dvec3 p;
            for (int axis = 0; axis < 3; ++axis)
                p[axis] = std::tan(std::numbers::pi / 4 * (2.0 * lattice[axis] / n - 1));
            p = glm::normalize(p);
            mesh.normals.emplace_back(p);
            mesh.positionsMm.emplace_back(p * double(radiusMm));
        }
        return found->second;
    };
    for (int axis = 0; axis < 3; ++axis) {
        for (int side = 0; side < 2; ++side) {
            for (int y = 0; y < n; ++y) {
                for (int x = 0; x < n; ++x) {
                    const auto corner = [&](int dx, int dy) {
                        std::array<int, 3> lattice;
                        lattice[axis] = side * n;
                        lattice[(axis + 1) % 3] = x + dx;
                        lattice[(axis + 2) % 3] = y + dy;
                        return vertex(lattice);
                    };
                    const auto a = corner(0, 0), b = corner(1, 0), c = corner(0, 1), d = corner(1, 1);
                    // The same diagonal looks outward on one side of the cube and inward on the other.
                    const bool outward = side == 1;
                    mesh.triangles.push_back({a, outward ? b : d, outward ? d : b});
                    mesh.triangles.push_back({a, outward ? d : c, outward ? c : d});
                }
            }
        }
    }
    finish(mesh);
    return mesh;
}

}  // namespace inkheal::body
