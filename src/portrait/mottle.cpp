#include "portrait/mottle.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace inkheal::portrait {
namespace {

constexpr glm::vec3 palmTint{0.56f, 0.36f, 0.29f};  // palms of every tone are near each other (own estimate)
constexpr glm::vec3 nailTint{0.60f, 0.42f, 0.36f};
constexpr float palmEndsMm = 150, palmFadeMm = 35;  // of the stock hand, from its longest fingertip

float hashed(int x, int y, int z) {
    std::uint32_t v =
        std::uint32_t(x) * 1664525u + std::uint32_t(y) * 22695477u + std::uint32_t(z) * 747796405u + 1013904223u;
    v = ((v >> ((v >> 28u) + 4u)) ^ v) * 277803737u;
    v = (v >> 22u) ^ v;
    return float(v >> 8u) / 16777216.0f;
}

/// Smooth noise round 0, within -0.5 and 0.5, with a bump about every `mm`; the axes of each size lie askew to those of
/// the next, so that no grid shows.
float noise(glm::vec3 place, float mm) {
    const float turn = 1.7f * mm, cosine = std::cos(turn), sine = std::sin(turn);
    const glm::vec3 a(cosine * place.x - sine * place.y, sine * place.x + cosine * place.y, place.z);
    const glm::vec3 p = glm::vec3(a.x, cosine * a.y - sine * a.z, sine * a.y + cosine * a.z) / mm + 13.7f * mm;
    const glm::vec3 cell = glm::floor(p), t = p - cell, s = t * t * (3.0f - 2.0f * t);
    const int x = int(cell.x), y = int(cell.y), z = int(cell.z);
    float sum = 0;
    for (int k = 0; k < 8; ++k) {
        const int i = k & 1, j = (k >> 1) & 1, l = k >> 2;
        const float weight = (i ? s.x : 1 - s.x) * (j ? s.y : 1 - s.y) * (l ? s.z : 1 - s.z);
        sum += weight * hashed(x + i, y + j, z + l);
    }
    return sum - 0.5f;
}

float palmShare(const body::Mesh& mesh, std::size_t v) {
    const body::Anatomy& a = mesh.anatomy[v];
    if (mesh.name == "hand")
        return glm::smoothstep(0.2f, 0.8f, a.palmar) *
               (1 - glm::smoothstep(palmEndsMm, palmEndsMm + palmFadeMm, a.alongLimbMm));
    if (mesh.name == "foot")
        return glm::smoothstep(0.35f, 0.85f, -mesh.normals[v].y) * (1 - glm::smoothstep(12.0f, 30.0f, a.alongLimbMm));
    return 0;
}

/// Colours over veins of one thickness by their depth, of a skin.
class VeinColours {
 public:
    explicit VeinColours(const skin::Complexion& skin) {
        for (int i = 0; i < steps; ++i) logs_.push_back(glm::log(skin.over({depthOf(i), thickMm})));
    }

    glm::vec3 at(const body::VeinNearby& vein) const {
        if (vein.wideMm <= 0) return glm::vec3(1);
        const float share = skin::veinShare({vein.depthMm, thickMm}, vein.wideMm, vein.besideMm);
        const float place = std::clamp((vein.depthMm - leastMm) / stepMm, 0.0f, float(steps) - 1.001f);
        const std::size_t i = std::size_t(place);
        return glm::exp(share * glm::mix(logs_[i], logs_[i + 1], place - float(i)));
    }

 private:
    static constexpr int steps = 12;
    static constexpr float leastMm = 0.4f, stepMm = 0.3f, thickMm = 1.5f;
    static float depthOf(int i) { return leastMm + stepMm * float(i); }
    std::vector<glm::vec3> logs_;
};

glm::vec3 toward(glm::vec3 bare, glm::vec3 goal, float share) {
    return glm::pow(goal / glm::max(bare, glm::vec3(1e-3f)), glm::vec3(share));
}

}  // namespace

std::vector<glm::vec4> mottling(const body::Mesh& mesh, const std::vector<body::VeinNearby>& veins,
                                const skin::Complexion& skin) {
    const glm::vec3 bare = skin.bare();
    const VeinColours veinColours(skin);
    std::vector<glm::vec4> factors(mesh.positionsMm.size());
    for (std::size_t v = 0; v < factors.size(); ++v) {
        const glm::vec3 p = mesh.positionsMm[v];
        const float closed = std::clamp(0.75f - mesh.openness[v], 0.0f, 1.0f);
        const float tips =
            mesh.anatomy[v].digit > 0 ? 1 - glm::smoothstep(8.0f, 30.0f, mesh.anatomy[v].alongLimbMm) : 0.0f;
        const float blood = 0.3f * noise(p, 19) + 0.2f * noise(p, 8.3f) + 0.3f * noise(p, 4.1f) + 0.6f * noise(p, 2.1f);
        const float melanin = 0.12f * noise(p, 24) + 0.1f * noise(p, 5.3f) + 0.25f * noise(p, 2.3f);
        glm::vec3 factor = skin.factor(blood + 0.6f * closed + 0.5f * tips, melanin);
        factor *= veinColours.at(veins[v]);
        factor *= toward(bare, palmTint, 0.6f * palmShare(mesh, v));
        const float nail = std::clamp(mesh.anatomy[v].nail, 0.0f, 1.0f);
        factor = glm::mix(factor, toward(bare, nailTint, 0.55f), nail);
        factors[v] = glm::vec4(factor, nail);
    }
    return factors;
}

}  // namespace inkheal::portrait
