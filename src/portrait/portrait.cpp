#include "portrait/portrait.h"

#include <optional>

#include "portrait/camera.h"
#include "portrait/rig.h"
#include "portrait/shoot.h"
#include "portrait/tint.h"
#include "portrait/trace.h"

namespace inkheal::portrait {
namespace {

constexpr float plainSizeMm = 30;  // framed where there is no piece

float framedMm(const std::vector<Piece>& pieces, const View& view) {
    return view.sizeMm > 0 ? view.sizeMm : pieces.empty() ? plainSizeMm : pieces.front().sizeMm;
}

}  // namespace

struct Portrait::Body {
    Body(gpu::Device& on, const body::Mesh& mesh) : device(on), shoot(on, mesh), tinter(on) {}

    gpu::Device& device;
    const Light& lightNamed(const std::string& name) {
        if (!light || name != lightName) light = lightOf(name), lightName = name;
        return *light;
    }

    Shoot shoot;
    Tinter tinter;
    std::unique_ptr<Tracer> tracer;  // made by the first reference
    bool traced = false;             // the last picture was one
    std::optional<Light> light;      // the last picture's
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
    body_->shoot.hair().setTone(tone);
    const Tinter& tinter = body_->tinter;
    const auto entering = float(skin::law::enteringShare);  // the frame takes the surface's share itself
    body_->shoot.setBare({tinter.bareTint() / entering, tinter.bareAbove() / entering,
                          glm::vec3(tinter.spread().lightMm), glm::vec3(tinter.spread().lean), site.cellMm,
                          site.reliefMm, std::make_shared<skin::Complexion>(tone, site)});
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
    const Camera camera = cameraFor(view, focus, framedMm(pieces, view), shoot.mesh().body());
    const Rig rig = rigOf(body_->lightNamed(view.light), camera, shoot.mesh().middle(), shoot.mesh().reachMm(),
                          {view.lightTurnDeg, view.exposureEv});
    body_->balance = balanceOf(view.white, rig.sheet);
    body_->traced = false;
    shoot.wear(view.hair);
    return shoot.take(commands, pieces, camera, rig, view.width, view.height, view.samples, view.done, view.until,
                      {body_->balance, view.gamut});
}

Picture Portrait::light() const {
    Picture light = body_->traced ? body_->tracer->last() : body_->shoot.light();
    for (glm::vec4& texel : light.texels) texel = glm::vec4(body_->balance * glm::vec3(texel), 1);
    return light;
}

Picture8 Portrait::reference(gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Frame& focus,
                             const View& view, const std::function<void(double)>& progress) {
    Shoot& shoot = body_->shoot;
    const Camera camera = cameraFor(view, focus, framedMm(pieces, view), shoot.mesh().body());
    const Rig rig = rigOf(body_->lightNamed(view.light), camera, shoot.mesh().middle(), shoot.mesh().reachMm(),
                          {view.lightTurnDeg, view.exposureEv});
    shoot.redden(pieces);
    if (!body_->tracer) body_->tracer = std::make_unique<Tracer>(body_->device, shoot);
    body_->balance = balanceOf(view.white, rig.sheet);
    body_->traced = true;
    return body_->tracer->take(commands, pieces, {body_->tone, body_->site}, camera, rig, view,
                               {body_->balance, view.gamut}, progress);
}

}  // namespace inkheal::portrait
