// Hair: how it comes back, what a strand does to light, and where on the stock bodies it grows.

#include "portrait/hair_roots.h"

#include <gtest/gtest.h>

#include <numbers>

#include "body/site.h"
#include "body/stock.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

using namespace law::frame;
constexpr double pi = std::numbers::pi;

template <class Law>
double integral(double from, double to, const Law& law) {
    constexpr int steps = 4000;
    double sum = 0;
    for (int i = 0; i < steps; ++i) sum += law(from + (to - from) * (i + 0.5) / steps);
    return sum * (to - from) / steps;
}

TEST(HairGrowth, ShavedHairGrowsOnFromNothingAndRestingHairWaitsForTheNext) {
    const double full = 9, perDay = full / (growingShare * hairCycleDays);
    EXPECT_EQ(law::frame::shavedMm(full, 0.1, 0), 0);
    EXPECT_NEAR(law::frame::shavedMm(full, 0.1, 10), 10 * perDay, 1e-9);
    EXPECT_NEAR(perDay, 0.14, 0.06);  // mm a day, of the limbs
    const double resting = 0.7;
    EXPECT_EQ(law::frame::shavedMm(full, resting, 20), 0);
    EXPECT_NEAR(law::frame::shavedMm(full, resting, (1 - resting) * hairCycleDays + 10), 10 * perDay, 1e-9);
}

TEST(HairGrowth, AYearLaterItIsAsLongAsHairThatNobodyCut) {
    double cut = 0, uncut = 0;
    for (int i = 0; i < 1000; ++i) {
        const double phase = (i + 0.5) / 1000;
        for (double age = 0; age < 400; age += 7) EXPECT_LE(law::frame::shavedMm(5, phase, age), 5);
        cut += law::frame::shavedMm(5, phase, 365), uncut += grownMm(5, phase);
    }
    EXPECT_NEAR(cut / uncut, 1, 0.005);
}

TEST(HairStrand, WhatAbsorbsNothingLosesNothing) {
    for (int c = 0; c < 3; ++c) {
        const double clear = hairCrossing(0, 0.05, c), brown = hairCrossing(1.3, 0.05, c);
        EXPECT_NEAR(hairMirrors + hairThrough(clear) + hairReturns(clear), 1, 1e-9);
        EXPECT_LT(hairMirrors + hairThrough(brown) + hairReturns(brown), 0.75);
        EXPECT_GT(brown, hairCrossing(8, 0.05, c));
    }
    EXPECT_GT(hairCrossing(1.3, 0.05, 0), hairCrossing(1.3, 0.05, 2)) << "brown";
}

TEST(HairStrand, ItsSurfaceMirrorsWhatFresnelsFormulaSays) {
    EXPECT_NEAR(integral(0, 1, [](double h) { return fresnelExact(std::sqrt(1 - h * h), 1.55); }), hairMirrors, 1e-4);
    EXPECT_NEAR(integral(0, 1, [](double h) { return std::sqrt(1 - h * h / (1.55 * 1.55)); }), hairChord, 1e-4);
}

TEST(HairStrand, LobesSumToOne) {
    for (const double lobe : {surfaceLobe, innerLobe})
        EXPECT_NEAR(integral(-3, 3, [&](double sines) { return hairAlong(sines, lobe, 0.01); }), 1, 1e-6);
    EXPECT_NEAR(integral(-pi, pi, [](double angle) { return surfaceRound(std::cos(angle)); }), 1, 1e-6);
    EXPECT_NEAR(integral(-pi, pi, [](double angle) { return innerRound(std::cos(angle)); }), 1, 1e-6);
}

TEST(HairStrand, CoversAsMuchAsItIsWideAtEveryZoom) {
    for (const double pixels : {0.03, 0.4, 1.0, 1.7, 6.0}) {
        const double reach = stripReach(pixels);
        EXPECT_NEAR(integral(-reach, reach, [&](double x) { return stripCover(pixels, x); }), pixels, 1e-3 * pixels);
        EXPECT_EQ(stripCover(pixels, reach), 0);
        EXPECT_LE(stripCover(pixels, 0), 1);
    }
}

TEST(HairStrand, ItsShadowKeepsAsMuchLightAsItIsThick) {
    for (const double variance : {0.01, 0.2})
        EXPECT_NEAR(integral(-4, 4, [&](double x) { return shadowOf(0.05, x, variance); }), 0.05, 1e-4);
}

TEST(HairStrand, RunsFromRootToTipAndHeadsAsItRuns) {
    const vec3 root(1, 2, 3), bend(2, 4, 3), tip(5, 5, 2);
    EXPECT_EQ(hairPlace(root, bend, tip, 0), root);
    EXPECT_EQ(hairPlace(root, bend, tip, 1), tip);
    for (const double t : {0.1, 0.5, 0.9}) {
        const vec3 step = (hairPlace(root, bend, tip, t + 1e-5) - hairPlace(root, bend, tip, t - 1e-5)) / 4e-5;
        EXPECT_LT(glm::distance(step, hairWay(root, bend, tip, t)), 1e-6);
    }
}

