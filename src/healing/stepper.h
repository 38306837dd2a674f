#pragma once
// One step, one event, one spread of the skin's state on the device, each a short list of kernels. Healing decides
// when.

#include <map>

#include "gpu/commands.h"
#include "healing/care.h"
#include "healing/healing_laws.h"
#include "healing/schedule.h"
#include "skin/fields.h"

namespace inkheal::healing {

class Stepper {
 public:
    /// `fields` gives the grid, the dose and the site; the states stepped are of its shape.
    Stepper(gpu::Device& device, const skin::Fields& fields, double sunPerYearSed);

    /// Mediator spread and decay included; what is due after it and events are calls of their own.
    void step(gpu::Commands& commands, skin::State& state, const Step& step);

    /// What the hours under the needle have done by day 0: the mediator has begun to spread, blood and water to come.
    void session(gpu::Commands& commands, skin::State& state);

    void happen(gpu::Commands& commands, skin::State& state, const CareEvent& event);

    /// What step.spreadDays and step.darkenDays say is due: spread of captured ink, darkening.
    void settleWhatIsDue(gpu::Commands& commands, skin::State& state, const Step& step);

    /// Lets the kernels of odd lengths go once there are many, so that hours of scrubbing need no more memory than a
    /// minute. Only between submits: work that waits still reads them.
    void forgetRareSpreads();

 private:
    StepInputs inputsFor(const Step& step) const;
    EventInputs inputsFor(const CareEvent& event) const;
    void inflame(gpu::Commands& commands, skin::State& state, const StepInputs& in);
    void spreadInk(gpu::Commands& commands, skin::State& state, const Step& step);
    void spreadMediator(gpu::Commands& commands, skin::State& state, double varianceMm2, double decay);
    void close(gpu::Commands& commands, skin::State& state, const StepInputs& in);
    void survey(gpu::Commands& commands, const skin::State& state, const StepInputs& in);
    const gpu::Buffer& weightsFor(double variance, int& reach);
    const gpu::Buffer& weightsBetween(double least, double most, int& reach);
    void spreadInkAlong(gpu::Commands& commands, double varianceMm2, int axis, const gpu::Image& from, gpu::Image& to);

    gpu::Device& device_;
    const skin::Fields& fields_;
    double sunPerYearSed_;
    gpu::Kernel flare_, inflame_, inflameRound_, seep_, settle_, shed_, survey_, close_, spreadInk_, spreadCoarse_,
        touch_, irritate_, rinse_, darken_;
    gpu::Image captured_, mediator_, aroundHalf_;  // the other half of a separable spread
    gpu::Image around_, halfway_;                  // integrity round about, and here, in the middle of the step
    struct Weights {
        gpu::Buffer buffer;
        int reach;
    };
    std::map<std::pair<double, double>, Weights> weights_;  // by variance, and that of the second where there are two
};

}  // namespace inkheal::healing
