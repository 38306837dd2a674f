#include "body/veins.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <unordered_map>

namespace inkheal::body {
namespace {

constexpr float stepMm = 1.5f;
constexpr int mostSteps = 260;
constexpr float seenMm = 7;     // how far from a vein's middle its darkness reaches
constexpr float joinMm = 1.6f;  // nearer than this, two are one
constexpr float drawnMm = 9;    // from where on a vein turns to another that runs ahead of it
constexpr float cellMm = 3;     // of the grid of vertices
constexpr float straightness = 0.22f, meander = 0.34f, wanderKept = 0.86f;  // of each step's heading (own estimates)

/// Vertices by place.
class Grid {
 public:
    explicit Grid(const Mesh& mesh) : mesh_(mesh) {
        for (std::uint32_t v = 0; v < mesh.positionsMm.size(); ++v)
            cells_[keyOf(cellOf(mesh.positionsMm[v]))].push_back(v);
    }

    template <class Visit>
    void near(glm::vec3 place, float reachMm, const Visit& visit) const {
        const glm::ivec3 low = cellOf(place - reachMm), high = cellOf(place + reachMm);
        for (int x = low.x; x <= high.x; ++x)
            for (int y = low.y; y <= high.y; ++y)
                for (int z = low.z; z <= high.z; ++z)
                    if (const auto cell = cells_.find(keyOf({x, y, z})); cell != cells_.end())
                        for (const std::uint32_t v : cell->second)
                            if (glm::distance(mesh_.positionsMm[v], place) <= reachMm) visit(v);
    }

    /// The nearest vertex within two cells, or -1.
    int nearest(glm::vec3 place) const {
        int best = -1;
        float least = 1e9f;
        near(place, 2 * cellMm, [&](std::uint32_t v) {
            const float far = glm::distance(mesh_.positionsMm[v], place);
            if (far < least) least = far, best = int(v);
        });
        return best;
    }

 private:
    static glm::ivec3 cellOf(glm::vec3 place) { return glm::ivec3(glm::floor(place / cellMm)); }
    static std::uint64_t keyOf(glm::ivec3 cell) {
        const auto part = [](int i) { return std::uint64_t(std::uint32_t(i + (1 << 20))) & 0x1fffff; };
        return part(cell.x) << 42 | part(cell.y) << 21 | part(cell.z);
    }

    const Mesh& mesh_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

struct Bead {
    glm::vec3 place, normal, heading;
    float wideMm, depthMm;
    int vein;
};

/// Grows one body's veins, one after the other.
class Growth {
 public:
    Growth(const Mesh& mesh, std::uint32_t seed) : mesh_(mesh), grid_(mesh), random_(seed) {}

    void grow(glm::vec3 from, float wideMm, float depthMm) {
        const int vein = ++veins_;
        int at = grid_.nearest(from);
        if (at < 0) return;
        glm::vec3 place = mesh_.positionsMm[std::size_t(at)], heading(0);
        float wander = 0, deeper = 0;
        for (int i = 0; i < mostSteps; ++i) {
            const glm::vec3 normal = mesh_.normals[std::size_t(at)];
            wander = wanderKept * wander + meander * dice();
            deeper = 0.96f * deeper + 0.12f * dice();
            const glm::vec3 goal = along(normal, proximal(place));
            heading = i == 0 ? goal : along(normal, heading * (1 - straightness) + goal * straightness);
            const glm::vec3 way =
                along(normal, heading + wander * glm::cross(normal, heading) + drawn(place, heading, vein));
            beads_.push_back({place, normal, way, wideMm, depthMm * std::exp(0.5f * deeper), vein});
            if (joins(place, vein)) return;
            at = grid_.nearest(place + stepMm * way);
            if (at < 0) return;
            const std::size_t v = std::size_t(at);
            place += stepMm * way;
            place -= mesh_.normals[v] * glm::dot(mesh_.normals[v], place - mesh_.positionsMm[v]);
            if (rim(place)) return;
            heading = glm::normalize(heading + 0.3f * way);
        }
    }

    std::vector<VeinNearby> nearby() const {
        std::vector<VeinNearby> all(mesh_.positionsMm.size());
        for (const Bead& bead : beads_)
            grid_.near(bead.place, seenMm, [&](std::uint32_t v) {
                if (glm::dot(mesh_.normals[v], bead.normal) < 0.3f) return;  // the other side of a thin part
                const glm::vec3 off = mesh_.positionsMm[v] - bead.place;
                const float along = std::clamp(glm::dot(off, bead.heading), -0.6f * stepMm, 0.6f * stepMm);
                const float beside = glm::length(off - along * bead.heading);
                if (beside < all[v].besideMm) all[v] = {beside, bead.wideMm, bead.depthMm};
            });
        return all;
    }

