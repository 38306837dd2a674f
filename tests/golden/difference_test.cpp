// The measure that goldens are held to: what passes, what does not, and when more is allowed.

#include "golden/difference.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "base/png.h"
#include "golden/folders.h"
#include "support/temp_folder.h"

namespace inkheal::golden {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr const char* here = R"({"version": "1", "devices": [{"name": "A", "driver": "D 1", "memoryBytes": 5}]})";
constexpr const char* sameButNewer = R"({"version": "2", "devices": [{"name": "A", "driver": "D 1"}]})";
constexpr const char* there = R"({"devices": [{"name": "A", "driver": "D 2"}]})";

Picture8 grey(int width = 100, int height = 100) {
    return {width, height, std::vector<std::uint8_t>(std::size_t(width * height * 4), 100)};
}

/// Grey, with the first `pixels` of one channel brighter by `step`.
Picture8 changed(int pixels, int step, int channel = 1) {
    Picture8 picture = grey();
    for (int i = 0; i < pixels; ++i) picture.rgba[std::size_t(4 * i + channel)] = std::uint8_t(100 + step);
    return picture;
}

std::optional<std::string> judged(const Picture8& made, const char* madeStamp = here) {
    const Allowed allowed = allowedBetween(parseJson(here, "golden"), parseJson(madeStamp, "made"));
    return complaint(differenceOf(grey(), made), allowed);
}

TEST(Golden, ItselfAndNearlyItselfWillDo) {
    EXPECT_FALSE(judged(grey()));
    EXPECT_FALSE(judged(changed(2000, 2)));
    EXPECT_FALSE(judged(changed(10, 150))) << "a thousandth of the pixels";
    EXPECT_FALSE(judged(changed(5000, 1)));
}

TEST(Golden, MoreThanThatIsSaidWithItsNumbers) {
    EXPECT_THAT(judged(changed(11, 3)).value_or(""), HasSubstr("99.890 % within 2 (at least 99.9 %)"));
    for (int channel = 0; channel < 3; ++channel) EXPECT_TRUE(judged(changed(5100, 1, channel))) << channel;
    EXPECT_THAT(judged(changed(10000, 1)).value_or(""), HasSubstr("mean 0.000 1.000 0.000 of 255 (at most 0.50)"));
    EXPECT_EQ(judged(grey(100, 99)), "is of another size");
}

TEST(Golden, AnotherDeviceMayDifferMore) {
    EXPECT_TRUE(judged(changed(10000, 4)));
    EXPECT_TRUE(judged(changed(10000, 4), sameButNewer)) << "only name and driver count";
    EXPECT_FALSE(judged(changed(10000, 4), there));
    EXPECT_FALSE(judged(changed(100, 150), there));
    EXPECT_TRUE(judged(changed(101, 17), there));
    EXPECT_TRUE(judged(changed(10000, 6), there));
}

TEST(Golden, FoldersHoldTheSamePictures) {
    const test::TempFolder folder;
    const auto golden = folder / "golden/one", made = folder / "made";
    std::filesystem::create_directories(golden);
    std::filesystem::create_directories(made);
    EXPECT_THAT(complaintsBetween(golden, made), ElementsAre(HasSubstr("no pictures")));
    writeFile(folder / "golden/stamp.json", std::string_view(here));
    writeFile(made / "stamp.json", std::string_view(sameButNewer));
    for (const auto& place : {golden, made}) writePng(place / "0.png", grey());
    EXPECT_THAT(complaintsBetween(golden, made), IsEmpty());
    EXPECT_THAT(complaintsBetween(golden / "0.png", made / "0.png"), IsEmpty());
    writePng(made / "0.png", changed(10000, 4));
    EXPECT_THAT(complaintsBetween(golden, made), ElementsAre(HasSubstr("0.png differs")));
    writeFile(made / "stamp.json", std::string_view(there));
    EXPECT_THAT(complaintsBetween(golden, made), IsEmpty());
    writePng(made / "1.png", grey());
    writePng(golden / "2.png", grey());
    EXPECT_THAT(complaintsBetween(golden, made), ElementsAre(HasSubstr("no golden"), HasSubstr("not made anew")));
}

}  // namespace
}  // namespace inkheal::golden
