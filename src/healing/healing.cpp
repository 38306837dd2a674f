#include "healing/healing.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "healing/healing_laws.h"
#include "healing/schedule.h"
#include "healing/stepper.h"

namespace inkheal::healing {
namespace {

constexpr int texelStepsPerSubmit = 1 << 18;  // about a tenth of a second of llvmpipe

// Where it pays to remember: scrubbing goes back to the nearest of these and steps on.
constexpr double snapshotDays[] = {0, 28, 5, 10, 17, 60, 2, 7, 14, 21};

}  // namespace

struct Healing::Body {
    gpu::Device& device;
    skin::Fields& fields;
    Care care;
    std::vector<Step> steps;
    Stepper stepper;

    skin::State chain;  // after `done` full steps
    std::size_t done = 0;
    double shownDay = 0;
    struct Snapshot {
        std::size_t done;
        skin::State state;
    };
    std::vector<Snapshot> snapshots;
    std::size_t roomFor = 1;  // snapshots

    Body(gpu::Device& d, skin::Fields& f, Care plan, int stepsPerDay)
        : device(d),
          fields(f),
          care(std::move(plan)),
          steps(scheduleOf(care, stepsPerDay)),
          stepper(d, f, care.sunPerYearSed) {}

    void start();
    void advanceChain(gpu::Commands& commands, std::size_t target);
    void remember(gpu::Commands& commands);
    bool worthRemembering() const;
    int stepsPerSubmit() const;
};

void Healing::Body::start() {
    fields.ointment = float(law::ointmentShine(care.moistureAt(0), 0));
    gpu::Commands commands(device);
    chain = skin::makeState(device, fields, "healing chain");
    const std::uint64_t left = device.budgetBytes() - std::min(device.budgetBytes(), device.usedBytes());
    roomFor = std::clamp<std::size_t>(std::size_t(left / 3 / skin::stateBytes(chain)), 1, std::size(snapshotDays));
    stepper.session(commands, fields.state);
    for (const CareEvent& event : firstEvents(care)) stepper.happen(commands, fields.state, event);
    skin::copyState(commands, fields.state, chain);
    remember(commands);
    commands.submit();
}

/// Whether the chain's day pays to be kept. Day 0 always does: it is the way back.
bool Healing::Body::worthRemembering() const {
    if (done == 0) return true;
    const double day = steps[done - 1].to;
    const auto end = std::begin(snapshotDays) + std::ptrdiff_t(roomFor);
    if (std::none_of(std::begin(snapshotDays), end, [&](double d) { return std::abs(d - day) < sameDay; }))
        return false;
    return device.usedBytes() + 2 * skin::stateBytes(chain) < device.budgetBytes();
}

void Healing::Body::remember(gpu::Commands& commands) {
    if (std::any_of(snapshots.begin(), snapshots.end(), [&](const Snapshot& s) { return s.done == done; })) return;
    if (!worthRemembering()) return;
    snapshots.push_back({done, skin::makeState(device, fields, "snapshot")});
    skin::copyState(commands, chain, snapshots.back().state);
}

/// So many that a submit stays short, on a processor too; on a small chart the submit itself is what takes time.
int Healing::Body::stepsPerSubmit() const {
    return std::clamp(texelStepsPerSubmit / (fields.grid.width * fields.grid.height), 1, 16);
}

/// Leaves the chain after `target` whole steps.
void Healing::Body::advanceChain(gpu::Commands& commands, std::size_t target) {
    const Snapshot* nearest = nullptr;
    for (const Snapshot& s : snapshots)
        if (s.done <= target && (!nearest || s.done > nearest->done)) nearest = &s;
    check(nearest != nullptr, "day 0 is always remembered");
    if (done > target || nearest->done > done) {
        skin::copyState(commands, nearest->state, chain);
        done = nearest->done;
    }
    int waiting = 0;  // steps that are recorded and not yet submitted
    while (done < target) {
        const Step& step = steps[done];
        stepper.step(commands, chain, step);
        stepper.settleWhatIsDue(commands, chain, step);
        for (const CareEvent& event : step.events) stepper.happen(commands, chain, event);
        ++done;
        remember(commands);
        if (++waiting < stepsPerSubmit()) continue;
        commands.submit();
        stepper.forgetRareSpreads();
        waiting = 0;
    }
}

Healing::Healing(gpu::Device& device, skin::Fields& fields, Care care, int stepsPerDay)
    : body_(std::make_unique<Body>(device, fields, std::move(care), stepsPerDay)) {
    body_->start();
}

Healing::~Healing() = default;

void Healing::healTo(gpu::Commands& commands, double days) {
    check(days >= 0, "healing goes forward from day 0");
    Body& body = *body_;
    body.advanceChain(commands, wholeStepsBy(body.steps, days));
    const Step rest = restAfter(body.care, body.steps, body.done, days);
    skin::State& shown = body.fields.state;
    skin::copyState(commands, body.chain, shown);
    if (rest.to > rest.from) body.stepper.step(commands, shown, rest);
    body.stepper.settleWhatIsDue(commands, shown, rest);
    commands.submit();
    body.stepper.forgetRareSpreads();
    body.shownDay = days;
    body.fields.ointment = float(law::ointmentShine(body.care.moistureAt(days), days));
}

double Healing::day() const {
    return body_->shownDay;
}

double inkSigmaMm(double days, const skin::SiteConstants& site) {
    return std::sqrt(law::inkVariance(days, double(site.spreadFactor)));
}

}  // namespace inkheal::healing
