// inkheal optics: the response of the tint and scattering path to one line or edge of ink, as CSV.

#include <cstdio>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "cli/options.h"
#include "cli/verbs.h"
#include "portrait/response.h"

namespace inkheal::cli {
namespace {

struct OpticsOptions {
    CommonOptions common;
    std::string band = "3.83,1.24,0.17", epidermis = "0.08", ink = "20,0.08,0.5", shape = "edge";
};

std::vector<std::string> three(const std::string& text, const std::string& option, const std::string& names) {
    std::vector<std::string> parts;
    std::stringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    if (parts.size() != 3 || text.back() == ',')
        throw Error{option + ": " + text + " is not three numbers; give " + names + ".", Exit::usage};
    return parts;
}

portrait::ResponseShape shapeOf(const std::string& text) {
    using Kind = portrait::ResponseShape::Kind;
    const auto colon = text.find(':');
    const std::string name = text.substr(0, colon);
    for (const auto& [known, kind] : {std::pair{"flat", Kind::flat},
                                      {"full", Kind::full},
                                      {"edge", Kind::edge},
                                      {"shadow", Kind::shadow},
                                      {"shadow-on-ink", Kind::shadowOnInk}})
        if (text == known) return {kind, 0};
    if (colon != std::string::npos && (name == "line" || name == "grating")) {
        const double mm = numberWithin(text.substr(colon + 1), "--shape " + name, 0.02, 6);
        return {name == "line" ? Kind::line : Kind::grating, mm};
    }
    throw Error{"--shape: \"" + text +
                    "\" is not a shape; there are flat, full, edge, line:MM, grating:MM, shadow and shadow-on-ink.",
                Exit::usage};
}

void optics(const OpticsOptions& options) {
    const auto band = three(options.band, "--band", "MU_S',MU_A_EPIDERMIS,MU_A_DERMIS");
    const auto ink = three(options.ink, "--ink", "MU_A,TOP_MM,BOTTOM_MM");
    const portrait::ResponseSkin skin{numberWithin(band[0], "--band", 0.1, 50), numberWithin(band[1], "--band", 0, 100),
                                      numberWithin(band[2], "--band", 0, 50),
                                      numberWithin(options.epidermis, "--epidermis", 0.01, 1)};
    const portrait::ResponseInk laid{numberWithin(ink[0], "--ink", 0, 200), numberWithin(ink[1], "--ink", 0, 5),
                                     numberWithin(ink[2], "--ink", 0, 10)};
    if (laid.bottomMm <= laid.topMm)
        throw Error{"--ink: " + options.ink + " ends above its top; give a bottom deeper than the top.", Exit::usage};
    if (laid.bottomMm <= skin.epidermisMm)
        throw Error{"--ink: " + options.ink + " ends inside the epidermis; give a bottom deeper than it.", Exit::usage};
    const portrait::ResponseShape shape = shapeOf(options.shape);
    gpu::Device device(options.common.device);
    options.common.detail("on " + device.summary().name);
    std::string csv = "x_mm,reflectance\n";
    for (const auto& [xMm, reflectance] : portrait::response(device, skin, laid, shape)) {
        char line[64];
        std::snprintf(line, sizeof line, "%.3f,%.6f\n", xMm, reflectance);
        csv += line;
    }
    expectNoMessages(device);
    writeFile("-", csv);
}

}  // namespace

void addOptics(CLI::App& app) {
    auto options = std::make_shared<OpticsOptions>();
    CLI::App& verb = *app.add_subcommand(
        "optics", "How skin in one spectral band answers a line or an edge of ink, as CSV x_mm,reflectance");
    verb.add_option("--band", options->band,
                    "per mm: mu_s', mu_a of the epidermis, mu_a of the dermis (3.83,1.24,0.17)")
        ->type_name("S,E,D");
    verb.add_option("--epidermis", options->epidermis, "its thickness (0.08)")->type_name("MM");
    verb.add_option("--ink", options->ink, "mu_a per mm, and the depths between which it lies (20,0.08,0.5)")
        ->type_name("A,TOP,BOTTOM");
    verb.add_option("--shape", options->shape,
                    "flat, full, edge, line:MM, grating:MM, shadow (lit where x < 0) or shadow-on-ink (edge)")
        ->type_name("SHAPE");
    options->common.addTo(verb);
    verb.callback([options] { optics(*options); });
}

}  // namespace inkheal::cli
