#pragma once
// Will it survive? The smallest line and gap that stay legible at a site, tone and pigment, and what of an artwork will
// vanish or merge there: from test strips healed by the simulation, with a plain Gaussian blur of the fresh strip
// beside it. Of the project's first piece.

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/picture.h"
#include "gpu/device.h"
#include "studio/legibility.h"
#include "studio/project.h"
#include "studio/survival_fate.h"

namespace inkheal::studio {

class Survival {
 public:
    /// Reads the artwork and measures it; `days` are those that will be asked for. @throws Error.
    Survival(gpu::Device& device, const Project& project, const std::vector<double>& days, Onlooker onlooker);
    ~Survival();

    /// Test strips to heal, and heals one: all of them before what follows is asked.
    int strips() const;
    void heal(int strip);

    /// cli.md's `survive` without its days, and one entry of "days".
    Json head() const;
    Json day(double day) const;

    /// The artwork in true millimetres: what stays in grey, what vanishes in orange, what merges in blue.
    Picture8 map(double day) const;

    const std::vector<std::string>& warnings() const;

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

}  // namespace inkheal::studio
