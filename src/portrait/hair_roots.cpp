#include "portrait/hair_roots.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/constants.hpp>
#include <random>

#include "body/site.h"

namespace inkheal::portrait {
namespace {

constexpr float palmEndsMm = 185, palmFadeMm = 25;  // of the stock hand, from its longest fingertip
constexpr float soleFromMm = 12, soleFadeMm = 18;
constexpr float nearMm = 18;     // over which a site's hair speaks for the skin round it
constexpr float tipBareMm = 14;  // of a digit, from the site on it toward its tip: hair ends behind the next joint
constexpr float strandTurn = 0.35f, tuftTurn = 0.3f;    // radians that strands lie askew, alone and together
constexpr float leastSlant = 0.35f, mostSlant = 0.85f;  // radians off the skin, at the root

/// What strands of a kind are like (diameters of down under 0.03 mm and of limbs' terminal hair 0.04 to 0.07 mm: Otberg
/// et al. 2004; lengths own estimate).
struct Kind {
    float share, leastMm, mostMm, leastThickMm, mostThickMm;
    float melanin;  // of that of the person's terminal hair
};

struct Coat {
    float dense;  // times the sites' hair
    Kind down, grown;
};

Coat coatOf(Hairiness kind) {
    const Kind down{1, 1.5f, 4, 0.014f, 0.024f, 0.2f};
    if (kind == Hairiness::full) return {1.5f, down, {0.6f, 6, 13, 0.035f, 0.062f, 1}};
    return {1, down, {0.22f, 3.5f, 7, 0.024f, 0.038f, 0.6f}};
}

/// Eumelanin of a person's grown hair by the melanin of their skin: brown to black (own estimate).
float hairMelanin(const skin::Tone& tone) {
    return std::min(1.2f + 40 * tone.melanin, 8.0f);
}

struct Known {  // a site's
    glm::vec3 placeMm, normal;
    float perCm2, alongMm;
    int digit;
};

std::vector<Known> knownOn(const body::Mesh& mesh) {
    std::vector<Known> all;
    for (const body::Site& site : body::sites()) {
        if (site.body != mesh.name) continue;
        const body::Frame frame = body::findSite(mesh, site.name, glm::vec2(0));
        const auto& corner = mesh.triangles[frame.point.triangle];
        all.push_back({frame.originMm, frame.z, skin::siteConstants(site.name).hairPerCm2,
                       mesh.anatomy[corner[0]].alongLimbMm, site.place.digit});
    }
    return all;
}

/// Skin that no hair grows from counts 0, other skin 1.
float bearing(const body::Mesh& mesh, std::size_t v) {
    const body::Anatomy& a = mesh.anatomy[v];
    const float nail = 1 - std::min(4 * a.nail, 1.0f);
    if (mesh.name == "hand") {
        const float palm = glm::smoothstep(-0.2f, 0.3f, a.palmar);
        return nail * (1 - palm * (1 - glm::smoothstep(palmEndsMm, palmEndsMm + palmFadeMm, a.alongLimbMm)));
    }
    const float sole = glm::smoothstep(-0.1f, 0.4f, -mesh.normals[v].y);
    return nail * (1 - sole) * glm::smoothstep(soleFromMm, soleFromMm + soleFadeMm, a.alongLimbMm);
}

/// Where hair heads on the limb: toward its end, on arm and hand to the little finger's side too.
glm::vec3 stream(const body::Mesh& mesh, glm::vec3 place) {
    if (mesh.name == "foot") return {0.15f, -1, 1 - glm::smoothstep(70.0f, 120.0f, place.y)};
    return {-0.7f, -1, 0};
}

class Growth {
 public:
    Growth(const body::Mesh& mesh, const Coat& coat, float melanin)
        : mesh_(mesh), coat_(coat), melanin_(melanin), perCm2_(hairPerCm2(mesh)) {}

    std::vector<HairRoot> all() {
        std::vector<HairRoot> roots;
        for (const auto& t : mesh_.triangles) {
            const glm::vec3 a = mesh_.positionsMm[t[0]], ab = mesh_.positionsMm[t[1]] - a,
                            ac = mesh_.positionsMm[t[2]] - a;
            const float areaCm2 = 0.005f * glm::length(glm::cross(ab, ac));
            const float mean = (perCm2_[t[0]] + perCm2_[t[1]] + perCm2_[t[2]]) / 3;
            for (float due = coat_.dense * mean * areaCm2; dice() < due; due -= 1) roots.push_back(root(t));
        }
        return roots;
    }

