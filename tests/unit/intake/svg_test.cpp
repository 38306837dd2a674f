// SVG: drawn at the size asked for, and nothing outside the file is ever part of it.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "base/error.h"
#include "intake/intake.h"
#include "made_files.h"
#include "support/temp_folder.h"

namespace inkheal::intake {
namespace {

class Svg : public ::testing::Test {
 protected:
    ReadPicture read(const std::string& text, int longestEdge = 200) {
        test::save(folder_ / "drawing", test::bytesOf(text));
        return readPicture(folder_ / "drawing", {.longestEdge = longestEdge});
    }
    static std::string svg(const std::string& attributes, const std::string& inside) {
        return "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
               "xmlns:xlink=\"http://www.w3.org/1999/xlink\" " +
               attributes + ">" + inside + "</svg>";
    }
    test::TempFolder folder_;
};

double inked(const Picture& picture) {
    double sum = 0;
    for (const auto& texel : picture.texels) sum += texel.a;
    return sum / double(picture.texels.size());
}

TEST_F(Svg, IsDrawnAtTheSizeAskedForWithTheViewBoxShape) {
    for (const int edge : {100, 777}) {
        const auto got = read(svg("viewBox='0 0 40 20'", "<rect width='20' height='20' fill='#f00'/>"), edge);
        EXPECT_EQ(got.picture.width, edge);
        EXPECT_EQ(got.picture.height, (edge + 1) / 2);
        EXPECT_TRUE(got.isVector);
        EXPECT_TRUE(got.hasAlpha);
        EXPECT_EQ(got.picture.at(edge / 4, edge / 4), glm::vec4(1, 0, 0, 1));
        EXPECT_EQ(got.picture.at(edge * 3 / 4, edge / 4).a, 0);
    }
}

TEST_F(Svg, WithoutAFrameTakesWhatIsDrawn) {
    const auto got = read(svg("", "<rect x='100' y='50' width='30' height='60' fill='#00f'/>"));
    EXPECT_EQ(got.picture.height, 200);
    EXPECT_EQ(got.picture.width, 100);
    EXPECT_EQ(got.picture.at(50, 100), glm::vec4(0, 0, 1, 1));
}

TEST_F(Svg, CoverageIsTheAlpha) {
    const auto got = read(svg("viewBox='0 0 10 10'", "<circle cx='5' cy='5' r='4'/>"), 500);
    EXPECT_NEAR(inked(got.picture), 3.14159265 * 16 / 100, 1e-3);
}

TEST_F(Svg, TextIsDrawnWithTheFontsOfTheSystem) {
    const auto got =
        read(svg("viewBox='0 0 60 20'", "<text x='2' y='16' font-size='16' font-family='serif'>Ink</text>"));
    EXPECT_GE(inked(got.picture), 0.0);  // a system without fonts draws none, and that is no error
}

TEST_F(Svg, FilesOutsideAreNeverLoaded) {
    test::Encoded red(4, 4, 3);
    for (std::size_t i = 0; i < red.values.size(); i += 3) red.values[i] = 255;
    test::save(folder_ / "red.png", test::png(red));
    const std::string path = (folder_ / "red.png").string();
    for (const auto& reference :
         {std::string("red.png"), path, "file://" + path, std::string("http://localhost/red.png")}) {
        const auto got =
            read(svg("viewBox='0 0 10 10'",
                     "<rect width='1' height='1'/><image width='10' height='10' xlink:href='" + reference + "'/>"));
        EXPECT_NEAR(inked(got.picture), 0.01, 1e-4) << reference;
    }
    EXPECT_THROW(read("<!DOCTYPE svg [<!ENTITY x SYSTEM '/etc/hostname'>]>" + svg("", "<text>&x;</text>")), Error);
}

TEST_F(Svg, APictureInsideTheFileIsDrawn) {
    // An 1 x 1 red PNG.
    const auto got =
        read(svg("viewBox='0 0 10 10'",
                 "<image width='10' height='10' xlink:href='data:image/png;base64,"
                 "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'/>"));
    EXPECT_EQ(got.picture.at(100, 100), glm::vec4(1, 0, 0, 1));
}

TEST_F(Svg, BombsEndInASentence) {
    std::string laughs = "<!DOCTYPE svg [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 12; ++i) {
        laughs += "<!ENTITY a" + std::to_string(i) + " '";
        for (int k = 0; k < 10; ++k) laughs += "&a" + std::to_string(i - 1) + ";";
        laughs += "'>";
    }
    laughs += "]>" + svg("", "<text>&a11;</text>");
    std::string uses = "<g id='u0'><rect width='1' height='1'/></g>";
    for (int i = 1; i < 20; ++i) {
        uses += "<g id='u" + std::to_string(i) + "'>";
        for (int k = 0; k < 10; ++k) uses += "<use xlink:href='#u" + std::to_string(i - 1) + "'/>";
        uses += "</g>";
    }
    const auto start = std::chrono::steady_clock::now();
    for (const auto& bomb : {laughs, svg("viewBox='0 0 9 9'", uses)}) try {
            read(bomb);
            ADD_FAILURE() << "a bomb was drawn";
        } catch (const Error& error) {
            EXPECT_EQ(error.exit, Exit::badInput);
            EXPECT_NE(std::string(error.what()).find("drawing"), std::string::npos);
        }
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(25));
}

TEST_F(Svg, WhatDrawsNothingSaysSo) {
    EXPECT_THROW(read(svg("", "")), Error);
    EXPECT_THROW(read("<svg"), Error);
}

}  // namespace
}  // namespace inkheal::intake
