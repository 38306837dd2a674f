#pragma once
// Takes a decoder's rows as they come and averages them down to the size wished for, so that no more than one row of
// the full picture need be in memory. Averages are over area, in linear light, weighted by alpha.

#include <glm/glm.hpp>
#include <span>
#include <vector>

#include "intake/intake.h"

namespace inkheal::intake {

class Shrink {
 public:
    /// Never enlarges. Sizes in texels.
    Shrink(int width, int height, int longestEdge);

    /// The next row from the top: linear, straight alpha, `width` texels.
    void add(std::span<const glm::vec4> row);

    /// After `height` rows. Sets picture, hasAlpha and the source's size.
    ReadPicture finish();

 private:
    void spread(std::span<const glm::vec4> row);
    void emit();

    int width_, height_, rowsTaken_ = 0, rowsGiven_ = 0;
    Picture picture_;
    bool hasAlpha_ = false;
    std::vector<glm::vec4> thin_;  // the current row averaged across, premultiplied
    std::vector<glm::vec4> sum_;   // of rows that fall into the current output row
};

/// Turns a picture as EXIF 1 to 8 asks; other numbers leave it as it is.
Picture upright(Picture picture, int orientation);

/// The orientation an EXIF block asks for (with or without the leading "Exif\0\0"), 1 if it says nothing.
int exifOrientation(std::span<const std::uint8_t> exif);

}  // namespace inkheal::intake
