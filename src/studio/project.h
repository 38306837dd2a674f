#pragma once
// What the user asked for, as plain values: a body, a person, and a list of pieces. The command line, the window and
// the session file all speak through it.

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "design/artwork.h"
#include "skin/person.h"

namespace inkheal::studio {

enum class Wrap { patch, band };
enum class Quality { draft, standard, fine };

/// One tattoo on the body.
struct PieceWish {
    std::string design;  // file; empty: the site alone, bare
    float widthMm = 30;
    design::Paper paper = design::Paper::remove;
    std::string site = "wrist-inner";
    glm::vec2 atMm{0};
    float rotateDeg = 0;
    Wrap wrap = Wrap::patch;
    std::string style = "colour";
    std::string care = "typical";
    double ageDays = 0;  // how long it has been in the skin on the project's day 0
};

struct Project {
    std::string body;  // empty: follows the first piece's site
    std::string tone = "monk-3";
    skin::Person person;
    std::uint32_t seed = 1;
    Quality quality = Quality::standard;
    std::vector<PieceWish> pieces;
};

/// Version 1 of the session file. @throws Error (badInput).
Project projectFromJson(const Json& json, const std::string& name);
Json jsonFromProject(const Project& project);

/// A session file ("-": standard input), its words checked too; the files it names stand relative to its folder.
/// @throws Error (badInput) naming the file.
Project readSession(const std::filesystem::path& file);

/// The words of the command line. @throws Error (usage) naming those there are.
Wrap wrapNamed(const std::string& word);
Quality qualityNamed(const std::string& word);
design::Paper paperNamed(const std::string& word);

/// What can be checked without a device: sites, tone, person, styles, care plans, sizes. @throws Error (usage,
/// badInput).
void checkWords(const Project& project);

float texelsPerMm(Quality quality);  // 10, 20, 40

}  // namespace inkheal::studio
