#include "portrait/sky.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/packing.hpp>
#include <numbers>

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;
using glm::dvec3;

constexpr double pi = std::numbers::pi;
constexpr int lobeSamples = 64;     // of a texel of a blurred level, from a panorama blurred as far as they lie apart
constexpr float brightest = 60000;  // of a 16-bit float

/// The panorama and its halves, each texel the mean of what it covers.
std::vector<Picture> halvesOf(const Picture& panorama) {
    std::vector<Picture> all{panorama};
    while (all.back().height > 2 && all.back().height % 2 == 0 && all.back().width % 2 == 0) {
        const Picture& fine = all.back();
        Picture half(fine.width / 2, fine.height / 2);
        for (int y = 0; y < half.height; ++y) {
            const float upper = float(laws::panoramaTexel(2 * y, fine.width, fine.height));
            const float lower = float(laws::panoramaTexel(2 * y + 1, fine.width, fine.height));
            const float share = 0.5f / (upper + lower);
            for (int x = 0; x < half.width; ++x)
                half.at(x, y) = share * (upper * (fine.at(2 * x, 2 * y) + fine.at(2 * x + 1, 2 * y)) +
                                         lower * (fine.at(2 * x, 2 * y + 1) + fine.at(2 * x + 1, 2 * y + 1)));
        }
        all.push_back(std::move(half));
    }
    return all;
}

glm::vec3 lightFrom(const Picture& panorama, const dvec3& d) {
    const double x = (std::atan2(d.x, -d.z) / (2 * pi) + 0.5) * panorama.width - 0.5;
    const double y = std::acos(std::clamp(d.y, -1.0, 1.0)) / pi * panorama.height - 0.5;
    const int left = int(std::floor(x)), top = int(std::floor(y));
    const float across = float(x - left), down = float(y - top);
    const auto at = [&](int i, int j) {
        return glm::vec3(panorama.at((i + 2 * panorama.width) % panorama.width, std::clamp(j, 0, panorama.height - 1)));
    };
    return glm::mix(glm::mix(at(left, top), at(left + 1, top), across),
                    glm::mix(at(left, top + 1), at(left + 1, top + 1), across), down);
}

/// The half whose texels cover about this much of the sphere.
const Picture& coarseEnough(const std::vector<Picture>& halves, double steradians) {
    std::size_t i = 0;
    while (i + 1 < halves.size() && 2 * pi * pi / (double(halves[i].width) * halves[i].height) < steradians) ++i;
    return halves[i];
}

/// Mean of the light that a lobe straight over its surface mirrors.
glm::vec3 blurred(const std::vector<Picture>& halves, const dvec3& middle, double alpha) {
    const dvec3 helper = std::abs(middle.y) < 0.9 ? dvec3(0, 1, 0) : dvec3(1, 0, 0);
    const dvec3 x = glm::normalize(glm::cross(helper, middle)), y = glm::cross(middle, x);
    glm::vec3 sum(0);
    float weights = 0;
    for (int i = 0; i < lobeSamples; ++i) {
        const double share = (i + 0.5) / lobeSamples, angle = 2.3999632297286533 * i;
        const double cosine = std::sqrt((1 - share) / (1 + (alpha * alpha - 1) * share)),
                     sine = std::sqrt(1 - cosine * cosine);
        const dvec3 facet = sine * (std::cos(angle) * x + std::sin(angle) * y) + cosine * middle;
        const dvec3 light = 2 * cosine * facet - middle;
        const double facing = glm::dot(light, middle);
        if (facing <= 0) continue;
        const double density = laws::ggxDensity(cosine, alpha) / 4;  // of light, per steradian
        sum += float(facing) * lightFrom(coarseEnough(halves, 1 / (lobeSamples * density)), light);
        weights += float(facing);
    }
    return sum / weights;
}

glm::dmat4 polynomial(double sum, const dvec3& once, const glm::dmat3& twice) {
    glm::dmat4 m(twice * (15 / (32 * pi)));
    for (int i = 0; i < 3; ++i) m[3][i] = m[i][3] = once[i] / (4 * pi);
    m[3][3] = 3 * sum / (32 * pi);
    return m;
}

}  // namespace

void SkyMoments::add(const dvec3& d, const dvec3& light) {
    sum += light;
    for (int c = 0; c < 3; ++c)
        once[std::size_t(c)] += light[c] * d, twice[std::size_t(c)] += light[c] * glm::outerProduct(d, d);
}

SkyMoments momentsOf(const Picture& panorama) {
    SkyMoments moments;
    for (int y = 0; y < panorama.height; ++y) {
        const double steradians = laws::panoramaTexel(y, panorama.width, panorama.height);
        for (int x = 0; x < panorama.width; ++x)
            moments.add(laws::panoramaDirection((x + 0.5) / panorama.width, (y + 0.5) / panorama.height),
                        steradians * dvec3(panorama.at(x, y)));
    }
    return moments;
}

Sky skyOf(const SkyMoments& moments) {
    const auto of = [&](int c) {
        return glm::mat4(polynomial(moments.sum[c], moments.once[std::size_t(c)], moments.twice[std::size_t(c)]));
    };
    return {of(0), of(1), of(2), {1, 0, 0, 1}, {0, 1, 0, 0}, {0, 0, 1, 0}};
}

Sky standing(const Sky& sky, const glm::mat3& axes, float gain) {
    const glm::mat4 turn(axes);
    const auto turned = [&](const glm::mat4& m) { return gain * (turn * m * glm::transpose(turn)); };
    return {turned(sky.red),          turned(sky.green),     turned(sky.blue),
            glm::vec4(axes[0], gain), glm::vec4(axes[1], 0), glm::vec4(axes[2], 0)};
}

std::shared_ptr<const SkyMap> skyMapOf(const Picture& panorama) {
    const std::vector<Picture> halves = halvesOf(panorama);
    auto map = std::make_shared<SkyMap>(std::size_t(laws::skyWidth) * std::size_t(laws::skyHeight));
    for (int level = 0; level < laws::skyLevels; ++level) {
        const int edge = laws::skyLevelEdge(level);
        const glm::ivec2 start(laws::skyLevelStart(level));
        const Picture& sharp = coarseEnough(halves, 4 * pi / (double(edge) * edge));
        for (int y = 0; y < edge + 2; ++y)
            for (int x = 0; x < edge + 2; ++x) {
                const dvec3 d = laws::skyDirection((x - 0.5) / edge, (y - 0.5) / edge);
                const glm::vec3 light =
                    level == 0 ? lightFrom(sharp, d) : blurred(halves, d, laws::skyLevelAlpha(level));
                (*map)[std::size_t(start.y + y) * std::size_t(laws::skyWidth) + std::size_t(start.x + x)] =
                    glm::packHalf4x16(glm::vec4(glm::min(light, glm::vec3(brightest)), 1));
            }
    }
    return map;
}

Picture panoramaOf(const std::function<glm::vec3(const dvec3& direction)>& light, int height) {
    Picture panorama(2 * height, height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < 2 * height; ++x)
            panorama.at(x, y) =
                glm::vec4(light(laws::panoramaDirection((x + 0.5) / (2 * height), (y + 0.5) / height)), 1);
    return panorama;
}

}  // namespace inkheal::portrait
