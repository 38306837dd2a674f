#pragma once
// The only door for strangers' files. Each is decoded in a child process (inkheal-intake) that may not open files, use
// the network, or take more than its share of time and memory; what comes back is checked again here.

#include <array>
#include <cstdint>
#include <filesystem>
#include <glm/glm.hpp>
#include <string>
#include <vector>

#include "base/picture.h"

namespace inkheal::intake {

/// No picture of more texels is decoded, and none comes back with a longer edge, whatever was wished for.
inline constexpr std::int64_t mostPixels = 89'000'000;
inline constexpr int longestEdgeEver = 6000;

struct PictureWish {
    int longestEdge = 4096;  // larger pictures are averaged down in linear light; SVG is drawn at this size
};

struct ReadPicture {
    Picture picture;        // upright, linear Rec. 709, straight alpha
    bool hasAlpha = false;  // the file itself says what is transparent, and something is
    bool isVector = false;  // drawn at the size asked for: a larger wish gives more detail
    int sourceWidth = 0;    // texels in the file, upright; what was drawn for a vector
    int sourceHeight = 0;
    std::vector<std::string> warnings;
};

/// PNG, JPEG, WebP, TIFF, SVG, BMP, TGA, Radiance HDR, told apart by content. "-" is standard input. @throws Error
/// (badInput).
ReadPicture readPicture(const std::filesystem::path& file, const PictureWish& wish = {});

/// A light all round, latitude by longitude, twice as wide as high, from Radiance or OpenEXR: linear Rec. 709 light of
/// 0 to 1e12, averaged down to `longestEdge`. @throws Error (badInput) also where there is no light in it.
Picture readPanorama(const std::filesystem::path& file, int longestEdge = 1024);

struct ReadMesh {
    std::vector<glm::vec3> positions;  // the file's own units
    std::vector<glm::vec2> uv;         // empty or one a position
    std::vector<std::array<std::uint32_t, 3>> triangles;
    std::vector<std::string> warnings;
};

/// glTF, GLB, OBJ, PLY, STL, told apart by content. A glTF's .bin files are taken only from the model's own folder.
/// @throws Error (badInput).
ReadMesh readMesh(const std::filesystem::path& file);

}  // namespace inkheal::intake
