#include "bake/figure.h"

#include <algorithm>

namespace inkheal::bake {

namespace {

// The figure is 1.66 m tall with the hands and feet of a small man but thin wrists. Both bodies are scaled to a figure
// of about 1.77 m, and the forearm is made rounder, so that girths lie within ANSUR II's 5th to 95th percentiles of
// women and men (science.md 5): wrist 142 to 191 mm, ankle 193 to 254 mm.

Figure hand() {
    Figure figure;
    figure.name = "hand";
    figure.origin = {-0.54695f, 0.92351f, 0.29828f};
    figure.x = {0.4662518f, 0.4735367f, 0.7472431f};
    figure.y = {0.5316445f, 0.5251420f, -0.6645149f};
    figure.z = {-0.7070809f, 0.7070990f, -0.0069048f};
    figure.scale = 1.06f;
    figure.girths = {{95, 1}, {180, 1.15f}, {280, 1.13f}, {400, 1.08f}};
    figure.topMm = 395;
    // Fingers, thumb, back of the hand (from above, so that the palm stays coarse), wrist; pads of fingers and thumb.
    figure.dense = {{{50, 66, -20}, 24},  {{18, 56, -20}, 24},  {{-9, 60, -18}, 23},  {{-32, 72, -25}, 19},
                    {{74, 121, -45}, 22}, {{9, 124, 25}, 47},   {{0, 218, 0}, 52},    {{56, 29, -49}, 13},
                    {{16, 16, -50}, 13},  {{-16, 24, -46}, 13}, {{-38, 60, -41}, 12}, {{80, 104, -62}, 15}};
    const glm::vec3 back(0, -0.35f, 1);
    figure.digits = {
        {{-0.4190f, 0.9655f, 0.2968f},
         {-0.4232f, 0.9799f, 0.2799f},
         {-0.4330f, 0.9930f, 0.2570f},
         {1, 0.2f, 0.5f},
         15,
         0.80f,
         {13, 12}},
        {{-0.4796f, 0.9245f, 0.3302f},
         {-0.4799f, 0.9501f, 0.3035f},
         {-0.4755f, 0.9780f, 0.2690f},
         back,
         14,
         0.78f,
         {11, 10}},
        {{-0.5064f, 0.8970f, 0.3111f},
         {-0.5000f, 0.9289f, 0.2853f},
         {-0.4870f, 0.9610f, 0.2565f},
         back,
         14,
         0.76f,
         {11, 10}},
        {{-0.5204f, 0.8864f, 0.2811f},
         {-0.5118f, 0.9208f, 0.2611f},
         {-0.4995f, 0.9520f, 0.2360f},
         back,
         14,
         0.74f,
         {11, 10}},
        {{-0.5141f, 0.8955f, 0.2427f},
         {-0.5101f, 0.9236f, 0.2354f},
         {-0.5013f, 0.9433f, 0.2206f},
         back,
         13,
         0.72f,
         {9, 8}},
    };
    return figure;
}

Figure foot() {
    Figure figure;
    figure.name = "foot";
    figure.origin = {-0.19081f, -0.00645f, 0.02961f};
    figure.x = {0.9971629f, -0.0706791f, 0.0258965f};
    figure.y = {0.0722016f, 0.9953643f, -0.0635357f};
    figure.z = {-0.0212858f, 0.0652252f, 0.9976435f};
    figure.scale = 1.07f;
    figure.girths = {{60, 1}, {120, 1.03f}, {430, 1.03f}};
    figure.topMm = 415;
    figure.dense = {{{-3, 127, 0}, 63}};
    const glm::vec3 back(0, 1, 0.3f);
    figure.digits = {
        {{-0.1608f, 0.0135f, 0.2044f},
         {-0.1611f, 0.0146f, 0.1757f},
         {-0.1600f, 0.0165f, 0.1600f},
         back,
         18,
         0.80f,
         {12, 13}},
        {{-0.1808f, 0.0149f, 0.2038f},
         {-0.1804f, 0.0164f, 0.1778f},
         {-0.1797f, 0.0165f, 0.1640f},
         back,
         13,
         0.75f,
         {7, 8}},
        {{-0.1970f, 0.0146f, 0.1965f},
         {-0.1964f, 0.0150f, 0.1737f},
         {-0.1950f, 0.0160f, 0.1600f},
         back,
         13,
         0.75f,
         {7, 7}},
        {{-0.2099f, 0.0137f, 0.1833f},
         {-0.2108f, 0.0147f, 0.1655f},
         {-0.2108f, 0.0155f, 0.1540f},
         back,
         13,
         0.75f,
         {6, 7}},
        {{-0.2231f, 0.0127f, 0.1685f},
         {-0.2205f, 0.0162f, 0.1530f},
         {-0.2195f, 0.0168f, 0.1440f},
         back,
         13,
         0.75f,
         {6, 7}},
    };
    return figure;
}

/// How much thicker the limb is made at alongMm.
float thicker(const std::vector<Girth>& girths, float alongMm) {
    if (alongMm <= girths.front().alongMm) return girths.front().factor;
    for (std::size_t i = 1; i < girths.size(); ++i) {
        const Girth &low = girths[i - 1], &high = girths[i];
        if (alongMm > high.alongMm) continue;
        const float share = (alongMm - low.alongMm) / (high.alongMm - low.alongMm);
        return low.factor + (high.factor - low.factor) * share * share * (3 - 2 * share);
    }
    return girths.back().factor;
}

}  // namespace

glm::vec3 Figure::place(const glm::vec3& metres) const {
    const glm::vec3 d = (metres - origin) * (1000 * scale);
    const float along = glm::dot(d, y), factor = thicker(girths, along);
    return {glm::dot(d, x) * factor, along, glm::dot(d, z) * factor};
}

const std::vector<Figure>& figures() {
    static const std::vector<Figure> both{hand(), foot()};
    return both;
}

}  // namespace inkheal::bake
