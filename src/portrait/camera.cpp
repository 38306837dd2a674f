#include "portrait/camera.h"

#include <algorithm>
#include <cmath>
#include <glm/gtc/matrix_transform.hpp>

namespace inkheal::portrait {
namespace {

constexpr float halfAngleDeg = 10;      // of the vertical angle of view: a lens of about 70 mm on full frame
constexpr float designShare = 0.5f;     // of the picture's smaller side
constexpr float obliqueTurnDeg = 10, obliqueTiltDeg = -14;  // a site view looks a little from the side and from below

glm::vec3 turned(const body::Frame& focus, float turnDeg, float tiltDeg) {
    const float turn = glm::radians(turnDeg), tilt = glm::radians(tiltDeg);
    return glm::normalize(std::cos(tilt) * (std::cos(turn) * focus.z + std::sin(turn) * focus.x) + std::sin(tilt) * focus.y);
}

}  // namespace

glm::vec3 Camera::direction() const { return glm::normalize(target - eye); }
glm::vec3 Camera::right() const { return glm::normalize(glm::cross(direction(), up)); }
glm::vec3 Camera::upward() const { return glm::cross(right(), direction()); }

glm::mat4 Camera::clipFromWorld() const {
    return glm::perspectiveRH_ZO(2 * std::atan(tallTangent), aspect, nearMm, farMm) * glm::lookAtRH(eye, target, up);
}

Camera cameraFor(const View& view, const body::Frame& focus, float sizeMm, glm::vec3 low, glm::vec3 high) {
    Camera camera;
    camera.tallTangent = std::tan(glm::radians(halfAngleDeg));
    camera.aspect = float(view.width) / float(view.height);
    const float reach = 0.5f * glm::length(high - low);
    float tallMm = sizeMm / designShare * std::max(1.0f, 1.0f / camera.aspect);
    glm::vec3 from = turned(focus, obliqueTurnDeg, obliqueTiltDeg);
    camera.target = focus.originMm;
    camera.up = focus.y;
    if (view.kind == View::Kind::turn) from = turned(focus, view.turnDeg, view.tiltDeg);
    if (view.kind == View::Kind::fit) {
        camera.target = 0.5f * (low + high);
        const glm::vec3 across = glm::abs(high - low);
        tallMm = 1.12f * std::max(across.y, std::max(across.x, across.z) / camera.aspect);
    }
    if (std::abs(glm::dot(from, camera.up)) > 0.98f) camera.up = focus.z;
    const float distance = 0.5f * tallMm / camera.tallTangent;
    camera.eye = camera.target + from * distance;
    const float middle = glm::length(0.5f * (low + high) - camera.eye);
    camera.nearMm = std::max(middle - 1.05f * reach, 0.02f * distance);
    camera.farMm = middle + 1.05f * reach;
    return camera;
}

}  // namespace inkheal::portrait
