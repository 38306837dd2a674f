// inkheal survive: the smallest line and gap that stay legible here, and what of the artwork will not, as JSON.

#include <algorithm>

#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "base/png.h"
#include "base/progress.h"
#include "base/units.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "studio/survival.h"

namespace inkheal::cli {
namespace {

struct SurviveOptions {
    CommonOptions common;
    ProjectOptions project;
    std::string days = "28,1y,5y,10y", map, contrast = "0.1", distanceMm = "400";
    bool json = false;  // there is no other form
};

/// Where the map of `day` goes; nothing where none is asked for of that day.
std::string mapOf(const std::string& pattern, double day, double last) {
    const std::string mark = "{day}";
    std::string file = pattern;
    std::size_t at = file.find(mark);
    if (at == std::string::npos) return day == last ? file : "";
    for (; at != std::string::npos; at = file.find(mark, at)) file.replace(at, mark.size(), dayText(day));
    return file;
}

void survive(const CLI::App& verb, const SurviveOptions& options) {
    const std::vector<double> days = parseDayList(options.days);
    const studio::Onlooker onlooker{numberWithin(options.contrast, "--contrast", 0.005, 0.9),
                                    numberWithin(options.distanceMm, "--distance", 50, 10000)};
    const studio::Project project = options.project.project(verb, true);
    if (options.map == "-")
        throw Error{"--map: standard output is taken by the JSON; name a file such as map.png.", Exit::usage};
    for (const double day : days)
        if (const std::string file = mapOf(options.map, day, days.back()); !file.empty()) requireWritable(file);
    gpu::Device device(options.common.device);
    options.common.detail("on " + device.summary().name);
    studio::Survival survival(device, project, days, onlooker);
    for (const std::string& warning : survival.warnings()) options.common.say(warning + ".");
    options.common.detail("the artwork is measured");
    Progress progress("Healing test strips", survival.strips() + 1, options.common.quiet);
    for (int strip = 0; strip < survival.strips(); ++strip) {
        progress.at(strip + 1, "strip " + std::to_string(strip + 1));
        stopIfInterrupted();
        survival.heal(strip);
        options.common.detail("strip " + std::to_string(strip + 1) + " is healed");
    }
    Json out = survival.head();
    out["days"] = Json::array();
    for (const double day : days) {
        stopIfInterrupted();
        out["days"].push_back(survival.day(day));
    }
    expectNoMessages(device);
    for (const double day : days)
        if (const std::string file = mapOf(options.map, day, days.back()); !file.empty())
            writePng(file, survival.map(day));
    printJson(out);
}

}  // namespace

void addSurvive(CLI::App& app) {
    auto options = std::make_shared<SurviveOptions>();
    CLI::App& verb = *app.add_subcommand(
        "survive", "The smallest line and gap that stay legible here, and what of this artwork will not, as JSON");
    options->project.addTo(verb);
    verb.add_option("--days,--day", options->days, "the days judged (28,1y,5y,10y)")->type_name("LIST");
    verb.add_option("--map", options->map,
                    "the artwork with what vanishes (orange) and merges (blue), as PNG: of the last day, or {day} in "
                    "the name")
        ->type_name("FILE");
    verb.add_option("--contrast", options->contrast,
                    "least contrast that is legible, 0.005 to 0.9 (0.1): the share of its light that skin would lose "
                    "in a shadow that stands out as much; colour counts too (CIEDE2000)")
        ->type_name("C");
    verb.add_option("--distance", options->distanceMm, "from which it is looked at, mm (400)")->type_name("MM");
    verb.add_flag("--json", options->json, "as JSON, which it is without saying so");
    options->common.addTo(verb);
    verb.callback([&verb, options] { survive(verb, *options); });
}

}  // namespace inkheal::cli
