// Which device is used, what is said where there is none, and that the validation layers have nothing to say.

#include <gmock/gmock.h>

#include "base/json.h"
#include "cli/quick.h"

namespace inkheal::test {
namespace {

const Setting noDriver{.environment = {{"VK_DRIVER_FILES", "/nonexistent"}, {"VK_ICD_FILENAMES", "/nonexistent"}}};

class Device : public Cli {};

TEST_F(Device, UnknownOnesAreRefusedWithThoseThereAre) {
    const std::string first = parseJson(inkheal({"info", "--devices", "--json"}).out, "info")["devices"][0]["name"];
    for (const char* name : {"nonsense", "99", "-1"}) {
        const Words device{"--device", name, "--quiet"};
        const Words parts{"\"" + std::string(name) + "\"", "there are: 0 " + first};
        expectRefused(inkheal(Words{"render", "-o", at("a.png")} + quick() + device), 4, parts);
        expectRefused(inkheal(Words{"measure"} + quick() + device), 4, parts);
        expectRefused(inkheal(Words{"bench"} + quick() + device), 4, parts);
        expectRefused(inkheal(Words{"info"} + device), 4, parts);
    }
    EXPECT_EQ(names(), Words{"square.png"});
}

TEST_F(Device, IsChosenByNumberOrPartOfItsName) {
    const Json devices = parseJson(inkheal({"info", "--devices", "--json"}).out, "info")["devices"];
    const std::string name = devices[0]["name"];
    for (const std::string& wanted : {std::string("0"), name.substr(1, 5)}) {
        const Outcome outcome = inkheal(Words{"measure", "--days", "0", "-v", "--device", wanted} + quick());
        EXPECT_EQ(outcome.exit, 0) << outcome;
        EXPECT_THAT(outcome.err, testing::HasSubstr("on " + name));
    }
}

TEST_F(Device, NoDriverIsExit4) {
    const Words said{"Vulkan", "mesa-vulkan-drivers"};
    expectRefused(inkheal(Words{"render", "-o", at("a.png")} + quick(), noDriver), 4, said);
    expectRefused(inkheal(Words{"measure"} + quick(), noDriver), 4, said);
    expectRefused(inkheal(Words{"bench"} + quick(), noDriver), 4, said);
    EXPECT_EQ(names(), Words{"square.png"});
}

TEST_F(Device, WhatNeedsNoneWorksWithoutADriver) {
    EXPECT_EQ(inkheal(Words{"place"} + quick(), noDriver).exit, 0);
    const Outcome outcome = inkheal({"info", "--json"}, noDriver);
    EXPECT_EQ(outcome.exit, 0) << outcome;
    EXPECT_EQ(parseJson(outcome.out, "info")["devices"], Json::array());
    EXPECT_THAT(inkheal({"info", "--devices"}, noDriver).out, testing::HasSubstr("a Vulkan 1.3 driver is needed"));
}

TEST_F(Device, ValidationHasNothingToSay) {
    const Words validate{"--validate", "--quiet"};
    expectSilent(inkheal(Words{"render", "--day", "5", "-o", at("a.png")} + quick() + small() + validate));
    expectSilent(inkheal(Words{"measure", "--days", "0,1,6mo", "--fields", at("fields")} + quick() + validate));
    expectSilent(inkheal(Words{"place"} + quick() + validate));
    expectSilent(inkheal(Words{"info"} + validate));
}

TEST_F(Device, ValidationHasNothingToSayOfHandsAndFeet) {
    for (const char* site : {"index-finger-top", "ankle-inner"})
        for (const char* view : {"site", "fit"}) {
            const Words hand{"render", "--design", at("square.png"), "--width", "5",
                             "--site", site,       "--quality",      "draft"};
            const Words look{"--view", view, "--day", "4", "-o", at("a.png"), "--validate", "--quiet"};
            expectSilent(inkheal(hand + look + small()));
        }
}

}  // namespace
}  // namespace inkheal::test
