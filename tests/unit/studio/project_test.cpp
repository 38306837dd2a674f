// The session file and the words of a project.

#include "studio/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace inkheal::studio {
namespace {

using ::testing::HasSubstr;

/// The error that `work` ends with.
template <class Work>
Error errorOf(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    return Error{"nothing went wrong", Exit::done};
}

Project twoPieces() {
    Project project;
    project.body = "hand";
    project.tone = "ita:33";
    project.seed = 7;
    project.person = {62.5, "slow"};
    project.quality = Quality::fine;
    PieceWish first;
    first.design = "flower.svg";
    first.widthMm = 12.5f;
    first.paper = design::Paper::keep;
    first.site = "index-finger-top";
    first.atMm = {1.5f, -2};
    first.rotateDeg = 30;
    first.style = "fine-line";
    first.care = "ideal";
    PieceWish second;
    second.design = "old.png";
    second.ageDays = 800;
    project.pieces = {first, second};
    return project;
}

TEST(Session, KeepsEverything) {
    const Project project = twoPieces();
    const Json json = jsonFromProject(project);
    const Project back = projectFromJson(parseJson(json.dump(), "session"), "session");
    EXPECT_EQ(jsonFromProject(back).dump(), json.dump());
    ASSERT_EQ(back.pieces.size(), 2u);
    EXPECT_EQ(back.pieces[0].atMm, project.pieces[0].atMm);
    EXPECT_EQ(back.pieces[0].paper, design::Paper::keep);
    EXPECT_EQ(back.pieces[1].ageDays, 800);
    EXPECT_EQ(back.quality, Quality::fine);
    EXPECT_EQ(back.person, project.person);
}

TEST(Session, RefusesWhatItIsNot) {
    const std::pair<const char*, const char*> files[]{
        {R"({"pieces": []})", "version"},
        {R"({"version": 9, "pieces": []})", "version 9"},
        {R"({"version": 1})", "pieces"},
        {R"({"version": 1, "pieces": [{}]})", "design"},
        {R"({"version": 1, "pieces": [{"design": "a", "widthMm": "wide"}]})", "widthMm"},
        {R"({"version": 1, "pieces": [{"design": "a", "wrap": "bow"}]})", "bow"},
        {R"({"version": 1, "quality": "poor", "pieces": []})", "poor"},
        {R"({"version": 1, "pieces": [{"design": "a", "ageDays": -1}]})", "ageDays"},
    };
    for (const auto& [text, said] : files) {
        const Error error = errorOf([&] { projectFromJson(parseJson(text, "my.json"), "my.json"); });
        EXPECT_EQ(error.exit, Exit::badInput) << text;
        EXPECT_THAT(error.what(), HasSubstr("my.json")) << text;
        EXPECT_THAT(error.what(), HasSubstr(said)) << text;
    }
}

TEST(Session, HoldsAtMostTwelvePieces) {
    Project project = twoPieces();
    project.pieces.resize(13, project.pieces.front());
    const Json json = jsonFromProject(project);
    EXPECT_EQ(errorOf([&] { projectFromJson(json, "s"); }).exit, Exit::badInput);
}

TEST(Words, AreCheckedBeforeAnythingIsOpened) {
    EXPECT_EQ(errorOf([] { checkWords(twoPieces()); }).exit, Exit::done);
    const auto wrong = [](auto&& change) {
        Project project = twoPieces();
        change(project);
        return errorOf([&] { checkWords(project); });
    };
    EXPECT_EQ(wrong([](Project& p) { p.tone = "monk-11"; }).exit, Exit::usage);
    EXPECT_EQ(wrong([](Project& p) { p.pieces[1].site = "nose"; }).exit, Exit::usage);
    EXPECT_EQ(wrong([](Project& p) { p.pieces[0].style = "baroque"; }).exit, Exit::usage);
    EXPECT_EQ(wrong([](Project& p) { p.pieces[0].care = "none"; }).exit, Exit::usage);
    EXPECT_EQ(wrong([](Project& p) { p.pieces[0].widthMm = 0.2f; }).exit, Exit::usage);
    EXPECT_EQ(wrong([](Project& p) { p.pieces[0].rotateDeg = 1e9f; }).exit, Exit::usage);
    EXPECT_EQ(errorOf([] { wrapNamed("bow"); }).exit, Exit::usage);
    EXPECT_THAT(errorOf([] { qualityNamed("poor"); }).what(), HasSubstr("draft, standard, fine"));
}

}  // namespace
}  // namespace inkheal::studio
