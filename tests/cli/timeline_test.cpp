// The course of healing of a solid square, as measure says it, against science.md section 10 row 7: what peaks when,
// and when it is gone.

#include <gtest/gtest.h>

#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

constexpr double last = 35, gone = 0.05;  // below a twentieth of the peak

class Timeline : public Cli {
 protected:
    const Json& all() {
        if (all_.is_null()) all_ = measured(Words{"--days", "0..28,35", "--style", "geometric"} + quick());
        return all_;
    }
    std::map<double, double> course(const std::string& key) { return courseOf(all(), key); }

    /// The highest day lies from `first` to `latest`, and is high enough to be seen.
    void expectPeak(const std::string& key, double first, double latest, double least) {
        const auto values = course(key);
        EXPECT_GE(highest(values, 0, last), least) << key;
        EXPECT_DOUBLE_EQ(highest(values, first, latest), highest(values, 0, last)) << key << " peaks elsewhere";
    }
    void expectGone(const std::string& key, double day) {
        const auto values = course(key);
        EXPECT_LT(highest(values, day, last), gone * highest(values, 0, last)) << key << " is still there";
    }

 private:
    Json all_;
};

TEST_F(Timeline, IsThatOfScience) {
    expectPeak("erythemaDeltaA", 0, 3, 1);
    expectGone("erythemaDeltaA", 14);
    expectPeak("erythemaHaloDeltaA", 0, 3, 0.5);
    expectGone("erythemaHaloDeltaA", 14);
    expectPeak("swellingUm", 0, 3, 20);
    expectGone("swellingUm", 14);
    expectPeak("filmUm", 0, 3, 10);
    expectGone("filmUm", 14);
    expectPeak("crustCover", 4, 6, 0.3);
    expectGone("crustCover", 14);
    expectPeak("flakeCover", 6, 9, 0.1);
    expectGone("flakeCover", 20);
    expectPeak("haze", 6, 14, 0.1);
    EXPECT_LT(course("haze")[last], 0.25 * highest(course("haze"), 0, last));

    const auto closed = course("closed"), lost = course("inkLost"), sigma = course("inkSigmaUm");
    for (int day = 1; day <= 28; ++day) {
        EXPECT_GE(closed.at(day), closed.at(day - 1)) << day;
        EXPECT_GE(lost.at(day), lost.at(day - 1) - 1e-6) << day;
        EXPECT_GE(sigma.at(day), sigma.at(day - 1)) << day;
    }
    EXPECT_LT(closed.at(0), 0.5);
    EXPECT_GT(closed.at(14), 0.95);
    EXPECT_NEAR(1 - lost.at(28), 0.67, 0.07) << "science.md section 10 row 6";
    EXPECT_LT(course("inkEpidermal")[28], gone * course("inkEpidermal")[0]);
}

TEST_F(Timeline, DarkeningIsWonBackOnceClear) {
    // Row 5: luminance over black is lowest when fresh; contrast falls while clouded and rises again as it clears.
    const auto contrast = course("contrast");
    EXPECT_DOUBLE_EQ(highest(contrast, 0, 0), highest(contrast, 0, last));
    EXPECT_GT(contrast.at(last), contrast.at(14));
}

}  // namespace
}  // namespace inkheal::test
