#pragma once
// The artwork as the artist drew it: paper told from ink, and a size in true millimetres. Every design comes in through
// readArtwork.

#include <filesystem>
#include <glm/glm.hpp>
#include <string>
#include <vector>

#include "base/picture.h"

namespace inkheal::design {

enum class Paper { remove, keep };

struct Artwork {
    std::string name;
    /// rgb: linear colour of the inked part (what the artist wants seen on white paper), a: share inked, 0 bare skin
    /// to 1. Cropped to the inked bounding box. Row 0 at the top.
    Picture picture;
    float widthMm = 30;  // of the picture, which is the inked bounding box
    float heightMm = 30;
    std::vector<std::string> warnings;

    float texelMm() const { return widthMm / float(picture.width); }
};

/// Reads, removes paper (design/paper.h says what that is), crops to what is inked and averages down to about
/// `texelsPerMm`; a picture with fewer texels keeps those it has. "-" is standard input. @throws Error (badInput) also
/// when nothing inked is left, Error (usage) for a width that is not a number of millimetres.
Artwork readArtwork(const std::filesystem::path& file, float widthMm, Paper paper, float texelsPerMm);

}  // namespace inkheal::design
