#pragma once
// Per simulated state: what light sees of one piece. Spectral layers of skin and ink to linear light, split for the
// frame as form H of rendering.md 3.1: with a = look.above, M = look.seen, b = bareTint() - bareAbove() and K the wide
// kernel, a texel's diffuse light under irradiance E is a * E + b * M * K(M * E); look.tint is that for even light.

#include <memory>

#include "gpu/commands.h"
#include "portrait/portrait.h"
#include "skin/fields.h"
#include "skin/optics.h"

namespace inkheal::portrait {

class Tinter {
 public:
    explicit Tinter(gpu::Device& device);
    ~Tinter();

    /// Skin of `tone` at `site` (its lightness and redness included) until the next call. Needed before the others.
    void setTone(const skin::Tone& tone, const skin::SiteConstants& site);

    /// The same of any bands and settled layers.
    void setSkin(const skin::SkinTable& table, const skin::SiteConstants& site, const skin::law::SkinLayers& layers);

    /// Rebuilds `look` from the state of `skin`: records only, the caller submits.
    void tint(gpu::Commands& commands, const skin::Fields& skin, Look& look);

    /// Images for the grid of `skin`.
    Look makeLook(const skin::Fields& skin);

    /// Linear diffuse reflectance of untouched skin, Rec. 709.
    glm::vec3 bareTint() const;

    /// The part of it that would return were the dermis black: `above` of untouched skin.
    glm::vec3 bareAbove() const;

    /// How far light spreads in untouched skin.
    const skin::Spread& spread() const;

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::portrait
