#include "healing/reference.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "healing/healing_laws.h"
#include "healing/schedule.h"
#include "healing/spread.h"

namespace inkheal::healing {
namespace {

using Texels = ReferenceState::Texels;

std::size_t texelsOf(const skin::Grid& grid) {
    return std::size_t(grid.width) * std::size_t(grid.height);
}

double daysOf(const Step& step) {
    return step.to - step.from;
}

/// `line` spread by the weights of both sides; nothing crosses its ends.
Texels spreadLine(const Texels& line, const std::vector<double>& weights) {
    const int reach = int(weights.size()) - 1, length = int(line.size());
    Texels wide;
    for (int at = -reach; at < length + reach; ++at) wide.push_back(line[std::size_t(law::mirrored(at, length))]);
    Texels out(line.size());
    for (std::size_t i = 0; i < out.size(); ++i)
        for (int n = -reach; n <= reach; ++n)
            out[i] += weights[std::size_t(std::abs(n))] * wide[std::size_t(int(i) + reach + n)];
    return out;
}

/// Spreads the row or column of `count` texels that begins at `first` and goes on every `stride`.
void spreadLineOf(Texels& values, std::size_t first, std::size_t stride, int count,
                  const std::vector<double>& weights) {
    Texels line;
    for (int n = 0; n < count; ++n) line.push_back(values[first + std::size_t(n) * stride]);
    line = spreadLine(line, weights);
    for (int n = 0; n < count; ++n) values[first + std::size_t(n) * stride] = line[std::size_t(n)];
}

void spread(Texels& values, const skin::Grid& grid, double varianceMm2) {
    const std::vector<double> weights = heatWeights(varianceMm2 / (double(grid.texelMm) * double(grid.texelMm)));
    const std::size_t width = std::size_t(grid.width);
    for (int y = 0; y < grid.height; ++y) spreadLineOf(values, std::size_t(y) * width, 1, grid.width, weights);
    for (int x = 0; x < grid.width; ++x) spreadLineOf(values, std::size_t(x), width, grid.height, weights);
}

/// The value of a coarser grid at a place: linear between texel centres, held beyond the outermost.
double sampled(const Texels& values, const skin::Grid& grid, double xMm, double yMm) {
    const auto value = [&](double column, double row) {
        const int x = std::clamp(int(column), 0, grid.width - 1), y = std::clamp(int(row), 0, grid.height - 1);
        return values[std::size_t(y * grid.width + x)];
    };
    const double u = (xMm - double(grid.originMm.x)) / double(grid.texelMm) - 0.5,
                 v = (yMm - double(grid.originMm.y)) / double(grid.texelMm) - 0.5;
    const double left = std::floor(u), below = std::floor(v), s = u - left, t = v - below;
    return (1 - t) * ((1 - s) * value(left, below) + s * value(left + 1, below)) +
           t * ((1 - s) * value(left, below + 1) + s * value(left + 1, below + 1));
}

void spreadMediator(ReferenceState& skin, double days) {
    spread(skin.coarseMediator, skin.coarse, law::mediatorVariance(days));
}

void decayMediator(ReferenceState& skin, double days) {
    for (Texels* both : {&skin.coarseMediator, &skin.coarseLingering})
        for (double& mediator : *both) mediator = law::mediatorAfter(mediator, double(skin.site.paceFactor) * days);
}

/// The middle of a texel on the chart, mm.
glm::dvec2 placeOf(const skin::Grid& grid, int x, int y) {
    return glm::dvec2(grid.originMm) + (glm::dvec2(x, y) + 0.5) * double(grid.texelMm);
}

void inflame(ReferenceState& skin, double days, double burn) {
    const double pace = double(skin.site.paceFactor);
    for (int y = 0; y < skin.grid.height; ++y)
        for (int x = 0; x < skin.grid.width; ++x) {
            const std::size_t i = std::size_t(y * skin.grid.width + x);
            const glm::dvec2 mm = placeOf(skin.grid, x, y);
            const double now = law::mediatorFelt(sampled(skin.coarseMediator, skin.coarse, mm.x, mm.y),
                                                 sampled(skin.coarseLingering, skin.coarse, mm.x, mm.y));
            const double call = law::withBurn(now, burn * skin.injury[i], days);
            skin.blood[i] = law::bloodAfter(skin.blood[i], call, pace, days);
            skin.swelling[i] = law::swellingAfter(skin.swelling[i], call, pace, days);
            skin.mediator[i] = law::mediatorAfter(now, pace * days);
        }
}

/// How open the wound is in the middle of the step, on this person.
double openIn(const ReferenceState& skin, std::size_t i, const Step& step) {
    return law::openHalfway(skin.integrity[i], step.moisture, double(skin.site.closingFactor) * daysOf(step));
}

void seep(ReferenceState& skin, std::size_t i, const Step& step) {
    const double open = openIn(skin, i, step);
    const law::Film next =
        law::filmAfter({skin.plasma[i], skin.gel[i], skin.crust[i], skin.haemoglobin[i]}, skin.injury[i], open,
                       step.moisture, law::gathering(skin.pieceHash[i], step.moisture), step.from, daysOf(step));
    skin.plasma[i] = next.plasma;
    skin.gel[i] = next.gel;
    skin.crust[i] = next.crust;
    skin.haemoglobin[i] = next.blood;
}

double laidAt(const ReferenceState& skin, std::size_t i) {
    double sum = 0;
    for (const Texels& pigment : skin.dose) sum += pigment[i];
    return sum;
}

/// What stays of each pigment's captured ink over the step.
std::vector<double> keptOver(const ReferenceState& skin, const Step& step, double sunPerYearSed) {
    std::vector<double> kept;
    for (const skin::Pigment& pigment : skin.pigments) {
        const double inYear =
            law::lossInYear(double(pigment.lossPerYear), double(skin.site.lossFactor), double(pigment.uvLossPer100Sed),
                            sunPerYearSed + law::sunAsPerYear(step.sunSed, daysOf(step)));
        kept.push_back(law::capturedKept(inYear, daysOf(step)));
    }
    return kept;
}

void settle(ReferenceState& skin, std::size_t i, const Step& step, const std::vector<double>& kept) {
    const double softened = law::smothering(step.moisture) * law::gathering(skin.pieceHash[i], step.moisture);
    const law::FreeInk free = law::freeInkAfter(openIn(skin, i, step), softened, step.from, daysOf(step));
    double faded = 0;
    for (std::size_t p = 0; p < skin.pigments.size(); ++p) {
        double& has = skin.captured[p][i];
        faded += has * (1 - kept[p]);
        has = has * kept[p] + skin.dose[p][i] * skin.freeShare[i] * free.captured;
    }
    const double epidermal = law::epidermalKept(double(skin.site.turnoverFactor), step.from, daysOf(step));
    skin.lostShare[i] += skin.epidermalShare[i] * (1 - epidermal) +
                         skin.freeShare[i] * (1 - free.kept - free.captured) + law::lostShare(faded, laidAt(skin, i));
    skin.epidermalShare[i] *= epidermal;
    skin.freeShare[i] *= free.kept;
}

void shed(ReferenceState& skin, std::size_t i, const Step& step) {
    const law::Debris next = law::debrisAfter({skin.dead[i], skin.first[i], skin.second[i], skin.lifted[i]},
                                              step.moisture, double(skin.site.paceFactor) * daysOf(step));
    skin.dead[i] = next.dead;
    skin.first[i] = next.first;
    skin.second[i] = next.second;
    skin.lifted[i] = next.lifted;
}

void close(ReferenceState& skin, std::size_t i, const Step& step) {
    const double integrity =
        law::integrityAfter(skin.integrity[i], step.moisture, double(skin.site.closingFactor) * daysOf(step));
    const law::Young next = law::youngAfter({skin.growing[i], skin.corneum[i]}, integrity - skin.integrity[i],
                                            double(skin.site.turnoverFactor), daysOf(step));
    skin.integrity[i] = integrity;
    skin.growing[i] = next.growing;
    skin.corneum[i] = next.corneum;
}

void heal(ReferenceState& skin, const Step& step, double sunPerYearSed) {
    const std::vector<double> kept = keptOver(skin, step, sunPerYearSed);
    spreadMediator(skin, 0.5 * daysOf(step));
    inflame(skin, daysOf(step), step.burn);
    for (std::size_t i = 0; i < texelsOf(skin.grid); ++i) {
        seep(skin, i, step);
        settle(skin, i, step, kept);
        shed(skin, i, step);
        close(skin, i, step);
    }
    spreadMediator(skin, 0.5 * daysOf(step));
    decayMediator(skin, daysOf(step));
}

void settleWhatIsDue(ReferenceState& skin, const Step& step) {
    const double own = law::inkVariance(step.spreadDays, double(skin.site.spreadFactor));
    for (Texels& pigment : skin.captured) spread(pigment, skin.grid, own + law::smearMm2 * step.smeared);
    for (std::size_t i = 0; step.darkenDays > 0 && i < texelsOf(skin.grid); ++i) {
        const law::Darkening next = law::darkeningAfter({skin.rising[i], skin.darkening[i]}, skin.blood[i],
                                                        double(skin.site.darkening), step.darkenDays);
        skin.rising[i] = next.rising;
        skin.darkening[i] = next.seen;
    }
}

law::Touched touchAt(const ReferenceState& skin, std::size_t i, const CareEvent& event) {
    const int width = skin.grid.width;
    const glm::dvec2 away = placeOf(skin.grid, int(i) % width, int(i) / width) - glm::dvec2(event.atMm);
    if (!law::reaches(event.radiusMm, away.x, away.y, skin.pieceHash[i])) return law::untouched();
    return law::touchedBy(int(event.kind), event.amount, skin.pieceHash[i], skin.rimMm[i], skin.crust[i],
                          skin.integrity[i], skin.injury[i]);
}

/// First fine column (or row) of a coarse one, within `most`.
int firstFine(int coarse, const skin::Grid& from, double fromOrigin, const skin::Grid& to, double toOrigin) {
    return law::firstFineTexel(coarse, fromOrigin, double(from.texelMm), toOrigin, double(to.texelMm));
}

void irritate(ReferenceState& skin, const CareEvent& event) {
    const skin::Grid &coarse = skin.coarse, &fine = skin.grid;
    const auto column = [&](int x) {
        return firstFine(x, coarse, double(coarse.originMm.x), fine, double(fine.originMm.x));
    };
    const auto row = [&](int y) {
        return firstFine(y, coarse, double(coarse.originMm.y), fine, double(fine.originMm.y));
    };
    for (int y = 0; y < coarse.height; ++y)
        for (int x = 0; x < coarse.width; ++x) {
            double sum = 0;
            for (int v = std::max(row(y), 0); v < std::min(row(y + 1), fine.height); ++v)
                for (int u = std::max(column(x), 0); u < std::min(column(x + 1), fine.width); ++u)
                    sum += touchAt(skin, std::size_t(v * fine.width + u), event).mediator;
            const int count = std::max(1, (column(x + 1) - column(x)) * (row(y + 1) - row(y)));
            const std::size_t at = std::size_t(y * coarse.width + x);
            skin.coarseMediator[at] += sum / count;
            skin.coarseLingering[at] += sum / count;
        }
}

void touch(ReferenceState& skin, std::size_t i, const CareEvent& event) {
    const law::Touched t = touchAt(skin, i, event);
    double taken = 0;
    for (Texels& pigment : skin.captured) {
        taken += pigment[i] * (1 - t.capturedKept);
        pigment[i] *= t.capturedKept;
    }
    skin.lostShare[i] += skin.epidermalShare[i] * (1 - t.epidermalKept) + skin.freeShare[i] * (1 - t.freeKept) +
                         law::lostShare(taken, laidAt(skin, i));
    skin.epidermalShare[i] *= t.epidermalKept;
    skin.freeShare[i] *= t.freeKept;
    skin.crust[i] *= t.crustKept;
    skin.lifted[i] *= t.scalesKept;
    skin.integrity[i] *= t.integrityKept;
    skin.mediator[i] += t.mediator;
}

void wash(ReferenceState& skin, double amount) {
    for (double& plasma : skin.plasma) plasma *= law::plasmaAfterWash(amount);
    for (double& gel : skin.gel) gel *= law::gelAfterWash(amount);
}

void happen(ReferenceState& skin, const CareEvent& event) {
    if (event.kind == CareKind::wash) return wash(skin, event.amount);
    irritate(skin, event);
    for (std::size_t i = 0; i < texelsOf(skin.grid); ++i) touch(skin, i, event);
}

Texels channel(const gpu::Image& image, int which, std::size_t layer = 0) {
    const std::vector<glm::vec4> all = image.downloadAs<glm::vec4>();
    const std::size_t count = std::size_t(image.width()) * std::size_t(image.height());
    Texels out(count);
    for (std::size_t i = 0; i < count; ++i) out[i] = double(all[layer * count + i][which]);
    return out;
}

}  // namespace

ReferenceState bareReference(const skin::Grid& grid, const skin::Grid& coarse, std::vector<skin::Pigment> pigments,
                             const skin::SiteConstants& site) {
    ReferenceState skin;
    skin.grid = grid;
    skin.coarse = coarse;
    skin.site = site;
    const Texels none(texelsOf(grid), 0.0);
    skin.dose = skin.captured = std::vector<Texels>(pigments.size(), none);
    skin.pigments = std::move(pigments);
    for (Texels* texels :
         {&skin.injury,   &skin.pieceHash, &skin.rimMm,    &skin.epidermalShare, &skin.freeShare, &skin.lostShare,
          &skin.mediator, &skin.blood,     &skin.swelling, &skin.haemoglobin,    &skin.growing,   &skin.corneum,
          &skin.plasma,   &skin.gel,       &skin.crust,    &skin.dead,           &skin.first,     &skin.second,
          &skin.lifted,   &skin.rising,    &skin.darkening})
        *texels = none;
    skin.integrity.assign(none.size(), 1.0);
    skin.coarseMediator.assign(texelsOf(coarse), 0.0);
    skin.coarseLingering = skin.coarseMediator;
    return skin;
}

ReferenceState referenceFrom(const skin::Fields& fields) {
    ReferenceState skin = bareReference(fields.grid, fields.coarse, fields.pigments, fields.site);
    const skin::State& state = fields.state;
    for (std::size_t p = 0; p < fields.pigments.size(); ++p) {
        skin.dose[p] = channel(fields.dose, int(p % 4), p / 4);
        skin.captured[p] = channel(state.captured, int(p % 4), p / 4);
    }
    skin.pieceHash = channel(fields.anatomy, 1);
    skin.rimMm = channel(fields.anatomy, 2);
    const auto four = [](const gpu::Image& image, std::initializer_list<Texels*> into) {
        int which = 0;
        for (Texels* texels : into) *texels = channel(image, which++);
    };
    four(state.ink, {&skin.epidermalShare, &skin.freeShare, &skin.lostShare, &skin.rising});
    four(state.wound, {&skin.mediator, &skin.blood, &skin.swelling, &skin.haemoglobin});
    four(state.epidermis, {&skin.integrity, &skin.growing, &skin.corneum, &skin.injury});
    four(state.film, {&skin.plasma, &skin.gel, &skin.crust, &skin.darkening});
    four(state.debris, {&skin.dead, &skin.first, &skin.second, &skin.lifted});
    const std::vector<glm::vec2> mediator = state.mediator.downloadAs<glm::vec2>();
    for (std::size_t i = 0; i < mediator.size(); ++i) {
        skin.coarseMediator[i] = double(mediator[i].x);
        skin.coarseLingering[i] = double(mediator[i].y);
    }
    return skin;
}

void healReference(ReferenceState& skin, const Care& care, double toDay, int stepsPerDay) {
    check(toDay >= 0, "healing goes forward from day 0");
    const std::vector<Step> steps = scheduleOf(care, stepsPerDay);
    const std::size_t whole = wholeStepsBy(steps, toDay);
    spreadMediator(skin, law::sessionDays);
    inflame(skin, law::sessionDays, 0);
    for (const CareEvent& event : firstEvents(care)) happen(skin, event);
    for (std::size_t i = 0; i < whole; ++i) {
        heal(skin, steps[i], care.sunPerYearSed);
        settleWhatIsDue(skin, steps[i]);
        for (const CareEvent& event : steps[i].events) happen(skin, event);
    }
    const Step rest = restAfter(care, steps, whole, toDay);
    if (rest.to > rest.from) heal(skin, rest, care.sunPerYearSed);
    settleWhatIsDue(skin, rest);
}

}  // namespace inkheal::healing
