// Phases of days that were seen, and of those that were not.

#include "desktop/phase_course.h"

#include <gtest/gtest.h>

namespace inkheal::desktop {
namespace {

using healing::Phase;

TEST(PhaseCourse, IsTheUsualOneWhereNothingWasSeen) {
    PhaseCourse course;
    for (const double day : {0.0, 5.0, 8.0, 13.0, 30.0, 90.0, 4000.0})
        EXPECT_EQ(course.at(day), healing::usualPhase(day));
    course.saw(5, Phase::inflamed);
    course.forget();
    EXPECT_EQ(course, PhaseCourse());
}

TEST(PhaseCourse, FollowsASlowHealer) {
    PhaseCourse course;
    course.saw(5, Phase::inflamed);
    course.saw(9, Phase::drying);
    EXPECT_EQ(course.at(5), Phase::inflamed);
    EXPECT_EQ(course.at(4.5), Phase::inflamed) << "not later than what came after";
    EXPECT_EQ(course.at(9), Phase::drying);
    EXPECT_EQ(course.at(400), Phase::aged) << "beyond what was seen, as usual";
}

TEST(PhaseCourse, FollowsAFastOne) {
    PhaseCourse course;
    course.saw(2, Phase::peeling);
    EXPECT_EQ(course.at(3), Phase::peeling) << "not earlier than what came before";
    EXPECT_EQ(course.at(1), Phase::inflamed);
}

TEST(PhaseCourse, GoesBackWhereTheSkinDid) {
    PhaseCourse course;
    course.saw(4, Phase::drying);
    course.saw(6, Phase::inflamed);  // picked
    EXPECT_EQ(course.at(4), Phase::drying);
    EXPECT_EQ(course.at(6), Phase::inflamed);
    EXPECT_EQ(course.at(20), Phase::settling);
}

}  // namespace
}  // namespace inkheal::desktop