const body::Mesh& bodyOf(const std::string& name) {
    static const body::Mesh hand = body::loadBody("hand"), foot = body::loadBody("foot");
    return name == "hand" ? hand : foot;
}

std::vector<HairRoot> rootsOn(const std::string& body, Hairiness kind) {
    return hairRoots(bodyOf(body), kind, skin::toneNamed("monk-3"));
}

TEST(HairRoots, AreAsDenseAsTheSitesSay) {
    for (const char* name : {"wrist-outer", "wrist-side", "wrist-inner", "hand-back", "ankle-outer", "ankle-front"}) {
        const body::Site site = body::siteNamed(name);
        const body::Mesh& mesh = bodyOf(site.body);
        const body::Frame frame = body::findSite(mesh, name, glm::vec2(0));
        const float wanted = skin::siteConstants(name).hairPerCm2;
        EXPECT_NEAR(hairPerCm2(mesh)[mesh.triangles[frame.point.triangle][0]], wanted, 0.25f * wanted + 0.6f) << name;
    }
}

TEST(HairRoots, CountIsThatOfTheirDensity) {
    for (const char* name : {"hand", "foot"}) {
        const body::Mesh& mesh = bodyOf(name);
        const std::vector<float> dense = hairPerCm2(mesh);
        double wanted = 0;
        for (const auto& t : mesh.triangles) {
            const glm::vec3 a = mesh.positionsMm[t[0]];
            const glm::vec3 across = glm::cross(mesh.positionsMm[t[1]] - a, mesh.positionsMm[t[2]] - a);
            wanted += 0.005 * double(glm::length(across)) * double(dense[t[0]] + dense[t[1]] + dense[t[2]]) / 3;
        }
        EXPECT_GT(wanted, 500);
        EXPECT_NEAR(double(rootsOn(name, Hairiness::fine).size()), wanted, 4 * std::sqrt(wanted)) << name;
        EXPECT_GT(rootsOn(name, Hairiness::full).size(), rootsOn(name, Hairiness::fine).size());
        EXPECT_TRUE(rootsOn(name, Hairiness::none).empty());
    }
}

TEST(HairRoots, LeavePalmsSolesNailsAndPadsBare) {
    for (const char* name : {"hand", "foot"}) {
        const body::Mesh& mesh = bodyOf(name);
        for (const HairRoot& root : rootsOn(name, Hairiness::full)) {
            const body::Anatomy& a = mesh.anatomy[root.vertex];
            ASSERT_LT(a.nail, 0.5f);
            const bool palm = mesh.name == "hand" && a.palmar > 0.5f && a.alongLimbMm < 180;
            const bool sole = mesh.name == "foot" && root.normal.y < -0.6f && a.alongLimbMm < 20;
            ASSERT_FALSE(palm || sole) << name << " " << a.alongLimbMm;
        }
    }
    for (const char* pad : {"index-finger-pad", "thumb-pad", "index-finger-side"}) {
        const body::Frame frame = body::findSite(bodyOf("hand"), pad, glm::vec2(0));
        for (const HairRoot& root : rootsOn("hand", Hairiness::full))
            ASSERT_GT(glm::distance(root.placeMm, frame.originMm), 2.5f) << pad;
    }
}

TEST(HairRoots, StandOffTheSkinAndPointDownTheLimb) {
    for (const char* name : {"hand", "foot"}) {
        double down = 0, count = 0;
        for (const HairRoot& root : rootsOn(name, Hairiness::fine)) {
            ASSERT_NEAR(glm::length(root.leaves), 1, 1e-4);
            ASSERT_NEAR(glm::length(root.lies), 1, 1e-4);
            ASSERT_GT(glm::dot(root.leaves, root.normal), 0.3f);
            ASSERT_GT(glm::dot(root.lies, root.normal), 0);
            ASSERT_TRUE(root.phase >= 0 && root.phase < 1 && root.fullMm > 0.9f && root.thickMm > 0.01f);
            if (root.placeMm.y > 150) down -= double(root.leaves.y), ++count;
        }
        EXPECT_GT(down / count, 0.4) << name;
    }
}

TEST(HairRoots, AreTheSameEveryTimeAndDarkerOnDarkSkin) {
    const std::vector<HairRoot> once = rootsOn("hand", Hairiness::fine), again = rootsOn("hand", Hairiness::fine);
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) ASSERT_EQ(once[i].placeMm, again[i].placeMm);
    const std::vector<HairRoot> dark = hairRoots(bodyOf("hand"), Hairiness::fine, skin::toneNamed("monk-8"));
    ASSERT_EQ(dark.size(), once.size());
    EXPECT_GT(dark.front().melanin, 2 * once.front().melanin);
}

TEST(HairRoots, AScanSaysNothingOfHair) {
    body::Mesh scan = bodyOf("hand");
    scan.name = "scan";
    EXPECT_TRUE(hairRoots(scan, Hairiness::full, skin::toneNamed("monk-3")).empty());
}

}  // namespace
}  // namespace inkheal::portrait
