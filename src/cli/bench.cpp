// inkheal bench: what every pass of a day of healing and of one picture costs on this device, and every pass of a frame
// while the view turns.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>

#include "base/file.h"
#include "base/interrupt.h"
#include "base/progress.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "gpu/bandwidth.h"
#include "studio/studio.h"

namespace inkheal::cli {
namespace {

constexpr int rounds = 3;
constexpr double firstDay = 4;  // everything is at work: film, crust, redness, scales
constexpr std::pair<int, int> frameSizes[] = {{640, 360}, {1920, 1080}};
constexpr int frames = 9;         // timed of each size
constexpr float orbitDeg = 2.5f;  // from one to the next

struct BenchOptions {
    CommonOptions common;
    ProjectOptions project;
    bool json = false;
};

struct Pass {
    std::vector<double> milliseconds, megabytes;
};
using Passes = std::vector<std::pair<std::string, Pass>>;  // in the order of work

void add(Passes& passes, const std::string& name, double milliseconds, double megabytes) {
    auto found = std::find_if(passes.begin(), passes.end(), [&](const auto& pass) { return pass.first == name; });
    if (found == passes.end()) found = passes.insert(found, {name, {}});
    found->second.milliseconds.push_back(milliseconds);
    found->second.megabytes.push_back(megabytes);
}

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// One day of healing, one tint and one picture a round, by section.
Passes timed(studio::Studio& studio, std::vector<double>& wall, Progress& progress) {
    const portrait::View view;
    studio.picture(firstDay, view);
    studio.takeTimes();
    Passes passes;
    for (int round = 1; round <= rounds; ++round) {
        stopIfInterrupted();
        progress.at(round, "round " + std::to_string(round));
        const auto start = std::chrono::steady_clock::now();
        studio.picture(firstDay + round, view);
        wall.push_back(millisecondsSince(start));
        for (const gpu::SectionTime& time : studio.takeTimes())
            add(passes, time.name, time.milliseconds, double(time.bytes) / 1e6);
    }
    return passes;
}

/// Frames as the window shows them while the view turns round the piece, by section; the last is the whole frame by the
/// clock.
Passes timedFrames(studio::Studio& studio, const std::string& name, int width, int height) {
    portrait::View view;
    view.kind = portrait::View::Kind::turn;
    view.width = width, view.height = height;
    view.samples = 1;
    Passes passes;
    for (int frame = -1; frame < frames; ++frame) {
        stopIfInterrupted();
        view.turnDeg = orbitDeg * float(frame);
        const auto start = std::chrono::steady_clock::now();
        studio.picture(firstDay + rounds, view);
        const double wall = millisecondsSince(start);
        const std::vector<gpu::SectionTime> times = studio.takeTimes();
        if (frame < 0) continue;  // it makes room
        double megabytes = 0;
        for (const gpu::SectionTime& time : times) {
            if (time.runs == 0) continue;
            add(passes, time.name, time.milliseconds, double(time.bytes) / 1e6);
            megabytes += double(time.bytes) / 1e6;
        }
        add(passes, name, wall, megabytes);
    }
    return passes;
}

Json passJson(const std::string& name, const Pass& pass, double copyPerSecond) {
    const double ms = median(pass.milliseconds), megabytes = median(pass.megabytes);
    const double perSecond = ms > 0 ? megabytes * 1e9 / ms : 0;
    return {{"name", name},
            {"milliseconds", ms},
            {"megabytes", megabytes},
            {"gigabytesPerSecond", perSecond / 1e9},
            {"shareOfCopy", copyPerSecond > 0 ? perSecond / copyPerSecond : 0}};
}

Json framesJson(studio::Studio& studio, double copyPerSecond, Progress& progress) {
    Json all = Json::array();
    for (const auto& [width, height] : frameSizes) {
        const std::string name = "frame " + std::to_string(width) + "x" + std::to_string(height);
        progress.at(rounds + 1, name);
        Passes passes = timedFrames(studio, name, width, height);
        Json frame = passJson(name, passes.back().second, copyPerSecond);
        frame["framesPerSecond"] = 1000 / frame.at("milliseconds").get<double>();
        passes.pop_back();
        for (const auto& [part, pass] : passes) frame["passes"].push_back(passJson(part, pass, copyPerSecond));
        all.push_back(frame);
    }
    return all;
}

std::string rowOf(const Json& pass, const std::string& indent) {
    char line[160];
    std::snprintf(line, sizeof line, "%-20s %10.3f %10.1f %8.2f %7.0f%%", (indent + textOf(pass.at("name"))).c_str(),
                  pass.at("milliseconds").get<double>(), pass.at("megabytes").get<double>(),
                  pass.at("gigabytesPerSecond").get<double>(), 100 * pass.at("shareOfCopy").get<double>());
    return line;
}

void printTable(const Json& out) {
    std::string text = textOf(out.at("device")) + "\n";
    char line[160];
    std::snprintf(line, sizeof line, "copy %.2f GB/s; a day and its picture %.0f ms\n",
                  out.at("copyGigabytesPerSecond").get<double>(), out.at("dayAndPictureMs").get<double>());
    text += line;
    std::snprintf(line, sizeof line, "%-20s %10s %10s %8s %8s\n", "pass", "ms", "MB", "GB/s", "of copy");
    text += line;
    for (const Json& pass : out.at("passes")) text += rowOf(pass, "") + "\n";
    for (const Json& frame : out.at("frames")) {
        std::snprintf(line, sizeof line, "  %.1f a second\n", frame.at("framesPerSecond").get<double>());
        text += rowOf(frame, "") + line;
        for (const Json& pass : frame.at("passes")) text += rowOf(pass, "  ") + "\n";
    }
    writeFile("-", text);
}

void bench(const CLI::App& verb, const BenchOptions& options) {
    studio::Project project = options.project.project(verb, false);
    if (project.pieces.front().design.empty())
        project.pieces.front().design = (shareFolder() / "samples/butterfly.svg").string();
    gpu::Device device(options.common.device);
    Progress progress("Timing", rounds + 2, options.common.quiet);
    options.common.detail("on " + device.summary().name);
    const double copy = gpu::copyBytesPerSecond(device);
    const auto start = std::chrono::steady_clock::now();
    studio::Studio studio(device, std::move(project));
    const double openMs = millisecondsSince(start);
    std::vector<double> wall;
    const auto passes = timed(studio, wall, progress);
    Json out = {{"version", 1},
                {"device", device.summary().name},
                {"driver", device.summary().driver},
                {"copyGigabytesPerSecond", copy / 1e9},
                {"openMs", openMs},
                {"dayAndPictureMs", median(wall)},
                {"passes", Json::array()}};
    for (const auto& [name, pass] : passes) out["passes"].push_back(passJson(name, pass, copy));
    out["frames"] = framesJson(studio, copy, progress);
    expectNoMessages(device);
    if (options.json) return printJson(out);
    printTable(out);
}

}  // namespace

void addBench(CLI::App& app) {
    auto options = std::make_shared<BenchOptions>();
    CLI::App& verb = *app.add_subcommand("bench",
                                         "Time of every pass of a day of healing, of one picture and of a frame while "
                                         "the view turns, its bytes, and its "
                                         "share of copy bandwidth");
    options->project.addTo(verb);
    verb.add_flag("--json", options->json, "as JSON");
    options->common.addTo(verb);
    verb.callback([&verb, options] { bench(verb, *options); });
}

}  // namespace inkheal::cli
