#include <cmath>
#include <map>

#include "bake/smooth.h"

namespace inkheal::bake {

namespace {

constexpr int mostRounds = 6;

using Ends = std::pair<std::uint32_t, std::uint32_t>;

Ends ordered(std::uint32_t a, std::uint32_t b) {
    return a < b ? Ends{a, b} : Ends{b, a};
}

/// Halfway from a to b on the smooth surface: a cubic that leaves and arrives across the normals.
glm::vec3 halfway(const glm::vec3& a, const glm::vec3& na, const glm::vec3& b, const glm::vec3& nb) {
    const glm::vec3 chord = b - a;
    const auto along = [&](const glm::vec3& n) {
        const glm::vec3 flat = chord - n * glm::dot(chord, n);
        const float length = glm::length(flat);
        return length > 0 ? flat * (glm::length(chord) / length) : chord;
    };
    return (a + b) * 0.5f + (along(na) - along(nb)) * 0.125f;
}

/// One round of cutting each too long triangle across its longest edge, and its neighbour with it.
class Round {
 public:
    Round(body::Mesh& mesh, const EdgeMm& edgeMm) : mesh_(mesh), ids_(body::weldedIds(mesh.positionsMm)) {
        for (const auto& t : mesh.triangles) {
            std::size_t longest = 0;
            float most = 0;
            for (std::size_t k = 0; k < 3; ++k) {
                const float length = glm::distance(mesh.positionsMm[t[k]], mesh.positionsMm[t[(k + 1) % 3]]);
                if (length > most) most = length, longest = k;
            }
            const auto a = ids_[t[longest]], b = ids_[t[(longest + 1) % 3]];
            if (most > edgeMm((mesh.positionsMm[a] + mesh.positionsMm[b]) * 0.5f)) marked_.emplace(ordered(a, b), true);
        }
    }

    bool nothingToDo() const { return marked_.empty(); }

    void cut() {
        const auto before = std::move(mesh_.triangles);
        mesh_.triangles.clear();
        for (const auto& t : before) divide(t, 0);
    }

 private:
    /// Cuts the triangle across its first marked edge, then its halves.
    void divide(const std::array<std::uint32_t, 3>& t, int depth) {
        std::size_t longest = 3;
        float most = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto a = t[k], b = t[(k + 1) % 3];
            if (a >= ids_.size() || b >= ids_.size() || !marked_.contains(ordered(ids_[a], ids_[b]))) continue;
            const float length = glm::distance(mesh_.positionsMm[a], mesh_.positionsMm[b]);
            if (length > most) most = length, longest = k;
        }
        if (longest == 3 || depth > 3) {
            mesh_.triangles.push_back(t);
            return;
        }
        const auto a = t[longest], b = t[(longest + 1) % 3], c = t[(longest + 2) % 3], m = middle(a, b);
        divide({a, m, c}, depth + 1);
        divide({m, b, c}, depth + 1);
    }

    std::uint32_t middle(std::uint32_t i, std::uint32_t j) {
        // In one order, so that both sides of a seam come to the same place.
        if (ids_[i] > ids_[j]) std::swap(i, j);
        const auto [found, fresh] = made_.try_emplace({i, j}, std::uint32_t(mesh_.positionsMm.size()));
        if (!fresh) return found->second;
        const glm::vec3 a = mesh_.positionsMm[i], b = mesh_.positionsMm[j], na = mesh_.normals[i],
                        nb = mesh_.normals[j];
        mesh_.positionsMm.push_back(halfway(a, na, b, nb));
        mesh_.normals.push_back(glm::normalize(na + nb));
        mesh_.uv.push_back((mesh_.uv[i] + mesh_.uv[j]) * 0.5f);
        return found->second;
    }

    body::Mesh& mesh_;
    const std::vector<std::uint32_t> ids_;
    std::map<Ends, bool> marked_;
    std::map<Ends, std::uint32_t> made_;
};

}  // namespace

void splitLong(body::Mesh& mesh, const EdgeMm& edgeMm) {
    for (int i = 0; i < mostRounds; ++i) {
        Round round(mesh, edgeMm);
        if (round.nothingToDo()) return;
        round.cut();
    }
}

}  // namespace inkheal::bake
