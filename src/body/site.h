#pragma once
// Where on the body. A site is data in assets/sites.json: how to find its point and frame on a stock body. What its
// skin is made of and how it heals are read from the same file by skin/materials.h.

#include <string>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

/// How a site is found on its body: the limb (or one of its digits) is cut across at alongMm; from the middle of the
/// cut the site lies toward `out`, then shiftMm along the skin.
struct Place {
    int digit = 0;           // 0 the limb itself, else 1 ... 5
    float alongMm = 0;       // Anatomy::alongLimbMm
    glm::vec3 out{0, 0, 1};  // in the body's own axes (see Anatomy); need not be unit
    glm::vec2 shiftMm{0};    // x across, y toward the body
};

struct Site {
    std::string name;         // "index-finger-top"
    std::string description;  // one line for a person
    std::string body;         // stock body it lies on
    float usableWidthMm = 0, usableHeightMm = 0;
    Place place;
};

/// All sites of assets/sites.json. @throws Error (badInput) when that file is not as it should be.
std::vector<Site> sites();

/// @throws Error (usage) naming the nearest known names.
Site siteNamed(const std::string& name);

/// The site's frame on `mesh`, then moved by atMm (x across, y toward the body) along the skin. On a calibration body
/// every site is its front centre; on a scan the point that faces +z nearest its middle. @throws Error (usage) when the
/// move leaves the body or the site lies on another stock body.
Frame findSite(const Mesh& mesh, const std::string& siteName, glm::vec2 atMm);

/// `frame` carried along the skin by moveMm (x across, y toward the body), turning as the skin turns and no more.
/// @throws Error (usage) when the move leaves the body.
Frame walk(const Mesh& mesh, const Frame& frame, glm::vec2 moveMm);

/// Girth of the limb at the frame, mm, cut by the plane whose normal is frame.y; nothing (0) if the cut is open.
float girthMm(const Mesh& mesh, const Frame& frame);

}  // namespace inkheal::body
