// inkheal bench: what every pass of a day of healing and of one picture costs on this device.

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

constexpr int rounds = 5;
constexpr double firstDay = 4;  // everything is at work: film, crust, redness, scales

struct BenchOptions {
    CommonOptions common;
    ProjectOptions project;
    bool json = false;
};

struct Pass {
    std::vector<double> milliseconds, megabytes;
};

double median(std::vector<double> values) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// One day of healing, one tint and one picture a round, by section in the order of work.
std::vector<std::pair<std::string, Pass>> timed(studio::Studio& studio, std::vector<double>& wall, Progress& progress) {
    const portrait::View view;
    studio.picture(firstDay, view);
    studio.takeTimes();
    std::vector<std::pair<std::string, Pass>> passes;
    for (int round = 1; round <= rounds; ++round) {
        stopIfInterrupted();
        progress.at(round, "round " + std::to_string(round));
        const auto start = std::chrono::steady_clock::now();
        studio.picture(firstDay + round, view);
        wall.push_back(millisecondsSince(start));
        for (const gpu::SectionTime& time : studio.takeTimes()) {
            auto found =
                std::find_if(passes.begin(), passes.end(), [&](const auto& pass) { return pass.first == time.name; });
            if (found == passes.end()) found = passes.insert(found, {time.name, {}});
            found->second.milliseconds.push_back(time.milliseconds);
            found->second.megabytes.push_back(double(time.bytes) / 1e6);
        }
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

void printTable(const Json& out) {
    std::string text = textOf(out.at("device")) + "\n";
    char line[160];
    std::snprintf(line, sizeof line, "copy %.2f GB/s; a day and its picture %.0f ms\n",
                  out.at("copyGigabytesPerSecond").get<double>(), out.at("dayAndPictureMs").get<double>());
    text += line;
    std::snprintf(line, sizeof line, "%-20s %10s %10s %8s %8s\n", "pass", "ms", "MB", "GB/s", "of copy");
    text += line;
    for (const Json& pass : out.at("passes")) {
        std::snprintf(line, sizeof line, "%-20s %10.3f %10.1f %8.2f %7.0f%%\n",
                      pass.at("name").get<std::string>().c_str(), pass.at("milliseconds").get<double>(),
                      pass.at("megabytes").get<double>(), pass.at("gigabytesPerSecond").get<double>(),
                      100 * pass.at("shareOfCopy").get<double>());
        text += line;
    }
    writeFile("-", text);
}

void bench(const CLI::App& verb, const BenchOptions& options) {
    studio::Project project = options.project.project(verb, false);
    if (project.pieces.front().design.empty())
        project.pieces.front().design = (shareFolder() / "samples/butterfly.svg").string();
    gpu::Device device(options.common.device);
    Progress progress("Timing", rounds + 1, options.common.quiet);
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
    expectNoMessages(device);
    if (options.json) return printJson(out);
    printTable(out);
}

}  // namespace

void addBench(CLI::App& app) {
    auto options = std::make_shared<BenchOptions>();
    CLI::App& verb = *app.add_subcommand(
        "bench", "Time of every pass of a day of healing and one picture, its bytes, and its share of copy bandwidth");
    options->project.addTo(verb);
    verb.add_flag("--json", options->json, "as JSON");
    options->common.addTo(verb);
    verb.callback([&verb, options] { bench(verb, *options); });
}

}  // namespace inkheal::cli
