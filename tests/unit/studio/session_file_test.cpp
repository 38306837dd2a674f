// A session file on the disk: the files it names stand beside it, and wrong words in it are bad input that names it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "base/file.h"
#include "studio/project.h"
#include "support/temp_folder.h"

namespace inkheal::studio {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

class SessionFile : public ::testing::Test {
 protected:
    std::filesystem::path write(const std::string& text, const std::string& name = "s.json") {
        writeFile(folder_ / name, std::string_view(text));
        return folder_ / name;
    }

    /// What reading this session is refused with; exit done when it is not.
    Error refusalOf(const std::string& text) {
        try {
            readSession(write(text));
        } catch (const Error& error) {
            return error;
        }
        return Error{"nothing went wrong", Exit::done};
    }

    test::TempFolder folder_;
};

TEST_F(SessionFile, FilesStandBesideIt) {
    write(R"({"name": "own", "events": []})", "own.json");
    const Project project = readSession(write(R"({"version": 1, "body": "scan.obj", "pieces": [
        {"design": "art/a.svg", "care": "own.json"}, {"design": "/far/b.png", "care": "ideal"}]})"));
    EXPECT_EQ(project.body, (folder_ / "scan.obj").string());
    EXPECT_EQ(project.pieces[0].design, (folder_ / "art/a.svg").string());
    EXPECT_EQ(project.pieces[0].care, (folder_ / "own.json").string());
    EXPECT_EQ(project.pieces[1].design, "/far/b.png");
    EXPECT_EQ(project.pieces[1].care, "ideal");
}

TEST_F(SessionFile, NamesThatAreNoFilesStay) {
    for (const char* body : {"", "hand", "plane", "cylinder:8.5", "cone:20.5,30,100"}) {
        const std::string text =
            R"({"version": 1, "body": ")" + std::string(body) + R"(", "pieces": [{"design": "-"}]})";
        EXPECT_EQ(readSession(write(text)).body, body);
    }
    const Project project = readSession(write(R"({"version": 1, "pieces": [{"design": "-"}, {"design": ""}]})"));
    EXPECT_EQ(project.pieces[0].design, "-") << "standard input";
    EXPECT_EQ(project.pieces[1].design, "") << "a site alone";
}

TEST_F(SessionFile, WhatIsLeftOutIsAsOnTheCommandLine) {
    const Project read = readSession(write(R"({"version": 1, "pieces": [{"design": ""}]})"));
    Project plain;
    plain.pieces.emplace_back();
    EXPECT_EQ(jsonFromProject(read), jsonFromProject(plain));
}

TEST_F(SessionFile, WrongWordsAreBadInputThatNamesIt) {
    const std::pair<const char*, const char*> wrong[]{
        {R"({"version": 1, "tone": "pink", "pieces": []})", "monk-1 to monk-10"},
        {R"({"version": 1, "pieces": [{"design": "a", "site": "nose"}]})", "no site nose"},
        {R"({"version": 1, "pieces": [{"design": "a", "style": "baroque"}]})", "no style \"baroque\""},
        {R"({"version": 1, "pieces": [{"design": "a", "care": "none"}]})", "ideal, typical, neglected"},
        {R"({"version": 1, "pieces": [{"design": "a", "widthMm": 0.5}]})", "between 1 and 1000 mm"},
        {R"({"version": 1, "pieces": [{"design": "a", "rotateDeg": 9000}]})", "-3600 to 3600"},
        {R"({"version": 1, "pieces": [{"design": "a", "atMm": [2000, 0]}]})", "at most 1000 mm"},
        {R"({"version": 1, "pieces": [{"design": "a", "atMm": [1]}]})", "write [x, y]"},
        {R"({"version": 1, "pieces": [{"design": "a", "ageDays": 40000}]})", "0 to 100 years"},
        {R"({"version": 1, "age": 12, "pieces": []})", "between 16 and 100 years"},
        {R"({"version": 1, "age": "old", "pieces": []})", "\"age\""},
        {R"({"version": 1, "healer": "quick", "pieces": []})", "slow, typical, fast"},
        {R"({"version": 1, "seed": -1, "pieces": []})", "\"seed\""},
        {R"({"version": 1, "pieces": {}})", "list of at most 12"},
        {R"({"version": 1, "pieces": ["a"]})", "\"design\" is missing"},
        {R"({"version": 1,)", "is not valid JSON"},
        {"", "is not valid JSON"}};
    for (const auto& [text, said] : wrong) {
        const Error error = refusalOf(text);
        EXPECT_EQ(error.exit, Exit::badInput) << text;
        EXPECT_THAT(error.what(), AllOf(HasSubstr((folder_ / "s.json").string() + ": "), HasSubstr(said))) << text;
    }
}

TEST_F(SessionFile, ABrokenCarePlanIsNamedItself) {
    write("{", "own.json");
    const Error error = refusalOf(R"({"version": 1, "pieces": [{"design": "a", "care": "own.json"}]})");
    EXPECT_EQ(error.exit, Exit::badInput);
    EXPECT_THAT(error.what(), HasSubstr((folder_ / "own.json").string() + ": is not valid JSON"));
}

TEST_F(SessionFile, OneThatIsNotThereSaysSo) {
    try {
        readSession(folder_ / "none.json");
        FAIL() << "something was read";
    } catch (const Error& error) {
        EXPECT_EQ(error.exit, Exit::badInput);
        EXPECT_THAT(error.what(), AllOf(HasSubstr("none.json"), HasSubstr("give a file that exists")));
    }
}

}  // namespace
}  // namespace inkheal::studio
