#pragma once
// A body's mesh on the device as the frame's shaders pull it, and what is worked out once per body: curvature, the chart
// coordinates of a piece, the box round it.

#include "body/chart.h"
#include "body/mesh.h"
#include "gpu/image.h"

namespace inkheal::portrait {

struct Limb {
    Limb(gpu::Device& device, const body::Mesh& mesh);

    gpu::Buffer positions;  // vec4: mm, openness
    gpu::Buffer normals;    // vec4: unit, curvature per mm
    gpu::Buffer anatomies;  // vec4: palmar, nail, digit, mm along the limb
    gpu::Buffer corners;    // three a triangle
    int triangles = 0;
    glm::vec3 low{0}, high{0};
};

/// vec2 a vertex: chart mm, far off outside the chart.
gpu::Buffer chartCoordinates(gpu::Device& device, const body::Chart& chart);

}  // namespace inkheal::portrait
