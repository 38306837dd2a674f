#pragma once
// Tells paper from ink in a picture that does not say itself what is transparent: a scan, a photograph of a drawing, an
// export on white. Paper is the near-white colour along the picture's border. It is bare skin wherever it shows, within
// closed outlines too, as in a tattoo: the inside of a drawn circle is skin, not white ink. White that must be inked
// needs a transparent file, where what is opaque is ink.

#include <array>
#include <glm/glm.hpp>
#include <optional>

#include "base/picture.h"

namespace inkheal::design {

/// The paper's colour over the picture: light falls off toward the corners of a photographed sheet, so each channel is
/// a quadratic in x and y (both -1 to 1 over the picture). Values are square roots of linear light, even enough to the
/// eye.
struct Sheet {
    std::array<glm::vec3, 6> terms{};  // of 1, x, y, x^2, x y, y^2
    float noise = 0;                   // standard deviation of bare paper about it, same unit

    glm::vec3 at(float x, float y) const {
        return terms[0] + terms[1] * x + terms[2] * y + terms[3] * (x * x) + terms[4] * (x * y) + terms[5] * (y * y);
    }
};

/// None where the border is not near-white: then the picture has no paper.
std::optional<Sheet> findSheet(const Picture& picture);

/// Sets alpha to the share inked and colour to that of the ink as seen on white paper. An edge smoothed by the artist's
/// program or the scanner becomes a share of the line's own colour, so that no pale fringe is inked.
void removePaper(Picture& picture, const Sheet& sheet);

/// Clears specks too small and faint to have been drawn: dust of a scan, noise of a JPEG.
void removeDust(Picture& picture);

}  // namespace inkheal::design
