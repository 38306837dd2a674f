#include "bake/anatomy.h"

#include <algorithm>
#include <cmath>

namespace inkheal::bake {

namespace {

/// A digit's middle line in the body's frame, mm.
struct Line {
    std::array<glm::vec3, 3> points;  // tip, middle, knuckle
    float lengthMm;
    glm::vec3 back;
};

Line lineOf(const Digit& digit, const Figure& figure, float liftMm) {
    const glm::vec3 lift(0, liftMm, 0);
    Line line{
        {figure.place(digit.tip) + lift, figure.place(digit.middle) + lift, figure.place(digit.knuckle) + lift}, 0, {}};
    line.lengthMm = glm::distance(line.points[0], line.points[1]) + glm::distance(line.points[1], line.points[2]);
    const glm::vec3 toward = glm::normalize(line.points[2] - line.points[0]);
    line.back = glm::normalize(digit.back - toward * glm::dot(digit.back, toward));
    return line;
}

/// Where a point lies along a line and off it.
struct Foot {
    float alongMm, offMm;
    glm::vec3 toward, off;
};

Foot nearestOn(const Line& line, const glm::vec3& p) {
    Foot best{0, 1e30f, {}, {}};
    float before = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        const glm::vec3 d = line.points[i + 1] - line.points[i];
        const float length = glm::length(d);
        // Before the tip and behind the knuckle the line goes on; between its parts it bends.
        const float low = i == 0 ? -0.3f : 0.0f, high = i == 1 ? 1.3f : 1.0f;
        const float share = std::clamp(glm::dot(p - line.points[i], d) / (length * length), low, high);
        const glm::vec3 off = p - (line.points[i] + d * share);
        if (glm::length(off) < best.offMm) best = {before + share * length, glm::length(off), d / length, off};
        before += length;
    }
    return best;
}

/// 1 within the nail's oval on the digit's back, 0 outside, soft over half a millimetre.
float nailAt(const Digit& digit, const Line& line, const Foot& foot, const glm::vec3& normal) {
    const float facing = glm::dot(normal, line.back);
    if (facing < 0.2f || glm::dot(foot.off, line.back) < 0) return 0;
    const float across = glm::dot(foot.off, glm::cross(foot.toward, line.back)) / (digit.nailMm.y / 2);
    const float along = (foot.alongMm - digit.nailMm.x / 2) / (digit.nailMm.x / 2);
    const float oval = std::pow(std::pow(std::abs(across), 3.0f) + std::pow(std::abs(along), 3.0f), 1 / 3.0f);
    return std::clamp((1 - oval) * digit.nailMm.x / 2 + 0.5f, 0.0f, 1.0f);
}

float smoothStep(float low, float high, float x) {
    const float t = std::clamp((x - low) / (high - low), 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

/// The direction that the back of the limb faces at a point that is on no digit.
glm::vec3 backOf(const Figure& figure, const glm::vec3& p) {
    if (figure.name == "hand") return {0, 0, 1};
    // From the top of the foot over the instep to the shin.
    const float shin = smoothStep(50, 100, p.y);
    return glm::normalize(glm::mix(glm::vec3(0, 1, 0), glm::vec3(0, 0, 1), shin));
}

}  // namespace

void labelAnatomy(body::Mesh& mesh, const Figure& figure, float liftMm) {
    std::vector<Line> lines;
    for (const auto& digit : figure.digits) lines.push_back(lineOf(digit, figure, liftMm));
    mesh.anatomy.resize(mesh.positionsMm.size());
    for (std::size_t v = 0; v < mesh.positionsMm.size(); ++v) {
        const glm::vec3 p = mesh.positionsMm[v], n = mesh.normals[v];
        body::Anatomy& anatomy = mesh.anatomy[v];
        anatomy.alongLimbMm = p.y;
        anatomy.palmar = -glm::dot(n, backOf(figure, p));
        float nearest = 1;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Foot foot = nearestOn(lines[i], p);
            const float off = foot.offMm / figure.digits[i].radiusMm;
            if (off >= nearest || foot.alongMm > figure.digits[i].freeShare * lines[i].lengthMm) continue;
            nearest = off;
            anatomy.digit = int(i) + 1;
            // Toward the knuckle the digit's back turns into the limb's.
            const float knuckle = smoothStep(0.6f, 1, foot.alongMm / (figure.digits[i].freeShare * lines[i].lengthMm));
            anatomy.palmar = -glm::dot(n, glm::normalize(glm::mix(lines[i].back, backOf(figure, p), knuckle)));
            anatomy.nail = nailAt(figure.digits[i], lines[i], foot, n);
        }
    }
}

}  // namespace inkheal::bake
