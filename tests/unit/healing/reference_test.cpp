// The reference itself: what it keeps, how it spreads, and that events and steps do what they should.

#include "healing/reference.h"

#include <gtest/gtest.h>

#include <numbers>
#include <numeric>

#include <cmath>
#include <numeric>

#include "healing/healing_laws.h"
#include "patch.h"

namespace inkheal::healing {
namespace {

const std::vector<CareEvent> cream{moistureFrom(0, 0.6)};
const std::vector<CareEvent> careless{
    moistureFrom(0, 0.2), {CareKind::soak, 1, 0.3, 0, 0}, {CareKind::sun, 2, 3, 0, 0}, {CareKind::pick, 5, 0.3, 0, 0}};

double sumOf(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// A dot of one texel in the middle of an untouched chart.
ReferenceState dotted(int size) {
    ReferenceState skin = inkedPatch(size, size, 0);
    const std::size_t middle = skin.injury.size() / 2;
    skin.dose[0][middle] = 1;
    return skin;
}

struct Moments {
    double mass = 0, along = 0, across = 0;  // and variances in mm2
};

/// Of what lies on a chart of 65 x 65 texels, about its middle.
Moments momentsOf(const std::vector<double>& values) {
    Moments sum;
    for (int y = 0; y < 65; ++y)
        for (int x = 0; x < 65; ++x) {
            const double here = values[std::size_t(y * 65 + x)];
            sum.mass += here;
            sum.along += here * (x - 32) * (x - 32) * 0.01;
            sum.across += here * (y - 32) * (y - 32) * 0.01;
        }
    return sum;
}

TEST(Reference, ADotSpreadsWithItsVarianceAndKeepsItsMass) {
    const double years = 40 * 365.25;
    ReferenceState skin = dotted(65);
    skin.captured[0][skin.injury.size() / 2] = 1;
    skin.freeShare.assign(skin.freeShare.size(), 0);
    skin = healed(skin, carePlan(cream), years);
    const Moments ink = momentsOf(skin.captured[0]);
    EXPECT_NEAR(ink.mass, 1, 1e-9);
    EXPECT_NEAR(ink.along, 2 * 2.4e-5 * years, 1e-3 * 2 * 2.4e-5 * years);
    EXPECT_NEAR(ink.across, ink.along, 1e-9);
}

TEST(Reference, ADotSpreadsByTheMetricOfItsPlaceAndKeepsItsMass) {
    const double years = 10 * 365.25;
    ReferenceState skin = dotted(65);
    for (int axis = 0; axis < 2; ++axis)
        for (std::size_t i = 0; i < skin.injury.size(); ++i)  // 1.2 and 0.8 in the middle
            skin.metric[std::size_t(axis)][i] = (axis == 0 ? 1.2 : 0.8) + 0.004 * (double(i % 65) - 32);
    skin.captured[0][skin.injury.size() / 2] = 1;
    skin.freeShare.assign(skin.freeShare.size(), 0);
    skin = healed(skin, carePlan(cream), years);
    const Moments ink = momentsOf(skin.captured[0]);
    EXPECT_NEAR(ink.mass, 1, 1e-9);
    EXPECT_NEAR(ink.along, 1.2 * 2 * 2.4e-5 * years, 0.01 * ink.along);
    EXPECT_NEAR(ink.across, 0.8 * 2 * 2.4e-5 * years, 0.01 * ink.across);
}

TEST(Reference, MediatorSpreadsWithItsVarianceAndOnlyDecays) {
    ReferenceState skin = inkedPatch(5, 5, 0);
    constexpr int width = 141, middle = width / 2;
    skin.coarse = {width, width, 0.5f, {-35, -35}};
    skin.coarseMediator.assign(width * width, 0);
    skin.coarseBlood = skin.coarseSwelling = skin.coarseMediator;
    skin.coarseMediator[width * middle + middle] = 1;
    skin.coarseLingering = skin.coarseMediator;
    const auto massOf = [](const ReferenceState& s) {
        return std::accumulate(s.coarseMediator.begin(), s.coarseMediator.end(), 0.0);
    };
    const double later = massOf(healed(skin, carePlan(cream), 2));
    skin = healed(skin, carePlan(cream), 1);
    EXPECT_NEAR(later / massOf(skin), std::exp(-1 / 2.5), 1e-9) << "spread keeps it, decay takes it";
    EXPECT_NEAR(skin.coarseLingering[width * middle + middle], std::exp(-1 / 2.5), 1e-9);
    double mass = 0, variance = 0;
    for (int y = 0; y < width; ++y)
        for (int x = 0; x < width; ++x) {
            const double here = skin.coarseMediator[std::size_t(y * width + x)];
            mass += here;
            variance += here * (x - middle) * (x - middle) * 0.25;
        }
    // A Gaussian's root is a wider Gaussian.
    const double gathered = 0.25 / (2 * std::numbers::pi * law::flareMm2), wider = law::flarePower * law::flareMm2;
    EXPECT_NEAR(mass / (4 * law::flared(gathered) * 2 * std::numbers::pi * wider * std::exp(-1 / 2.5)), 1, 0.01);
    EXPECT_NEAR(variance / mass, 2 * 10 * 1 + wider, 0.5);
}

TEST(Reference, InkIsKeptOrLost) {
    for (const auto& events : {cream, careless})
        for (const double day : {0.6, 5.0, 28.0}) {
            const ReferenceState skin = healed(inkedPatch(10, 10), carePlan(events), day);
            for (std::size_t i = 0; i < skin.injury.size(); ++i)
                EXPECT_NEAR(keptAt(skin, i) + skin.lost[i], 1, 1e-9) << day;
        }
}

TEST(Reference, CarelessHealingKeepsLess) {
    const auto kept = [](const std::vector<CareEvent>& events) {
        const ReferenceState skin = healed(inkedPatch(10, 10), carePlan(events), 28);
        double sum = 0;
        for (std::size_t i = 0; i < skin.injury.size(); ++i) sum += keptAt(skin, i);
        return sum / double(skin.injury.size());
    };
    EXPECT_LT(kept(careless), 0.9 * kept(cream));
    EXPECT_NEAR(kept(cream), 0.681, 0.01);
}

TEST(Reference, SunInflamesAndAPickOpensFromItsOwnDayOn) {
    const Care care = carePlan({moistureFrom(0, 0.6), {CareKind::sun, 2, 3, 0, 0}});
    const auto redder = [&](double day) {
        return healed(inkedPatch(1, 1), care, day).blood[0] - healed(inkedPatch(1, 1), carePlan(cream), day).blood[0];
    };
    EXPECT_EQ(redder(2), 0);
    EXPECT_GT(redder(4), 0.05);
    EXPECT_GT(redder(4), redder(2.5));
    EXPECT_GT(redder(4), redder(7));

    const Care picking = carePlan({moistureFrom(0, 0.6), {CareKind::pick, 5, 1, 0, 0}});
    const ReferenceState whole = healed(inkedPatch(1, 1), picking, 5 - 1e-3);
    EXPECT_GT(whole.crust[0], 0.8);
    for (const double day : {5.0, std::nextafter(5.0, 0.0), std::nextafter(5.0, 9.0)}) {
        const ReferenceState picked = healed(inkedPatch(1, 1), picking, day);
        EXPECT_EQ(picked.crust[0], 0);
        EXPECT_EQ(picked.lifted[0], 0);
        EXPECT_EQ(picked.epidermalShare[0], 0);
        EXPECT_NEAR(picked.integrity[0], 0.5 * whole.integrity[0], 1e-3);
    }
}

TEST(Reference, WhatIsDoneOnDayZeroIsDone) {
    const Care care = carePlan({moistureFrom(0, 0.6), {CareKind::soak, 0, 1, 0, 0}});
    const ReferenceState skin = healed(inkedPatch(1, 1), care, 0);
    EXPECT_NEAR(skin.freeShare[0], 0.8 * (1 - 0.9), 1e-12);
    EXPECT_NEAR(skin.epidermalShare[0], 0.2 * (1 - 0.45), 1e-12);
}

TEST(Reference, HalfTheStepChangesLittle) {
    for (const auto& events : {cream, careless})
        for (const double day : {2.0, 6.0, 12.0, 28.0}) {
            const ReferenceState four = healed(inkedPatch(10, 10), carePlan(events), day, 4),
                                 eight = healed(inkedPatch(10, 10), carePlan(events), day, 8);
            const auto expectNear = [&](const std::vector<double>& a, const std::vector<double>& b, double peak) {
                for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 0.005 * peak) << day;
            };
            expectNear(four.blood, eight.blood, 0.8);
            expectNear(four.crust, eight.crust, 0.9);
            expectNear(four.corneum, eight.corneum, 0.43);
            expectNear(four.lifted, eight.lifted, 0.21);
            expectNear(four.integrity, eight.integrity, 1);
            expectNear(four.captured[0], eight.captured[0], 0.68);
        }
}

TEST(Reference, DatedSunFadesByItsDoseBeforeAndAfterTheLastStep) {
    ReferenceState fresh = inkedPatch(1, 1);
    fresh.pigments[0].uvLossPer100Sed = 0.006f;
    const auto left = [&](std::vector<CareEvent> events, double day) {
        return healed(fresh, carePlan(std::move(events)), day).captured[0][0];
    };
    const double plain = left(cream, 400);
    const CareEvent august{CareKind::sun, 100, 20, 10, 190}, spring{CareKind::sun, 50, 100, 0, 0};
    EXPECT_NEAR(left({cream[0], august}, 400) / plain, std::exp(-0.006 * 200 / 100), 1e-6);
    EXPECT_NEAR(left({cream[0], august}, 145) / left(cream, 145), std::exp(-0.006 * 100 / 100), 1e-6);
    EXPECT_NEAR(left({cream[0], spring}, 400) / plain, std::exp(-0.006), 1e-6);
    EXPECT_EQ(left({cream[0], {CareKind::pick, 100, 1, 0, 0}, {CareKind::soak, 100, 1, 0, 0}}, 400), plain);
}

TEST(Reference, APersonClosesAndCalmsAtTheirOwnPace) {
    const auto on = [](float closing, float pace) {
        ReferenceState skin = inkedPatch(1, 1);
        skin.site.closingFactor = closing;
        skin.site.paceFactor = pace;
        return healed(skin, carePlan(cream), 4);
    };
    const ReferenceState usual = on(1, 1), slow = on(0.7f, 0.7f);
    EXPECT_NEAR(on(0.5f, 1).integrity[0], healed(inkedPatch(1, 1), carePlan(cream), 2).integrity[0], 1e-6);
    EXPECT_GT(slow.blood[0], 1.2 * usual.blood[0]);
    EXPECT_GT(slow.dead[0], usual.dead[0]);
    EXPECT_LT(slow.integrity[0], usual.integrity[0]);
    EXPECT_GT(slow.crust[0], usual.crust[0]);
}

TEST(Reference, DarkeningFollowsInkAndHaloAndTheYearsJump) {
    ReferenceState skin = inkedPatch(10, 10);
    skin.site.darkening = 1;
    const auto on = [&](double day) { return healed(skin, carePlan(cream), day).darkening[44]; };
    EXPECT_LT(on(3), 0.25 * on(28));
    EXPECT_GT(on(28), 0.1);
    EXPECT_GT(on(35), on(90));
    EXPECT_NEAR(on(365), healed(skin, carePlan(cream), 60).darkening[44] * std::exp(-305 / 80.0), 0.02);
    EXPECT_EQ(healed(inkedPatch(10, 10), carePlan(cream), 28).darkening[44], 0) << "not prone";
    EXPECT_NEAR(healed(skin, carePlan(careless), 28, 8).darkening[44],
                healed(skin, carePlan(careless), 28, 4).darkening[44], 0.01 * on(28));
    EXPECT_GT(healed(skin, carePlan({cream[0], {CareKind::sun, 4, 5, 0, 0}}), 28).darkening[44], 1.05 * on(28));
}

TEST(Reference, APickInOnePlaceLeavesTheRest) {
    const Care care = carePlan({cream[0], {CareKind::pick, 5, 1, 0, 0, {0.25, 0.75}, 0.3}});
    const ReferenceState whole = healed(inkedPatch(10, 10), carePlan(cream), 28),
                         holed = healed(inkedPatch(10, 10), care, 28);
    EXPECT_LT(keptAt(holed, 72), 0.85 * keptAt(whole, 72));
    EXPECT_NEAR(keptAt(holed, 9), keptAt(whole, 9), 0.01);
}

TEST(Reference, OintmentBlursWhatLiesLoose) {
    const auto varianceUnder = [](double moisture) {
        ReferenceState skin = dotted(33);
        skin.captured[0][skin.injury.size() / 2] = 1;
        skin.freeShare.assign(skin.freeShare.size(), 0);
        skin = healed(skin, carePlan({moistureFrom(0, moisture), moistureFrom(14, 0.6)}), 28);
        double sum = 0;
        for (int y = 0; y < 33; ++y)
            for (int x = 0; x < 33; ++x) sum += skin.captured[0][std::size_t(y * 33 + x)] * (x - 16) * (x - 16) * 0.01;
        return sum;
    };
    EXPECT_NEAR(varianceUnder(0.85) - varianceUnder(0.6), 0.0084, 0.0002);
    EXPECT_NEAR(varianceUnder(1) - varianceUnder(0.6), 0, 1e-9) << "a film does not";
}

TEST(Reference, TheIdealPlanKeepsMostAndNeglectLeast) {
    ReferenceState fresh = inkedPatch(10, 10);
    fresh.pigments[0].lossPerYear = 0.01f;
    fresh.pigments[0].uvLossPer100Sed = 0.0005f;
    for (std::size_t i = 0; i < fresh.pieceHash.size(); ++i) fresh.pieceHash[i] = (double(i) + 0.5) / 100;
    for (const double day : {7.0, 28.0, 60.0, 3652.5}) {
        const auto kept = [&](const char* plan) {
            const ReferenceState skin = healed(fresh, careNamed(plan), day);
            double sum = 0;
            for (std::size_t i = 0; i < skin.injury.size(); ++i) sum += keptAt(skin, i);
            return sum / 100;
        };
        EXPECT_GT(kept("ideal"), kept("typical")) << day;
        EXPECT_GT(kept("typical"), kept("neglected") + 0.05) << day;
    }
}

TEST(Reference, YearsFadeByTheClosedForm) {
    ReferenceState fresh = inkedPatch(1, 1);
    fresh.pigments[0].lossPerYear = 0.01f;
    fresh.pigments[0].uvLossPer100Sed = 0.004f;
    fresh.site.lossFactor = 3;
    const Care care = carePlan(cream, 150);
    const double healedInk = healed(fresh, care, 60).captured[0][0],
                 oldInk = healed(fresh, care, 3652.5).captured[0][0];
    EXPECT_NEAR(oldInk / healedInk, std::exp(-(0.03 + 0.006) * (3652.5 - 60) / 365.25), 1e-6);
}

TEST(Reference, BareSkinStaysBare) {
    const ReferenceState skin = healed(inkedPatch(7, 3, 0), carePlan(careless), 28);
    for (const auto* field : {&skin.blood, &skin.swelling, &skin.plasma, &skin.crust, &skin.lifted, &skin.corneum,
                              &skin.captured[0], &skin.haemoglobin})
        EXPECT_EQ(sumOf(*field), 0);
    EXPECT_EQ(sumOf(skin.integrity), 21);
}

}  // namespace
}  // namespace inkheal::healing
