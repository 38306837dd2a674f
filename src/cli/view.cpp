// inkheal view: the studio window, which is another room's.

#include "cli/options.h"
#include "cli/verbs.h"

namespace inkheal::cli {
namespace {

struct ViewOptions {
    CommonOptions common;
    ProjectOptions project;
    bool fullscreen = false;
    std::string monitor;
};

}  // namespace

void addView(CLI::App& app, const OpenWindow& openWindow) {
    auto options = std::make_shared<ViewOptions>();
    CLI::App& verb = *app.add_subcommand("view", "The studio window");
    options->project.addTo(verb);
    verb.add_flag("--fullscreen", options->fullscreen, "fills the screen");
    verb.add_option("--monitor", options->monitor, "which screen, by part of its name")->type_name("NAME");
    options->common.addTo(verb);
    verb.callback([&verb, options, openWindow] {
        openWindow(options->common.device, options->project.project(verb, false), options->project.session,
                   options->fullscreen, options->monitor);
    });
}

}  // namespace inkheal::cli
