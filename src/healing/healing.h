#pragma once
// Carries the skin through time. healTo() goes from any day to any later or earlier one; the same day is the same bits
// however it was reached.

#include <memory>
#include <string>
#include <vector>

#include "gpu/commands.h"
#include "healing/care.h"
#include "skin/fields.h"

namespace inkheal::healing {

class Healing {
 public:
    /// `fields` holds day 0 and must outlive this.
    Healing(gpu::Device& device, skin::Fields& fields, Care care, int stepsPerDay = 4);
    ~Healing();

    /// Leaves fields.state at `days`. Steps from the nearest snapshot before it; years are jumped in closed form.
    void healTo(gpu::Commands& commands, double days);

    double day() const;

 private:
    struct Body;
    std::unique_ptr<Body> body_;
};

/// Standard deviation that an infinitely thin line of ink has by `days` at this site, mm (D of science.md section 3).
double inkSigmaMm(double days, const skin::SiteConstants& site);

}  // namespace inkheal::healing
