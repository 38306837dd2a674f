#pragma once
// A body's mesh on the device as the frame pulls it, with what is worked out once per body: curvature, who is next to
// whom, and the factors of its mottled skin. Also picks the triangles that a camera can see.

#include <vector>

#include "body/chart.h"
#include "body/mesh.h"
#include "gpu/image.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {

class SkinMesh {
 public:
    SkinMesh(gpu::Device& device, const body::Mesh& mesh);

    /// The skin's own reflectance, for the mottling.
    void setBare(glm::vec3 bare);

    /// Fills chosen() with the triangles that face `eye` and touch the picture of `toClip`, grown by a pixel or two.
    void choose(const glm::mat4& toClip, glm::vec3 eye);

    const body::Mesh& body() const { return mesh_; }
    int vertexCount() const { return int(mesh_.positionsMm.size()); }
    int triangleCount() const { return int(mesh_.triangles.size()); }
    int chosenCount() const { return chosenCount_; }
    glm::vec3 middle() const { return middle_; }
    float reachMm() const { return reachMm_; }

    const gpu::Buffer& vertices() const { return vertices_; }
    const gpu::Buffer& corners() const { return corners_; }
    const gpu::Buffer& chosen() const { return chosen_; }
    const gpu::Buffer& starts() const { return starts_; }  // of each vertex' neighbours, and an end
    const gpu::Buffer& neighbours() const { return neighbours_; }

 private:
    void link(gpu::Device& device);

    body::Mesh mesh_;
    std::vector<SkinVertex> skin_;
    glm::vec3 middle_{0};
    float reachMm_ = 1;
    int chosenCount_ = 0;
    std::vector<std::uint32_t> picked_;
    gpu::Buffer vertices_, corners_, chosen_, starts_, neighbours_;
};

}  // namespace inkheal::portrait
