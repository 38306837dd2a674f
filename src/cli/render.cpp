// inkheal render: one picture a day.

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/error.h"
#include "base/exr.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "base/png.h"
#include "base/progress.h"
#include "base/units.h"
#include "cli/look_options.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "studio/studio.h"

namespace inkheal::cli {
namespace {

constexpr int leastPixels = 16, mostPixels = 8192;  // of a side
constexpr std::uint32_t mostSamples = 4096, mostPaths = 65536;
constexpr int usualPaths = 256;        // a pixel of a reference
constexpr int stepsOfReference = 100;  // of its progress
constexpr float widestAperture = 1, leastAperture = 128;

struct RenderOptions {
    CommonOptions common;
    ProjectOptions project;
    std::string days = "0", out, size = "1280x720", view = "site";
    LookOptions look;
    bool bare = false, reference = false;
    std::string samples, aperture;
};

/// "1280x720". @throws Error (usage).
void readSize(const std::string& text, portrait::View& view) {
    int used = 0;
    if (std::sscanf(text.c_str(), "%5dx%5d%n", &view.width, &view.height, &used) != 2 || used != int(text.size()) ||
        std::min(view.width, view.height) < leastPixels || std::max(view.width, view.height) > mostPixels)
        throw Error{"--size: \"" + text + "\" is not a size; write WxH such as 1280x720, each side 16 to 8192.",
                    Exit::usage};
}

portrait::View viewOf(const RenderOptions& options) {
    portrait::View view;
    readSize(options.size, view);
    options.look.apply(view);
    if (options.reference) view.samples = usualPaths;
    if (!options.samples.empty())
        view.samples = int(wholeNumberOf(options.samples, "--samples", 1, options.reference ? mostPaths : mostSamples));
    if (!options.aperture.empty()) {
        view.aperture = numberOf(options.aperture, "--aperture");
        if (!(view.aperture >= widestAperture && view.aperture <= leastAperture))
            throw Error{"--aperture: " + options.aperture + " is not an f-number; write one from 1, wide open, to 128.",
                        Exit::usage};
    }
    if (options.view == "fit") {
        view.kind = portrait::View::Kind::fit;
    } else if (options.view.rfind("turn:", 0) == 0) {
        const glm::vec2 turn = pairOf(options.view.substr(5), "--view turn");
        view.kind = portrait::View::Kind::turn;
        view.turnDeg = turn.x, view.tiltDeg = turn.y;
    } else if (options.view != "site") {
        throw Error{"--view: \"" + options.view + "\" is not a view; use site, turn:DEG,TILT or fit.", Exit::usage};
    }
    return view;
}

/// Where the picture of `day` goes: "{day}" in the pattern is the day.
std::string fileFor(const std::string& pattern, double day) {
    std::string file = pattern;
    const std::string mark = "{day}";
    for (std::size_t at = file.find(mark); at != std::string::npos; at = file.find(mark, at))
        file.replace(at, mark.size(), dayText(day));
    return file;
}

/// Makes the folders of the pictures and finds out now, not after a minute's work, whether they can be written to.
void prepare(const std::string& pattern, const std::vector<double>& days) {
    if (pattern.empty())
        throw Error{"-o FILE is needed: where the picture goes, such as -o out.png; - is standard output.",
                    Exit::usage};
    if (days.size() > 1 && pattern.find("{day}") == std::string::npos)
        throw Error{"-o: several days need {day} in the name of the file, such as out/{day}.png.", Exit::usage};
    if (pattern == "-") return;
    for (const double day : days) requireWritable(fileFor(pattern, day));
}

void writeLight(const std::string& file, const Picture& light, double day) {
    std::vector<ExrChannel> channels{{"R", {}}, {"G", {}}, {"B", {}}};
    for (const glm::vec4& texel : light.texels)
        for (int c = 0; c < 3; ++c) channels[std::size_t(c)].samples.push_back(texel[c]);
    writeExr(file, light.width, light.height, channels, {{"day", float(day)}});
}

void render(const CLI::App& verb, const RenderOptions& options) {
    const std::vector<double> days = parseDayList(options.days);
    const portrait::View view = viewOf(options);
    portrait::checkLight(view.light);
    studio::Project project = options.project.project(verb, !options.bare);
    prepare(options.out, days);
    gpu::Device device(options.common.device);
    options.common.detail("on " + device.summary().name);
    const int steps = options.reference ? stepsOfReference : 1;  // of a day
    Progress progress("Rendering", (int(days.size()) + 1) * steps, options.common.quiet);
    studio::Studio studio(device, std::move(project));
    for (const std::string& warning : studio.warnings()) options.common.say(warning + ".");
    std::vector<double> ascending = days;
    std::sort(ascending.begin(), ascending.end());
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        const std::string now = "day " + dayText(ascending[i]);
        const auto come = [&](double share) { progress.at(int((double(i) + 1 + share) * steps), now); };
        come(0);
        stopIfInterrupted();
        const Picture8 picture = options.reference ? studio.reference(ascending[i], view, options.bare, come)
                                                   : studio.picture(ascending[i], view, options.bare);
        const std::string file = fileFor(options.out, ascending[i]);
        if (std::filesystem::path(file).extension() == ".exr")
            writeLight(file, studio.light(), ascending[i]);
        else
            writePng(file, picture);
        options.common.detail("day " + dayText(ascending[i]) + " is done");
    }
    expectNoMessages(device);
}

}  // namespace

void addRender(CLI::App& app) {
    auto options = std::make_shared<RenderOptions>();
    CLI::App& verb = *app.add_subcommand("render", "One picture a day");
    options->project.addTo(verb);
    verb.add_option("--day,--days", options->days, "the day or days of the pictures (0)")->type_name("LIST");
    verb.add_option(
            "-o,--out", options->out,
            "out.png, or out.exr for linear light; with several days dir/{day}.png; - is standard output; needed")
        ->type_name("FILE");
    verb.add_option("--size", options->size, "of the picture in pixels (1280x720)")->type_name("WxH");
    verb.add_option("--view", options->view, "site, turn:DEG,TILT (about the site) or fit, the whole limb (site)")
        ->type_name("VIEW");
    options->look.addTo(verb);
    verb.add_flag("--bare", options->bare, "the skin without the design");
    verb.add_flag("--reference", options->reference,
                  "by Monte Carlo paths instead of the frame: slow, to hold it against");
    verb.add_option("--samples", options->samples,
                    "sub-pictures averaged, paths a pixel of a reference, each with four walks in the skin (256); more "
                    "are smoother and slower")
        ->type_name("N");
    verb.add_option(
            "--aperture", options->aperture,
            "f-number of a full-frame lens of the picture's angle of view (80 mm), focused on the site; what is "
            "nearer or further blurs (all sharp)")
        ->type_name("F");
    options->common.addTo(verb);
    verb.callback([&verb, options] { render(verb, *options); });
}

}  // namespace inkheal::cli
