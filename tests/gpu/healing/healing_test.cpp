// What must hold of healing on any device: the same day is the same bits, steps and texels hardly count, ink is kept or
// lost, years are jumped, picks leave holes.

#include "healing/healing.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <numeric>

#include "healing/healing_laws.h"
#include "inked_skin.h"
#include "skin/person.h"
#include "support/gpu_test.h"

namespace inkheal::healing {
namespace {

const CareEvent cream{CareKind::moisture, 0, 0.6, 0, 0};

Care plan(std::vector<CareEvent> events) {
    return {"test", "", std::move(events), 100};
}

class Healed : public test::GpuTest {
 protected:
    /// The bits of each day, in the order the days are asked for.
    std::vector<std::vector<std::byte>> bitsOn(const Care& care, const std::vector<double>& days) {
        skin::Fields fields = inked(commands(), dotsAndShade, small);
        Healing healing(device(), fields, care);
        std::vector<std::vector<std::byte>> bits;
        for (const double day : days) {
            healing.healTo(commands(), day);
            EXPECT_EQ(healing.day(), day);
            bits.push_back(bitsOf(fields.state));
        }
        return bits;
    }

    using Means = std::map<std::string, std::vector<double>>;

    /// Means of every field over the chart, one a day.
    Means meansOn(const Drawing& drawing, const Care& care, const std::vector<double>& days, const Chart& chart = {},
                  int stepsPerDay = 4) {
        skin::Fields fields = inked(commands(), drawing, chart);
        Healing healing(device(), fields, care, stepsPerDay);
        Means means;
        for (const double day : days) {
            healing.healTo(commands(), day);
            for (const auto& [name, values] : fieldsOf(referenceFrom(fields)))
                means[name].push_back(std::accumulate(values.begin(), values.end(), 0.0) / double(values.size()));
        }
        return means;
    }

    /// Every field within `share` of its largest mean.
    static void expectNear(const Means& got, const Means& wanted, const std::vector<double>& days, double share) {
        for (const auto& [name, means] : wanted) {
            const double peak = *std::max_element(means.begin(), means.end());
            for (std::size_t i = 0; i < days.size(); ++i)
                EXPECT_NEAR(got.at(name)[i], means[i], share * peak) << name << " on day " << days[i];
        }
    }

