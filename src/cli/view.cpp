// inkheal view: the studio window, which is another room's.

#include "cli/options.h"
#include "cli/verbs.h"

namespace inkheal::cli {
namespace {

struct ViewOptions {
    CommonOptions common;
    ProjectOptions project;
    WindowAsked asked;
};

}  // namespace

void addView(CLI::App& app, const OpenWindow& openWindow) {
    auto options = std::make_shared<ViewOptions>();
    CLI::App& verb = *app.add_subcommand("view", "The studio window");
    options->project.addTo(verb);
    verb.add_flag("--fullscreen", options->asked.fullscreen, "fills the screen");
    verb.add_option("--monitor", options->asked.monitor, "which screen, by part of its name")->type_name("NAME");
    options->common.addTo(verb);
    verb.callback([&verb, options, openWindow] {
        WindowAsked asked = options->asked;
        asked.project = options->project.project(verb, false);
        asked.device = options->common.device;
        asked.session = options->project.session;
        openWindow(asked);
    });
}

}  // namespace inkheal::cli
