// The device agrees with the reference: the same laws in single precision, in the device's own order.

#include "healing/reference.h"

#include <gtest/gtest.h>

#include <cmath>

#include "healing/healing.h"
#include "inked_skin.h"
#include "support/gpu_test.h"

namespace inkheal::healing {
namespace {

constexpr double agreement = 1e-3;  // of each field's peak over the days looked at

class AgainstReference : public test::GpuTest {
 protected:
    /// Heals the drawing on the device and by the reference and compares every field on each of `days`.
    void compare(const Drawing& drawing, const Care& care, const std::vector<double>& days, const Chart& chart = {}) {
        skin::Fields fields = inked(commands(), drawing, chart);
        const ReferenceState fresh = referenceFrom(fields);
        Healing healing(device(), fields, care);
        std::map<std::string, double> peak, furthest;
        for (const double day : days) {
            healing.healTo(commands(), day);
            ReferenceState wanted = fresh;
            healReference(wanted, care, day);
            const auto onDevice = fieldsOf(referenceFrom(fields)), inDouble = fieldsOf(wanted);
            for (const auto& [name, values] : inDouble)
                for (std::size_t i = 0; i < values.size(); ++i) {
                    ASSERT_TRUE(std::isfinite(onDevice.at(name)[i])) << name << " on day " << day;
                    peak[name] = std::max(peak[name], std::abs(values[i]));
                    furthest[name] = std::max(furthest[name], std::abs(onDevice.at(name)[i] - values[i]));
                }
            EXPECT_NEAR(accountedFor(referenceFrom(fields)), 1, agreement) << day;
        }
        for (const auto& [name, difference] : furthest) EXPECT_LE(difference, agreement * peak[name]) << name;
    }
};

const std::vector<double> weeks{0.6, 5, 28};

TEST_F(AgainstReference, SolidDiscUnderTypicalCare) {
    compare(solidDisc, careNamed("typical"), weeks);
}

TEST_F(AgainstReference, SolidDiscNeglected) {
    compare(solidDisc, careNamed("neglected"), weeks);
}

TEST_F(AgainstReference, HairlinesUnderTypicalCare) {
    compare(hairlines, careNamed("typical"), weeks);
}

TEST_F(AgainstReference, HairlinesNeglected) {
    compare(hairlines, careNamed("neglected"), weeks);
}

TEST_F(AgainstReference, DotsAndShadeUnderTypicalCare) {
    compare(dotsAndShade, careNamed("typical"), weeks);
}

TEST_F(AgainstReference, DotsAndShadeNeglected) {
    compare(dotsAndShade, careNamed("neglected"), weeks);
}

TEST_F(AgainstReference, UnderAFilmOnAFingerOverYears) {
    Chart finger{40, 24, 10, {}};
    finger.site.lossFactor = 3;
    finger.site.spreadFactor = 1.5f;
    finger.site.turnoverFactor = 1.4f;
    compare(dotsAndShade, careNamed("ideal"), {3, 20, 60, 400, 3652.5}, finger);
}

TEST_F(AgainstReference, WherePaperIsStretchedOnSkin) {
    Chart stretched{40, 30, 10, {}};
    stretched.stretch = 0.2f;
    compare(hairlines, careNamed("typical"), {14, 3652.5}, stretched);
}

TEST_F(AgainstReference, EveryKindOfCareOnADarkSlowHealer) {
    const Care busy{"busy",
                    "",
                    {{CareKind::moisture, 0, 0.85, 0, 0},
                     {CareKind::wash, 0.25, 1, 0.5, 14},
                     {CareKind::friction, 2, 0.7, 3, 20},
                     {CareKind::sun, 1.5, 4, 30, 200},
                     {CareKind::soak, 3, 0.4, 0, 0},
                     {CareKind::pick, 5, 1, 0, 0, {0.6f, -0.4f}, 0.8}},
                    100};
    Chart chart{40, 36, 10, {}, 0};
    chart.site.closingFactor = 0.5f;
    chart.site.paceFactor = 0.7f;
    chart.site.turnoverFactor = 0.7f;
    chart.site.darkening = 0.8f;
    compare(dotsAndShade, busy, {2.2, 5, 8.1, 28, 90, 3652.5}, chart);
}

TEST_F(AgainstReference, EverySizeRuns) {
    for (const int size : {1, 7, 8, 9, 65}) {
        SCOPED_TRACE(size);
        compare(solidDisc, careNamed("neglected"), {0, 1.1}, {size, size, 10, {}});
    }
}

TEST_F(AgainstReference, SpreadsWiderThanTheChartComeBackFromItsBorders) {
    compare(solidDisc, careNamed("typical"), {1, 7305}, {1, 8, 40, {}});
}

TEST_F(AgainstReference, CoarseTexelsThatSplitFineOnesTile) {
    // 64 texels of 0.1 mm: the lines of the coarse grid fall on the middles of fine texels.
    const Care gym{"gym", "", {{CareKind::moisture, 0, 0.6, 0, 0}, {CareKind::friction, 1, 1, 0, 0}}, 100};
    compare([](double, double) { return 1.0; }, gym, {1, 2}, {64, 63, 10, {}});
}

}  // namespace
}  // namespace inkheal::healing
