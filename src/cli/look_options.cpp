#include "cli/look_options.h"

#include <cmath>

#include "base/error.h"
#include "cli/options.h"

namespace inkheal::cli {
namespace {

constexpr float mostTurnDeg = 3600, mostEv = 10;

float boundedNumber(const std::string& text, const std::string& option, float most) {
    if (text.empty()) return 0;
    const float value = numberOf(text, option);
    if (std::abs(value) > most)
        throw Error{option + ": " + text + " is too far; write a number from -" + std::to_string(int(most)) + " to " +
                        std::to_string(int(most)) + ".",
                    Exit::usage};
    return value;
}

portrait::Hairiness hairNamed(const std::string& word) {
    if (word == "none") return portrait::Hairiness::none;
    if (word == "fine") return portrait::Hairiness::fine;
    if (word == "full") return portrait::Hairiness::full;
    throw Error{"--hair: \"" + word + "\" is not known; use none, fine or full.", Exit::usage};
}

}  // namespace

void LookOptions::addTo(CLI::App& verb) {
    verb.add_option("--light", light, "studio, window, lamp, or a panorama as .hdr or .exr (studio)")
        ->type_name("NAME|FILE");
    verb.add_option("--light-turn", turn, "turns the light about the vertical, to the right (0)")->type_name("DEG");
    verb.add_option("--exposure", exposure, "stops over the metered exposure, -10 to 10 (0)")->type_name("EV");
    verb.add_option("--white-balance", white,
                    "which light is shown as white: neutral (D65), auto (that on the client) or its colour "
                    "temperature, 2000 to 25000 K (neutral)")
        ->type_name("WORD|K");
    verb.add_option("--gamut", gamut, "srgb or display-p3 (srgb)")->type_name("NAME");
    verb.add_option("--hair", hair,
                    "of the client: none, fine or full; round a fresh piece it is shaved and grows again; a reference "
                    "has none (fine)")
        ->type_name("WORD");
}

void LookOptions::apply(portrait::View& view) const {
    view.light = light;
    view.lightTurnDeg = boundedNumber(turn, "--light-turn", mostTurnDeg);
    view.exposureEv = boundedNumber(exposure, "--exposure", mostEv);
    view.white = portrait::whiteBalanceNamed(white);
    if (gamut == "display-p3")
        view.gamut = Gamut::displayP3;
    else if (gamut != "srgb")
        throw Error{"--gamut: \"" + gamut + "\" is not a gamut; use srgb or display-p3.", Exit::usage};
    view.hair = hairNamed(hair);
}

}  // namespace inkheal::cli
