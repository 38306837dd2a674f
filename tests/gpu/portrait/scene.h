#pragma once
// What tests of the frame stand before the camera: looks made texel by texel, papers laid on calibration bodies, even
// light of any strength, and the light a picture's pixels stand for.

#include <functional>

#include "portrait/portrait.h"
#include "portrait/shoot.h"
#include "support/gpu_test.h"

namespace inkheal::portrait {

/// What a look holds at one place of its chart.
struct Texel {
    glm::vec3 above{0.1f}, seen{1};
    glm::vec4 surface{0};  // height mm, wet, crust, dry
};

/// A square of paper about the chart's middle.
skin::Grid paper(float sizeMm, float texelMm = 0.1f);

Look lookOf(gpu::Device& device, gpu::Commands& commands, const skin::Grid& grid,
            const std::function<Texel(glm::vec2 mm)>& at);

/// Skin with its own relief, and healed black ink where `inked` says so.
skin::Fields skinOn(gpu::Device& device, gpu::Commands& commands, const skin::Grid& grid,
                    const skin::SiteConstants& site, const std::function<bool(glm::vec2 mm)>& inked = {});

Look tinted(Portrait& portrait, gpu::Commands& commands, const skin::Fields& fields);

/// A site without micro-relief.
skin::SiteConstants smoothSite();

/// A chart about the front centre of `mesh`, moved by `atMm`.
body::Chart chartOn(const body::Mesh& mesh, float radiusMm, glm::vec2 atMm = glm::vec2(0));

Camera cameraBefore(const body::Mesh& mesh, const body::Frame& focus, int width, int height, float turnDeg = 0,
                    float tiltDeg = 0, float sizeMm = 30);

/// A square look at the site, 60 mm across the picture's smaller side.
View viewOf(int width, int height, int samples = 4);

/// Light of that radiance from everywhere. Below the tone curve's shoulder it is printed as it is.
Rig evenLight(float radiance);

/// Linear light of a pixel, mean over a square of (2 round + 1) pixels.
glm::vec3 lightAt(const Picture8& picture, int x, int y, int round = 0);

/// Largest and mean difference of two pictures' codes, of 255.
struct Difference {
    int largest = 0;
    double mean = 0;
};
Difference differenceOf(const Picture8& a, const Picture8& b);

}  // namespace inkheal::portrait
