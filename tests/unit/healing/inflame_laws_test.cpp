// Rows 1 to 3: the mediator, and blood and swelling that follow it.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {
namespace {

using One = std::array<double, 1>;

/// Rows 2 and 3 as the science notes write them, at C = mediator * exp(-t / 2.5).
double bloodByNumbers(double blood, double mediator, double days) {
    return integrated<1>({blood}, 0, days, 2e-5, [&](double t, const One& h) -> One {
        const double c = mediator * std::exp(-t / 2.5);
        return {c > h[0] ? 6 * (c - h[0]) : -(h[0] - c) / 1.5};
    })[0];
}

double swellingByNumbers(double swelling, double mediator, double days) {
    return integrated<1>({swelling}, 0, days, 2e-5, [&](double t, const One& w) -> One {
        const double c = std::pow(mediator * std::exp(-t / 2.5), 1.5);
        return {c > w[0] ? 4 * (c - w[0]) : -(w[0] - c)};
    })[0];
}

TEST(InflameLaws, StructsFollowTheLayoutTheShadersSee) {
    EXPECT_EQ(sizeof(StepInputs), 96U);
    EXPECT_EQ(sizeof(SpreadInputs), 32U);
    EXPECT_EQ(sizeof(EventInputs), 48U);
}

TEST(InflameLaws, PoolOfADecayingSourceIsItsIntegral) {
    for (const auto& [a, b] : {std::pair{0.5, 2.0}, {2.0, 0.5}, {0.45, 0.5}, {0.1, 0.1}, {0.0, 0.7}, {1.0, 1.0 + 1e-6}})
        for (const double dt : {1e-3, 0.25, 2.0, 30.0}) {
            const double byNumbers = integrated<1>({0}, 0, dt, 1e-3, [&](double t, const One& pool) -> One {
                return {std::exp(-b * t) - a * pool[0]};
            })[0];
            EXPECT_NEAR(law::poolOf(a, b, dt), byNumbers, 1e-8) << a << " " << b << " " << dt;
        }
}

TEST(InflameLaws, PoolIsContinuousWhereTheSeriesEnds) {
    const double below = law::poolOf(1.0, 1.0 + 0.0199999, 1.0), above = law::poolOf(1.0, 1.0 + 0.0200001, 1.0);
    EXPECT_NEAR(below, above, 1e-7);
    EXPECT_NEAR(law::poolOf(1.0, 1.0199999, 1.0), (std::exp(-1.0) - std::exp(-1.0199999)) / 0.0199999, 1e-9);
}

TEST(InflameLaws, MediatorDecaysInTwoAndAHalfDays) {
    EXPECT_DOUBLE_EQ(law::mediatorAfter(0.8, 2.5), 0.8 * std::exp(-1.0));
    EXPECT_DOUBLE_EQ(law::mediatorAfter(law::mediatorAfter(1, 0.3), 0.7), law::mediatorAfter(1, 1.0));
}

TEST(InflameLaws, HaloOfAnOldSourceIsFiveMillimetres) {
    EXPECT_DOUBLE_EQ(std::sqrt(law::mediatorMm2PerDay * law::mediatorDays), 5);
    EXPECT_DOUBLE_EQ(law::mediatorVariance(0.25), 2 * 10 * 0.25);
    EXPECT_DOUBLE_EQ(law::mediatorVariance(3650.0), law::mediatorVariance(8.0));
}

TEST(InflameLaws, VesselsAnswerToTheStrongerOfWhatSpreadsAndWhatLingers) {
    for (const double everywhere : {0.0, 0.3, 1.0})
        EXPECT_DOUBLE_EQ(law::mediatorFelt(everywhere, everywhere), everywhere);
    EXPECT_DOUBLE_EQ(law::mediatorFelt(0.05, 1.0), 0.7);  // a single line
    EXPECT_DOUBLE_EQ(law::mediatorFelt(0.4, 0.0), 0.4);   // the halo
    // Both decay alike, so that a step's driver is one decay whichever is felt.
    EXPECT_DOUBLE_EQ(law::mediatorFelt(law::mediatorAfter(0.2, 1.5), law::mediatorAfter(0.9, 1.5)),
                     law::mediatorAfter(law::mediatorFelt(0.2, 0.9), 1.5));
}

TEST(Inflame, FlareBesideASolidFillFallsToHalfFromTwoAndAHalfToSixAndAHalfMillimetres) {
    // Half of the skin is wounded; what of it has come so far beyond the edge is a Gaussian's tail.
    const auto beside = [](double mm) { return law::flared(0.5 * std::erfc(mm / std::sqrt(2 * law::flareMm2))); };
    EXPECT_NEAR(beside(6.5) / beside(2.5), 0.5, 0.05);  // a* +3.7 and +7.4 on one ankle
    EXPECT_GT(beside(2.5), 0.6);
    for (const double call : {0.0, 0.3, 1.0})
        EXPECT_NEAR(law::flared(law::flareGathers(call)), call, 1e-12) << "where all is wounded alike";
}

TEST(InflameLaws, SkinIsRedAlreadyWhenTheLastStrokeEnds) {
    EXPECT_NEAR(law::bloodAfter(0, 1, 1, law::sessionDays), bloodByNumbers(0, 1, 0.125), 1e-7);
    EXPECT_GT(law::bloodAfter(0, 1, 1, law::sessionDays), 0.4);
}

TEST(InflameLaws, BloodFollowsTheMediator) {
    for (const double blood : {0.0, 0.3, 0.5, 0.9})
        for (const double mediator : {0.0, 0.2, 0.5, 0.500001, 1.0})
            for (const double days : {1e-3, 0.1, 0.25, 1.0, 5.0})
                EXPECT_NEAR(law::bloodAfter(blood, mediator, 1, days), bloodByNumbers(blood, mediator, days), 1e-7)
                    << blood << " " << mediator << " " << days;
}

TEST(InflameLaws, SwellingFollowsTheStrongestOfTheMediator) {
    for (const double swelling : {0.0, 0.3, 0.9})
        for (const double mediator : {0.0, 0.2, 1.0})
            for (const double days : {1e-3, 0.25, 1.0, 5.0})
                EXPECT_NEAR(law::swellingAfter(swelling, mediator, 1, days),
                            swellingByNumbers(swelling, mediator, days), 1e-7)
                    << swelling << " " << mediator << " " << days;
}

TEST(InflameLaws, ManyStepsAreOneStep) {
    double blood = 0, swelling = 0;
    for (int i = 0; i < 40; ++i) {
        const double mediator = law::mediatorAfter(1, i * 0.25);
        blood = law::bloodAfter(blood, mediator, 1, 0.25);
        swelling = law::swellingAfter(swelling, mediator, 1, 0.25);
    }
    EXPECT_NEAR(blood, law::bloodAfter(0, 1, 1, 10), 1e-12);
    EXPECT_NEAR(swelling, law::swellingAfter(0, 1, 1, 10), 1e-12);
}

}  // namespace
}  // namespace inkheal::healing
