// What age, healing and tone do to a site's constants.

#include "skin/person.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace inkheal::skin {
namespace {

SiteConstants at(double age, const char* healer = "typical", const char* tone = "monk-3") {
    return siteOf(SiteConstants{}, {age, healer}, toneNamed(tone));
}

TEST(Person, OfThirtyWhoHealsAsMostDoIsTheSiteItself) {
    EXPECT_EQ(at(30), SiteConstants{});
}

TEST(Person, AgesAsMeasured) {
    EXPECT_NEAR(at(20).turnoverFactor / at(70).turnoverFactor, 45.0 / 28, 1e-5);
    EXPECT_NEAR(at(25).closingFactor / at(70).closingFactor, 2, 1e-5);
    EXPECT_LT(at(70).dermisMm, SiteConstants{}.dermisMm);
    EXPECT_GT(at(100).dermisMm, 0.7f * SiteConstants{}.dermisMm);
    EXPECT_FLOAT_EQ(at(16).dermisMm, SiteConstants{}.dermisMm);
    EXPECT_EQ(at(100).paceFactor, 1);
}

TEST(Person, HealersDifferInClosingAndPace) {
    EXPECT_FLOAT_EQ(at(30, "slow").closingFactor, 0.7f);
    EXPECT_FLOAT_EQ(at(30, "slow").paceFactor, 0.7f);
    EXPECT_FLOAT_EQ(at(30, "fast").paceFactor, 1.3f);
    EXPECT_FLOAT_EQ(at(30, "fast").turnoverFactor, 1);
}

TEST(Person, DarkSkinDarkensAndLightDoesNot) {
    for (const char* tone : {"monk-1", "monk-2"}) EXPECT_EQ(at(30, "typical", tone).darkening, 0) << tone;
    float before = 0;
    for (const char* tone : {"monk-4", "monk-5", "monk-6", "monk-7"}) {
        EXPECT_GT(at(30, "typical", tone).darkening, before) << tone;
        before = at(30, "typical", tone).darkening;
    }
    EXPECT_EQ(at(30, "typical", "monk-7").darkening, 1);
    // Past brown it is the same amount of a rising melanin.
    const auto amount = [](const char* tone) { return at(30, "typical", tone).darkening * toneNamed(tone).melanin; };
    EXPECT_NEAR(amount("monk-8"), amount("monk-10"), 1e-6f);
}

TEST(Person, IsRefusedOutOfRange) {
    for (const Person& person : {Person{15.9, "slow"}, Person{101, "slow"}, Person{40, "quick"}, Person{40, ""}}) {
        try {
            checkPerson(person);
            ADD_FAILURE() << person.ageYears << person.healer;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage);
        }
    }
    checkPerson({16, "fast"});
    checkPerson({100, "slow"});
}

}  // namespace
}  // namespace inkheal::skin
