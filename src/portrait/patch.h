#pragma once
// The skin of all pieces in their own charts, a layer a piece: what light sees of it, taken over once a simulated
// state, and per frame the light that has crossed its ink, spread in the skin (form H of rendering.md 3.1). Pixels
// sample both.

#include "gpu/commands.h"
#include "portrait/portrait.h"
#include "portrait/shot_laws.h"
#include "portrait/skin_mesh.h"

namespace inkheal::portrait {

class Patches {
 public:
    explicit Patches(gpu::Device& device);

    /// Takes charts and looks over where they are not the ones it has. True when one was another.
    bool lay(gpu::Commands& commands, const SkinMesh& mesh, const std::vector<Piece>& pieces);

    /// Records what of the light in `lit` comes through the ink, once it has spread.
    void light(gpu::Commands& commands, const SkinMesh& mesh, const gpu::Image& lit, const glm::vec3& spreadMm);

    int count() const { return int(keys_.size()); }
    const std::vector<std::uint32_t>& vertices() const { return vertices_; }  // of the body, that a chart covers

    // Bindings: pieces, tables of their vertices' coordinates, and layers.
    const gpu::Buffer& laid() const { return laid_; }
    const gpu::Image& chartMm() const { return chart_; }
    const gpu::Image& aboves() const { return aboves_; }
    const gpu::Image& seens() const { return seens_; }
    const gpu::Image& slopes() const { return slopes_; }
    const gpu::Image& drys() const { return drys_; }
    const gpu::Image& mixed() const { return mixed_; }  // rgb times a; a: share of skin round the place

 private:
    struct Key {  // of a look that was taken over
        std::uint64_t edition;
        skin::Grid grid;
    };

    bool takeCharts(const SkinMesh& mesh, const std::vector<Piece>& pieces);
    void makeRoom(const std::vector<Piece>& pieces);
    void placeUnder(const std::vector<Piece>& pieces);

    gpu::Device& device_;
    gpu::Kernel lay_, light_, blur_;
    std::vector<Key> keys_;
    std::vector<LaidPiece> pieces_;
    std::vector<glm::vec2> chartMm_;
    std::vector<std::uint32_t> vertices_;
    gpu::Buffer laid_, under_;
    gpu::Image chart_, aboves_, seens_, slopes_, drys_, crossed_, half_, middle_, mixed_;
};

}  // namespace inkheal::portrait
