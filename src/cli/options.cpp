#include "cli/options.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

#include "base/error.h"

namespace inkheal::cli {

float numberOf(std::string_view text, const std::string& option) {
    float value = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (trouble != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        throw Error{option + ": \"" + std::string(text) + "\" is not a number; write one such as 12 or 2.5.",
                    Exit::usage};
    return value;
}

double numberWithin(const std::string& text, const std::string& option, double least, double most) {
    const double value = double(numberOf(text, option));
    if (value >= least && value <= most) return value;
    char range[64];
    std::snprintf(range, sizeof range, "%g to %g", least, most);
    throw Error{option + ": " + text + " is out of range; give " + range + ".", Exit::usage};
}

std::uint32_t wholeNumberOf(const std::string& text, const std::string& option, std::uint32_t least,
                            std::uint32_t most) {
    std::uint32_t value = 0;
    const auto [end, trouble] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (trouble != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        throw Error{option + ": \"" + text + "\" is not a whole number from " + std::to_string(least) + " to " +
                        std::to_string(most) + ".",
                    Exit::usage};
    return value;
}

glm::vec2 pairOf(const std::string& text, const std::string& option) {
    const std::size_t comma = text.find(',');
    if (comma == std::string::npos)
        throw Error{option + ": \"" + text + "\" is not two numbers; write X,Y such as 3,-2.5.", Exit::usage};
    const std::string_view both(text);
    return {numberOf(both.substr(0, comma), option), numberOf(both.substr(comma + 1), option)};
}

void CommonOptions::addTo(CLI::App& verb) {
    verb.add_option("--device", device.wanted,
                    "Vulkan device: its number in `inkheal info --devices`, or part of its name");
    verb.add_flag("--validate", device.validate, "Vulkan validation layers on; a message is exit 1");
    verb.add_flag("-v,--verbose", verbose, "say what is done, on which device and how long it takes");
    verb.add_flag("--quiet", quiet, "no progress and no warnings");
}

void CommonOptions::say(const std::string& line) const {
    if (!quiet) std::fprintf(stderr, "inkheal: %s\n", line.c_str());
}

void CommonOptions::detail(const std::string& line) const {
    if (!verbose) return;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds,
                  "%.2f s: ", std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count());
    say(seconds + line);
}

void ProjectOptions::addTo(CLI::App& verb) {
    verb.add_option("--design", design, "PNG, JPEG, WebP, TIFF, BMP or SVG; - is standard input")->type_name("FILE");
    verb.add_option("--paper", paper, "remove: near-white paper is bare skin (default); keep: it is inked")
        ->type_name("WORD");
    verb.add_option("--width", widthMm, "printed width of what is inked, mm (30)")->type_name("MM");
    verb.add_option("--body", body,
                    "hand, foot; plane, cylinder:R, cone:R1,R2,H, sphere:R; or a scan (glTF, OBJ, PLY, STL); follows "
                    "the site")
        ->type_name("ID|FILE");
    verb.add_option("--site", site, "where on the body, see `inkheal info --sites` (wrist-inner)")->type_name("NAME");
    verb.add_option("--at", at, "moves the centre from the site, mm across the limb and toward the body (0,0)")
        ->type_name("X,Y");
    verb.add_option("--rotate", rotateDeg, "turns the design anticlockwise (0)")->type_name("DEG");
    verb.add_option("--wrap", wrap, "patch or band (patch)")->type_name("WORD");
    verb.add_option("--tone", tone, "monk-1 ... monk-10, ita:DEG or melanin:FRACTION (monk-3)")->type_name("TONE");
    verb.add_option("--style", style, "colour, black-and-grey, geometric or fine-line (colour)")->type_name("NAME");
    verb.add_option("--care", care, "ideal, typical, neglected, or a JSON file (typical)")->type_name("PLAN");
    verb.add_option("--age", age, "age of the skin, 16 to 100 (30)")->type_name("YEARS");
    verb.add_option("--healer", healer, "how fast this person heals: slow, typical or fast (typical)")
        ->type_name("WORD");
    verb.add_option("--seed", seed, "what varies between two healings of the same skin (1)")->type_name("N");
    verb.add_option("--session", session, "all of these from a saved project; options beside it win")
        ->type_name("FILE");
    verb.add_option("--quality", quality, "draft, standard or fine: 10, 20 or 40 texels a mm of skin (standard)")
        ->type_name("WORD");
}

studio::Project ProjectOptions::project(const CLI::App& verb, bool designNeeded) const {
    const auto given = [&](const char* option) { return verb.count(option) > 0; };
    studio::Project project;
    if (!session.empty()) project = studio::readSession(session);
    if (project.pieces.empty()) project.pieces.emplace_back();
    studio::PieceWish& piece = project.pieces.front();
    if (given("--design")) piece.design = design;
    if (given("--paper")) piece.paper = studio::paperNamed(paper);
    if (given("--width")) piece.widthMm = numberOf(widthMm, "--width");
    if (given("--site")) piece.site = site;
    if (given("--at")) piece.atMm = pairOf(at, "--at");
    if (given("--rotate")) piece.rotateDeg = numberOf(rotateDeg, "--rotate");
    if (given("--wrap")) piece.wrap = studio::wrapNamed(wrap);
    if (given("--style")) piece.style = style;
    if (given("--care")) piece.care = care;
    if (given("--body")) project.body = body;
    if (given("--tone")) project.tone = tone;
    if (given("--age")) project.person.ageYears = numberOf(age, "--age");
    if (given("--healer")) project.person.healer = healer;
    if (given("--seed")) project.seed = wholeNumberOf(seed, "--seed", 0, std::numeric_limits<std::uint32_t>::max());
    if (given("--quality")) project.quality = studio::qualityNamed(quality);
    if (designNeeded && piece.design.empty())
        throw Error{"A design is needed: give one with --design FILE (PNG, JPEG, WebP, TIFF, BMP or SVG).",
                    Exit::usage};
    studio::checkWords(project);
    return project;
}

}  // namespace inkheal::cli
