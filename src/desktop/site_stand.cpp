#include "desktop/site_stand.h"

#include <algorithm>
#include <cmath>

#include "body/site.h"
#include "body/stock.h"
#include "design/artwork.h"
#include "portrait/camera.h"
#include "studio/placement.h"

namespace inkheal::desktop {
namespace {

constexpr float coarseTexelsPerMm = 1;  // only the size of the artwork is wanted

/// Of the first piece that has a design, as the studio frames it.
float framedMm(const studio::Project& project) {
    for (const studio::PieceWish& piece : project.pieces) {
        if (piece.design.empty()) continue;
        if (piece.design == "-") return piece.widthMm;  // standard input is read by now
        const design::Artwork artwork =
            design::readArtwork(piece.design, piece.widthMm, piece.paper, coarseTexelsPerMm);
        return std::max(artwork.widthMm, artwork.heightMm);
    }
    return project.pieces.front().widthMm;
}

}  // namespace

SiteStand::SiteStand(const studio::Project& project)
    : mesh_(body::loadBody(studio::bodyOf(project))),
      focus_(body::findSite(mesh_, project.pieces.front().site, project.pieces.front().atMm)),
      sizeMm_(framedMm(project)) {}

Stand SiteStand::at(int width, int height) const {
    portrait::View view;
    view.width = width, view.height = height;
    const portrait::Camera camera = portrait::cameraFor(view, focus_, sizeMm_, mesh_);
    const glm::vec3 from = -camera.direction();
    const glm::vec3 local(glm::dot(from, focus_.x), glm::dot(from, focus_.y), glm::dot(from, focus_.z));
    return {glm::degrees(std::atan2(local.x, local.z)), glm::degrees(std::asin(std::clamp(local.y, -1.0f, 1.0f))),
            sizeMm_};
}

}  // namespace inkheal::desktop
