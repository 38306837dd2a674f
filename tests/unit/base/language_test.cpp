// Which language the environment asks for.

#include "base/language.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace inkheal {
namespace {

std::string asked(const char* all, const char* messages, const char* lang) {
    ::setenv("LC_ALL", all, 1);
    ::setenv("LC_MESSAGES", messages, 1);
    ::setenv("LANG", lang, 1);
    const std::string language = wishedLanguage();
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) ::unsetenv(name);
    return language;
}

TEST(Language, IsThatOfTheFirstVariableThatIsSet) {
    EXPECT_EQ(asked("de_DE.UTF-8", "fr_FR.UTF-8", "it_IT.UTF-8"), "de");
    EXPECT_EQ(asked("", "fr_CA", "it_IT.UTF-8"), "fr");
    EXPECT_EQ(asked("", "", "it"), "it");
    EXPECT_EQ(asked("", "", "nds_DE@euro"), "nds");
}

TEST(Language, IsEnglishWhereNoneIsNamed) {
    EXPECT_EQ(asked("", "", ""), "en");
    EXPECT_EQ(asked("C", "de_DE", "de_DE"), "en") << "LC_ALL stands over the rest";
    for (const char* none : {"C.UTF-8", "POSIX", "../../etc", "_DE", "12"}) EXPECT_EQ(asked("", "", none), "en");
}

}  // namespace
}  // namespace inkheal
