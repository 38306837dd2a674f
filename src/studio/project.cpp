#include "studio/project.h"

#include <cmath>

#include "base/error.h"
#include "base/units.h"
#include "body/site.h"
#include "design/style.h"
#include "healing/care.h"
#include "skin/materials.h"

namespace inkheal::studio {
namespace {

constexpr std::size_t mostPieces = 12;
constexpr double mostAgeDays = 100 * daysPerYear;

template <class Enum>
struct Word {
    Enum value;
    const char* word;
};
constexpr Word<Wrap> wraps[] = {{Wrap::patch, "patch"}, {Wrap::band, "band"}};
constexpr Word<Quality> qualities[] = {
    {Quality::draft, "draft"}, {Quality::standard, "standard"}, {Quality::fine, "fine"}};
constexpr Word<design::Paper> papers[] = {{design::Paper::remove, "remove"}, {design::Paper::keep, "keep"}};

template <class Enum, std::size_t n>
std::string wordOf(const Word<Enum> (&words)[n], Enum value) {
    for (const auto& w : words)
        if (w.value == value) return w.word;
    return words[0].word;
}

template <class Enum, std::size_t n>
Enum named(const Word<Enum> (&words)[n], const std::string& word, const std::string& what) {
    std::string known;
    for (const auto& w : words) {
        if (word == w.word) return w.value;
        known += (known.empty() ? "" : ", ") + std::string(w.word);
    }
    throw Error{"\"" + word + "\" is not a " + what + "; there are " + known + ".", Exit::usage};
}

/// The word at `key` of a session. @throws Error (badInput).
template <class Enum, std::size_t n>
Enum wordAt(const Json& json, const std::string& key, const Word<Enum> (&words)[n], const std::string& name) {
    const auto word = want<std::string>(json, key, name);
    try {
        return named(words, word, key);
    } catch (const Error& error) {
        throw Error{name + ": " + error.what(), Exit::badInput};
    }
}

PieceWish pieceFrom(const Json& json, const std::string& name) {
    PieceWish piece;
    piece.design = want<std::string>(json, "design", name);
    if (json.contains("widthMm")) piece.widthMm = want<float>(json, "widthMm", name);
    if (json.contains("paper")) piece.paper = wordAt(json, "paper", papers, name);
    if (json.contains("site")) piece.site = want<std::string>(json, "site", name);
    if (json.contains("atMm")) {
        const auto at = want<std::vector<float>>(json, "atMm", name);
        if (at.size() != 2) throw badInput(name, "\"atMm\" does not have two numbers", "write [x, y]");
        piece.atMm = {at[0], at[1]};
    }
    if (json.contains("rotateDeg")) piece.rotateDeg = want<float>(json, "rotateDeg", name);
    if (json.contains("wrap")) piece.wrap = wordAt(json, "wrap", wraps, name);
    if (json.contains("style")) piece.style = want<std::string>(json, "style", name);
    if (json.contains("care")) piece.care = want<std::string>(json, "care", name);
    if (json.contains("ageDays")) piece.ageDays = want<double>(json, "ageDays", name);
    if (!(piece.ageDays >= 0 && piece.ageDays <= mostAgeDays))
        throw badInput(name, "\"ageDays\" is out of range", "use 0 to 100 years");
    return piece;
}

/// Plans, stock bodies and calibration bodies are single words or have a colon.
bool isFile(const std::string& text) {
    return text.find_first_of("./") != text.npos && text.find(':') == text.npos;
}

std::string fromFolder(const std::filesystem::path& folder, const std::string& file) {
    return file.empty() || file == "-" ? file : (folder / file).string();
}

}  // namespace

Project projectFromJson(const Json& json, const std::string& name) {
    const int version = want<int>(json, "version", name);
    if (version != 1)
        throw badInput(name, "is a session of version " + std::to_string(version),
                       "open it with the program that wrote it");
    Project project;
    if (json.contains("body")) project.body = want<std::string>(json, "body", name);
    if (json.contains("tone")) project.tone = want<std::string>(json, "tone", name);
    if (json.contains("age")) project.person.ageYears = want<double>(json, "age", name);
    if (json.contains("healer")) project.person.healer = want<std::string>(json, "healer", name);
    if (json.contains("seed")) project.seed = want<std::uint32_t>(json, "seed", name);
    if (json.contains("quality")) project.quality = wordAt(json, "quality", qualities, name);
    const Json pieces = want<Json>(json, "pieces", name);
    if (!pieces.is_array() || pieces.size() > mostPieces)
        throw badInput(name, "\"pieces\" is not a list of at most 12", "mend it");
    for (const Json& piece : pieces) project.pieces.push_back(pieceFrom(piece, name));
    return project;
}

Json jsonFromProject(const Project& project) {
    Json pieces = Json::array();
    for (const PieceWish& piece : project.pieces)
        pieces.push_back({{"design", piece.design},
                          {"widthMm", piece.widthMm},
                          {"paper", wordOf(papers, piece.paper)},
                          {"site", piece.site},
                          {"atMm", {piece.atMm.x, piece.atMm.y}},
                          {"rotateDeg", piece.rotateDeg},
                          {"wrap", wordOf(wraps, piece.wrap)},
                          {"style", piece.style},
                          {"care", piece.care},
                          {"ageDays", piece.ageDays}});
    return {{"version", 1},
            {"body", project.body},
            {"tone", project.tone},
            {"age", project.person.ageYears},
            {"healer", project.person.healer},
            {"seed", project.seed},
            {"quality", wordOf(qualities, project.quality)},
            {"pieces", pieces}};
}

Project readSession(const std::filesystem::path& file) {
    const std::string name = file == "-" ? "standard input" : file.string();
    const std::filesystem::path folder = file.parent_path();
    Project project = projectFromJson(readJson(file), name);
    if (isFile(project.body)) project.body = fromFolder(folder, project.body);
    for (PieceWish& piece : project.pieces) {
        piece.design = fromFolder(folder, piece.design);
        if (isFile(piece.care)) piece.care = fromFolder(folder, piece.care);
    }
    try {
        checkWords(project);
    } catch (const Error& error) {
        if (error.exit != Exit::usage) throw;
        throw Error{name + ": " + error.what(), Exit::badInput};
    }
    return project;
}

Wrap wrapNamed(const std::string& word) {
    return named(wraps, word, "way to wrap");
}
Quality qualityNamed(const std::string& word) {
    return named(qualities, word, "quality");
}
design::Paper paperNamed(const std::string& word) {
    return named(papers, word, "way to treat paper");
}

void checkWords(const Project& project) {
    skin::toneNamed(project.tone);
    skin::checkPerson(project.person);
    for (const PieceWish& piece : project.pieces) {
        body::siteNamed(piece.site);
        design::styleNamed(piece.style);
        healing::careNamed(piece.care);
        if (!(std::abs(piece.rotateDeg) <= 3600))
            throw Error{"A design is turned by -3600 to 3600 degrees.", Exit::usage};
        if (!(glm::length(piece.atMm) <= 1000)) throw Error{"A design is moved by at most 1000 mm.", Exit::usage};
        if (!(piece.widthMm >= 1 && piece.widthMm <= 1000))
            throw Error{"The width of a design is between 1 and 1000 mm.", Exit::usage};
    }
}

float texelsPerMm(Quality quality) {
    switch (quality) {
        case Quality::draft:
            return 10;
        case Quality::standard:
            return 20;
        case Quality::fine:
            return 40;
    }
    return 20;
}

}  // namespace inkheal::studio
