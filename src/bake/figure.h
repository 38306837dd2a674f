#pragma once
// Where things are on the source figure (assimp-testmodels' Collada/human.zae, a MakeHuman figure standing in metres, y
// up, its front to +z), and what is made of it: which part is cut out, in which frame it is laid, how it is brought to
// a grown person's measures.

#include <glm/glm.hpp>
#include <string>
#include <vector>

namespace inkheal::bake {

/// A finger or toe: the middle of it from the tip to the knuckle, in the figure's metres.
struct Digit {
    glm::vec3 tip, middle, knuckle;
    glm::vec3 back;    // the direction of its nail, in the body's frame
    float radiusMm;    // nothing farther from the middle line belongs to it
    float freeShare;   // share of its length, from the tip, that is free of webs
    glm::vec2 nailMm;  // length and width of its nail
};

/// The limb is made thicker (or thinner) round its axis: by `factor` at alongMm, smoothly between.
struct Girth {
    float alongMm, factor;
};

/// Inside this ball (in the body's frame) edges are at most 1 mm.
struct Dense {
    glm::vec3 middleMm;
    float radiusMm;
};

struct Figure {
    std::string name;
    glm::vec3 origin;   // metres: comes to (0,0,0); the tip is moved to y = 0 afterwards
    glm::vec3 x, y, z;  // the body's axes on the figure, unit
    float scale;        // of the whole, after metres became millimetres
    std::vector<Girth> girths;
    float topMm;                // cut off here
    std::vector<Dense> dense;   // where people are tattooed
    std::vector<Digit> digits;  // 1 ... 5

    /// A point of the figure in the body's frame, mm, not yet moved to y = 0.
    glm::vec3 place(const glm::vec3& metres) const;
};

/// hand and foot.
const std::vector<Figure>& figures();

}  // namespace inkheal::bake
