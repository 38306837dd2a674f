#include "scene.h"

#include <glm/gtc/packing.hpp>

#include "body/site.h"
#include "skin/anatomy.h"

namespace inkheal::portrait {

skin::Grid paper(float sizeMm, float texelMm) {
    const int texels = int(std::lround(sizeMm / texelMm));
    return {texels, texels, texelMm, glm::vec2(-0.5f * float(texels) * texelMm)};
}

Look lookOf(gpu::Device& device, gpu::Commands& commands, const skin::Grid& grid,
            const std::function<Texel(glm::vec2 mm)>& at) {
    std::vector<std::uint64_t> above, seen, surface;
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x) {
            const Texel texel = at(grid.originMm + (glm::vec2(x, y) + 0.5f) * grid.texelMm);
            above.push_back(glm::packHalf4x16(glm::vec4(texel.above, 0)));
            seen.push_back(glm::packHalf4x16(glm::vec4(texel.seen, 0)));
            surface.push_back(glm::packHalf4x16(texel.surface));
        }
    const auto half = [&](const char* name, bool mips) {
        return gpu::Image(device, name, {grid.width, grid.height, 1, gpu::Format::rgba16f, mips});
    };
    Look look;
    look.grid = grid;
    look.above = half("above", false);
    look.seen = half("seen", true);
    look.surface = half("surface", true);
    look.above.uploadFrom(std::span<const std::uint64_t>(above));
    look.seen.uploadFrom(std::span<const std::uint64_t>(seen));
    look.surface.uploadFrom(std::span<const std::uint64_t>(surface));
    commands.makeMips(look.seen);
    commands.makeMips(look.surface);
    commands.submit();
    return look;
}

skin::Fields skinOn(gpu::Device& device, gpu::Commands& commands, const skin::Grid& grid,
                    const skin::SiteConstants& site, const std::function<bool(glm::vec2 mm)>& inked) {
    skin::Fields fields = skin::makeFields(device, grid, {skin::pigmentNamed("black")}, site, 1);
    skin::growAnatomy(commands, fields);
    std::vector<glm::vec4> captured;
    for (int y = 0; y < grid.height; ++y)
        for (int x = 0; x < grid.width; ++x) {
            const glm::vec2 mm = grid.originMm + (glm::vec2(x, y) + 0.5f) * grid.texelMm;
            captured.emplace_back(inked && inked(mm) ? 0.68f : 0.0f, 0, 0, 0);
        }
    fields.state.captured.uploadFrom(std::span<const glm::vec4>(captured));
    return fields;
}

Look tinted(Portrait& portrait, gpu::Commands& commands, const skin::Fields& fields) {
    Look look = portrait.makeLook(fields);
    portrait.tint(commands, fields, look);
    commands.submit();
    return look;
}

skin::SiteConstants smoothSite() {
    skin::SiteConstants site;
    site.reliefMm = 0;
    return site;
}

View viewOf(int width, int height, int samples) {
    View view;
    view.kind = View::Kind::turn;
    view.width = width, view.height = height;
    view.samples = samples;
    view.sizeMm = 30;
    return view;
}

body::Chart chartOn(const body::Mesh& mesh, float radiusMm, glm::vec2 atMm) {
    return body::Chart(mesh, body::findSite(mesh, "hand-back", atMm), radiusMm, 1);
}

Camera cameraBefore(const body::Mesh& mesh, const body::Frame& focus, int width, int height, float turnDeg,
                    float tiltDeg, float sizeMm) {
    View view;
    view.kind = View::Kind::turn;
    view.width = width, view.height = height;
    view.turnDeg = turnDeg, view.tiltDeg = tiltDeg;
    return cameraFor(view, focus, sizeMm, mesh);
}

Rig evenLight(float radiance) {
    Rig rig = evenRig();
    rig.sky = standing(rig.sky, glm::mat3(1), radiance);
    return rig;
}

glm::vec3 lightAt(const Picture8& picture, int x, int y, int round) {
    glm::vec3 sum(0);
    for (int j = y - round; j <= y + round; ++j)
        for (int i = x - round; i <= x + round; ++i)
            for (int c = 0; c < 3; ++c)
                sum[c] += linearFromSrgb(float(picture.rgba.at(std::size_t(4 * (j * picture.width + i) + c))) / 255);
    return sum / float((2 * round + 1) * (2 * round + 1));
}

Difference differenceOf(const Picture8& a, const Picture8& b) {
    EXPECT_EQ(a.rgba.size(), b.rgba.size());
    Difference all;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int off = std::abs(int(a.rgba[i]) - int(b.rgba[i]));
        all.largest = std::max(all.largest, off);
        all.mean += double(off) / double(a.rgba.size());
    }
    return all;
}

}  // namespace inkheal::portrait
