// The course of healing of a solid square, as measure says it, against science.md section 10 row 7: when each sign
// peaks and when it is gone, give or take a day.

#include <gtest/gtest.h>

#include "cli/quick.h"
#include "cli/readings.h"

namespace inkheal::test {
namespace {

constexpr int last = 37;
constexpr double ended = 0.15;  // of its own peak: where science.md section 6 lets a sign begin and end
constexpr double gone = 0.05;
constexpr double giveDays = 1;

using Course = std::map<double, double>;  // by day, every one from 0 to last

double mostOf(const Course& course) {
    return highest(course, 0, last);
}

/// When the course falls below its end for good, between two days.
double endOf(const Course& course) {
    const double level = ended * mostOf(course);
    for (int day = last; day > 0; --day) {
        const double before = course.at(day - 1), after = course.at(day);
        if (before >= level) return after < level ? day - 1 + (before - level) / (before - after) : last;
    }
    return 0;
}

class Timeline : public Cli {
 protected:
    void expectPeak(const std::string& key, double first, double latest, double least) const {
        const Course values = course(key);
        EXPECT_GE(mostOf(values), least) << key << " is not seen";
        EXPECT_DOUBLE_EQ(highest(values, first - giveDays, latest + giveDays), mostOf(values))
            << key << " peaks elsewhere";
    }
    void expectEnd(const std::string& key, double first, double latest) const {
        const double end = endOf(course(key));
        EXPECT_TRUE(end >= first - giveDays && end <= latest + giveDays) << key << " ends on day " << end;
    }
    void expectGone(const std::string& key, int day) const {
        EXPECT_LT(highest(course(key), day, last), gone * mostOf(course(key))) << key << " is still there";
    }
    Course course(const std::string& key) const { return courseOf(all_, key); }

    Json all_;  // one run: it is the same square for every sign
};

TEST_F(Timeline, IsThatOfScience) {
    const std::string svg = write("square.svg", squareSvg);
    all_ = measured({"--design", svg, "--width", "16", "--quality", "draft", "--body", "plane", "--style", "geometric",
                     "--days", "0..37"});
    for (const char* key : {"erythemaDeltaA", "erythemaHaloDeltaA", "swellingUm"}) {
        expectPeak(key, 0, 2 - giveDays, 0.5);
        expectGone(key, 14);
    }
    expectPeak("filmUm", 0, 1, 20);
    expectEnd("filmUm", 2, 3);
    expectPeak("crustCover", 4, 6, 0.3);
    expectEnd("crustCover", 7, 14);
    expectPeak("flakeCover", 6, 9, 0.1);
    expectEnd("flakeCover", 14, 17);  // 16, and a day for the last of the few dozen pieces that lie on this square
    expectPeak("haze", 9, 14, 0.1);
    expectEnd("haze", 28, 35);

    const Course closed = course("closed"), lost = course("inkLost"), sigma = course("inkSigmaUm");
    for (int day = 1; day <= last; ++day) {
        EXPECT_GE(closed.at(day), closed.at(day - 1)) << day;
        EXPECT_GE(lost.at(day), lost.at(day - 1) - 1e-6) << day;
        EXPECT_GE(sigma.at(day), sigma.at(day - 1)) << day;
    }
    EXPECT_LT(closed.at(0), 0.5);
    EXPECT_GT(closed.at(14), 0.95);

    // Darkest when fresh; what the cloud took of the contrast comes back as it clears.
    const Course contrast = course("contrast");
    EXPECT_DOUBLE_EQ(contrast.at(0), mostOf(contrast));
    EXPECT_GT(contrast.at(last), contrast.at(14) + 0.01);
}

TEST_F(Timeline, AWoundUnderFilmIsCoveredHalfAgainAsFarAfterAWeek) {
    // Row 8, and equal after two weeks (Agren 2001).
    const auto closedOn = [&](const char* day, const std::string& film) {
        const std::string plan =
            R"({"name": "plan", "events": [{"kind": "film", "day": 0, "amount": ")" + film + R"("}]})";
        const Words words{"--days", day, "--style", "geometric", "--care", write("plan.json", plan)};
        return measured(words + quick())["days"][0]["closed"].get<double>();
    };
    EXPECT_NEAR(closedOn("7", "on") / closedOn("7", "off"), 1.6, 0.3);
    EXPECT_NEAR(closedOn("14", "on") / closedOn("14", "off"), 1, 0.02);
}

}  // namespace
}  // namespace inkheal::test
