#include "body/exponential.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <queue>

namespace inkheal::body {

namespace {

constexpr double far = std::numeric_limits<double>::infinity();

double wrapped(double angle) {
    return std::remainder(angle, 2 * std::numbers::pi);
}

struct Polar {
    double mm = far;
    double angle = 0;
};

/// What one triangle says about its third corner r: laid flat together with the source that corners a and b were
/// measured from, r is seen from there, and the angle on paper is shared out between a and b as it is seen.
struct Sight {
    Polar polar;
    double weight = 0;  // 0: it says nothing; less the farther r is seen outside of a and b
};

Sight seeThrough(const Polar& a, const Polar& b, double ab, double ar, double br) {
    Sight sight;
    const double turn = wrapped(b.angle - a.angle);
    if (ab < 1e-9 || std::abs(turn) > 2.0) return sight;
    const double sourceX = (a.mm * a.mm - b.mm * b.mm + ab * ab) / (2 * ab);
    const double sourceY2 = a.mm * a.mm - sourceX * sourceX;
    const double x = (ar * ar - br * br + ab * ab) / (2 * ab);
    const double y2 = ar * ar - x * x;
    if (sourceY2 <= 1e-12 || y2 <= 1e-12) return sight;
    const double sourceY = -std::sqrt(sourceY2), y = std::sqrt(y2);
    const double toA = std::atan2(-sourceX, -sourceY), toB = std::atan2(ab - sourceX, -sourceY);
    const double seen = toB - toA;
    // On paper a and b may not lie much farther apart than they are seen: else the paper's two sides meet here.
    if (seen < 1e-6 || std::abs(turn) > 2.5 * seen) return sight;
    const double share = (std::atan2(x - sourceX, y - sourceY) - toA) / seen;
    const double noise = (1 - share) * (1 - share) + share * share;
    sight.polar.mm = std::hypot(x - sourceX, y - sourceY);
    sight.polar.angle = a.angle + turn * share;
    sight.weight = 1 / (noise * noise);
    return sight;
}

class Front {
 public:
    Front(const Neighbourhood& skin, const Frame& frame, double radiusMm) : skin_(skin), radiusMm_(radiusMm) {
        polar_.resize(skin.positionsMm.size());
        fixed_.assign(polar_.size(), 0);
        done_ = fixed_;
        measure();
        press(frame);
    }

    void spread();
    void settle();
    std::vector<std::optional<glm::dvec2>> paper() const;

 private:
    void measure();
    void press(const Frame& frame);
    std::optional<Polar> seen(std::uint32_t vertex) const;
    void guess(std::uint32_t from, std::uint32_t next, double arcMm);

