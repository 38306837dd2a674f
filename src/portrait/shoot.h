#pragma once
// Takes the picture: which triangles the pixels see, where light falls, what leaves the skin, gloss, and the print.
// Works what a view's lights do to the body out once and keeps it while body and view stay.

#include <memory>
#include <vector>

#include "gpu/commands.h"
#include "portrait/hair.h"
#include "portrait/patch.h"
#include "portrait/rig.h"
#include "portrait/skin_mesh.h"

namespace inkheal::portrait {

/// What the frame needs to know of untouched skin.
struct Bare {
    glm::vec3 tint{0.5f}, above{0.1f};  // of what the surface lets in and out; the part from above the ink's depth
    glm::vec3 spreadMm{0.66f, 0.37f, 0.23f};
    glm::vec3 lean{0};  // law::viewLean
    float cellMm = 0.7f, reliefMm = 0.03f;
    std::shared_ptr<const skin::Complexion> complexion;  // none: the skin is even
};

/// How light becomes a picture.
struct Development {
    glm::mat3 balance{1};  // of linear Rec. 709 light
    Gamut gamut = Gamut::srgb;
};

/// The repeating tile of micro-relief.
struct TileShape {
    int cells, texels, gutter;  // texels of one period; gutter: of it repeated round it
};

class Shoot {
 public:
    Shoot(gpu::Device& device, const body::Mesh& mesh);

    void setBare(const Bare& bare);
    Hair& hair() { return hair_; }
    void wear(Hairiness kind) { hairiness_ = kind; }  // in the pictures to come; at first none

    /// The picture from `camera` under `rig`: `samples` sub-frames, or the device's preset if 0. With `until` their
    /// mean so far: the last picture, of the same, has `done` of them.
    Picture8 take(gpu::Commands& commands, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                  int width, int height, int samples, int done = 0, int until = 0, const Development& development = {});

    /// Light of the picture taken last, linear Rec. 709, before white balance and tone curve.
    Picture light() const;

    /// Light on the pieces alone, without a picture: then patches() answers. For tests of the diffuse path.
    void lightPieces(gpu::Commands& commands, const std::vector<Piece>& pieces, const Camera& camera, const Rig& rig,
                     int height);

    /// The skin round the pieces as inflamed as they are now.
    void redden(const std::vector<Piece>& pieces);

    const SkinMesh& mesh() const { return mesh_; }

    /// What the kernels know of the picture; the tile of micro-relief, grown when first asked for.
    Shot shotFor(const Camera& camera, const Rig& rig, int height) const;
    static TileShape tileShape();
    const gpu::Image& reliefTile(gpu::Commands& commands);
    const Patches& patches() const { return patches_; }
    const gpu::Image& picture() const {
        return pixels_.picture;
    }  // rgba32f of the last one, before the print: rgb over a

 private:
    struct Pixels {
        Pixels() = default;
        Pixels(gpu::Device& device, int width, int height);

        gpu::Image picture, paper;
    };
    struct Sights {  // the triangle that each pixel sees, side x side times
        Sights() = default;
        Sights(gpu::Device& device, int width, int height);

        gpu::Image seen, depth;
    };

    void growTile(gpu::Commands& commands);
    void lightBody(gpu::Commands& commands, const Rig& rig);
    float tableMirrored(gpu::Commands& commands, const Camera& camera, const Rig& rig);
    void makeRoom(int width, int height, int side);
    void subFrame(gpu::Commands& commands, const Camera& camera, const Rig& rig, const SubFrameInputs& inputs);

    gpu::Device& device_;
    SkinMesh mesh_;
    Bare bare_;
    gpu::Raster seen_, hiding_;
    gpu::Kernel tile_, hidden_, evenOut_, lit_, mirror_, shade_, print_;
    gpu::Image pattern_, shadow_, sky_, litVertices_, mirrored_, nothing_;
    std::shared_ptr<const SkyMap> skyMap_;  // what sky_ holds
    gpu::Buffer shot_, visible_, visibleBefore_;
    Shot lastShot_{};
    float lastLensMm_ = 0, lastCalm_ = 1;
    bool bodyIsLit_ = false, reddened_ = false, tileGrown_ = false;
    Pixels pixels_;
    Sights sights_;
    Patches patches_;
    Hair hair_;
    Hairiness hairiness_ = Hairiness::none;
};

}  // namespace inkheal::portrait
