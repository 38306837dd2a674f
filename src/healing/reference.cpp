#include "healing/reference.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "healing/healing_laws.h"
#include "healing/reference_grid.h"
#include "healing/schedule.h"

namespace inkheal::healing {
namespace {

using Texels = ReferenceState::Texels;

double daysOf(const Step& step) {
    return step.to - step.from;
}

void spreadMediator(ReferenceState& skin, double varianceMm2) {
    spread(skin.coarseMediator, skin.coarse, varianceMm2);
}

void decayMediator(ReferenceState& skin, double days) {
    for (Texels* both : {&skin.coarseMediator, &skin.coarseLingering})
        for (double& mediator : *both) mediator = law::mediatorAfter(mediator, double(skin.site.paceFactor) * days);
}

/// The middle of a texel on the chart, mm.
glm::dvec2 placeOf(const skin::Grid& grid, int x, int y) {
    return glm::dvec2(grid.originMm) + (glm::dvec2(x, y) + 0.5) * double(grid.texelMm);
}

void flare(ReferenceState& skin) {
    for (double& mediator : skin.coarseMediator) mediator = law::flareGathers(mediator);
    spreadMediator(skin, law::flareMm2);
    for (double& mediator : skin.coarseMediator) mediator = law::flared(mediator);
}

void inflameRound(ReferenceState& skin, double days) {
    const double pace = double(skin.site.paceFactor);
    for (std::size_t i = 0; i < skin.coarseBlood.size(); ++i) {
        const double call = law::mediatorFelt(skin.coarseMediator[i], skin.coarseLingering[i]);
        skin.coarseBlood[i] = law::bloodAfter(skin.coarseBlood[i], call, pace, days);
        skin.coarseSwelling[i] = law::swellingAfter(skin.coarseSwelling[i], call, pace, days);
    }
}

void inflame(ReferenceState& skin, double days, double burn) {
    inflameRound(skin, days);
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

void seep(ReferenceState& skin, std::size_t i, const Step& step, double open) {
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

void settle(ReferenceState& skin, std::size_t i, const Step& step, double open, const std::vector<double>& kept) {
    const double softened = law::smothering(step.moisture) * law::gathering(skin.pieceHash[i], step.moisture);
    const law::FreeInk free = law::freeInkAfter(open, softened, step.from, daysOf(step));
    double faded = 0;
    for (std::size_t p = 0; p < skin.pigments.size(); ++p) {
        double& has = skin.captured[p][i];
        faded += has * (1 - kept[p]);
        has = has * kept[p] + skin.dose[p][i] * skin.freeShare[i] * free.captured;
    }
    const double epidermal = law::epidermalKept(double(skin.site.turnoverFactor), step.from, daysOf(step));
    skin.lost[i] += laidAt(skin, i) * (skin.epidermalShare[i] * (1 - epidermal) +
                                       skin.freeShare[i] * (1 - free.kept - free.captured)) +
                    faded;
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

/// How long the step is for this person's closing.
double closingDays(const ReferenceState& skin, const Step& step) {
    return double(skin.site.closingFactor) * daysOf(step);
}

/// Brings roundAbout and blockMean to the middle of the step.
void survey(ReferenceState& skin, const Step& step) {
    const skin::Grid migration = skin::migrationGrid(skin.grid);
    const int block = skin::migrationBlock(skin.grid);
    Texels sum(texelsOf(migration), 0.0), count = sum;
    for (int y = 0; y < skin.grid.height; ++y)
        for (int x = 0; x < skin.grid.width; ++x) {
            const std::size_t i = std::size_t(y * skin.grid.width + x);
            const std::size_t at = std::size_t(y / block * migration.width + x / block);
            const double surplus = skin.roundAbout[at] - skin.blockMean[at];
            sum[at] += skin.injury[i] > 0 ? law::integrityNear(skin.integrity[i], step.moisture, skin.pores[i], surplus,
                                                               0.5 * closingDays(skin, step))
                                          : 1.0;
            count[at] += 1;
        }
    for (std::size_t at = 0; at < sum.size(); ++at) skin.blockMean[at] = sum[at] / count[at];
    skin.roundAbout = skin.blockMean;
    spread(skin.roundAbout, migration, law::migrationMm * law::migrationMm);
}

/// @return integrity in the middle of the step.
Texels close(ReferenceState& skin, const Step& step) {
    const skin::Grid migration = skin::migrationGrid(skin.grid);
    const Texels lastRound = skin.roundAbout, lastMean = skin.blockMean;
    survey(skin, step);
    Texels halfway(texelsOf(skin.grid), 1.0);
    for (int y = 0; y < skin.grid.height; ++y)
        for (int x = 0; x < skin.grid.width; ++x) {
            const std::size_t i = std::size_t(y * skin.grid.width + x);
            if (skin.injury[i] <= 0) continue;
            const double xMm = double(skin.grid.originMm.x) + (x + 0.5) * double(skin.grid.texelMm);
            const double yMm = double(skin.grid.originMm.y) + (y + 0.5) * double(skin.grid.texelMm);
            const double last = sampled(lastRound, migration, xMm, yMm) - sampled(lastMean, migration, xMm, yMm);
            const double middle = law::integrityNear(skin.integrity[i], step.moisture, skin.pores[i], last,
                                                     0.5 * closingDays(skin, step));
            const double surplus = sampled(skin.roundAbout, migration, xMm, yMm) - middle;
            const double integrity =
                law::integrityNear(skin.integrity[i], step.moisture, skin.pores[i], surplus, closingDays(skin, step));
            const law::Young next = law::youngAfter({skin.growing[i], skin.corneum[i]}, integrity - skin.integrity[i],
                                                    double(skin.site.turnoverFactor), daysOf(step));
            halfway[i] = middle;
            skin.integrity[i] = integrity;
            skin.growing[i] = next.growing;
            skin.corneum[i] = next.corneum;
        }
    return halfway;
}

void heal(ReferenceState& skin, const Step& step, double sunPerYearSed) {
    const std::vector<double> kept = keptOver(skin, step, sunPerYearSed);
    spreadMediator(skin, law::mediatorVariance(0.5 * daysOf(step)));
    inflame(skin, daysOf(step), step.burn);
    const Texels halfway = close(skin, step);
    for (std::size_t i = 0; i < texelsOf(skin.grid); ++i) {
        seep(skin, i, step, 1 - halfway[i]);
        settle(skin, i, step, 1 - halfway[i], kept);
        shed(skin, i, step);
    }
    spreadMediator(skin, law::mediatorVariance(0.5 * daysOf(step)));
    decayMediator(skin, daysOf(step));
}

void settleWhatIsDue(ReferenceState& skin, const Step& step) {
    const double own = law::inkVariance(step.spreadDays, double(skin.site.spreadFactor));
    for (Texels& pigment : skin.captured)
        spreadByMetric(pigment, skin.grid, own + law::smearMm2 * step.smeared, skin.metric);
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
    skin.lost[i] +=
        laidAt(skin, i) * (skin.epidermalShare[i] * (1 - t.epidermalKept) + skin.freeShare[i] * (1 - t.freeKept)) +
        taken;
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
         {&skin.injury,   &skin.pieceHash, &skin.rimMm,    &skin.epidermalShare, &skin.freeShare, &skin.lost,
          &skin.mediator, &skin.blood,     &skin.swelling, &skin.haemoglobin,    &skin.growing,   &skin.corneum,
          &skin.plasma,   &skin.gel,       &skin.crust,    &skin.dead,           &skin.first,     &skin.second,
          &skin.lifted,   &skin.rising,    &skin.darkening})
        *texels = none;
    skin.integrity.assign(none.size(), 1.0);
    skin.pores = skin.metric[0] = skin.metric[1] = skin.integrity;
    skin.roundAbout.assign(texelsOf(skin::migrationGrid(grid)), 1.0);
    skin.blockMean = skin.roundAbout;
    skin.coarseMediator.assign(texelsOf(coarse), 0.0);
    skin.coarseLingering = skin.coarseBlood = skin.coarseSwelling = skin.coarseMediator;
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
    const std::vector<float> pores = fields.pores.downloadAs<float>();
    skin.pores.assign(pores.begin(), pores.end());
    const std::vector<glm::vec2> metric = fields.metric.downloadAs<glm::vec2>();
    for (std::size_t i = 0; i < metric.size(); ++i)
        for (int axis = 0; axis < 2; ++axis) skin.metric[std::size_t(axis)][i] = double(metric[i][axis]);
    skin.rimMm = channel(fields.anatomy, 2);
    const auto four = [](const gpu::Image& image, std::initializer_list<Texels*> into) {
        int which = 0;
        for (Texels* texels : into) *texels = channel(image, which++);
    };
    four(state.ink, {&skin.epidermalShare, &skin.freeShare, &skin.lost, &skin.rising});
    four(state.wound, {&skin.mediator, &skin.blood, &skin.swelling, &skin.haemoglobin});
    four(state.epidermis, {&skin.integrity, &skin.growing, &skin.corneum, &skin.injury});
    four(state.film, {&skin.plasma, &skin.gel, &skin.crust, &skin.darkening});
    four(state.debris, {&skin.dead, &skin.first, &skin.second, &skin.lifted});
    const auto two = [](const gpu::Image& image, Texels& first, Texels& second) {
        const std::vector<glm::vec2> both = image.downloadAs<glm::vec2>();
        for (std::size_t i = 0; i < both.size(); ++i) first[i] = double(both[i].x), second[i] = double(both[i].y);
    };
    two(state.mediator, skin.coarseMediator, skin.coarseLingering);
    two(state.surround, skin.coarseBlood, skin.coarseSwelling);
    two(state.around, skin.roundAbout, skin.blockMean);
    return skin;
}

void healReference(ReferenceState& skin, const Care& care, double toDay, int stepsPerDay) {
    check(toDay >= 0, "healing goes forward from day 0");
    const std::vector<Step> steps = scheduleOf(care, stepsPerDay);
    const std::size_t whole = wholeStepsBy(steps, toDay);
    flare(skin);
    inflame(skin, law::sessionDays, 0);
    survey(skin, Step{});  // as it is: of no length
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
