#include "intake/child/shrink.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::intake {

Shrink::Shrink(int width, int height, int longestEdge) : width_(width), height_(height) {
    const int edge = std::max(width, height);
    const double scale = edge > longestEdge ? double(longestEdge) / edge : 1.0;
    const auto shorter = [&](int side) { return std::clamp(int(std::lround(side * scale)), 1, side); };
    picture_ = Picture(shorter(width), shorter(height));
    thin_.resize(std::size_t(picture_.width));
    sum_.resize(std::size_t(picture_.width));
}

/// Averages a row across into thin_: every source texel gives each output texel the share of it that lies there.
void Shrink::spread(std::span<const glm::vec4> row) {
    const int out = picture_.width;
    std::fill(thin_.begin(), thin_.end(), glm::vec4(0));
    // In units of 1 / (width * out) a source texel is `out` wide and an output texel `width_` wide.
    std::int64_t x = 0;
    for (int i = 0; i < width_; ++i) {
        const glm::vec4 texel{glm::vec3(row[std::size_t(i)]) * row[std::size_t(i)].a, row[std::size_t(i)].a};
        std::int64_t left = out;
        while (left > 0) {
            const std::int64_t to = x / width_, room = (to + 1) * width_ - x, share = std::min(left, room);
            thin_[std::size_t(to)] += texel * (float(share) / float(width_));
            x += share;
            left -= share;
        }
    }
}

void Shrink::emit() {
    const int y = rowsGiven_++;
    for (int x = 0; x < picture_.width; ++x) {
        glm::vec4 t = sum_[std::size_t(x)];
        t.a = std::min(t.a, 1.0f);
        picture_.at(x, y) = t.a > 0 ? glm::vec4(glm::vec3(t) / t.a, t.a) : glm::vec4(0);
    }
    std::fill(sum_.begin(), sum_.end(), glm::vec4(0));
}

void Shrink::add(std::span<const glm::vec4> row) {
    checkEqual(row.size(), std::size_t(width_), "texels in a decoded row");
    check(rowsTaken_ < height_, "no more rows than the picture has");
    if (!hasAlpha_) hasAlpha_ = std::any_of(row.begin(), row.end(), [](const glm::vec4& t) { return t.a < 1; });
    if (picture_.width == width_ && picture_.height == height_) {
        std::copy(row.begin(), row.end(), picture_.texels.begin() + std::ptrdiff_t(rowsTaken_) * width_);
        ++rowsTaken_;
        return;
    }
    spread(row);
    std::int64_t y = std::int64_t(rowsTaken_) * picture_.height, left = picture_.height;
    while (left > 0) {
        const std::int64_t to = y / height_, share = std::min(left, (to + 1) * height_ - y);
        const float weight = float(share) / float(height_);
        for (int x = 0; x < picture_.width; ++x) sum_[std::size_t(x)] += thin_[std::size_t(x)] * weight;
        y += share;
        left -= share;
        if (y == (to + 1) * height_) emit();
    }
    ++rowsTaken_;
}

ReadPicture Shrink::finish() {
    checkEqual(rowsTaken_, height_, "rows of a decoded picture");
    ReadPicture read;
    read.picture = std::move(picture_);
    read.hasAlpha = hasAlpha_;
    read.sourceWidth = width_;
    read.sourceHeight = height_;
    return read;
}

}  // namespace inkheal::intake
