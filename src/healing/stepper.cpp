#include "healing/stepper.h"

#include "healing/spread.h"

namespace inkheal::healing {
namespace {

constexpr std::size_t mostSpreads = 64;  // kernels kept; a schedule without events has six

static_assert(int(CareKind::pick) == law::pickKind && int(CareKind::soak) == law::soakKind &&
              int(CareKind::sun) == law::sunKind && int(CareKind::wash) == law::washKind &&
              int(CareKind::friction) == law::frictionKind);

}  // namespace

Stepper::Stepper(gpu::Device& device, const skin::Fields& fields, double sunPerYearSed)
    : device_(device),
      fields_(fields),
      sunPerYearSed_(sunPerYearSed),
      flare_(device, "healing/flare"),
      inflame_(device, "healing/inflame"),
      inflameRound_(device, "healing/inflame_round"),
      seep_(device, "healing/seep"),
      settle_(device, "healing/settle"),
      shed_(device, "healing/shed"),
      survey_(device, "healing/survey"),
      close_(device, "healing/close"),
      spreadInk_(device, "healing/spread_ink"),
      spreadCoarse_(device, "healing/spread_coarse"),
      touch_(device, "healing/touch"),
      irritate_(device, "healing/irritate"),
      rinse_(device, "healing/rinse"),
      darken_(device, "healing/darken"),
      captured_(device, "captured ink, half spread", fields.state.captured.shape()),
      mediator_(device, "mediator, half spread", fields.state.mediator.shape()),
      aroundHalf_(device, "integrity, half spread", fields.state.around.shape()),
      around_(device, "integrity round about", fields.state.around.shape()),
      halfway_(device, "integrity halfway", {fields.grid.width, fields.grid.height, 1, gpu::Format::r32f}) {}

StepInputs Stepper::inputsFor(const Step& step) const {
    StepInputs in{};
    const double sun = sunPerYearSed_ + law::sunAsPerYear(step.sunSed, step.to - step.from);
    for (std::size_t p = 0; p < fields_.pigments.size(); ++p) {
        const skin::Pigment& pigment = fields_.pigments[p];
        (p < 4 ? in.lossPerYear0 : in.lossPerYear1)[int(p % 4)] = float(law::lossInYear(
            double(pigment.lossPerYear), double(fields_.site.lossFactor), double(pigment.uvLossPer100Sed), sun));
    }
    in.fineOriginMm = fields_.grid.originMm;
    in.coarseOriginMm = fields_.coarse.originMm;
    in.fineTexelMm = fields_.grid.texelMm;
    in.coarseTexelMm = fields_.coarse.texelMm;
    in.day = float(step.from);
    in.days = float(step.to - step.from);
    in.moisture = float(step.moisture);
    in.turnover = fields_.site.turnoverFactor;
    in.closing = fields_.site.closingFactor;
    in.pace = fields_.site.paceFactor;
    in.burn = float(step.burn);
    in.layers = fields_.layers();
    in.block = skin::migrationBlock(fields_.grid);
    return in;
}

EventInputs Stepper::inputsFor(const CareEvent& event) const {
    EventInputs in{};
    in.amount = float(event.amount);
    in.kind = int(event.kind);
    in.atMm = event.atMm;
    in.radiusMm = float(event.radiusMm);
    in.layers = fields_.layers();
    in.fineOriginMm = fields_.grid.originMm;
    in.coarseOriginMm = fields_.coarse.originMm;
    in.fineTexelMm = fields_.grid.texelMm;
    in.coarseTexelMm = fields_.coarse.texelMm;
    return in;
}

void Stepper::step(gpu::Commands& gpu, skin::State& skin, const Step& step) {
    const auto section = gpu.section("healing step");
    const StepInputs in = inputsFor(step);
    const double days = step.to - step.from;
    // The mediator spreads half the step before the reactions and half after (Strang), so that the step is second
    // order.
    spreadMediator(gpu, skin, law::mediatorVariance(0.5 * days), 1);
    inflame(gpu, skin, in);  // injury calls blood and water
    close(gpu, skin, in);    // new epidermis grows in
    gpu.run(seep_, in,
            {halfway_, skin.epidermis, fields_.anatomy, skin.film, skin.wound});  // plasma comes up, dries to crust
    gpu.run(settle_, in, {halfway_, fields_.dose, skin.ink, skin.captured, fields_.anatomy},
            {fields_.grid.width, fields_.grid.height});  // what stays is taken up
    gpu.run(shed_, in, {skin.debris});                   // dead skin rises and flakes
    spreadMediator(gpu, skin, law::mediatorVariance(0.5 * days),
                   law::mediatorAfter(1, double(fields_.site.paceFactor) * days));
}

void Stepper::inflame(gpu::Commands& gpu, skin::State& skin, const StepInputs& in) {
    gpu.run(inflame_, in, {skin.mediator, skin.epidermis, skin.wound}, {fields_.grid.width, fields_.grid.height});
    gpu.run(inflameRound_, in, {skin.mediator, skin.surround});
}

/// Leaves in around_ what the skin round about each place will be like in the middle of the step.
void Stepper::survey(gpu::Commands& gpu, const skin::State& skin, const StepInputs& in) {
    gpu.run(survey_, in, {skin.around, fields_.pores, skin.epidermis, around_}, {around_.width(), around_.height()});
    const double texel = skin::migrationGrid(fields_.grid).texelMm;
    SpreadInputs spread{};
    const gpu::Buffer& weights = weightsFor(law::migrationMm * law::migrationMm / (texel * texel), spread.reach);
    spread.decay = 1;
    spread.stepX = 1;
    gpu.run(spreadCoarse_, spread, {weights, around_, aroundHalf_});
    spread.stepX = 0, spread.stepY = 1;
    gpu.run(spreadCoarse_, spread, {weights, aroundHalf_, around_});
}

void Stepper::close(gpu::Commands& gpu, skin::State& skin, const StepInputs& in) {
    survey(gpu, skin, in);
    gpu.run(close_, in, {skin.around, around_, fields_.pores, skin.epidermis, halfway_},
            {fields_.grid.width, fields_.grid.height});
    gpu.copy(around_, skin.around);
}

void Stepper::session(gpu::Commands& gpu, skin::State& skin) {
    const auto section = gpu.section("session");
    const StepInputs in = inputsFor(Step{.from = 0, .to = law::sessionDays});
    gpu.run(flare_, FlareInputs{0, 0, 0, 0}, {skin.mediator});
    spreadMediator(gpu, skin, law::flareMm2, 1);
    gpu.run(flare_, FlareInputs{1, 0, 0, 0}, {skin.mediator});
    inflame(gpu, skin, in);
    gpu.clear(skin.around, 0);
    survey(gpu, skin, inputsFor(Step{}));  // as it is: of no length
    gpu.copy(around_, skin.around);
}

void Stepper::happen(gpu::Commands& gpu, skin::State& skin, const CareEvent& event) {
    if (event.kind == CareKind::sun) return;  // it works through the steps
    const auto section = gpu.section("care event");
    if (event.kind == CareKind::wash) return gpu.run(rinse_, RinseInputs{float(event.amount), 0, 0, 0}, {skin.film});
    const EventInputs in = inputsFor(event);
    if (event.kind != CareKind::soak)  // which sets nothing free
        gpu.run(irritate_, in, {fields_.anatomy, skin.film, skin.epidermis, skin.mediator},
                {fields_.coarse.width, fields_.coarse.height});
    gpu.run(
        touch_, in,
        {fields_.anatomy, fields_.dose, skin.film, skin.debris, skin.epidermis, skin.ink, skin.captured, skin.wound},
        {fields_.grid.width, fields_.grid.height});
}

void Stepper::settleWhatIsDue(gpu::Commands& gpu, skin::State& skin, const Step& step) {
    if (step.spreadDays > 0) spreadInk(gpu, skin, step);
    const float prone = fields_.site.darkening;
    if (step.darkenDays > 0 && prone > 0)
        gpu.run(darken_, DarkenInputs{float(step.darkenDays), prone, 0, 0}, {skin.wound, skin.ink, skin.film});
}

void Stepper::spreadInk(gpu::Commands& gpu, skin::State& skin, const Step& step) {
    const double own = law::inkVariance(step.spreadDays, double(fields_.site.spreadFactor));
    const double variance = own + law::smearMm2 * step.smeared, texel = fields_.grid.texelMm;
    if (heatWeights(variance / (texel * texel)).size() < 2) return;  // less than single precision can hold
    const auto section = gpu.section("ink spread");
    spreadInkAlong(gpu, variance, 0, skin.captured, captured_);
    spreadInkAlong(gpu, variance, 1, captured_, skin.captured);
}

void Stepper::spreadInkAlong(gpu::Commands& gpu, double varianceMm2, int axis, const gpu::Image& from, gpu::Image& to) {
    const double texel = fields_.grid.texelMm, least = fields_.metricLow[axis], most = fields_.metricHigh[axis];
    const double variance = varianceMm2 / (texel * texel);
    SpreadInputs in{};
    (axis == 0 ? in.stepX : in.stepY) = 1;
    in.decay = 1;
    in.leastMetric = float(least);
    in.metricRange = float(most - least);
    const gpu::Buffer& weights = weightsBetween(least * variance, most * variance, in.reach);
    gpu.run(spreadInk_, in, {weights, from, to, fields_.metric});
}

void Stepper::spreadMediator(gpu::Commands& gpu, skin::State& skin, double varianceMm2, double decay) {
    const double texel = fields_.coarse.texelMm;
    SpreadInputs in{};
    const gpu::Buffer& weights = weightsFor(varianceMm2 / (texel * texel), in.reach);
    in.decay = 1;
    in.stepX = 1;
    gpu.run(spreadCoarse_, in, {weights, skin.mediator, mediator_});
    in.stepX = 0, in.stepY = 1, in.decay = float(decay);
    gpu.run(spreadCoarse_, in, {weights, mediator_, skin.mediator});
}

void Stepper::forgetRareSpreads() {
    if (weights_.size() > mostSpreads) weights_.clear();
}

const gpu::Buffer& Stepper::weightsFor(double variance, int& reach) {
    auto found = weights_.find({variance, 0});
    if (found == weights_.end()) {
        const std::vector<float> kernel = heatKernel(variance);
        const int ends = int(kernel.size()) - 1;
        found = weights_.emplace(std::pair(variance, 0.0), Weights{gpu::bufferOf(device_, "heat kernel", kernel), ends})
                    .first;
    }
    reach = found->second.reach;
    return found->second.buffer;
}

const gpu::Buffer& Stepper::weightsBetween(double least, double most, int& reach) {
    auto found = weights_.find({least, most});
    if (found == weights_.end()) {
        const std::vector<float> kernel = heatKernelBetween(least, most);
        const int ends = int(kernel.size()) / 2 - 1;
        found = weights_.emplace(std::pair(least, most), Weights{gpu::bufferOf(device_, "heat kernels", kernel), ends})
                    .first;
    }
    reach = found->second.reach;
    return found->second.buffer;
}

}  // namespace inkheal::healing
