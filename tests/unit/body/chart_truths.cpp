#include "chart_truths.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "body/shapes.h"

namespace inkheal::body {

namespace {

/// The direction (x, y) as the frame turned by turnDeg writes it.
glm::dvec2 turned(glm::dvec2 p, double turnDeg) {
    const double turn = turnDeg * std::numbers::pi / 180;
    return {std::cos(turn) * p.x + std::sin(turn) * p.y, -std::sin(turn) * p.x + std::cos(turn) * p.y};
}

}  // namespace

Frame frameNear(const Mesh& mesh, const glm::vec3& wanted, double turnDeg) {
    SurfacePoint best;
    float nearest = 1e30f;
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        // Not a corner nor a middle: nothing may hang on where in a triangle the source lies.
        const SurfacePoint point{i, {0.5f, 0.3f, 0.2f}};
        const float away = glm::distance(positionAt(mesh, point), wanted);
        if (away < nearest) nearest = away, best = point;
    }
    Frame frame;
    frame.point = best;
    frame.originMm = positionAt(mesh, best);
    frame.z = normalAt(mesh, best);
    const glm::vec3 up = glm::normalize(glm::vec3(0, 1, 0) - frame.z * frame.z.y), right = glm::cross(up, frame.z);
    const float turn = float(turnDeg * std::numbers::pi / 180);
    frame.x = right * std::cos(turn) + up * std::sin(turn);
    frame.y = up * std::cos(turn) - right * std::sin(turn);
    return frame;
}

Known knownPlane(float edgeMm, double turnDeg) {
    Known known{"plane", makePlane(60, edgeMm), {}, {}};
    known.frame = frameNear(known.mesh, {1, 2, 0}, turnDeg);
    known.paperMm = [o = glm::dvec3(known.frame.originMm), turnDeg](glm::dvec3 p) {
        return turned(glm::dvec2(p - o), turnDeg);
    };
    return known;
}

Known knownCylinder(float radiusMm, float edgeMm, double turnDeg) {
    Known known{"cylinder", makeCone(radiusMm, radiusMm, 60, edgeMm), {}, {}};
    known.frame = frameNear(known.mesh, {0, 30, radiusMm}, turnDeg);
    const glm::dvec3 o(known.frame.originMm);
    known.paperMm = [o, radiusMm, turnDeg](glm::dvec3 p) {
        const double turn = std::remainder(std::atan2(p.x, p.z) - std::atan2(o.x, o.z), 2 * std::numbers::pi);
        return turned({turn * radiusMm, p.y - o.y}, turnDeg);
    };
    return known;
}

Known knownCone(float lowRadiusMm, float highRadiusMm, float heightMm, float edgeMm, double turnDeg) {
    Known known{"cone", makeCone(lowRadiusMm, highRadiusMm, heightMm, edgeMm), {}, {}};
    known.frame = frameNear(known.mesh, {0, heightMm / 2, (lowRadiusMm + highRadiusMm) / 2}, turnDeg);
    const glm::dvec3 o(known.frame.originMm);
    // Unrolled about the apex: slant length from it and the angle shrunk by sin of the half opening.
    const double slope = (double(lowRadiusMm) - highRadiusMm) / heightMm, sine = slope / std::hypot(slope, 1);
    known.paperMm = [=](glm::dvec3 p) {
        const auto slant = [&](glm::dvec3 q) { return (lowRadiusMm - slope * q.y) / sine; };
        const double turn = (std::atan2(p.x, p.z) - std::atan2(o.x, o.z)) * sine;
        return turned({slant(p) * std::sin(turn), slant(o) - slant(p) * std::cos(turn)}, turnDeg);
    };
    return known;
}

Known knownSphere(float radiusMm, float edgeMm, double turnDeg) {
    Known known{"sphere", makeSphere(radiusMm, edgeMm), {}, {}};
    known.frame = frameNear(known.mesh, {0.2f * radiusMm, 0.3f * radiusMm, radiusMm}, turnDeg);
    const glm::dvec3 z = glm::normalize(glm::dvec3(known.frame.originMm)), x(known.frame.x), y(known.frame.y);
    known.paperMm = [=](glm::dvec3 p) {
        p = glm::normalize(p);
        const glm::dvec2 flat(glm::dot(p, x), glm::dot(p, y));
        const double length = glm::length(flat);
        return length < 1e-12 ? glm::dvec2(0) : flat / length * (std::atan2(length, glm::dot(p, z)) * radiusMm);
    };
    return known;
}

void jitter(Mesh& mesh, double shareMm, const std::function<glm::dvec3(glm::dvec3)>& back,
            const std::function<glm::dvec3(glm::dvec3)>& normal) {
    const auto ids = weldedIds(mesh.positionsMm);
    const auto before = mesh.positionsMm;
    std::mt19937 random(7);
    std::uniform_real_distribution<double> share(-shareMm, shareMm);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const glm::dvec3 push(share(random), share(random), share(random));
        if (ids[i] == i) {
            const glm::dvec3 p = back(glm::dvec3(before[i]) + push);
            mesh.positionsMm[i] = glm::vec3(p);
            mesh.normals[i] = glm::vec3(normal(p));
        } else {
            mesh.positionsMm[i] = mesh.positionsMm[ids[i]];
            mesh.normals[i] = mesh.normals[ids[i]];
        }
    }
}

Worst worst(const Known& known, const Chart& chart, double radiusMm) {
    Worst out;
    for (std::size_t i = 0; i < known.mesh.positionsMm.size(); ++i) {
        const auto& at = chart.vertexMm()[i];
        const glm::dvec2 truth = known.paperMm(glm::dvec3(known.mesh.positionsMm[i]));
        if (glm::length(truth) > radiusMm) continue;
        ++out.vertices;
        const double error = at ? glm::distance(glm::dvec2(*at), truth) : 1e9;
        out.errorMm = std::max(out.errorMm, error);
        if (glm::length(truth) > 2 && at)
            out.radiusShare =
                std::max(out.radiusShare, std::abs(glm::length(glm::dvec2(*at)) / glm::length(truth) - 1));
    }
    return out;
}

std::vector<glm::vec2> square(double widthMm) {
    std::vector<glm::vec2> points;
    const int n = int(widthMm / 0.1);
    for (int y = 0; y <= n; ++y)
        for (int x = 0; x <= n; ++x)
            points.emplace_back((double(x) / n - 0.5) * widthMm, (double(y) / n - 0.5) * widthMm);
    return points;
}

}  // namespace inkheal::body