    const Neighbourhood& skin_;
    double radiusMm_;
    std::vector<std::array<double, 3>> arcsMm_;  // of each triangle: the edges from corner k to the next
    std::vector<Polar> polar_;
    std::vector<char> fixed_, done_;
    using Entry = std::pair<double, std::uint32_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> seen_, guessed_;
};

void Front::measure() {
    arcsMm_.reserve(skin_.triangles.size());
    for (const auto& t : skin_.triangles) {
        auto& arcs = arcsMm_.emplace_back();
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = t[k], b = t[(k + 1) % 3];
            arcs[k] =
                glm::length(arcStep(skin_.positionsMm[a], skin_.normals[a], skin_.positionsMm[b], skin_.normals[b]));
        }
    }
}

/// The corners of the source's triangle and all round them are measured straight from the source.
void Front::press(const Frame& frame) {
    const glm::dvec3 origin(frame.originMm), normal(frame.z), x(frame.x), y(frame.y);
    for (const auto corner : skin_.triangles[skin_.sourceTriangle]) {
        for (auto i = skin_.aroundStart[corner]; i < skin_.aroundStart[corner + 1]; ++i) {
            for (const auto vertex : skin_.triangles[skin_.around[i]]) {
                const glm::dvec3 step = arcStep(origin, normal, skin_.positionsMm[vertex], skin_.normals[vertex]);
                const glm::dvec2 at(glm::dot(step, x), glm::dot(step, y));
                polar_[vertex] = {glm::length(step), std::atan2(at.y, at.x)};
                if (!fixed_[vertex]) seen_.emplace(polar_[vertex].mm, vertex);
                fixed_[vertex] = 1;
            }
        }
    }
}

/// All that the finished triangles round a vertex say about it, averaged.
std::optional<Polar> Front::seen(std::uint32_t vertex) const {
    double weight = 0, mm = 0, angle = 0, first = 0;
    for (auto i = skin_.aroundStart[vertex]; i < skin_.aroundStart[vertex + 1]; ++i) {
        const auto& t = skin_.triangles[skin_.around[i]];
        const auto& arcs = arcsMm_[skin_.around[i]];
        const std::size_t k = t[0] == vertex ? 0 : t[1] == vertex ? 1 : 2;
        const auto b = t[(k + 1) % 3], c = t[(k + 2) % 3];
        if (!done_[b] || !done_[c]) continue;
        // Seen from the source the vertex lies behind the edge only if that edge runs clockwise.
        if (wrapped(polar_[c].angle - polar_[b].angle) >= 0) continue;
        const Sight sight = seeThrough(polar_[b], polar_[c], arcs[(k + 1) % 3], arcs[k], arcs[(k + 2) % 3]);
        if (sight.weight <= 0) continue;
        if (weight == 0) first = sight.polar.angle;
        weight += sight.weight;
        mm += sight.weight * sight.polar.mm;
        angle += sight.weight * wrapped(sight.polar.angle - first);
    }
    if (weight == 0) return std::nullopt;
    return Polar{mm / weight, wrapped(first + angle / weight)};
}

/// Dijkstra's order, nearest first, among the vertices that a triangle tells about; one that is known only by the
/// length of an edge waits until there are no others.
void Front::spread() {
    while (!seen_.empty() || !guessed_.empty()) {
        auto& queue = seen_.empty() ? guessed_ : seen_;
        const auto [mm, vertex] = queue.top();
        queue.pop();
        if (done_[vertex] || mm != polar_[vertex].mm || mm > radiusMm_) continue;
        done_[vertex] = 1;
        for (auto i = skin_.aroundStart[vertex]; i < skin_.aroundStart[vertex + 1]; ++i) {
            const auto& t = skin_.triangles[skin_.around[i]];
            for (std::size_t k = 0; k < 3; ++k) {
                if (t[k] != vertex) continue;
                guess(vertex, t[(k + 1) % 3], arcsMm_[skin_.around[i]][k]);
                guess(vertex, t[(k + 2) % 3], arcsMm_[skin_.around[i]][(k + 2) % 3]);
            }
        }
    }
}

/// What `next` is thought to be now that its neighbour `from`, arcMm away, is done.
void Front::guess(std::uint32_t from, std::uint32_t next, double arcMm) {
    if (done_[next] || fixed_[next]) return;
    const auto sight = seen(next);
    const Polar straight{polar_[from].mm + arcMm, polar_[from].angle};
    if (sight ? sight->mm == polar_[next].mm : straight.mm >= polar_[next].mm) return;
    polar_[next] = sight.value_or(straight);
    (sight ? seen_ : guessed_).emplace(polar_[next].mm, next);
}

/// In that order some vertices had their turn before all triangles that tell about them: once more, with all of them.
void Front::settle() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < polar_.size(); ++i)
        if (done_[i] && !fixed_[i]) order.push_back(i);
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return polar_[a].mm < polar_[b].mm; });
    for (int sweep = 0; sweep < 2; ++sweep) {
        for (const auto vertex : order) {
            if (const auto polar = seen(vertex)) polar_[vertex] = *polar;
        }
    }
}

std::vector<std::optional<glm::dvec2>> Front::paper() const {
    std::vector<std::optional<glm::dvec2>> out(polar_.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        if (done_[i] && polar_[i].mm <= radiusMm_)
            out[i] = glm::dvec2(std::cos(polar_[i].angle), std::sin(polar_[i].angle)) * polar_[i].mm;
    return out;
}

}  // namespace

glm::dvec3 arcStep(const glm::dvec3& p, const glm::dvec3& np, const glm::dvec3& q, const glm::dvec3& nq) {
    const glm::dvec3 chord = q - p;
    glm::dvec3 axis = glm::cross(np, nq);
    const double sine = glm::length(axis), turn = std::atan2(sine, glm::dot(np, nq));
    glm::dvec3 step;
    if (turn < 1e-7 || turn > 2.0) {
        step = chord - np * glm::dot(chord, np);
    } else {
        // The normal turns by `turn` about `axis`: along the axis the skin is straight, across it a circle.
        axis /= sine;
        const glm::dvec3 middle = glm::normalize(np + nq);
        const double arc = glm::dot(chord, glm::cross(axis, middle)) * (turn / 2) / std::sin(turn / 2);
        step = axis * glm::dot(chord, axis) + glm::cross(axis, np) * arc;
    }
    const double length = glm::length(step);
    if (length < 1e-12) return step;
    return step * (std::max(length, glm::length(chord)) / length);
}

std::vector<std::optional<glm::dvec2>> exponentialMap(const Neighbourhood& skin, const Frame& frame, float radiusMm) {
    Front front(skin, frame, radiusMm);
    front.spread();
    front.settle();
    return front.paper();
}

}  // namespace inkheal::body
