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
      inflame_(device, "healing/inflame"),
      seep_(device, "healing/seep"),
      settle_(device, "healing/settle"),
      shed_(device, "healing/shed"),
      close_(device, "healing/close"),
      spreadInk_(device, "healing/spread_ink"),
      spreadMediator_(device, "healing/spread_mediator"),
      touch_(device, "healing/touch"),
      irritate_(device, "healing/irritate"),
      rinse_(device, "healing/rinse"),
      darken_(device, "healing/darken"),
      captured_(device, "captured ink, half spread", fields.state.captured.shape()),
      mediator_(device, "mediator, half spread", fields.state.mediator.shape()) {}

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
    spreadMediator(gpu, skin, 0.5 * days, 1);
    gpu.run(inflame_, in, {skin.mediator, skin.epidermis, skin.wound},
            {fields_.grid.width, fields_.grid.height});                            // injury calls blood and water
    gpu.run(seep_, in, {skin.epidermis, fields_.anatomy, skin.film, skin.wound});  // plasma comes up, dries to crust
    gpu.run(settle_, in, {skin.epidermis, fields_.dose, skin.ink, skin.captured, fields_.anatomy},
            {fields_.grid.width, fields_.grid.height});  // what stays is taken up
    gpu.run(shed_, in, {skin.debris});                   // dead skin rises and flakes
    gpu.run(close_, in, {skin.epidermis});               // new epidermis grows in
    spreadMediator(gpu, skin, 0.5 * days, law::mediatorAfter(1, double(fields_.site.paceFactor) * days));
}

void Stepper::session(gpu::Commands& gpu, skin::State& skin) {
    const auto section = gpu.section("session");
    const StepInputs in = inputsFor(Step{.from = 0, .to = law::sessionDays});
    spreadMediator(gpu, skin, law::sessionDays, 1);
    gpu.run(inflame_, in, {skin.mediator, skin.epidermis, skin.wound}, {fields_.grid.width, fields_.grid.height});
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
    const double texel = fields_.grid.texelMm;
    const double own = law::inkVariance(step.spreadDays, double(fields_.site.spreadFactor));
    const double variance = (own + law::smearMm2 * step.smeared) / (texel * texel);
    SpreadInputs in{};
    const gpu::Buffer& weights = weightsFor(variance, in.reach);
    if (in.reach == 0) return;  // less than single precision can hold
    const auto section = gpu.section("ink spread");
    in.decay = 1;
    in.stepX = 1;
    gpu.run(spreadInk_, in, {weights, skin.captured, captured_});
    in.stepX = 0, in.stepY = 1;
    gpu.run(spreadInk_, in, {weights, captured_, skin.captured});
}

void Stepper::spreadMediator(gpu::Commands& gpu, skin::State& skin, double days, double decay) {
    const double texel = fields_.coarse.texelMm;
    SpreadInputs in{};
    const gpu::Buffer& weights = weightsFor(law::mediatorVariance(days) / (texel * texel), in.reach);
    in.decay = 1;
    in.stepX = 1;
    gpu.run(spreadMediator_, in, {weights, skin.mediator, mediator_});
    in.stepX = 0, in.stepY = 1, in.decay = float(decay);
    gpu.run(spreadMediator_, in, {weights, mediator_, skin.mediator});
}

void Stepper::forgetRareSpreads() {
    if (weights_.size() > mostSpreads) weights_.clear();
}

const gpu::Buffer& Stepper::weightsFor(double variance, int& reach) {
    auto found = weights_.find(variance);
    if (found == weights_.end()) {
        const std::vector<float> kernel = heatKernel(variance);
        found =
            weights_.emplace(variance, Weights{gpu::bufferOf(device_, "heat kernel", kernel), int(kernel.size()) - 1})
                .first;
    }
    reach = found->second.reach;
    return found->second.buffer;
}

}  // namespace inkheal::healing
