#include "studio/survival_chart.h"

#include <algorithm>
#include <cmath>

#include "healing/healing.h"
#include "skin/optics.h"

namespace inkheal::studio {
namespace {

constexpr double clearMm = 2.2;   // of skin between lines: the light and the ink of one do not reach the next
constexpr double barMm = 2.2;     // beside a slot
constexpr double solidMm = 8;     // of the solid, and of the skin that is called bare
constexpr double heightMm = 1.2;  // across the marks: they go on past both edges, as lines without end
constexpr double artworkTexelMm = 0.025;
constexpr double healedEdgeMm = 0.2;  // standard deviation of a healed edge, science.md section 7

/// The marks as artwork: a texel is inked by the share of it that they cover.
design::Artwork artworkOf(const StripLayout& layout, const glm::dvec3& colour) {
    design::Artwork artwork;
    artwork.name = "test strip";
    artwork.widthMm = float(layout.lengthMm);
    artwork.heightMm = float(heightMm);
    const int length = int(std::lround(layout.lengthMm / artworkTexelMm));
    artwork.picture = Picture(length, 2, glm::vec4(glm::vec3(colour), 0));
    for (int x = 0; x < length; ++x) {
        double inked = 0;
        for (const auto& [from, to] : layout.inks)
            inked += std::max(0.0, std::min(to / artworkTexelMm, x + 1.0) - std::max(from / artworkTexelMm, double(x)));
        for (int y = 0; y < 2; ++y) artwork.picture.at(x, y).a = float(std::min(inked, 1.0));
    }
    return artwork;
}

/// Mean over the strip's middle half; its edges lack neighbours.
std::vector<glm::dvec3> along(const portrait::Look& look) {
    const std::vector<glm::vec4> tint = look.tint.downloadAs<glm::vec4>();
    const int width = look.grid.width, height = look.grid.height, first = height / 4, last = height - height / 4;
    std::vector<glm::dvec3> light(std::size_t(width), glm::dvec3(0));
    for (int y = first; y < last; ++y)
        for (int x = 0; x < width; ++x)
            light[std::size_t(x)] += glm::dvec3(glm::vec3(tint[std::size_t(y) * std::size_t(width) + std::size_t(x)])) /
                                     double(last - first);
    return light;
}

}  // namespace

StripLayout stripLayout() {
    StripLayout layout;
    double at = 0.5 * solidMm;
    layout.bareMm = at;
    at += 0.5 * solidMm;
    for (const double width : chartWidthsMm) {
        layout.linesMm.push_back(at + 0.5 * width);
        layout.inks.push_back({at, at + width});
        at += width + clearMm;
    }
    for (const double width : chartWidthsMm) {
        layout.inks.push_back({at, at + width});
        layout.gapsMm.push_back(at + 1.5 * width);
        layout.inks.push_back({at + 2 * width, at + 3 * width});
        at += 3 * width + clearMm;
    }
    for (const double width : chartWidthsMm) {
        layout.inks.push_back({at, at + barMm});
        at += barMm;
        layout.slotsMm.push_back(at + 0.5 * width);
        at += width;
    }
    layout.solidMm = at + 0.5 * solidMm;
    layout.inks.push_back({at, at + solidMm});
    layout.lengthMm = std::ceil((at + solidMm + clearMm) / artworkTexelMm) * artworkTexelMm;
    return layout;
}

StripReading readStrip(const std::vector<glm::dvec3>& light, double texelMm, double distanceMm) {
    const StripLayout layout = stripLayout();
    const std::vector<glm::dvec3> seen = seenFrom(light, texelMm, distanceMm);
    const double startMm = 0.5 * (layout.lengthMm - double(seen.size()) * texelMm);  // the grid lies centred on it
    const auto at = [&](double mm) {
        const double texel = std::clamp((mm - startMm) / texelMm - 0.5, 0.0, double(seen.size() - 2));
        const std::size_t low = std::size_t(texel);
        return glm::mix(seen[low], seen[low + 1], texel - double(low));
    };
    const Contrast contrast(at(layout.bareMm));
    StripReading reading;
    reading.solid = contrast.of(at(layout.solidMm));
    // Between two marks whose middles lie `beside` mm away.
    const auto between = [&](double middle, double beside) {
        const double marks = 0.5 * (contrast.of(at(middle - beside)) + contrast.of(at(middle + beside)));
        return std::max(marks - contrast.of(at(middle)), 0.0);
    };
    for (std::size_t i = 0; i < chartWidthsMm.size(); ++i) {
        reading.lines.push_back(contrast.of(at(layout.linesMm[i])));
        reading.gaps.push_back(between(layout.gapsMm[i], chartWidthsMm[i]));
        reading.slots.push_back(between(layout.slotsMm[i], 0.5 * (chartWidthsMm[i] + barMm)));
    }
    return reading;
}

std::vector<std::vector<glm::dvec3>> healStrip(gpu::Device& device, needle::Needle& needle, portrait::Tinter& tinter,
                                               const StripWish& wish, const std::vector<double>& days) {
    const design::Artwork artwork = artworkOf(stripLayout(), wish.colour);
    const skin::Grid grid = skin::gridAround(artwork.widthMm, artwork.heightMm, 0, wish.texelsPerMm, 0);
    gpu::Commands commands(device);
    std::vector<skin::Pigment> tray;
    for (const std::string& name : wish.style.pigments) tray.push_back(skin::pigmentNamed(name));
    skin::Fields fields = skin::makeFields(device, grid, std::move(tray), wish.site, wish.seed);
    needle.ink(commands, artwork, wish.style, 0, fields);
    healing::Healing healing(device, fields, wish.care);
    tinter.setTone(wish.tone, wish.site);
    portrait::Look look = tinter.makeLook(fields);
    const double surface = double(skin::toneAtSite(wish.tone, wish.site).pedestal);
    std::vector<std::vector<glm::dvec3>> light;
    for (const double day : days) {
        healing.healTo(commands, day);
        tinter.tint(commands, fields, look);
        commands.submit();
        light.push_back(along(look));
        for (glm::dvec3& here : light.back()) here += surface;
    }
    return light;
}

double photoBlurMm(double day) {
    const double spread = healing::inkSigmaMm(day, skin::SiteConstants{});
    return std::hypot(healedEdgeMm, spread);
}

}  // namespace inkheal::studio
