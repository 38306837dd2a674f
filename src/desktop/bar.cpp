#include "desktop/bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/units.h"

namespace inkheal::desktop {
namespace {

using Colour = std::array<std::uint8_t, 3>;

constexpr Colour ground{26, 26, 28}, mark{178, 178, 180}, handleColour{244, 244, 244};
constexpr int heightAt1 = 44, marginAt1 = 20, stripTop = 12, stripBottom = 20, labelTop = 29;

constexpr std::array<Colour, healing::phaseCount> phaseColours{{{196, 84, 78},
                                                                {184, 122, 82},
                                                                {190, 160, 112},
                                                                {150, 162, 172},
                                                                {120, 156, 148},
                                                                {112, 160, 120},
                                                                {122, 128, 160}}};

/// A letter of three by five dots, row by row from the top left.
struct Glyph {
    char letter;
    std::string_view dots;
};
constexpr Glyph glyphs[] = {
    {'0', "####.##.##.####"}, {'1', ".#.##..#..#.###"}, {'2', "###..#####..###"}, {'3', "###..####..####"},
    {'4', "#.##.####..#..#"}, {'5', "####..###..####"}, {'d', "..#..#####.####"}, {'w', "......#.#######"},
    {'m', "......#######.#"}, {'y', "...#.##.#.#.#.."},
};

struct Label {
    double day;
    std::string_view text;
};
constexpr Label labels[] = {{0, "0"},
                            {7, "1w"},
                            {14, "2w"},
                            {21, "3w"},
                            {28, "4w"},
                            {3 * daysPerMonth, "3m"},
                            {daysPerYear, "1y"},
                            {2 * daysPerYear, "2y"},
                            {5 * daysPerYear, "5y"}};

/// A sheet that is drawn on in whole dots of `scale` pixels; boxes are cut off at its edges.
class Sheet {
 public:
    Sheet(int width, int height, int scale) : scale_(scale) {
        picture.width = width, picture.height = height;
        picture.rgba.resize(std::size_t(width) * std::size_t(height) * 4, 255);
        fill(0, 0, width, height, ground);
    }

    /// In pixels.
    void fill(int x, int y, int w, int h, Colour colour) {
        for (int row = std::max(y, 0); row < std::min(y + h, picture.height); ++row)
            for (int column = std::max(x, 0); column < std::min(x + w, picture.width); ++column)
                std::copy(colour.begin(), colour.end(),
                          picture.rgba.begin() + 4 * (std::ptrdiff_t(row) * picture.width + column));
    }

    /// Centred at pixel x, its top `top` dots down.
    void write(int x, int top, std::string_view text, Colour colour) {
        const int dot = 2 * scale_, advance = 4 * dot;
        x -= (int(text.size()) * advance - dot) / 2;
        for (const char letter : text) {
            for (const Glyph& glyph : glyphs)
                for (int i = 0; glyph.letter == letter && i < int(glyph.dots.size()); ++i)
                    if (glyph.dots[std::size_t(i)] == '#')
                        fill(x + i % 3 * dot, top * scale_ + i / 3 * dot, dot, dot, colour);
            x += advance;
        }
    }

    Picture8 picture;

 private:
    int scale_;
};

Colour dimmed(Colour colour) {
    for (std::size_t i = 0; i < 3; ++i) colour[i] = std::uint8_t((colour[i] + 3 * ground[i]) / 4);
    return colour;
}

}  // namespace

int barHeight(int scale) {
    return heightAt1 * scale;
}

Timeline barTimeline(int width, int scale) {
    const float margin = float(marginAt1 * scale);
    return {margin, std::max(float(width) - 2 * margin, 1.0f)};
}

Picture8 drawBar(const BarLook& look) {
    const int s = look.scale;
    Sheet sheet(look.width, barHeight(s), s);
    const Timeline timeline = barTimeline(look.width, s);
    const int first = int(timeline.pixelOf(0)), last = int(timeline.pixelOf(Timeline::lastDay()));
    const float lit = timeline.pixelOf(look.shownDay);
    for (int x = first; x < last; ++x) {
        const Colour colour = phaseColours[std::size_t(look.phases.at(timeline.dayAt(float(x) + 0.5f)))];
        sheet.fill(x, stripTop * s, 1, (stripBottom - stripTop) * s, float(x) < lit ? colour : dimmed(colour));
    }
    for (const Label& label : labels) {
        const int x = int(timeline.pixelOf(label.day));
        sheet.fill(x, (stripBottom + 2) * s, s, 4 * s, mark);
        sheet.write(x, labelTop, label.text, mark);
    }
    const int x = int(timeline.pixelOf(look.wantedDay));
    sheet.fill(x - 2 * s, (stripTop - 6) * s, 5 * s, (stripBottom - stripTop + 12) * s, ground);
    sheet.fill(x - s, (stripTop - 5) * s, 3 * s, (stripBottom - stripTop + 10) * s, handleColour);
    return std::move(sheet.picture);
}

}  // namespace inkheal::desktop
