#include "design/paper.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace inkheal::design {
namespace {

constexpr int edgeReach = 2;  // texels over which a smoothed edge runs

/// Distances from the paper at which a texel begins to be ink and is nothing but ink, square roots of linear light.
struct Bounds {
    float paper, ink;
};

Bounds boundsFor(const Sheet& sheet) {
    const float paper = std::clamp(3 * sheet.noise + 0.015f, 0.03f, 0.09f);
    return {paper, paper + 0.06f};
}

float smoothstep(float low, float high, float value) {
    const float t = std::clamp((value - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// Largest difference of a channel; what is lighter than paper in all of them is paper.
float distance(const glm::vec3& root, const glm::vec3& paper, float tolerance) {
    const glm::vec3 off = paper - root;
    if (std::max({off.r, off.g, off.b}) < tolerance && std::min({off.r, off.g, off.b}) > -3 * tolerance)
        return std::max({off.r, off.g, off.b, 0.0f});
    return std::max({std::abs(off.r), std::abs(off.g), std::abs(off.b)});
}

struct Mix {
    float share, misfit;
};

/// How much of `ink` over white makes `own`, and what is left unexplained.
Mix mixOf(const glm::vec3& own, const glm::vec3& ink) {
    const glm::vec3 depth = glm::vec3(1) - ink, wanted = glm::vec3(1) - own;
    const float share = glm::dot(wanted, depth) / glm::dot(depth, depth);
    return {share, glm::length(wanted - share * depth)};
}

/// A texel between paper (white, after the division by the sheet) and the line beside it becomes a share of the line's
/// colour. Drawing programs mix encoded values, scanners light; where both explain the texel it was a program.
void unmix(glm::vec4& texel, const glm::vec3& ink) {
    constexpr float mostMisfit = 0.08f;
    const Mix encoded = mixOf(glm::sqrt(glm::vec3(texel)), glm::sqrt(ink)), light = mixOf(glm::vec3(texel), ink);
    const Mix& better = encoded.misfit <= light.misfit + 0.02f ? encoded : light;
    if (better.misfit < mostMisfit && better.share > 0 && better.share < 1) texel = glm::vec4(ink, better.share);
}

class Edges {
 public:
    Edges(const Picture& flat, const std::vector<float>& distances, const Bounds& bounds)
        : flat_(flat), distances_(distances), bounds_(bounds) {}

    /// Where paper is within reach and a much darker or stronger colour too, the texel as a share of that colour.
    void resolve(int x, int y, glm::vec4& texel) const {
        const float own = distanceAt(x, y);
        float farthest = own;
        int inkX = x, inkY = y;
        bool paper = false;
        for (int v = std::max(y - edgeReach, 0); v <= std::min(y + edgeReach, flat_.height - 1); ++v)
            for (int u = std::max(x - edgeReach, 0); u <= std::min(x + edgeReach, flat_.width - 1); ++u) {
                const float d = distanceAt(u, v);
                paper |= d < bounds_.paper;
                if (d <= farthest) continue;
                farthest = d;
                inkX = u;
                inkY = v;
            }
        if (paper && farthest > 0.25f && farthest > own + 0.05f) unmix(texel, glm::vec3(flat_.at(inkX, inkY)));
    }

 private:
    float distanceAt(int x, int y) const {
        return distances_[std::size_t(y) * std::size_t(flat_.width) + std::size_t(x)];
    }

    const Picture& flat_;
    const std::vector<float>& distances_;
    Bounds bounds_;
};

/// 0 paper, 1 solid black or a full primary, even to the eye.
float darkness(const glm::vec4& texel) {
    return texel.a * (1 - std::sqrt(std::min({texel.r, texel.g, texel.b})));
}

}  // namespace

void removePaper(Picture& picture, const Sheet& sheet) {
    const Bounds bounds = boundsFor(sheet);
    Picture flat = picture;  // as if on white paper, evenly lit
    std::vector<float> distances(picture.texels.size());
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            glm::vec4& texel = flat.at(x, y);
            const glm::vec3 light = glm::clamp(glm::vec3(texel), 0.0f, 1.0f);
            const glm::vec3 paper = glm::clamp(sheet.at(2 * (float(x) + 0.5f) / float(picture.width) - 1,
                                                        2 * (float(y) + 0.5f) / float(picture.height) - 1),
                                               0.3f, 1.0f);
            const float d = distance(glm::sqrt(light), paper, bounds.paper);
            distances[std::size_t(y) * std::size_t(picture.width) + std::size_t(x)] = d;
            texel = glm::vec4(glm::min(light / (paper * paper), glm::vec3(1)), smoothstep(bounds.paper, bounds.ink, d));
        }
    picture = flat;
    const Edges edges{flat, distances, bounds};
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x)
            if (picture.at(x, y).a > 0) edges.resolve(x, y, picture.at(x, y));
}

void removeDust(Picture& picture) {
    constexpr float seen = 0.05f, faint = 0.4f,
                    smallest = 3.0f;  // alpha, how much darker than paper, texels' worth of alpha
    const int w = picture.width, h = picture.height;
    std::vector<bool> visited(picture.texels.size());
    std::vector<std::size_t> patch;
    for (std::size_t start = 0; start < picture.texels.size(); ++start) {
        if (visited[start] || picture.texels[start].a <= seen) continue;
        patch.assign(1, start);
        visited[start] = true;
        float mass = 0, most = 0;
        for (std::size_t i = 0; i < patch.size(); ++i) {
            const int x = int(patch[i] % std::size_t(w)), y = int(patch[i] / std::size_t(w));
            mass += picture.texels[patch[i]].a;
            most = std::max(most, darkness(picture.texels[patch[i]]));
            for (int v = std::max(y - 1, 0); v <= std::min(y + 1, h - 1); ++v)
                for (int u = std::max(x - 1, 0); u <= std::min(x + 1, w - 1); ++u) {
                    const std::size_t next = std::size_t(v) * std::size_t(w) + std::size_t(u);
                    if (visited[next] || picture.texels[next].a <= seen) continue;
                    visited[next] = true;
                    patch.push_back(next);
                }
        }
        if (mass < smallest && most < faint)
            for (const std::size_t texel : patch) picture.texels[texel] = {};
    }
    for (auto& texel : picture.texels)
        if (texel.a <= 0) texel = {};
}

}  // namespace inkheal::design
