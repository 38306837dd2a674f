#pragma once
// The surface of a body: triangles in millimetres with what a renderer and an anatomist need at every vertex. Along a
// texture seam vertices stand twice in the same place, once a side; weldedIds() says which.

#include <array>
#include <cstdint>
#include <glm/glm.hpp>
#include <string>
#include <vector>

namespace inkheal::body {

/// What a vertex of a stock body is part of. A scan has digit 0 and the rest 0. Stock bodies lie in one frame each: y
/// along the limb toward the body with 0 at the tip (the hand's longest fingertip, the foot's sole). hand (a right
/// one): x to the thumb side, z out of the back of the hand. foot (a right one): x to the big-toe side, z to the toes.
struct Anatomy {
    std::int32_t digit = 0;  // 0 none, 1 thumb or big toe ... 5 little
    float palmar = 0;        // +1 palm, sole, inner wrist, calf; -1 the other side
    float nail = 0;          // 1 on a nail plate
    float alongLimbMm = 0;   // from the tip of the limb toward the body, along y
};

struct Mesh {
    std::string name;
    std::vector<glm::vec3> positionsMm;
    std::vector<glm::vec3> normals;   // unit
    std::vector<glm::vec4> tangents;  // unit xyz, handedness w
    std::vector<glm::vec2> uv;        // the source's own texture coordinates (0 where it has none)
    std::vector<Anatomy> anatomy;
    std::vector<float> openness;  // ambient visibility of the sky, 0 closed to 1 open (baked; 1 where unknown)
    std::vector<std::array<std::uint32_t, 3>> triangles;  // counter-clockwise seen from outside
};

/// A point on a mesh: corner weights sum to 1.
struct SurfacePoint {
    std::uint32_t triangle = 0;
    glm::vec3 barycentric{1, 0, 0};
};

/// Where a stencil is pressed: x across the limb, y toward the body, z out of the skin; right-handed, unit.
struct Frame {
    SurfacePoint point;
    glm::vec3 originMm{0};
    glm::vec3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1};
};

glm::vec3 positionAt(const Mesh& mesh, const SurfacePoint& point);

/// The unit normal there, blended from the corners'.
glm::vec3 normalAt(const Mesh& mesh, const SurfacePoint& point);

/// Angle-weighted vertex normals from positions and triangles. Vertices in the same place (a texture seam) share one.
void computeNormals(Mesh& mesh);

/// Tangents along +u of the texture coordinates; where those say nothing, any direction across the normal.
void computeTangents(Mesh& mesh);

/// For each of `positions` the index of the first one in exactly the same place: how triangles hang together across
/// seams.
std::vector<std::uint32_t> weldedIds(const std::vector<glm::vec3>& positions);

}  // namespace inkheal::body
