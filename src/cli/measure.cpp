// inkheal measure: what the simulation says. inkheal place: how well the stencil fits. Both as JSON.

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "base/progress.h"
#include "base/units.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "studio/studio.h"

namespace inkheal::cli {
namespace {

struct MeasureOptions {
    CommonOptions common;
    ProjectOptions project;
    std::string days = "0,1,3,5,7,10,14,21,28", fields;
};

void measure(const CLI::App& verb, const MeasureOptions& options) {
    const std::vector<double> days = parseDayList(options.days);
    studio::Project project = options.project.project(verb, true);
    for (const double day : days)
        if (!options.fields.empty())
            requireWritable(std::filesystem::path(options.fields) / ("day-" + dayText(day) + ".exr"));
    healing::wordsOf(healing::Phase::inflamed);  // what is wrong with the words is said before the work
    gpu::Device device(options.common.device);
    options.common.detail("on " + device.summary().name);
    Progress progress("Healing", int(days.size()) + 1, options.common.quiet);
    studio::Studio studio(device, std::move(project));
    for (const std::string& warning : studio.warnings()) options.common.say(warning + ".");
    std::map<double, Json> measured;  // in the order of healing
    for (const double day : days) measured.emplace(day, Json());
    int done = 0;
    for (auto& [day, json] : measured) {
        progress.at(++done, "day " + dayText(day));
        stopIfInterrupted();
        json = studio.measuredDay(day, options.fields);
        options.common.detail("day " + dayText(day) + " is done");
    }
    Json out = studio.measured();
    out["days"] = Json::array();
    for (const double day : days) out["days"].push_back(measured[day]);
    expectNoMessages(device);
    printJson(out);
}

struct PlaceOptions {
    CommonOptions common;
    ProjectOptions project;
};

void place(const CLI::App& verb, const PlaceOptions& options) {
    const Json placed = studio::placeProject(options.project.project(verb, true));
    options.common.detail("placed, without a device");
    printJson(placed);
}

}  // namespace

void addMeasure(CLI::App& app) {
    auto options = std::make_shared<MeasureOptions>();
    CLI::App& verb = *app.add_subcommand("measure", "What the simulation says of each day, as JSON");
    options->project.addTo(verb);
    verb.add_option("--days,--day", options->days, "the days measured (0,1,3,5,7,10,14,21,28)")->type_name("LIST");
    verb.add_option("--fields", options->fields, "also writes the chart of each day there, as day-<D>.exr")
        ->type_name("DIR");
    options->common.addTo(verb);
    verb.callback([&verb, options] { measure(verb, *options); });
}

void addPlace(CLI::App& app) {
    auto options = std::make_shared<PlaceOptions>();
    CLI::App& verb = *app.add_subcommand("place", "How well the stencil fits, as JSON");
    options->project.addTo(verb);
    options->common.addTo(verb);
    verb.callback([&verb, options] { place(verb, *options); });
}

}  // namespace inkheal::cli
