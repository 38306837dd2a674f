#pragma once
// What the house's tests say of findings: the tree has none, and each planted violation makes the one it was planted
// for.

#include <gmock/gmock.h>

#include "house/source.h"

namespace inkheal::house {

/// Fails with the list of findings unless there are none.
inline void expectNone(const Findings& findings) {
    EXPECT_TRUE(findings.empty()) << listed(findings);
}

/// One finding, in this file and line, that says `part`.
inline void expectOne(const Findings& findings, const std::string& path, int line, const std::string& part) {
    ASSERT_EQ(findings.size(), 1u) << listed(findings);
    EXPECT_EQ(findings[0].path, path);
    EXPECT_EQ(findings[0].line, line);
    EXPECT_THAT(findings[0].says, ::testing::HasSubstr(part));
}

}  // namespace inkheal::house
