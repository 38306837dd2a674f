#pragma once
// Where the site's own view of a project stands, so that a hand can turn and zoom on from there without a jump. Works
// it out once more from the project, because the studio keeps the frame and the size of its pieces to itself.

#include "body/mesh.h"
#include "desktop/orbit.h"
#include "studio/project.h"

namespace inkheal::desktop {

class SiteStand {
 public:
    /// @throws Error as opening the project does.
    explicit SiteStand(const studio::Project& project);

    Stand at(int width, int height) const;

 private:
    body::Mesh mesh_;
    body::Frame focus_;
    float sizeMm_ = 30;
};

}  // namespace inkheal::desktop
