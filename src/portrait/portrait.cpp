#include "portrait/portrait.h"

#include <optional>

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

    const Light& lightNamed(const std::string& name) {
        if (!light || name != lightName) light = lightOf(name), lightName = name;
        return *light;
    }

    Shoot shoot;
    Tinter tinter;
    std::optional<Light> light;  // the last picture's
    std::string lightName;
    glm::mat3 balance{1};
    skin::Tone tone;
    skin::SiteConstants site, tinted;  // of the body between the pieces; of the last piece
    std::uint64_t editions = 0;        // of looks
};

Portrait::Portrait(gpu::Device& device, const body::Mesh& mesh) : body_(std::make_unique<Body>(device, mesh)) {}
Portrait::~Portrait() = default;

void Portrait::setTone(const skin::Tone& tone, const skin::SiteConstants& site) {
    body_->tone = tone;
    body_->site = body_->tinted = site;
    body_->tinter.setTone(tone, site);
    const Tinter& tinter = body_->tinter;
    const auto entering = float(skin::law::enteringShare);  // the frame takes the surface's share itself
    body_->shoot.setBare({tinter.bareTint() / entering, tinter.bareAbove() / entering,
                          glm::vec3(tinter.spread().lightMm), site.cellMm, site.reliefMm});
}

void Portrait::tint(gpu::Commands& commands, const skin::Fields& skin, Look& look) {
    // One skin colour over the body, each piece under its own site's layers.
    skin::SiteConstants here = skin.site;
    here.lightness = body_->site.lightness, here.redness = body_->site.redness;
    if (here != body_->tinted) {
        commands.submit();  // what is recorded still reads the last site's layers
        body_->tinter.setTone(body_->tone, here);
        body_->tinted = here;
    }
    body_->tinter.tint(commands, skin, look);
    look.edition = ++body_->editions;
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
    const Rig rig = rigOf(body_->lightNamed(view.light), camera, shoot.mesh().middle(), shoot.mesh().reachMm(),
                          {view.lightTurnDeg, view.exposureEv});
    body_->balance = balanceOf(view.white, rig.sheet);
    return shoot.take(commands, pieces, camera, rig, view.width, view.height, view.samples, view.done, view.until,
                      {body_->balance, view.gamut});
}

Picture Portrait::light() const {
    Picture light = body_->shoot.light();
    for (glm::vec4& texel : light.texels) texel = glm::vec4(body_->balance * glm::vec3(texel), 1);
    return light;
}

}  // namespace inkheal::portrait
