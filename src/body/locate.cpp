#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <sstream>

#include "base/error.h"
#include "body/chart.h"
#include "body/section.h"
#include "body/site.h"
#include "body/stock.h"

namespace inkheal::body {

namespace {

/// The longest step of a walk, mm: short against any limb, so that no step passes behind one.
constexpr float stepMm = 4;

SurfacePoint pointOn(const Mesh& mesh, std::uint32_t triangle, const glm::vec3& p) {
    const auto& t = mesh.triangles[triangle];
    const glm::dvec3 o(mesh.positionsMm[t[0]]), a = glm::dvec3(mesh.positionsMm[t[1]]) - o,
                                                b = glm::dvec3(mesh.positionsMm[t[2]]) - o, d = glm::dvec3(p) - o;
    const double aa = glm::dot(a, a), bb = glm::dot(b, b), ab = glm::dot(a, b), det = aa * bb - ab * ab;
    const double v = det > 0 ? (glm::dot(d, a) * bb - glm::dot(d, b) * ab) / det : 0;
    const double w = det > 0 ? (glm::dot(d, b) * aa - glm::dot(d, a) * ab) / det : 0;
    const glm::dvec3 inside = glm::max(glm::dvec3(1 - v - w, v, w), glm::dvec3(0));
    return {triangle, glm::vec3(inside / (inside.x + inside.y + inside.z))};
}

/// The frame at a point: z out of the skin, y as near to `up` as the skin allows.
Frame frameAt(const Mesh& mesh, const SurfacePoint& point, const glm::vec3& up) {
    Frame frame;
    frame.point = point;
    frame.originMm = positionAt(mesh, point);
    frame.z = normalAt(mesh, point);
    glm::vec3 y = up - frame.z * glm::dot(up, frame.z);
    if (glm::length(y) < 1e-4f) {
        const glm::vec3 other = std::abs(frame.z.z) < 0.9f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
        y = other - frame.z * glm::dot(other, frame.z);
    }
    frame.y = glm::normalize(y);
    frame.x = glm::normalize(glm::cross(frame.y, frame.z));
    return frame;
}

/// The cut's loop that belongs to the digit (0: the longest of the limb itself).
std::optional<Loop> loopOf(const Mesh& mesh, int digit, const glm::vec3& origin, const glm::vec3& normal) {
    std::optional<Loop> best;
    float most = 0;
    for (const auto& loop : cut(mesh, origin, normal)) {
        float length = 0;
        for (std::size_t i = 0; i < loop.triangles.size(); ++i)
            if (mesh.anatomy[mesh.triangles[loop.triangles[i]][0]].digit == digit)
                length += glm::distance(loop.points[i], loop.points[(i + 1) % loop.points.size()]);
        if (length > most) most = length, best = loop;
    }
    return best;
}

/// Where the ray in the cut's plane from `middle` toward `out` leaves the loop for good.
std::optional<SurfacePoint> leave(const Mesh& mesh, const Loop& loop, const glm::vec3& middle, const glm::vec3& normal,
                                  const glm::vec3& out) {
    const glm::vec3 side = glm::cross(normal, out);
    std::optional<SurfacePoint> found;
    float farthest = 0;
    for (std::size_t i = 0; i < loop.triangles.size(); ++i) {
        const glm::vec3 a = loop.points[i] - middle, b = loop.points[(i + 1) % loop.points.size()] - middle;
        const float sa = glm::dot(a, side), sb = glm::dot(b, side);
        if ((sa < 0) == (sb < 0)) continue;
        const glm::vec3 hit = a + (b - a) * (sa / (sa - sb));
        const float reach = glm::dot(hit, out);
        if (reach <= farthest) continue;
        farthest = reach;
        found = pointOn(mesh, loop.triangles[i], middle + hit);
    }
    return found;
}

/// On a stock body: the limb is cut twice to learn its direction, then squarely through its middle.
Frame anatomicalSite(const Mesh& mesh, const Site& site) {
    const Place& place = site.place;
    const glm::vec3 up(0, 1, 0);
    const auto lost = [&] {
        return badInput("sites.json", "the place of " + site.name + " is not on the body " + mesh.name, "correct it");
    };
    const float half = place.digit == 0 ? 15.0f : 5.0f;
    const auto low = loopOf(mesh, place.digit, up * (place.alongMm - half), up);
    const auto high = loopOf(mesh, place.digit, up * (place.alongMm + half), up);
    if (!low || !high) throw lost();
    const glm::vec3 axis = glm::normalize(high->centre() - low->centre());
    const glm::vec3 middle = (low->centre() + high->centre()) * 0.5f;
    const auto loop = loopOf(mesh, place.digit, middle, axis);
    if (!loop) throw lost();
    const glm::vec3 flat = place.out - axis * glm::dot(place.out, axis);
    const auto point = leave(mesh, *loop, loop->centre(), axis, glm::normalize(flat));
    if (!point) throw lost();
    return walk(mesh, frameAt(mesh, *point, axis), place.shiftMm);
}

/// On anything else: the point that faces +z nearest the middle, foremost where there are several.
Frame frontCentre(const Mesh& mesh) {
    glm::vec3 low = mesh.positionsMm.front(), high = low;
    for (const auto& p : mesh.positionsMm) low = glm::min(low, p), high = glm::max(high, p);
    const glm::vec3 middle = (low + high) * 0.5f;
    std::optional<SurfacePoint> best;
    float nearest = std::numeric_limits<float>::infinity(), foremost = -nearest;
    for (std::uint32_t i = 0; i < mesh.triangles.size(); ++i) {
        const auto& t = mesh.triangles[i];
        const glm::vec3 a = mesh.positionsMm[t[0]], b = mesh.positionsMm[t[1]], c = mesh.positionsMm[t[2]];
        const glm::vec2 ab = b - a, ac = c - a, d = middle - a;
        const float area = ab.x * ac.y - ab.y * ac.x;
        if (area <= 0) continue;  // looks away
        glm::vec3 weight(0, (d.x * ac.y - d.y * ac.x) / area, (ab.x * d.y - ab.y * d.x) / area);
        weight.x = 1 - weight.y - weight.z;
        const bool through = std::min({weight.x, weight.y, weight.z}) >= -1e-4f;
        if (!through) weight = glm::vec3(1.0f / 3);
        weight = glm::max(weight, glm::vec3(0));
        const SurfacePoint point{i, weight / (weight.x + weight.y + weight.z)};
        const glm::vec3 p = positionAt(mesh, point);
        const float away = through ? 0 : glm::distance(glm::vec2(p), glm::vec2(middle));
        if (away < nearest || (away == nearest && p.z > foremost)) nearest = away, foremost = p.z, best = point;
    }
    if (!best)
        throw Error{"no part of this body faces +z; turn the scan so that the skin to tattoo does.", Exit::badInput};
    return frameAt(mesh, *best, {0, 1, 0});
}

/// How chart y runs over the skin there.
glm::vec3 paperUp(const Mesh& mesh, const Chart& chart, const SurfacePoint& point) {
    const auto& t = mesh.triangles[point.triangle];
    const glm::vec2 p = *chart.vertexMm()[t[1]] - *chart.vertexMm()[t[0]],
                    q = *chart.vertexMm()[t[2]] - *chart.vertexMm()[t[0]];
    const glm::vec3 a = mesh.positionsMm[t[1]] - mesh.positionsMm[t[0]],
                    b = mesh.positionsMm[t[2]] - mesh.positionsMm[t[0]];
    return (b * p.x - a * q.x) / (p.x * q.y - p.y * q.x);
}

}  // namespace

Frame walk(const Mesh& mesh, const Frame& frame, glm::vec2 moveMm) {
    const float length = glm::length(moveMm);
    const auto leaves = [&] {
        std::ostringstream move;
        move << moveMm.x << ',' << moveMm.y;
        return Error{"the design cannot be moved by " + move.str() + " mm: that leaves the body; use a smaller --at.",
                     Exit::usage};
    };
    if (!(length < 1000)) throw leaves();
    if (length < 1e-4f) return frame;
    const int steps = int(std::ceil(length / stepMm));
    Frame at = frame;
    for (int i = 0; i < steps; ++i) {
        const Chart chart(mesh, at, length / float(steps) + 3, 0);
        const auto point = chart.at(moveMm / float(steps));
        if (!point) throw leaves();
        at = frameAt(mesh, *point, paperUp(mesh, chart, *point));
    }
    return at;
}

Frame findSite(const Mesh& mesh, const std::string& siteName, glm::vec2 atMm) {
    const Site site = siteNamed(siteName);
    const auto stock = stockBodies();
    const bool anatomical = std::find(stock.begin(), stock.end(), mesh.name) != stock.end();
    if (anatomical && site.body != mesh.name)
        throw Error{"the site " + site.name + " lies on the body " + site.body + ", not on " + mesh.name +
                        "; leave --body out.",
                    Exit::usage};
    return walk(mesh, anatomical ? anatomicalSite(mesh, site) : frontCentre(mesh), atMm);
}

float girthMm(const Mesh& mesh, const Frame& frame) {
    // Nearest loop: the one that runs through the frame's own triangle.
    for (const auto& loop : cut(mesh, frame.originMm, frame.y))
        if (loop.closed &&
            std::find(loop.triangles.begin(), loop.triangles.end(), frame.point.triangle) != loop.triangles.end())
            return loop.lengthMm();
    return 0;
}

}  // namespace inkheal::body
