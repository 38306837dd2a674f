#include <algorithm>
#include <cmath>
#include <vector>

#include "design/paper.h"

namespace inkheal::design {
namespace {

// What counts as near-white, in square roots of linear light.
constexpr float darkestPaper = 0.70f, mostTint = 0.16f;
constexpr float leastShareOfBorder = 0.4f;  // artwork may run off the sheet here and there
constexpr float outlier = 0.07f, mostNoise = 0.04f;

struct Sample {
    std::array<double, 6> terms;
    glm::dvec3 root;
};

std::array<double, 6> termsAt(double x, double y) {
    return {1, x, y, x * x, x * y, y * y};
}

bool nearWhite(const glm::vec3& root) {
    const float least = std::min({root.r, root.g, root.b}), most = std::max({root.r, root.g, root.b});
    return least > darkestPaper && most - least < mostTint;
}

/// Near-white texels of the border, and what share of it they are.
std::vector<Sample> borderSamples(const Picture& picture, double& share) {
    const int ring = std::max(2, std::min(picture.width, picture.height) * 3 / 100);
    const int stride = std::max(1, std::max(picture.width, picture.height) / 1024);
    std::vector<Sample> samples;
    std::size_t all = 0;
    for (int y = 0; y < picture.height; y += stride)
        for (int x = 0; x < picture.width; x += stride) {
            const int inside = std::min({x, y, picture.width - 1 - x, picture.height - 1 - y});
            if (inside >= ring) continue;
            ++all;
            const glm::vec3 root = glm::sqrt(glm::clamp(glm::vec3(picture.at(x, y)), 0.0f, 1.0f));
            if (!nearWhite(root)) continue;
            samples.push_back(
                {termsAt(2.0 * (x + 0.5) / picture.width - 1, 2.0 * (y + 0.5) / picture.height - 1), glm::dvec3(root)});
        }
    share = all > 0 ? double(samples.size()) / double(all) : 0;
    return samples;
}

/// Solves the 6 normal equations by elimination; a small ridge keeps terms that the samples do not determine at zero.
std::array<glm::dvec3, 6> fit(const std::vector<Sample>& samples, const std::vector<bool>& used) {
    std::array<std::array<double, 6>, 6> m{};
    std::array<glm::dvec3, 6> v{};
    for (std::size_t s = 0; s < samples.size(); ++s) {
        if (!used[s]) continue;
        for (std::size_t i = 0; i < 6; ++i) {
            v[i] += samples[s].terms[i] * samples[s].root;
            for (std::size_t j = 0; j < 6; ++j) m[i][j] += samples[s].terms[i] * samples[s].terms[j];
        }
    }
    for (std::size_t i = 1; i < 6; ++i) m[i][i] += 1e-3 * m[0][0] + 1e-9;
    for (std::size_t i = 0; i < 6; ++i)
        for (std::size_t row = i + 1; row < 6; ++row) {
            const double factor = m[row][i] / m[i][i];
            for (std::size_t j = i; j < 6; ++j) m[row][j] -= factor * m[i][j];
            v[row] -= factor * v[i];
        }
    for (std::size_t i = 6; i-- > 0;) {
        for (std::size_t j = i + 1; j < 6; ++j) v[i] -= m[i][j] * v[j];
        v[i] /= m[i][i];
    }
    return v;
}

glm::dvec3 valueAt(const std::array<glm::dvec3, 6>& terms, const Sample& sample) {
    glm::dvec3 sum{};
    for (std::size_t i = 0; i < 6; ++i) sum += terms[i] * sample.terms[i];
    return sum;
}

/// The middle one of each channel: the paper if it is more than half of the near-white.
glm::dvec3 median(const std::vector<Sample>& samples) {
    glm::dvec3 middle{};
    std::vector<double> values(samples.size());
    for (int c = 0; c < 3; ++c) {
        std::transform(samples.begin(), samples.end(), values.begin(), [c](const Sample& s) { return s.root[c]; });
        const auto at = values.begin() + std::ptrdiff_t(values.size() / 2);
        std::nth_element(values.begin(), at, values.end());
        middle[c] = *at;
    }
    return middle;
}

}  // namespace

std::optional<Sheet> findSheet(const Picture& picture) {
    double share = 0;
    const auto samples = borderSamples(picture, share);
    if (samples.empty() || share < leastShareOfBorder) return {};

    std::array<glm::dvec3, 6> terms{median(samples)};
    std::vector<bool> used(samples.size());
    double squares = 0;
    std::size_t count = 0;
    for (int round = 0; round < 4; ++round) {
        // The first look must let a sheet through that is darker at one end than at the other.
        const double bound = round == 0 ? 2.5 * outlier : outlier;
        squares = 0;
        count = 0;
        for (std::size_t s = 0; s < samples.size(); ++s) {
            const glm::dvec3 off = samples[s].root - valueAt(terms, samples[s]);
            used[s] = std::max({std::abs(off.r), std::abs(off.g), std::abs(off.b)}) < bound;
            if (!used[s]) continue;
            squares += glm::dot(off, off) / 3;
            ++count;
        }
        if (count < samples.size() / 2 || count == 0) return {};
        if (round < 3) terms = fit(samples, used);
    }
    const double noise = std::sqrt(squares / double(count));
    if (noise > mostNoise) return {};
    Sheet sheet{.noise = float(noise)};
    std::transform(terms.begin(), terms.end(), sheet.terms.begin(), [](const glm::dvec3& t) { return glm::vec3(t); });
    return sheet;
}

}  // namespace inkheal::design
