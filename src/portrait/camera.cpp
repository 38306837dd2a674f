#include "portrait/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>
#include <utility>

namespace inkheal::portrait {
namespace {

constexpr float halfAngleDeg = 8.5f;   // of the vertical angle of view: a lens of about 80 mm on full frame
constexpr float fullFrameHalfMm = 12;  // of the height of a full-frame picture, 24 mm
constexpr float designShare = 0.5f;    // of the picture's smaller side
constexpr float fitMargin = 1.1f;

// A site view looks a little from the side and from the fingertips; the further ones are for sites behind a thumb or a
// toe.
constexpr std::pair<float, float> siteAngles[] = {{10, -14}, {-10, -14}, {8, 14},   {-8, 14},   {24, -16}, {-24, -16},
                                                  {20, 25},  {-20, 25},  {12, -34}, {-12, -34}, {38, -18}, {-38, -18},
                                                  {10, 40},  {-10, 40},  {52, -20}, {-52, -20}};

glm::vec3 turned(const body::Frame& focus, float turnDeg, float tiltDeg) {
    const float turn = glm::radians(turnDeg), tilt = glm::radians(tiltDeg);
    return glm::normalize(std::cos(tilt) * (std::cos(turn) * focus.z + std::sin(turn) * focus.x) +
                          std::sin(tilt) * focus.y);
}

/// Toward the body as far as the view allows: straight over the skin's end it goes on as it was just before.
glm::vec3 uprightFor(glm::vec3 from, const body::Frame& focus) {
    const float sine = glm::dot(from, focus.y);
    const glm::vec3 level = from - sine * focus.y, before = glm::dot(level, level) > 1e-8f ? level : focus.z;
    return std::sqrt(std::max(1 - sine * sine, 0.0f)) * focus.y - sine * glm::normalize(before);
}

/// How many of nine points over the design are hidden from `eye` by skin that stands off the site.
int hiddenPoints(const body::Mesh& mesh, const body::Frame& focus, float sizeMm, glm::vec3 eye) {
    constexpr float clearMm = 4, thickMm = 1;
    int hidden = 0;
    for (int k = 0; k < 9; ++k) {
        const glm::vec3 from =
            focus.originMm + 0.3f * sizeMm * (float(k % 3 - 1) * focus.x + float(k / 3 - 1) * focus.y);
        const float length = glm::distance(eye, from);
        const glm::vec3 toward = (eye - from) / length;
        for (const glm::vec3& p : mesh.positionsMm) {
            const glm::vec3 off = p - from;
            const float along = glm::dot(off, toward);
            if (along < clearMm || along > length || glm::dot(p - focus.originMm, focus.z) < clearMm) continue;
            const glm::vec3 aside = off - along * toward;
            if (glm::dot(aside, aside) > thickMm * thickMm) continue;
            ++hidden;
            break;
        }
    }
    return hidden;
}

glm::vec3 clearDirection(const body::Mesh& mesh, const body::Frame& focus, float sizeMm, float distance) {
    glm::vec3 best = turned(focus, siteAngles[0].first, siteAngles[0].second);
    int fewest = 10;
    for (const auto& [turn, tilt] : siteAngles) {
        const glm::vec3 from = turned(focus, turn, tilt);
        const int hidden = hiddenPoints(mesh, focus, sizeMm, focus.originMm + from * distance);
        if (hidden < fewest) fewest = hidden, best = from;
        if (fewest == 0) break;
    }
    return best;
}

/// Moves `camera` along its view until all of the mesh is in the picture.
void fitAll(Camera& camera, const body::Mesh& mesh) {
    const glm::vec3 right = camera.right(), up = camera.upward(), back = -camera.direction();
    glm::vec3 low(1e9f), high(-1e9f);
    for (const glm::vec3& p : mesh.positionsMm) {
        const glm::vec3 q(glm::dot(p, right), glm::dot(p, up), glm::dot(p, back));
        low = glm::min(low, q), high = glm::max(high, q);
    }
    const glm::vec3 middle = 0.5f * (low + high);
    float distance = 1;
    for (const glm::vec3& p : mesh.positionsMm) {
        const float x = std::abs(glm::dot(p, right) - middle.x), y = std::abs(glm::dot(p, up) - middle.y);
        const float ahead = glm::dot(p, back) - middle.z;
        distance = std::max(
            distance, ahead + fitMargin * std::max(x / (camera.tallTangent * camera.aspect), y / camera.tallTangent));
    }
    camera.target = middle.x * right + middle.y * up + middle.z * back;
    camera.eye = camera.target + back * distance;
}

}  // namespace

glm::vec3 Camera::direction() const {
    return glm::normalize(target - eye);
}
glm::vec3 Camera::right() const {
    return glm::normalize(glm::cross(direction(), up));
}
glm::vec3 Camera::upward() const {
    return glm::cross(right(), direction());
}

glm::mat4 Camera::clipFromWorld(glm::vec2 fromMm) const {
    glm::mat4 shear(1);  // x - from (1 - depth / focus), and depth is -z
    shear[2] = glm::vec4(-fromMm / focusMm, 1, 0);
    shear[3] = glm::vec4(-fromMm, 0, 1);
    return glm::perspectiveRH_ZO(2 * std::atan(tallTangent), aspect, nearMm, farMm) * shear *
           glm::lookAtRH(eye, target, up);
}

Camera cameraFor(const View& view, const body::Frame& focus, float sizeMm, const body::Mesh& mesh) {
    Camera camera;
    camera.tallTangent = std::tan(glm::radians(halfAngleDeg));
    camera.aspect = float(view.width) / float(view.height);
    const float distance = 0.5f * sizeMm / designShare * std::max(1.0f, 1.0f / camera.aspect) / camera.tallTangent;
    glm::vec3 from = turned(focus, view.turnDeg, view.tiltDeg);
    if (view.kind == View::Kind::site) from = clearDirection(mesh, focus, sizeMm, distance);
    if (view.kind == View::Kind::fit) from = turned(focus, 12, 0);
    camera.target = focus.originMm;
    camera.eye = camera.target + from * distance;
    const bool lies = view.kind == View::Kind::fit && camera.aspect > 1.2f;
    camera.up = lies ? focus.x : uprightFor(from, focus);
    if (view.kind == View::Kind::fit) fitAll(camera, mesh);
    float nearest = 1e9f, farthest = 0;
    for (const glm::vec3& p : mesh.positionsMm) {
        const float depth = glm::dot(p - camera.eye, camera.direction());
        nearest = std::min(nearest, depth), farthest = std::max(farthest, depth);
    }
    camera.nearMm = std::max(0.98f * nearest, 0.05f * glm::distance(camera.eye, camera.target));
    camera.farMm = std::max(1.02f * farthest, 2 * camera.nearMm);
    camera.focusMm = std::max(glm::dot(focus.originMm - camera.eye, camera.direction()), camera.nearMm);
    if (view.aperture > 0) camera.lensMm = 0.5f * fullFrameHalfMm / camera.tallTangent / view.aperture;
    return camera;
}

}  // namespace inkheal::portrait
