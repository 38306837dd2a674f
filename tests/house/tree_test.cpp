// The rules held against the tree as it is. That each rule catches what it is for stands in the other tests.

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "house/expect.h"
#include "house/rooms.h"
#include "house/rules.h"

namespace inkheal::house {
namespace {

const Sources& product() {
    static const Sources read = readProject({"src", "shaders"});
    return read;
}

const Sources& withTests() {
    static const Sources read = readProject({"src", "shaders", "tests"});
    return read;
}

TEST(Tree, RoomsIncludeOnlyWhereTheArrowsLead) {
    expectNone(wrongIncludes(product()));
}

TEST(Tree, TheBuildLinksTheSameArrows) {
    std::ifstream file(INKHEAL_SOURCE_DIR "/src/CMakeLists.txt");
    EXPECT_EQ(arrowsOfBuild({std::istreambuf_iterator<char>(file), {}}), arrows());
}

TEST(Tree, OnlyGpuSaysVk) {
    expectNone(vulkanOutsideGpu(product()));
}
TEST(Tree, NoStructIsDeclaredTwice) {
    expectNone(structsDeclaredTwice(product()));
}
TEST(Tree, NothingIsOverItsCap) {
    expectNone(overTheirCap(withTests()));
}
TEST(Tree, NamesSaySomething) {
    expectNone(emptyNames(withTests()));
}
TEST(Tree, HeadersSayWhatTheyAreFor) {
    expectNone(headersWithoutOpening(withTests()));
}
TEST(Tree, NothingIsLeftUndone) {
    expectNone(notesOfUndoneWork(withTests()));
}
TEST(Tree, ShadersHoldNoConstants) {
    expectNone(constantsInShaders(product()));
}
TEST(Tree, SharedStructsHoldSharedTypes) {
    expectNone(sharedMembersOfOtherTypes(product()));
}

/// An exception is still needed if its rule finds something once it is gone: here, if the file still exists and, for
/// caps, is still over the cap of every other file.
TEST(Tree, EveryExceptionIsNeeded) {
    const auto exists = [](const std::string& path) {
        for (const auto& source : withTests())
            if (source.path == path) return true;
        return false;
    };
    for (const auto* table : {&includeExceptions(), &vulkanExceptions(), &nameExceptions()})
        for (const auto& row : *table) {
            EXPECT_TRUE(exists(row.path)) << row.path << " is gone";
            EXPECT_GT(row.reason.size(), 20u) << row.path << " needs a reason";
        }
    const auto over = overTheirCap(withTests(), {});
    for (const auto& row : liftedCaps()) {
        const bool needed = std::any_of(over.begin(), over.end(), [&](const auto& f) { return f.path == row.path; });
        EXPECT_TRUE(needed) << row.path << " is not over its cap any more";
        EXPECT_GT(row.reason.size(), 20u) << row.path << " needs a reason";
    }
}

}  // namespace
}  // namespace inkheal::house
