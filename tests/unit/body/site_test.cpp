#include "body/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "body/shapes.h"
#include "body/stock.h"

namespace inkheal::body {
namespace {

using testing::HasSubstr;

void expectRightHanded(const Frame& frame) {
    for (const auto& axis : {frame.x, frame.y, frame.z}) EXPECT_NEAR(glm::length(axis), 1, 1e-5);
    EXPECT_NEAR(glm::distance(glm::cross(frame.x, frame.y), frame.z), 0, 1e-4);
}

TEST(Sites, HoldAllThatTheCommandLinePromises) {
    std::set<std::string> names;
    for (const auto& site : sites()) {
        EXPECT_TRUE(names.insert(site.name).second) << site.name << " twice";
        EXPECT_FALSE(site.description.empty());
        EXPECT_THAT(stockBodies(), testing::Contains(site.body));
        EXPECT_GE(site.usableWidthMm, 8);
        EXPECT_LE(site.usableHeightMm, 100);
    }
    for (const std::string finger : {"index-finger", "middle-finger", "ring-finger", "little-finger", "thumb"})
        for (const std::string side : {"-top", "-side"}) EXPECT_TRUE(names.contains(finger + side)) << finger << side;
    for (const std::string name : {"hand-back", "wrist-inner", "wrist-outer", "wrist-side", "ankle-inner",
                                   "ankle-outer", "ankle-front", "ankle-back"})
        EXPECT_TRUE(names.contains(name)) << name;
}

TEST(Sites, DescribeTheirSkinWithinWhatScienceSays) {
    const Json all = readJson(shareFolder() / "sites.json");
    for (const auto& site : all.at("sites")) {
        const Json& skin = site.at("skin");
        const auto number = [&](const char* key) {
            return want<double>(skin, key, site.at("name").get<std::string>());
        };
        EXPECT_LT(number("stratumCorneumMm"), number("epidermisMm"));
        EXPECT_GE(number("epidermisMm"), 0.05);
        EXPECT_LE(number("epidermisMm"), 0.6);
        EXPECT_GE(number("dermisMm"), 0.6);
        EXPECT_LE(number("dermisMm"), 1.5);
        EXPECT_GE(number("lossFactor"), 1);
        EXPECT_GE(number("spreadFactor"), 1);
        EXPECT_GT(number("turnoverFactor"), 0.5);
        EXPECT_GE(number("cellMm"), 0.6);
        EXPECT_LE(number("cellMm"), 0.8);
        EXPECT_GE(number("reliefMm"), 0.02);
        EXPECT_LE(number("reliefMm"), 0.2);
        EXPECT_LE(number("hairPerCm2"), 65);
        EXPECT_GE(number("poresPerCm2"), 100);
        EXPECT_LE(number("poresPerCm2"), 600);
        EXPECT_LE(std::abs(number("lightness")), 4);
        EXPECT_LE(std::abs(number("redness")), 3);
        EXPECT_EQ(skin.size(), 12u);
    }
}

TEST(Sites, AnUnknownNameIsAnsweredWithTheNearestKnownOnes) {
    try {
        siteNamed("wrist-iner");
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::usage);
        EXPECT_THAT(error.what(), HasSubstr("near it are wrist-inner"));
    }
    EXPECT_THROW(siteNamed(std::string(100000, 'x')), Error);
}

TEST(Sites, OnACalibrationBodyAreItsFrontCentre) {
    const Mesh plane = loadBody("plane");
    const Frame flat = findSite(plane, "wrist-inner", {3, -4});
    EXPECT_NEAR(glm::distance(flat.originMm, glm::vec3(3, -4, 0)), 0, 1e-3);
    EXPECT_NEAR(glm::distance(flat.x, glm::vec3(1, 0, 0)), 0, 1e-3);
    expectRightHanded(flat);
    const Mesh cylinder = loadBody("cylinder:8");
    const Frame front = findSite(cylinder, "index-finger-top", {0, 0});
    EXPECT_NEAR(glm::distance(front.originMm, glm::vec3(0, 60, 8)), 0, 0.02);
    EXPECT_NEAR(girthMm(cylinder, front), 2 * 3.14159265 * 8, 0.1);
    EXPECT_EQ(girthMm(plane, flat), 0);
}

TEST(Walk, GoesRoundALimbAndKeepsItsHeading) {
    const Mesh cylinder = loadBody("cylinder:8");
    const Frame start = findSite(cylinder, "wrist-inner", {0, 0});
    for (const glm::vec2 move :
         {glm::vec2(8 * 1.5707963f, 0), glm::vec2(20, 10), glm::vec2(-60, -25), glm::vec2(0, 40)}) {
        const Frame there = walk(cylinder, start, move);
        const float turn = move.x / 8;
        const glm::vec3 wanted(8 * std::sin(turn), 60 + move.y, 8 * std::cos(turn));
        EXPECT_LE(glm::distance(there.originMm, wanted), 0.05 + 0.002 * glm::length(move)) << move.x << "," << move.y;
        EXPECT_GT(there.y.y, 0.999);
        expectRightHanded(there);
    }
}

TEST(Walk, OnASphereEndsWhereTheGreatCircleEnds) {
    const Mesh sphere = loadBody("sphere:25");
    const Frame start = findSite(sphere, "wrist-inner", {0, 0});
    const Frame there = walk(sphere, start, {0, 20});
    EXPECT_LE(glm::distance(there.originMm, glm::vec3(0, 25 * std::sin(0.8f), 25 * std::cos(0.8f))), 0.06);
}

TEST(Walk, OffTheBodyIsWrongUsage) {
    const Mesh plane = loadBody("plane");
    for (const glm::vec2 move : {glm::vec2(100, 0), glm::vec2(0, -61), glm::vec2(5000, 0), glm::vec2(NAN, 0)}) {
        try {
            findSite(plane, "wrist-inner", move);
            FAIL() << move.x;
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::usage);
        }
    }
}

}  // namespace
}  // namespace inkheal::body
