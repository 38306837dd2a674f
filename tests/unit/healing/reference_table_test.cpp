// The reference output of the science notes, section 6: a full fill under cream, day by day, and its variants.

#include <gtest/gtest.h>

#include <functional>

#include "patch.h"

namespace inkheal::healing {
namespace {

using Field = std::function<double(const ReferenceState&)>;

const CareEvent washes{CareKind::wash, 0.25, 1, 0.5, 14};  // twice a day
const std::vector<CareEvent> cream{moistureFrom(0, 0.6), washes};

const Field blood = [](const ReferenceState& s) { return s.blood[0]; };
const Field swelling = [](const ReferenceState& s) { return s.swelling[0]; };
const Field plasma = [](const ReferenceState& s) { return s.plasma[0]; };
const Field crust = [](const ReferenceState& s) { return s.crust[0]; };
const Field lifted = [](const ReferenceState& s) { return s.lifted[0]; };
const Field young = [](const ReferenceState& s) { return s.corneum[0]; };
const Field integrity = [](const ReferenceState& s) { return s.integrity[0]; };
const Field ink = [](const ReferenceState& s) { return keptAt(s, 0); };
const Field epidermalInk = [](const ReferenceState& s) { return s.epidermalShare[0] / 0.2; };

/// A field over 60 days, every quarter of a day from day 0.
std::vector<double> courseOf(const std::vector<CareEvent>& events, const Field& field) {
    std::vector<double> course;
    for (int quarter = 0; quarter <= 240; ++quarter)
        course.push_back(field(healed(inkedPatch(1, 1), carePlan(events), 0.25 * quarter)));
    return course;
}

struct Shape {
    double on = 0, peak = 0, end = 0, most = 0;  // days at 15 % of the peak, of the peak, and its height
};

Shape shapeOf(const std::vector<double>& course) {
    Shape shape;
    shape.most = *std::max_element(course.begin(), course.end());
    const auto crossing = [&](std::size_t i) {  // between i and the next
        return 0.25 * (double(i) + (0.15 * shape.most - course[i]) / (course[i + 1] - course[i]));
    };
    for (std::size_t i = 0; i + 1 < course.size(); ++i) {
        const bool before = course[i] < 0.15 * shape.most, after = course[i + 1] < 0.15 * shape.most;
        if (course[i] == shape.most) shape.peak = 0.25 * double(i);
        if (before && !after && shape.on == 0) shape.on = crossing(i);
        if (!before && after) shape.end = crossing(i);
    }
    return shape;
}

double dayOfClosing(const std::vector<CareEvent>& events, double until) {
    const auto course = courseOf(events, integrity);
    for (std::size_t i = 0; i + 1 < course.size(); ++i)
        if (course[i] < until && course[i + 1] >= until)
            return 0.25 * (double(i) + (until - course[i]) / (course[i + 1] - course[i]));
    return 0;
}

struct Row {
    const char* name;
    Field field;
    double peakHeight;  // what 5 % is of
    std::vector<std::pair<double, double>> values;
};

TEST(ReferenceTable, ValuesDayByDay) {
    const std::vector<Row> rows{
        {"H", blood, 0.82, {{1, .80}, {3, .52}, {5, .28}, {7, .14}, {10, .04}, {14, .01}, {21, 0}, {28, 0}}},
        {"W", swelling, 0.71, {{1, .69}, {3, .32}, {5, .11}, {7, .04}, {10, .01}, {14, 0}, {21, 0}, {28, 0}}},
        {"P", plasma, 0.63, {{1, .55}, {3, .06}, {5, 0}, {7, 0}, {14, 0}, {28, 0}}},
        {"X", crust, 0.90, {{1, .11}, {3, .66}, {5, .91}, {7, .65}, {10, .18}, {14, .03}, {21, 0}, {28, 0}}},
        {"F", lifted, 0.21, {{1, .01}, {3, .12}, {5, .20}, {7, .21}, {10, .14}, {14, .06}, {21, .01}, {28, 0}}},
        {"N", young, 0.43, {{1, .01}, {3, .12}, {5, .27}, {7, .39}, {10, .43}, {14, .37}, {21, .21}, {28, .11}}},
        {"E", integrity, 1, {{1, .23}, {3, .63}, {5, .89}, {7, .98}, {10, 1}, {14, 1}, {28, 1}}},
        {"ink", ink, 0.3, {{1, .95}, {3, .908}, {7, .799}, {14, .714}, {28, .681}, {42, .678}}},
        {"Ie", epidermalInk, 1, {{3, .97}, {7, .56}, {14, .17}, {28, .02}}},
    };
    for (const Row& row : rows)
        for (const auto& [day, value] : row.values)
            EXPECT_NEAR(row.field(healed(inkedPatch(1, 1), carePlan(cream), day)), value, 0.05 * row.peakHeight)
                << row.name << " on day " << day;
}

TEST(ReferenceTable, OnsetPeakAndEnd) {
    const auto expectShape = [](const char* name, const Field& field, double on, double peak, double end) {
        const Shape shape = shapeOf(courseOf(cream, field));
        EXPECT_NEAR(shape.on, on, 0.2) << name;
        EXPECT_NEAR(shape.peak, peak, 0.3) << name;
        EXPECT_NEAR(shape.end, end, 0.2) << name;
    };
    expectShape("H", blood, 0.0, 0.5, 7.2);
    expectShape("W", swelling, 0.0, 0.6, 5.0);
    expectShape("P", plasma, 0.0, 0.6, 2.7);
    expectShape("X", crust, 1.1, 5.2, 10.6);
    expectShape("F", lifted, 1.6, 6.1, 15.8);
    expectShape("N", young, 2.2, 9.6, 32.6);
    EXPECT_NEAR(dayOfClosing(cream, 0.9), 5.1, 0.1);
    EXPECT_NEAR(dayOfClosing(cream, 0.5), 2.4, 0.1);
    EXPECT_NEAR(dayOfClosing(cream, 0.99), 8.1, 0.15);
}

TEST(ReferenceTable, DryHealsLaterUnderAThickerCrust) {
    const std::vector<CareEvent> dry{moistureFrom(0, 0.2), washes};
    const Shape scab = shapeOf(courseOf(dry, crust));
    EXPECT_NEAR(dayOfClosing(dry, 0.9), 6.5, 0.1);
    EXPECT_NEAR(scab.most / shapeOf(courseOf(cream, crust)).most, 1.50, 0.05);
    EXPECT_NEAR(scab.end, 12.2, 0.2);
}

TEST(ReferenceTable, FilmHealsSoonerWithHardlyACrust) {
    const std::vector<CareEvent> film{moistureFrom(0, 1), moistureFrom(4, 0.6), {CareKind::wash, 4, 1, 0.5, 14}};
    EXPECT_NEAR(dayOfClosing(film, 0.9), 4.3, 0.1);
    EXPECT_NEAR(shapeOf(courseOf(film, crust)).most / shapeOf(courseOf(cream, crust)).most, 0.25, 0.02);
    EXPECT_NEAR(shapeOf(courseOf(film, plasma)).end, 4.5, 0.2);
}

/// Share of the ink of day 60 that is left when `event` was done, over a hundred pieces.
double leftAfter(const CareEvent& event) {
    ReferenceState skin = inkedPatch(10, 10);
    for (std::size_t i = 0; i < skin.pieceHash.size(); ++i) skin.pieceHash[i] = (double(i) + 0.5) / 100;
    const auto total = [&](const std::vector<CareEvent>& events) {
        const ReferenceState end = healed(skin, carePlan(events), 60);
        double sum = 0;
        for (std::size_t i = 0; i < end.injury.size(); ++i) sum += keptAt(end, i);
        return sum;
    };
    return total({moistureFrom(0, 0.6), washes, event}) / total(cream);
}

TEST(ReferenceTable, PicksAndSoaksTakeInk) {
    EXPECT_NEAR(leftAfter({CareKind::pick, 5, 1, 0, 0}), 0.79, 0.02);
    EXPECT_NEAR(leftAfter({CareKind::pick, 5, 0.3, 0, 0}), 0.94, 0.02);
    EXPECT_NEAR(leftAfter({CareKind::soak, 1, 0.3, 0, 0}), 0.84, 0.02);
    EXPECT_NEAR(leftAfter({CareKind::soak, 20, 0.3, 0, 0}), 1, 1e-4);
    EXPECT_NEAR(leftAfter({CareKind::pick, 30, 1, 0, 0}), 1, 1e-3);
}

TEST(ReferenceTable, APickSetsClosingBackThreeDays) {
    const std::vector<CareEvent> picked{moistureFrom(0, 0.6), washes, {CareKind::pick, 5, 1, 0, 0}};
    EXPECT_NEAR(dayOfClosing(picked, 0.9) - dayOfClosing(cream, 0.9), 3, 0.5);
}

TEST(ReferenceTable, AnUnwashedWoundCrustsThicker) {
    const std::vector<CareEvent> unwashed{moistureFrom(0, 0.6)};
    EXPECT_NEAR(shapeOf(courseOf(unwashed, crust)).most / shapeOf(courseOf(cream, crust)).most, 1.2, 0.05);
}

TEST(ReferenceTable, ThickOintmentTakesInkAndLeavesAThinnerCrust) {
    const std::vector<CareEvent> thick{moistureFrom(0, 0.85), washes};
    EXPECT_NEAR(ink(healed(inkedPatch(1, 1), carePlan(thick), 60)) / ink(healed(inkedPatch(1, 1), carePlan(cream), 60)),
                0.95, 0.005);
    EXPECT_LT(shapeOf(courseOf(thick, crust)).most, 0.8 * shapeOf(courseOf(cream, crust)).most);
}

TEST(ReferenceTable, UnderAFilmPlasmaPoolsForDays) {
    const auto course = courseOf({moistureFrom(0, 1), moistureFrom(5, 0.6)}, plasma);
    const double most = *std::max_element(course.begin(), course.end());
    const auto pooled = std::count_if(course.begin(), course.end(), [&](double p) { return p > 0.5 * most; });
    EXPECT_GE(0.25 * double(pooled), 1);
    EXPECT_LE(0.25 * double(pooled), 3);
}

TEST(ReferenceTable, FrictionTakesScalesAndALittleInk) {
    const CareEvent gym{CareKind::friction, 3, 1, 0, 0};
    EXPECT_GT(leftAfter(gym), 0.97);
    EXPECT_LT(leftAfter(gym), 0.995);
    EXPECT_NEAR(leftAfter({CareKind::friction, 20, 1, 0, 0}), 1, 1e-4);
    const std::vector<CareEvent> scaly{moistureFrom(0, 0.6), washes, {CareKind::friction, 7, 1, 0, 0}};
    EXPECT_NEAR(lifted(healed(inkedPatch(1, 1), carePlan(scaly), 7)),
                0.4 * lifted(healed(inkedPatch(1, 1), carePlan(cream), 7)), 1e-3);
    EXPECT_GT(blood(healed(inkedPatch(1, 1), carePlan(scaly), 7.5)),
              blood(healed(inkedPatch(1, 1), carePlan(cream), 7.5)));
}

TEST(ReferenceTable, SunOnTheOpenWoundReddensForDays) {
    const std::vector<CareEvent> sunned{moistureFrom(0, 0.6), washes, {CareKind::sun, 5, 5, 0, 0}};
    const auto with = courseOf(sunned, blood), without = courseOf(cream, blood);
    std::vector<double> more;
    for (std::size_t i = 0; i < with.size(); ++i) more.push_back(with[i] - without[i]);
    const Shape redder = shapeOf(more);
    EXPECT_NEAR(redder.peak - 5, 2, 0.6);
    EXPECT_GT(redder.most, 0.1);
    EXPECT_GT(redder.end - 5, 5);
}

TEST(ReferenceTable, TheTimeLineOfTheAcceptance) {
    const Shape red = shapeOf(courseOf(cream, blood)), scab = shapeOf(courseOf(cream, crust));
    const Shape cloud = shapeOf(courseOf(cream, young));
    EXPECT_LE(red.peak, 2);
    EXPECT_LE(blood(healed(inkedPatch(1, 1), carePlan(cream), 14)), 0.05 * red.most);
    EXPECT_GE(scab.peak, 4);
    EXPECT_LE(scab.peak, 6);
    EXPECT_GE(cloud.peak, 9);
    EXPECT_LE(cloud.peak, 14);
    const double barrierOnDaySeven = 1 + 7 * (1 - integrity(healed(inkedPatch(1, 1), carePlan(cream), 7)));
    EXPECT_LE(barrierOnDaySeven, 1.3);
}

}  // namespace
}  // namespace inkheal::healing