 private:
    float dice() { return std::uniform_real_distribution<float>(0, 1)(random_); }
    float between(float low, float high) { return low + (high - low) * dice(); }

    HairRoot root(const std::array<std::uint32_t, 3>& t) {
        float b = dice(), c = dice();
        if (b + c > 1) b = 1 - b, c = 1 - c;
        const glm::vec3 weights(1 - b - c, b, c);
        const int nearest = weights.x > std::max(b, c) ? 0 : b > c ? 1 : 2;
        HairRoot hair;
        hair.vertex = t[std::size_t(nearest)];
        glm::vec3 normal(0);
        for (int k = 0; k < 3; ++k) {
            hair.placeMm += weights[k] * mesh_.positionsMm[t[std::size_t(k)]];
            normal += weights[k] * mesh_.normals[t[std::size_t(k)]];
        }
        hair.normal = glm::normalize(normal);
        lay(hair);
        const Kind& kind = dice() < coat_.grown.share ? coat_.grown : coat_.down;
        const float shorter = mesh_.anatomy[hair.vertex].digit > 0 ? 0.7f : 1.0f;
        hair.fullMm = shorter * between(kind.leastMm, kind.mostMm);
        hair.thickMm = between(kind.leastThickMm, kind.mostThickMm);
        hair.melanin = melanin_ * kind.melanin * between(0.8f, 1.2f);
        hair.phase = dice();
        return hair;
    }

    /// Heads with the stream, which bends slowly from tuft to tuft.
    void lay(HairRoot& hair) {
        const glm::vec3 n = hair.normal, p = hair.placeMm;
        glm::vec3 way = stream(mesh_, p);
        way -= n * glm::dot(n, way);
        way = glm::length(way) > 1e-3f ? glm::normalize(way) : glm::normalize(glm::cross(n, glm::vec3(1, 0.3f, 0.2f)));
        const float tuft = tuftTurn * (std::sin(0.31f * p.x + 0.17f * p.y) + std::sin(0.23f * p.y - 0.29f * p.z + 1));
        const float turn = tuft + strandTurn * between(-1, 1), further = turn + 0.5f * between(-1, 1);
        const glm::vec3 beside = glm::cross(n, way);
        const float slant = between(leastSlant, mostSlant), rests = slant * between(0.1f, 0.5f);
        const auto heading = [&](float side, float up) {
            return std::cos(up) * (std::cos(side) * way + std::sin(side) * beside) + std::sin(up) * n;
        };
        hair.leaves = heading(turn, slant), hair.lies = heading(further, rests);
    }

    const body::Mesh& mesh_;
    Coat coat_;
    float melanin_;
    std::vector<float> perCm2_;
    std::mt19937 random_{9};
};

}  // namespace

std::vector<float> hairPerCm2(const body::Mesh& mesh) {
    const std::vector<Known> known = knownOn(mesh);
    std::vector<float> all(mesh.positionsMm.size());
    if (known.empty()) return all;
    for (std::size_t v = 0; v < all.size(); ++v) {
        const body::Anatomy& a = mesh.anatomy[v];
        float sum = 0, weights = 1e-20f, bare = 1;
        for (const Known& site : known) {
            if (mesh.name == "hand" && site.digit != a.digit) continue;
            const float far = glm::distance(site.placeMm, mesh.positionsMm[v]) / nearMm;
            const float weight = std::exp(6 * glm::dot(site.normal, mesh.normals[v]) - 6) / (1 + far * far);
            sum += weight * site.perCm2, weights += weight;
            if (a.digit > 0 && site.perCm2 > 0)
                bare = glm::smoothstep(site.alongMm - tipBareMm, site.alongMm - 0.3f * tipBareMm, a.alongLimbMm);
        }
        if (mesh.name == "foot" && a.digit > 0) bare = 0.3f;
        all[v] = sum / weights * bare * bearing(mesh, v);
    }
    return all;
}

std::vector<HairRoot> hairRoots(const body::Mesh& mesh, Hairiness kind, const skin::Tone& tone) {
    if (kind == Hairiness::none || (mesh.name != "hand" && mesh.name != "foot")) return {};
    return Growth(mesh, coatOf(kind), hairMelanin(tone)).all();
}

}  // namespace inkheal::portrait