    static constexpr Chart small{33, 20, 10, {}, 0};
};

TEST_F(Healed, TheSameDayIsTheSameBitsForwardBackwardAndByAJump) {
    const Care care = plan({cream,
                            {CareKind::wash, 0.25, 1, 0.5, 14},
                            {CareKind::sun, 2, 3, 0, 0},
                            {CareKind::friction, 9.2, 1, 0, 0},
                            {CareKind::pick, 5, 0.6, 0, 0, {0.2f, 0}, 0.9}});
    const auto forward = bitsOn(care, {4.9, 5, 5.1, 9.3}), backward = bitsOn(care, {9.3, 5.1, 5, 4.9}),
               mixed = bitsOn(care, {5.1, 9.3, 4.9, 5.1}), jump = bitsOn(care, {9.3});
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(forward[i], backward[3 - i]) << i;
    EXPECT_EQ(mixed, (std::vector{forward[2], forward[3], forward[0], forward[2]}));
    EXPECT_EQ(jump[0], forward[3]);
}

TEST_F(Healed, TheDayOfAPickIsAfterItHoweverItIsWritten) {
    const Care care = plan({cream, {CareKind::pick, 5, 0.6, 0, 0}});
    const auto bits = bitsOn(care, {5, 4.999, std::nextafter(5.0, 0.0), std::nextafter(5.0, 9.0)});
    EXPECT_NE(bits[1], bits[0]);
    EXPECT_EQ(bits[2], bits[0]);
    EXPECT_EQ(bits[3], bits[0]);
}

TEST_F(Healed, TwiceAsManyStepsChangeLittle) {
    const std::vector<double> days{0.5, 3, 6};
    const auto four = meansOn(hairlines, careNamed("neglected"), days, small, 4),
               eight = meansOn(hairlines, careNamed("neglected"), days, small, 8);
    expectNear(four, eight, days, 0.02);
    const Care greasy = plan({{CareKind::moisture, 0, 0.85, 0, 0}, {CareKind::sun, 1, 4, 0, 0}});
    Chart dark = small;
    dark.site.darkening = 1;
    dark.site.paceFactor = 1.3f;
    expectNear(meansOn(hairlines, greasy, days, dark, 4), meansOn(hairlines, greasy, days, dark, 8), days, 0.02);
}

TEST_F(Healed, TwiceAsManyTexelsChangeLittle) {
    const std::vector<double> days{1, 7};
    for (const Drawing& drawing : {Drawing(solidDisc), Drawing(softShade)}) {
        const auto ten = meansOn(drawing, careNamed("typical"), days, {50, 50, 10, {}}),
                   twenty = meansOn(drawing, careNamed("typical"), days, {100, 100, 20, {}});
        expectNear(ten, twenty, days, 0.02);
    }
}

TEST_F(Healed, TheSkinShinesWithCreamWhileItHeals) {
    skin::Fields fields = inked(commands(), dotsAndShade, small);
    Healing healing(device(), fields, plan({cream}));
    EXPECT_NEAR(fields.ointment, law::ointmentShine(0.6, 0), 1e-6);
    for (const double day : {60.0, 20.0, 3.0}) {
        healing.healTo(commands(), day);
        EXPECT_NEAR(fields.ointment, law::ointmentShine(0.6, day), 1e-6) << day;
    }
    EXPECT_GT(fields.ointment, 0.3f);
}

TEST_F(Healed, NothingIsNegative) {
    const Care extreme = plan({{CareKind::moisture, 0, 1, 0, 0},
                               {CareKind::moisture, 3, 0, 0, 0},
                               {CareKind::soak, 0.3, 1, 1, 9.3},
                               {CareKind::sun, 0, 100, 3, 3},
                               {CareKind::sun, 70, 100, 1, 300},
                               {CareKind::wash, 0, 1, 0.25, 14},
                               {CareKind::friction, 0.1, 1, 1.1, 40},
                               {CareKind::moisture, 8, 0.85, 0, 0},
                               {CareKind::pick, 2, 1, 3, 5},
                               {CareKind::pick, 6, 1, 0, 0, {0.3f, 0.2f}, 0.5}});
    skin::Tone tone = skin::toneNamed("monk-10");
    for (const double age : {16.0, 30.0, 100.0})
        for (const char* healer : {"slow", "fast"}) {
            SCOPED_TRACE(healer + std::to_string(age));
            Chart chart{17, 9, 10, {}};
            chart.site.turnoverFactor = 2;
            chart.site = skin::siteOf(chart.site, {age, healer}, tone);
            skin::Fields fields = inked(commands(), solidDisc, chart);
            Healing healing(device(), fields, extreme);
            for (const double day : {0.001, 1.3, 6.0, 13.01, 3650.0}) {
                healing.healTo(commands(), day);
                for (const auto& [name, values] : fieldsOf(referenceFrom(fields))) {
                    for (const double value : values) ASSERT_TRUE(std::isfinite(value)) << name << " on day " << day;
                    EXPECT_GE(*std::min_element(values.begin(), values.end()), -1e-6) << name << " on day " << day;
                    EXPECT_LE(*std::max_element(values.begin(), values.end()), 10) << name << " on day " << day;
                }
            }
        }
}

TEST_F(Healed, TenYearsAreJumpedInAMomentAndFadeByTheClosedForm) {
    const Care care = careNamed("typical");
    skin::Fields fields = inked(commands(), solidDisc, {33, 33, 10, {}});
    Healing healing(device(), fields, care);
    healing.healTo(commands(), 60);
    const ReferenceState young = referenceFrom(fields);
    const auto start = std::chrono::steady_clock::now();
    healing.healTo(commands(), 3652.5);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
    const ReferenceState old = referenceFrom(fields);
    const std::vector<std::byte> bits = bitsOf(fields.state);
    for (const double day : {29.0, 400.0, 3652.5}) healing.healTo(commands(), day);
    EXPECT_EQ(bitsOf(fields.state), bits);
    const auto total = [](const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0);
    };
    const double years = (3652.5 - 60) / 365.25;
    EXPECT_NEAR(total(old.captured[0]) / total(young.captured[0]), std::exp(-0.02 * years), 1e-3);
    EXPECT_NEAR(total(old.captured[4]) / total(young.captured[4]), std::exp(-(0.05 + 0.01 * 1.5) * years), 1e-3);
}

TEST_F(Healed, APickLeavesAHole) {
    skin::Fields fields = inked(commands(), solidDisc, {45, 45, 10, {}});
    ReferenceState whole = referenceFrom(fields);
    healReference(whole, plan({cream}), 28);
    Healing(device(), fields, plan({cream, {CareKind::pick, 5, 0.3, 0, 0}})).healTo(commands(), 28);
    const ReferenceState holed = referenceFrom(fields);
    int inHole = 0, beside = 0;
    double deepest = 1;
    for (std::size_t i = 0; i < whole.injury.size(); ++i) {
        if (whole.injury[i] < 0.99) continue;
        const double left = holed.captured[0][i] / whole.captured[0][i];
        if (law::pieceIsPicked(whole.pieceHash[i], 0.3)) {
            deepest = std::min(deepest, left);
            EXPECT_LT(left, 1.001);
            ++inHole;
        } else {
            EXPECT_GT(left, 0.95);  // what little spread into the hole
            ++beside;
        }
    }
    EXPECT_GT(inHole, 50);
    EXPECT_LT(deepest, 0.6) << "where the scab was rooted";
    EXPECT_GT(beside, 300);
}

TEST_F(Healed, HoursOfScrubbingNeedNoMoreMemoryThanAMinute) {
    skin::Fields fields = inked(commands(), solidDisc, {9, 9, 10, {}});
    Healing healing(device(), fields, careNamed("typical"));
    const auto most = [&](int from, int to) {
        std::uint64_t used = 0;
        for (int i = from; i < to; ++i) {
            healing.healTo(commands(), 36.5 + 0.01 * i);
            used = std::max(used, device().usedBytes());
        }
        return used;
    };
    const std::uint64_t minute = most(0, 40);
    EXPECT_LE(most(40, 100), minute + 4096);
}

}  // namespace
}  // namespace inkheal::healing
