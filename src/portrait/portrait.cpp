#include "portrait/portrait.h"

#include "portrait/camera.h"
#include "portrait/rig.h"
#include "portrait/shoot.h"
#include "portrait/tint.h"

namespace inkheal::portrait {
namespace {

constexpr float plainSizeMm = 30;  // framed where there is no piece

}  // namespace

struct Portrait::Body {
    Body(gpu::Device& device, const body::Mesh& mesh) : shoot(device, mesh), tinter(device) {}

    Shoot shoot;
    Tinter tinter;
};

Portrait::Portrait(gpu::Device& device, const body::Mesh& mesh) : body_(std::make_unique<Body>(device, mesh)) {}
Portrait::~Portrait() = default;

void Portrait::setTone(const skin::Tone& tone, const skin::SiteConstants& site) {
    body_->tinter.setTone(tone, site);
    body_->shoot.setBare({body_->tinter.bareTint(), body_->tinter.bareAbove(), site.cellMm, site.reliefMm});
}

void Portrait::tint(gpu::Commands& commands, const skin::Fields& skin, Look& look) {
    body_->tinter.tint(commands, skin, look);
}

Look Portrait::makeLook(const skin::Fields& skin) {
    return body_->tinter.makeLook(skin);
}

glm::vec3 Portrait::bareTint() const {
    return body_->tinter.bareTint();
}

Picture8 Portrait::frame(gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Frame& focus,
                         const View& view) {
    Shoot& shoot = body_->shoot;
    const float sizeMm = view.sizeMm > 0 ? view.sizeMm : pieces.empty() ? plainSizeMm : pieces.front().sizeMm;
    const Camera camera = cameraFor(view, focus, sizeMm, shoot.mesh().body());
    const Rig rig = rigNamed(view.light, camera, shoot.mesh().middle(), shoot.mesh().reachMm());
    return shoot.take(commands, pieces, camera, rig, view.width, view.height, view.samples);
}

}  // namespace inkheal::portrait
