#pragma once
// Turns skin and light into a picture. Per simulated state: tint() makes what light sees in the chart. Per frame:
// frame() rasterises the body, lights it, scatters light through skin and ink, shades wet, crusty and dry surfaces and
// develops the picture.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/picture.h"
#include "body/chart.h"
#include "body/mesh.h"
#include "gpu/commands.h"
#include "portrait/white.h"
#include "skin/fields.h"

namespace inkheal::portrait {

/// What light sees of one piece, flat in its chart (grid of its Fields).
struct Look {
    skin::Grid grid;
    gpu::Image
        tint;  // rgba32f: linear Rec. 709 diffuse reflectance under even D65 light, lateral scattering included; a: 1
    gpu::Image above;    // rgba16f: rgb light returned above the ink (a of rendering.md 3.1), of what the surface lets
                         // in and out; a: cover
    gpu::Image seen;     // rgba16f, mips: rgb ink transmittance M through the tissue above; a: ink coverage
    gpu::Image surface;  // rgba16f, mips: x height mm (swelling, crust, flakes, micro-relief), y gloss of wet film
                         // 0..1, z crust 0..1, w dry flake or silver film 0..1
    gpu::Image blood;    // r16f: blood fraction over baseline
    std::uint64_t edition = 0;  // another one whenever the images are made anew; 0: not kept count of
};

/// How hairy the body is: shaved, as most women are, or as a hairy man is. Round a fresh piece it is shaved anyway.
enum class Hairiness { none, fine, full };

struct View {
    enum class Kind { site, turn, fit } kind = Kind::site;
    float turnDeg = 0, tiltDeg = 0;  // about the site
    int width = 1280, height = 720;
    int samples = 0;          // sub-frames averaged; 0: the device's preset
    int done = 0, until = 0;  // with until: shows their mean so far; the last picture, of the same, has done
    float aperture = 0;       // f-number of a lens of this angle of view on full frame, focused on the site; 0: none
    std::string light = "studio";  // "studio", "window", "lamp", or a panorama's file
    float lightTurnDeg = 0;        // about the vertical; positive to the right
    float exposureEv = 0;          // over the metered exposure
    WhiteBalance white;
    Gamut gamut = Gamut::srgb;
    Hairiness hair = Hairiness::fine;
    float sizeMm = 0;  // framed by site and turn views; 0: that of the first piece, else 30
};

/// The lights of assets/lights.json, and whether this is one or a file that will do. @throws Error (usage) naming those
/// there are, (badInput) naming the file.
std::vector<std::string> lightNames();
void checkLight(const std::string& nameOrFile);

/// One piece on the body as the frame sees it.
struct Piece {
    const body::Chart* chart = nullptr;
    const Look* look = nullptr;
    float sizeMm = 30;                     // larger edge of the design, for framing
    const skin::Fields* fields = nullptr;  // what the look was made of; a reference needs it
    double ageDays = 0;                    // since it was shaved for the needle
};

class Portrait {
 public:
    Portrait(gpu::Device& device, const body::Mesh& mesh);
    ~Portrait();

    /// The client's skin; the body between the pieces takes the colour and relief that it has at `site`.
    void setTone(const skin::Tone& tone, const skin::SiteConstants& site);

    /// Rebuilds `look` from the state of `skin`, under the layers of its own site: records, and submits what was
    /// recorded before when the site is another than the last one's.
    void tint(gpu::Commands& commands, const skin::Fields& skin, Look& look);
    Look makeLook(const skin::Fields& skin);

    /// The picture. `focus` frames site views. Pieces are laid in order; none is bare skin.
    Picture8 frame(gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Frame& focus,
                   const View& view);

    /// The same picture without the frame's approximations: `view.samples` Monte Carlo paths a pixel
    /// (portrait/trace.h). Says how far it has come, 0 to 1.
    Picture8 reference(gpu::Commands& commands, const std::vector<Piece>& pieces, const body::Frame& focus,
                       const View& view, const std::function<void(double)>& progress);

    /// Light of the last frame(), exposed and white-balanced, linear Rec. 709: what the tone curve is laid over.
    Picture light() const;

    /// Linear diffuse reflectance of untouched skin at this tone and site, Rec. 709.
    glm::vec3 bareTint() const;

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::portrait
