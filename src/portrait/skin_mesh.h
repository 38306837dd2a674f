#pragma once
// A body's mesh on the device as the frame pulls it, with what is worked out once per body: curvature, who is next to
// whom, and the factors of its mottled skin. Also picks the triangles that a camera can see and the vertices to light.

#include <vector>

#include "body/chart.h"
#include "body/mesh.h"
#include "body/veins.h"
#include "gpu/image.h"
#include "portrait/shot_laws.h"
#include "skin/complexion.h"

namespace inkheal::portrait {

/// An image for a table of so many texels, see shaders/portrait/table.glsl.
gpu::ImageShape tableShape(std::size_t texels, gpu::Format format, int layers = 1);

class SkinMesh {
 public:
    SkinMesh(gpu::Device& device, const body::Mesh& mesh);

    /// The skin that it is mottled as.
    void setComplexion(const skin::Complexion& skin);

    /// Factors on the complexion's colours, one a vertex: the redness of inflamed skin, in place of what was there.
    void redden(const std::vector<glm::vec3>& factors);

    /// Fills chosen() with the triangles that face a lens of radius `lensMm` round `eye`, focused at `focusMm`, and
    /// touch the picture of `toClip`, grown by a pixel or two; and wanted() with their vertices, `alsoVertices`, and
    /// all within `rings` edges of these.
    struct Sight {
        glm::mat4 toClip{1};
        glm::vec3 eye{0};
        float lensMm = 0, focusMm = 1, tallTangent = 0.2f;
    };
    void choose(const Sight& sight, const std::vector<std::uint32_t>& alsoVertices, int rings);

    const body::Mesh& body() const { return mesh_; }
    bool wants(std::uint32_t vertex) const { return wants_[vertex] != 0; }  // whether it is in wanted()
    int vertexCount() const { return int(mesh_.positionsMm.size()); }
    int casterTriangles() const { return casterTriangles_; }
    int chosenCount() const { return chosenCount_; }
    int wantedCount() const { return wantedCount_; }
    /// Of all triangles, and of all vertices.
    double chosenShare() const { return double(chosenCount_) / double(mesh_.triangles.size()); }
    double wantedShare() const { return double(wantedCount_) / double(mesh_.positionsMm.size()); }
    glm::vec3 middle() const { return middle_; }
    float reachMm() const { return reachMm_; }

    const gpu::Buffer& vertices() const { return vertices_; }
    const gpu::Buffer& corners() const { return corners_; }
    const gpu::Image& placeTable() const { return placeTable_; }  // tables, see shaders/portrait/table.glsl
    const gpu::Image& cornerTable() const { return cornerTable_; }
    const gpu::Buffer& chosen() const { return chosen_; }
    const gpu::Buffer& chosenCorners() const { return chosenCorners_; }
    const gpu::Buffer& casterPlaces() const { return casterPlaces_; }  // of the few triangles that cast shadows
    const gpu::Buffer& casterCorners() const { return casterCorners_; }
    const gpu::Buffer& wanted() const { return wanted_; }
    const gpu::Buffer& starts() const { return starts_; }  // of each vertex' neighbours, and an end
    const gpu::Buffer& neighbours() const { return neighbours_; }

 private:
    void link(gpu::Device& device);
    void pick(const Sight& sight);
    void want(const std::vector<std::uint32_t>& alsoVertices, int rings);

    body::Mesh mesh_;
    std::vector<SkinVertex> skin_;
    std::vector<body::VeinNearby> veins_;
    std::vector<glm::vec4> mottle_;  // colours of the complexion, nails in w
    std::vector<glm::vec3> redness_;
    glm::vec3 middle_{0};
    float reachMm_ = 1;
    int chosenCount_ = 0, wantedCount_ = 0, casterTriangles_ = 0;
    std::vector<std::uint8_t> wants_;
    std::vector<std::uint32_t> picked_, pickedCorners_, list_, firstOf_, next_;
    gpu::Image placeTable_, cornerTable_;
    gpu::Buffer vertices_, corners_, chosen_, chosenCorners_, wanted_, starts_, neighbours_, casterPlaces_,
        casterCorners_;
};

}  // namespace inkheal::portrait
