// The rules held against the tree as it is. That each rule catches what it is for stands in the other tests.

#include <gtest/gtest.h>

#include <algorithm>
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

/// Without its row in the table, the rule would find something in the file.
template <class Rows>
void expectNeeded(const Rows& rows, const Findings& without) {
    for (const auto& row : rows) {
        const auto inIt = [&](const Finding& finding) { return finding.path == row.path; };
        EXPECT_TRUE(std::any_of(without.begin(), without.end(), inIt)) << row.path << " needs no exception any more";
        EXPECT_GT(row.reason.size(), 10u) << row.path << " needs a reason";
    }
}

TEST(Tree, EveryExceptionIsNeeded) {
    expectNeeded(includeExceptions(), wrongIncludes(product(), {}));
    expectNeeded(vulkanExceptions(), vulkanOutsideGpu(product(), {}));
    expectNeeded(nameExceptions(), emptyNames(withTests(), {}));
    expectNeeded(liftedCaps(), overTheirCap(withTests(), {}));
}

}  // namespace
}  // namespace inkheal::house
