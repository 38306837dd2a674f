// Letters between two spellings, counted by hand.

#include "base/spelling.h"

#include <gtest/gtest.h>

namespace inkheal {
namespace {

TEST(Spelling, CountsChangedAddedAndDroppedLetters) {
    EXPECT_EQ(lettersApart("wrist", "wrist"), 0u);
    EXPECT_EQ(lettersApart("wrist", "wirst"), 2u);
    EXPECT_EQ(lettersApart("ankle", "ankles"), 1u);
    EXPECT_EQ(lettersApart("finger", "figer"), 1u);
    EXPECT_EQ(lettersApart("", "hand"), 4u);
    EXPECT_EQ(lettersApart("kitten", "sitting"), 3u);
    EXPECT_EQ(lettersApart("sitting", "kitten"), 3u);
}

}  // namespace
}  // namespace inkheal
