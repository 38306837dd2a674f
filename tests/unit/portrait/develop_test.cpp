// From light to a file: the tone curve, sRGB, the grain, and where sub-frames lie.

#include <gtest/gtest.h>

#include <cmath>

#include "base/colour.h"
#include "base/picture.h"
#include "portrait/shot_laws.h"

namespace inkheal::portrait {
namespace {

namespace laws = law::frame;

TEST(ToneCurve, IsNeutralBelowItsStart) {
    for (double peak = 0; peak <= laws::shoulderStart; peak += 0.01) EXPECT_DOUBLE_EQ(laws::shoulder(peak), peak);
    EXPECT_EQ(laws::bleached(0.4, laws::shoulder(0.4)), 0);
}

TEST(ToneCurve, GoesOnWithTheSameSlopeAndEndsBelowOne) {
    const double start = laws::shoulderStart;
    EXPECT_NEAR(laws::shoulder(start + 1e-7), start + 1e-7, 1e-12);
    EXPECT_NEAR((laws::shoulder(start + 1e-6) - laws::shoulder(start)) / 1e-6, 1, 1e-4);
    double before = 0;
    for (double peak = 0; peak < 50; peak += 0.01) {
        const double shown = laws::shoulder(peak);
        EXPECT_GT(shown, before - 1e-15);
        EXPECT_LT(shown, 1);
        before = shown;
    }
    EXPECT_LT(laws::shoulder(1e6), 1 + 1e-12);
    EXPECT_GT(laws::shoulder(0.9), 0.75);  // a white sheet still looks white
}

TEST(ToneCurve, BleachesBrightColoursMoreAndNeverWholly) {
    double before = 0;
    for (double peak = 1; peak < 100; peak *= 1.5) {
        const double white = laws::bleached(peak, laws::shoulder(peak));
        EXPECT_GE(white, before);
        EXPECT_LT(white, 1);
        before = white;
    }
}

/// What the print makes of light, without rounding.
glm::dvec3 printed(const glm::dvec3& light) {
    const double peak = std::max({light.r, light.g, light.b}), shown = laws::shoulder(peak);
    return glm::mix(light * (shown / peak), glm::dvec3(shown), laws::bleached(peak, shown));
}

TEST(ToneCurve, TurnsNoHueAndPalesEvenly) {
    // Light and dark skin, and redness: below the shoulder their light itself, beyond it paler step by step, and never
    // yellower or pinker.
    for (const glm::dvec3& skin : {glm::dvec3(0.60, 0.38, 0.29), glm::dvec3(0.35, 0.20, 0.13),
                                   glm::dvec3(0.12, 0.06, 0.035), glm::dvec3(0.55, 0.25, 0.2)}) {
        const glm::dvec3 own = labFromLinear(skin);
        double before = 1;
        for (double ev = -3; ev <= 5; ev += 0.25) {
            const glm::dvec3 light = skin * std::exp2(ev), print = printed(light), lab = labFromLinear(print);
            if (std::max({light.r, light.g, light.b}) <= laws::shoulderStart) {
                EXPECT_EQ(print, light);
            }
            const double turn = std::atan2(lab.z, lab.y) - std::atan2(own.z, own.y);
            EXPECT_LT(std::abs(glm::degrees(turn)), 6) << skin.r << " at " << ev;
            const double saturation = 1 - std::min({print.r, print.g, print.b}) / std::max({print.r, print.g, print.b});
            EXPECT_LT(saturation, before + 1e-12) << skin.r << " at " << ev;
            before = saturation;
        }
        const glm::dvec3 bright = printed(skin * (8 * laws::shoulderStart / skin.r)), lab = labFromLinear(bright);
        EXPECT_LT(std::hypot(lab.y, lab.z) / lab.x, 0.62 * std::hypot(own.y, own.z) / own.x) << "three stops on";
    }
}

TEST(ToneCurve, KeepsGreysGreyAndBlacksOpen) {
    for (double grey = 1e-4; grey < 100; grey *= 1.3) {
        const glm::dvec3 print = printed(glm::dvec3(grey));
        EXPECT_NEAR(print.r, print.g, 1e-12);
        EXPECT_NEAR(print.g, print.b, 1e-12);
        if (grey < laws::shoulderStart) {
            EXPECT_DOUBLE_EQ(print.g, grey);  // no toe
        }
    }
}

TEST(DisplayP3, IsTheSameColourInItsOwnPrimaries) {
    // Each primary of P3 in XYZ (SMPTE EG 432-1), from light of Rec. 709 that is it.
    const glm::dmat3 xyzOfP3(0.48657095, 0.22897456, 0, 0.26566769, 0.69173852, 0.04511338, 0.19821729, 0.07928691,
                             1.04394437);
    for (const glm::dvec3& light :
         {glm::dvec3(1), glm::dvec3(0.6, 0.4, 0.3), glm::dvec3(1, 0, 0), glm::dvec3(0, 0.2, 0.9)})
        EXPECT_LT(glm::distance(xyzOfP3 * laws::displayP3(light), xyzFromLinear(light)), 3e-4);
}

TEST(Calming, OfOneValueIsThatValue) {
    for (const int frames : {1, 4, 64, 4096})
        for (double light : {0.0, 0.01, 0.5, 1.0, 8.0}) {
            const double calm = laws::calming(frames), calmed = light * laws::calmed(light, calm);
            EXPECT_NEAR(calmed * laws::expanded(calmed, calm), light, 1e-9 * (1 + light));
        }
}

TEST(Calming, FadesAsSubFramesGrowInNumber) {
    // A glint a hundred times as bright as its three neighbours does not fill the pixel; among thousands as frequent it
    // counts in full.
    const auto shown = [](int frames) {
        const double calm = laws::calming(frames);
        const double mean = (3 * 0.3 * laws::calmed(0.3, calm) + 30 * laws::calmed(30, calm)) / 4;
        return mean * laws::expanded(mean, calm);
    };
    const double truth = (3 * 0.3 + 30) / 4;
    EXPECT_LT(shown(4), 0.12 * truth);
    EXPECT_NEAR(shown(4096), truth, 0.03 * truth);
    EXPECT_NEAR((truth - shown(2048)) / (truth - shown(4096)), 2, 0.1);  // what it hides falls as 1 / N
}

TEST(Srgb, IsTheOneThatPicturesUse) {
    for (float linear = 0; linear <= 1; linear += 0.01f)
        EXPECT_NEAR(laws::srgbEncoded(linear), srgbFromLinear(linear), 1e-5);
    EXPECT_EQ(laws::srgbEncoded(-1), 0);
    EXPECT_NEAR(laws::srgbEncoded(7), 1, 1e-12);
}

TEST(Grain, IsEvenOverSmallSquares) {
    for (int corner : {0, 100, 1900}) {
        double sum = 0;
        for (int y = corner; y < corner + 8; ++y)
            for (int x = corner; x < corner + 8; ++x) {
                const double noise = laws::pixelNoise(x, y);
                ASSERT_GE(noise, 0);
                ASSERT_LT(noise, 1);
                sum += noise / 64;
            }
        EXPECT_NEAR(sum, 0.5, 0.06) << corner;
    }
}

TEST(Wall, IsLightestBehindTheLimbAndStaysBetweenItsGreys) {
    for (double x = -4; x <= 4; x += 0.5)
        for (double y = -4; y <= 4; y += 0.5) {
            EXPECT_LE(laws::wallGrey(x, y, 0.3, 0.1), 0.3 + 1e-12);
            EXPECT_GE(laws::wallGrey(x, y, 0.3, 0.1), 0.05);
        }
    EXPECT_GT(laws::wallGrey(0, 0.25, 0.3, 0.1), laws::wallGrey(1.7, 1, 0.3, 0.1));
}

TEST(SubFrames, CoverThePixelEvenly) {
    for (int frames : {1, 2, 4, 8, 16, 64}) {
        glm::dvec2 mean(0);
        std::vector<int> columns(frames), rows(frames);
        for (int k = 0; k < frames; ++k) {
            const glm::dvec2 place = laws::subFramePlace(k, frames);
            mean += place / double(frames);
            ++columns.at(std::size_t((place.x + 0.5) * frames));
            ++rows.at(std::size_t((place.y + 0.5) * frames));
        }
        EXPECT_NEAR(glm::length(mean), 0, 1e-12) << frames;
        EXPECT_EQ(columns, std::vector<int>(frames, 1)) << frames;  // one in each column and each row
        EXPECT_EQ(rows, std::vector<int>(frames, 1)) << frames;
    }
}

TEST(SubFrames, AnyBlockOfFourOfThemCoversThePixel) {
    for (int first = 0; first < 64; first += 4) {  // so that a still shows a fair picture before it is done
        std::vector<int> columns(4), rows(4);
        for (int k = first; k < first + 4; ++k) {
            const glm::dvec2 place = laws::subFramePlace(k, 64) + 0.5;
            ++columns.at(std::size_t(place.x * 4)), ++rows.at(std::size_t(place.y * 4));
        }
        EXPECT_EQ(columns, std::vector<int>(4, 1)) << first;
        EXPECT_EQ(rows, std::vector<int>(4, 1)) << first;
    }
}

TEST(SubFrames, EyesFillTheLensEvenly) {
    const int frames = 4096;
    glm::dvec2 mean(0), withPlace(0);
    double inside = 0, square = 0;
    for (int k = 0; k < frames; ++k) {
        const glm::dvec2 eye = laws::lensPlace(k), place = laws::subFramePlace(k, frames);
        ASSERT_LE(glm::length(eye), 1 + 1e-12);
        mean += eye / double(frames), withPlace += eye * place / double(frames);
        inside += (glm::length(eye) < 0.5) / double(frames);
        square += eye.x * eye.x / frames;
    }
    EXPECT_LT(glm::length(mean), 0.005);
    EXPECT_NEAR(inside, 0.25, 0.005);
    EXPECT_NEAR(square, 0.25, 0.003);
    EXPECT_LT(glm::length(withPlace),
              0.02);  // a lens place says next to nothing of the place in the pixel: 0.14 would be all
}

TEST(SubFrames, OfAnyNumberStayInThePixelAndNearItsMiddle) {
    for (int frames = 1; frames < 40; ++frames) {
        glm::dvec2 mean(0);
        for (int k = 0; k < frames; ++k) {
            const glm::dvec2 place = laws::subFramePlace(k, frames);
            EXPECT_LT(std::max(std::abs(place.x), std::abs(place.y)), 0.5) << frames;
            mean += place / double(frames);
        }
        EXPECT_LT(glm::length(mean), 0.13) << frames;
    }
    EXPECT_EQ(laws::subFramePlace(0, 1), glm::dvec2(0));
}

}  // namespace
}  // namespace inkheal::portrait
