#pragma once
// The hair of a body as the frame shows it: cut where pieces lie, as long as their day lets it be, and drawn over the
// body that a camera sees. A reference has none.

#include <memory>
#include <vector>

#include "gpu/commands.h"
#include "portrait/hair_roots.h"
#include "portrait/shot_laws.h"
#include "portrait/skin_mesh.h"

namespace inkheal::portrait {

class Hair {
 public:
    explicit Hair(gpu::Device& device);

    /// A person of this tone.
    void setTone(const skin::Tone& tone);

    /// Hair of this kind, with the skin that pieces lie in shaved before the needle, and as much of it as `mesh` has
    /// light for. `viewed`: the mesh chose anew.
    void wear(const SkinMesh& mesh, Hairiness kind, const std::vector<Piece>& pieces, bool viewed);

    /// Strands to draw; without any, adds() and takes() are one texel and mean nothing.
    int count() const { return count_; }

    /// Records hair, and the shadows that it throws in the light of `cards` (each if lit), over a picture of so many
    /// pixels, each of `mmPerPixel` where it is sharp.
    void draw(gpu::Commands& commands, const HairInputs& inputs, const std::array<Card, 3>& cards, float mmPerPixel,
              const gpu::Buffer& shot, const gpu::Image& lit, const gpu::Image& depth);

    const gpu::Image& adds() const { return adds_; }    // rg11b10f: light
    const gpu::Image& takes() const { return takes_; }  // rg11b10f: optical depth before what lies behind

 private:
    using Cut = std::vector<std::pair<const body::Chart*, double>>;  // a piece's place and day

    void lay(const SkinMesh& mesh, const std::vector<Piece>& pieces);

    gpu::Device& device_;
    gpu::Raster strands_, shadows_;
    skin::Tone tone_;
    Hairiness grownKind_ = Hairiness::none;
    std::vector<HairRoot> roots_;
    Cut cut_;  // what strands were laid for
    std::vector<HairStrand> laid_;
    int count_ = 0;
    double touchedMm2_ = 0;  // of skin that they and their shadows cover
    gpu::Buffer buffer_, corners_;
    gpu::Image adds_, takes_;
};

}  // namespace inkheal::portrait
