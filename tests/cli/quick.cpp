#include "cli/quick.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/png.h"

namespace inkheal::test {

const std::string squareSvg = R"(<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">)"
                              R"(<rect x="10" y="10" width="80" height="80"/></svg>)";

Cli::Cli() {
    constexpr int side = 124, margin = 12;
    Picture8 picture{side, side, std::vector<std::uint8_t>(std::size_t(4 * side * side))};
    for (int y = margin; y < side - margin; ++y)
        for (int x = margin; x < side - margin; ++x) picture.rgba[std::size_t(4 * (y * side + x) + 3)] = 255;
    writePng(at("square.png"), picture);
}

std::string Cli::write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return at(name);
}

std::string Cli::textOf(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    EXPECT_TRUE(file) << name << " is not there";
    return {std::istreambuf_iterator<char>(file), {}};
}

Picture8 Cli::pictureAt(const std::string& name) const {
    return readOwnPng(folder_ / name);
}

Words Cli::names() const {
    Words found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
        found.push_back(entry.path().filename());
    std::sort(found.begin(), found.end());
    return found;
}

Words Cli::quick() const {
    return {"--design", at("square.png"), "--width", "5", "--quality", "draft", "--body", "plane"};
}

Words Cli::small() {
    return {"--size", "320x180"};
}

int farthestApart(const Picture8& a, const Picture8& b) {
    if (a.width != b.width || a.height != b.height) return 256;
    int most = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) most = std::max(most, std::abs(int(a.rgba[i]) - int(b.rgba[i])));
    return most;
}

}  // namespace inkheal::test
