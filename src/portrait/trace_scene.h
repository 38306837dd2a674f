#pragma once
// What the reference's paths run through, on the device: the body as a tree of boxes, and each piece as columns of
// layers with bounds on what light meets in them.

#include <optional>
#include <vector>

#include "body/bvh.h"
#include "gpu/commands.h"
#include "portrait/portrait.h"
#include "portrait/trace_maths.h"

namespace inkheal::portrait {

/// The client's skin, and the site that the body between the pieces has.
struct TraceSkin {
    skin::Tone tone;
    skin::SiteConstants site;
    float floorMm = 1e6f;  // depth of a white floor under everything, for furnaces; none in skin
    bool white = false;    // nothing absorbs, for furnaces
};

/// Physical coefficients of `tone` under the epidermis of `site`, by band.
std::vector<TraceBand> traceBands(const skin::Tone& tone, const skin::SiteConstants& site, bool white = false);

/// The tree of a mesh.
struct TraceBody {
    TraceBody(gpu::Device& device, const body::Mesh& mesh);

    gpu::Buffer nodes, triangles;
};

/// Pieces and skin of one picture. Its commands are submitted once it is made.
class TraceScene {
 public:
    /// @throws Error when the pieces are too large for the device.
    TraceScene(gpu::Device& device, gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Mesh& mesh,
               const TraceSkin& skin);

    int pieces() const { return int(table_.size()); }
    int bareSkin() const { return pieces(); }  // number of the table of bands between the pieces

    gpu::Buffer chart, piecesTable, columns, inks, bands, pigments, bounds, depths, places;

 private:
    void lay(const Piece& piece, const body::Mesh& mesh, const TraceSkin& skin);
    void allocate(gpu::Device& device);
    void fill(gpu::Device& device, gpu::Commands& commands, const std::vector<Piece>& pieces);

    std::vector<TracePiece> table_;
    std::vector<glm::vec2> chartMm_;
    std::vector<TraceBand> bands_;
    std::vector<skin::PigmentBands> pigments_;
    std::vector<std::int32_t> places_;
    std::int32_t texels_ = 0, cells_ = 0;
};

}  // namespace inkheal::portrait
