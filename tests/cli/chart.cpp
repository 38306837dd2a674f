#include "cli/chart.h"

#include <ImfChannelList.h>
#include <ImfFloatAttribute.h>
#include <ImfFrameBuffer.h>
#include <ImfHeader.h>
#include <ImfInputFile.h>

#include <cmath>

namespace inkheal::test {
namespace {

constexpr const char* tint[] = {"tint.R", "tint.G", "tint.B"};
constexpr double luminance[] = {0.2126, 0.7152, 0.0722};

Rgb tintAt(const Chart& chart, double xMm, double yMm, double halfMm) {
    Rgb light{};
    for (std::size_t c = 0; c < 3; ++c) light[c] = chart.mean(tint[c], xMm, yMm, halfMm, halfMm);
    return light;
}

Rgb bareTint(const Chart& chart) {
    return {double(chart[tint[0]][0]), double(chart[tint[1]][0]), double(chart[tint[2]][0])};
}

double luminanceOf(const Rgb& light) {
    return luminance[0] * light[0] + luminance[1] * light[1] + luminance[2] * light[2];
}

}  // namespace

Chart readChart(const std::string& path) {
    Imf::InputFile file(path.c_str());
    const Imath::Box2i window = file.header().dataWindow();
    Chart chart{window.max.x - window.min.x + 1, window.max.y - window.min.y + 1};
    chart.texelMm = double(file.header().typedAttribute<Imf::FloatAttribute>("texelMm").value());
    chart.day = double(file.header().typedAttribute<Imf::FloatAttribute>("day").value());
    Imf::FrameBuffer frame;
    const auto& channels = file.header().channels();
    for (auto channel = channels.begin(); channel != channels.end(); ++channel) {
        auto& samples = chart.channels[channel.name()];
        samples.resize(std::size_t(chart.width) * std::size_t(chart.height));
        frame.insert(channel.name(), Imf::Slice(Imf::FLOAT, reinterpret_cast<char*>(samples.data()), sizeof(float),
                                                sizeof(float) * std::size_t(chart.width)));
    }
    file.setFrameBuffer(frame);
    file.readPixels(window.min.y, window.max.y);
    return chart;
}

double Chart::mean(const std::string& channel, double xMm, double yMm, double halfXMm, double halfYMm) const {
    const std::vector<float>& samples = channels.at(channel);
    double sum = 0, count = 0;
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double atX = (x + 0.5 - 0.5 * width) * texelMm, atY = (y + 0.5 - 0.5 * height) * texelMm;
            if (std::abs(atX - xMm) > halfXMm || std::abs(atY - yMm) > halfYMm) continue;
            sum += double(samples[std::size_t(y) * std::size_t(width) + std::size_t(x)]);
            ++count;
        }
    return sum / count;
}

Rgb ratioToBare(const Chart& chart, double xMm, double yMm, double halfMm) {
    Rgb ratio = tintAt(chart, xMm, yMm, halfMm);
    const Rgb bare = bareTint(chart);
    for (std::size_t c = 0; c < 3; ++c) ratio[c] /= bare[c];
    return ratio;
}

double luminanceToBare(const Chart& chart, double xMm, double yMm, double halfMm) {
    return luminanceOf(tintAt(chart, xMm, yMm, halfMm)) / luminanceOf(bareTint(chart));
}

}  // namespace inkheal::test
