// The palette says what the artwork meant: black is black ink, greys are diluted black, white paper is bare skin, pure
// colours take their own pigment.

#include "needle/separation.h"

#include <gtest/gtest.h>

#include <chrono>

#include "needle/needle_laws.h"

namespace inkheal::needle {
namespace {

std::vector<skin::Pigment> tray(std::initializer_list<const char*> names) {
    std::vector<skin::Pigment> pigments;
    for (const char* name : names) pigments.push_back(skin::pigmentNamed(name));
    return pigments;
}

const std::vector<skin::Pigment>& colours() {
    static const auto all = tray({"black", "white", "red", "orange", "yellow", "green", "blue", "magenta"});
    return all;
}

/// Doses of one colour, by the table of a picture of that colour.
Doses dosesOf(const glm::vec3& colour, const std::vector<skin::Pigment>& pigments, Separation* report = nullptr) {
    const Picture picture(2, 2, glm::vec4(colour, 1));
    Separation said;
    const SeparationTable table = separationFor(picture, pigments, said);
    if (report) *report = said;
    Doses mixed{};
    const std::size_t n = std::size_t(table.nodes);
    glm::dvec3 axis;
    for (int c = 0; c < 3; ++c) axis[c] = law::tableAxis(double(colour[c])) * double(n - 1);
    const glm::dvec3 low = glm::min(glm::floor(axis), double(n - 2)), part = axis - low;
    for (int corner = 0; corner < 8; ++corner) {
        const glm::dvec3 at{corner & 1, (corner >> 1) & 1, corner >> 2};
        const glm::dvec3 weight = glm::mix(1.0 - part, part, at), node = low + at;
        const auto index = std::size_t((node.z * double(n) + node.y) * double(n) + node.x);
        for (int p = 0; p < mostPigments; ++p)
            mixed[std::size_t(p)] +=
                weight.x * weight.y * weight.z * double(table.doses[index * 2 + std::size_t(p / 4)][p % 4]);
    }
    return mixed;
}

double sum(const Doses& doses) {
    double total = 0;
    for (double dose : doses) total += dose;
    return total;
}

TEST(Separation, BlackIsAFullDoseOfBlackAlone) {
    const Doses doses = dosesOf({0, 0, 0}, colours());
    EXPECT_GT(doses[0], 0.9);
    EXPECT_LT(sum(doses) - doses[0], 0.05);
}

TEST(Separation, WhitePaperOnATrayWithoutWhiteIsBareSkin) {
    EXPECT_LT(sum(dosesOf({1, 1, 1}, tray({"black"}))), 0.003);
    EXPECT_GT(dosesOf({1, 1, 1}, colours())[1], 0.1);
}

TEST(Separation, GreysAreDilutedBlackAndFallSmoothly) {
    double before = 2;
    for (float grey : {0.0f, 0.02f, 0.05f, 0.1f, 0.2f, 0.35f, 0.5f, 0.7f, 0.9f}) {
        const Doses doses = dosesOf(glm::vec3(grey), colours());
        EXPECT_LT(doses[0], before) << grey;
        EXPECT_LT(sum(doses) - doses[0], 0.10) << grey << ::testing::PrintToString(doses);
        before = doses[0];
    }
}

TEST(Separation, PureColoursTakeTheirOwnPigment) {
    const std::vector<std::pair<glm::vec3, std::size_t>> pure{{{0.75f, 0.02f, 0.02f}, 2},
                                                              {{0.9f, 0.75f, 0.02f}, 4},
                                                              {{0.01f, 0.35f, 0.08f}, 5},
                                                              {{0.01f, 0.10f, 0.42f}, 6},
                                                              {{0.65f, 0.02f, 0.3f}, 7}};
    for (const auto& [colour, pigment] : pure) {
        const Doses doses = dosesOf(colour, colours());
        EXPECT_GE(doses[pigment], 0.45 * sum(doses)) << pigment << ::testing::PrintToString(doses);
        EXPECT_GT(doses[pigment], 0.15) << pigment;
        EXPECT_LE(sum(doses), 1.35);
    }
}

TEST(Separation, ReportSaysWhatThePaletteCannot) {
    Separation colour, grey;
    dosesOf({0.75f, 0.02f, 0.02f}, colours(), &colour);
    dosesOf({0.75f, 0.02f, 0.02f}, tray({"black"}), &grey);
    EXPECT_LT(colour.meanDeltaE, 12);
    EXPECT_GT(grey.meanDeltaE, 20);
    EXPECT_GT(grey.unreachableShare, 0.9);
}

TEST(Separation, ReportIsByArea) {
    Picture quarter(4, 4, glm::vec4(0, 0, 0, 1));
    for (int i = 0; i < 4; ++i) quarter.texels[std::size_t(i)] = {0.75f, 0.02f, 0.02f, 1};  // out of reach
    quarter.texels[15] = {0.75f, 0.02f, 0.02f, 0};                                          // not drawn
    Separation report;
    separationFor(quarter, tray({"black"}), report);
    EXPECT_NEAR(report.unreachableShare, 4.0 / 15, 1e-6);
}

TEST(Separation, ColourSolidIsSolvedInTime) {
    Picture picture(400, 400);
    for (int y = 0; y < 400; ++y)
        for (int x = 0; x < 400; ++x)
            picture.at(x, y) = {float(x) / 400, float(y) / 400, float((x * 7 + y * 3) % 400) / 400, 1};
    Separation report;
    const auto start = std::chrono::steady_clock::now();
    separationFor(picture, colours(), report);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    RecordProperty("milliseconds", int(1000 * seconds));
    EXPECT_GT(report.meanDeltaE, 0);
    EXPECT_LT(report.meanDeltaE, 15);
}

TEST(Response, TableAgreesWithTheLayersItStandsFor) {
    const auto pigments = tray({"black", "red", "yellow"});
    const HealedResponse response(pigments);
    const auto inks = skin::pigmentTable(pigments);
    const skin::SkinTable skinBands = skin::skinTable(skin::toneNamed("ita:38"), skin::SiteConstants{});
    const glm::dvec3 bare = skin::linearRgb(skin::bareSpectrum(skinBands, skin::SiteConstants{}));
    for (const Doses& doses : {Doses{0.03}, Doses{0.4, 0.2}, Doses{0, 0.8, 0.3}, Doses{0.01, 0, 0.5}}) {
        const skin::InkedPlace place{{doses[0], doses[1], doses[2]}, 0, 0.68, 0, 1};
        const glm::dvec3 exact =
            skin::linearRgb(skin::inkedSpectrum(skinBands, inks, skin::SiteConstants{}, place).all) / bare;
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(response.ratio(doses)[c], exact[c], 0.012);
    }
}

TEST(Response, SlopeIsTheDerivative) {
    const HealedResponse response(colours());
    const Doses at{0.1, 0.05, 0.3, 0.02, 0.1, 0.05, 0.04, 0.03};
    std::array<glm::dvec3, mostPigments> slope;
    const glm::dvec3 here = response.ratio(at, &slope);
    for (std::size_t p = 0; p < mostPigments; ++p) {
        Doses moved = at;
        moved[p] += 1e-5;
        const glm::dvec3 difference = (response.ratio(moved) - here) / 1e-5;
        for (int c = 0; c < 3; ++c) EXPECT_NEAR(slope[p][c], difference[c], 0.02 + 0.02 * std::abs(difference[c])) << p;
    }
}

}  // namespace
}  // namespace inkheal::needle
