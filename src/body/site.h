#pragma once
// Where on the body. A site is data in assets/sites.json: how to find its point and frame on a stock body. What its skin is
// made of and how it heals are read from the same file by skin/site.h.

#include <string>
#include <vector>

#include "body/mesh.h"

namespace inkheal::body {

struct Site {
    std::string name;         // "index-finger-top"
    std::string description;  // one line for a person
    std::string body;         // stock body it lies on
    float usableWidthMm = 0, usableHeightMm = 0;
};

/// All sites of assets/sites.json.
std::vector<Site> sites();

/// @throws Error (usage) naming the nearest known names.
Site siteNamed(const std::string& name);

/// The site's frame on `mesh`, then moved by atMm (x across, y toward the body) along the skin. On a calibration body every
/// site is its front centre; on a scan the point that faces +z nearest its middle. @throws Error (usage) when the move leaves the body.
Frame findSite(const Mesh& mesh, const std::string& siteName, glm::vec2 atMm);

/// Girth of the limb at the frame, mm, cut by the plane whose normal is frame.y; nothing if the cut is open.
float girthMm(const Mesh& mesh, const Frame& frame);

}  // namespace inkheal::body