 private:
    float dice() { return std::uniform_real_distribution<float>(-1, 1)(random_); }

    static glm::vec3 along(glm::vec3 normal, glm::vec3 way) {
        way -= normal * glm::dot(normal, way);
        const float length = glm::length(way);
        return length > 1e-4f ? way / length : glm::vec3(0, 1, 0);
    }

    /// Toward the body: up the limb, and over the back of the foot first.
    glm::vec3 proximal(glm::vec3 place) const {
        if (mesh_.name != "foot") return {0, 1, 0};
        return {0, 1, -1 + glm::smoothstep(40.0f, 90.0f, place.y)};
    }

    bool rim(glm::vec3 place) const {
        float top = 0;
        if (top_ < 0)
            for (const glm::vec3& p : mesh_.positionsMm) top = std::max(top, p.y);
        if (top_ < 0) top_ = top;
        return place.y > top_ - 1;
    }

    /// A pull toward an older vein ahead.
    glm::vec3 drawn(glm::vec3 place, glm::vec3 heading, int vein) const {
        glm::vec3 pull(0);
        float least = drawnMm;
        for (const Bead& bead : beads_) {
            const glm::vec3 off = bead.place - place;
            const float far = glm::length(off);
            if (bead.vein == vein || far >= least || far < 1e-3f || glm::dot(off, heading) < 0.5f * far) continue;
            least = far;
            pull = off / far * (0.5f * (1 - far / drawnMm));
        }
        return pull;
    }

    bool joins(glm::vec3 place, int vein) const {
        return std::any_of(beads_.begin(), beads_.end(), [&](const Bead& bead) {
            return bead.vein != vein && glm::distance(bead.place, place) < joinMm;
        });
    }

    const Mesh& mesh_;
    Grid grid_;
    std::mt19937 random_;
    std::vector<Bead> beads_;
    int veins_ = 0;
    mutable float top_ = -1;
};

/// Where a vein comes to the surface: on the hand x, y and whether on its back (1) or inside (-1); on the back of the
/// foot x and z.
struct Source {
    glm::vec2 atMm;
    int side;
    float wideMm, depthMm;
};

// Own reading of anatomy: dorsal metacarpal veins to the cephalic on the thumb's side and the basilic on the other,
// small ones inside the wrist; on the foot the dorsal arch to the saphenous veins before and behind the malleoli.
// Depths are of the middle of a lean limb.
const std::vector<Source>& sourcesOf(const std::string& body) {
    static const std::vector<Source> none;
    static const std::vector<Source> hand{
        {{-20, 99}, 1, 1.6f, 1.5f},   {{2, 93}, 1, 1.9f, 1.4f},    {{28, 93}, 1, 1.9f, 1.4f},
        {{-31, 125}, 1, 1.5f, 1.6f},  {{50, 128}, 1, 1.7f, 1.6f},  {{12, 128}, 1, 1.2f, 1.5f},
        {{-10, 188}, -1, 1.2f, 1.3f}, {{3, 192}, -1, 1.0f, 1.1f},  {{17, 186}, -1, 1.4f, 1.5f},
        {{25, 196}, -1, 1.7f, 1.6f},  {{-17, 225}, -1, 1.1f, 1.2f}};
    static const std::vector<Source> foot{{{-24, 122}, 1, 1.5f, 1.4f}, {{-9, 136}, 1, 1.7f, 1.4f},
                                          {{7, 138}, 1, 1.7f, 1.4f},   {{23, 138}, 1, 1.9f, 1.4f},
                                          {{43, 112}, 1, 2.0f, 1.5f},  {{-34, 92}, 1, 1.7f, 1.6f}};
    return body == "hand" ? hand : body == "foot" ? foot : none;
}

/// The vertex of the stock body at a source.
glm::vec3 placeOf(const Mesh& mesh, const Source& source) {
    const bool foot = mesh.name == "foot";
    float least = 1e9f;
    glm::vec3 place(0);
    for (std::size_t v = 0; v < mesh.positionsMm.size(); ++v) {
        const glm::vec3 p = mesh.positionsMm[v], n = mesh.normals[v];
        if ((foot ? n.y : n.z * float(source.side)) < 0.2f) continue;
        const float far = glm::distance(foot ? glm::vec2(p.x, p.z) : glm::vec2(p), source.atMm);
        if (far < least) least = far, place = p;
    }
    return place;
}

}  // namespace

std::vector<VeinNearby> veinsUnder(const Mesh& mesh) {
    Growth growth(mesh, 5);
    for (const Source& source : sourcesOf(mesh.name)) growth.grow(placeOf(mesh, source), source.wideMm, source.depthMm);
    return growth.nearby();
}

}  // namespace inkheal::body
