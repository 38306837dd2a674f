#include "studio/project.h"

#include "base/error.h"

namespace inkheal::studio {
namespace {

constexpr std::size_t mostPieces = 12;

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
Enum valueOf(const Word<Enum> (&words)[n], const std::string& word, const std::string& key, const std::string& name) {
    std::string known;
    for (const auto& w : words) {
        if (word == w.word) return w.value;
        known += (known.empty() ? "" : ", ") + std::string(w.word);
    }
    throw badInput(name, "\"" + word + "\" is not a " + key, "use " + known);
}

PieceWish pieceFrom(const Json& json, const std::string& name) {
    PieceWish piece;
    piece.design = want<std::string>(json, "design", name);
    if (json.contains("widthMm")) piece.widthMm = want<float>(json, "widthMm", name);
    if (json.contains("paper")) piece.paper = valueOf(papers, want<std::string>(json, "paper", name), "paper", name);
    if (json.contains("site")) piece.site = want<std::string>(json, "site", name);
    if (json.contains("atMm")) {
        const auto at = want<std::vector<float>>(json, "atMm", name);
        if (at.size() != 2) throw badInput(name, "\"atMm\" does not have two numbers", "write [x, y]");
        piece.atMm = {at[0], at[1]};
    }
    if (json.contains("rotateDeg")) piece.rotateDeg = want<float>(json, "rotateDeg", name);
    if (json.contains("wrap")) piece.wrap = valueOf(wraps, want<std::string>(json, "wrap", name), "wrap", name);
    if (json.contains("style")) piece.style = want<std::string>(json, "style", name);
    if (json.contains("care")) piece.care = want<std::string>(json, "care", name);
    return piece;
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
    if (json.contains("seed")) project.seed = want<std::uint32_t>(json, "seed", name);
    if (json.contains("quality"))
        project.quality = valueOf(qualities, want<std::string>(json, "quality", name), "quality", name);
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
                          {"care", piece.care}});
    return {{"version", 1},
            {"body", project.body},
            {"tone", project.tone},
            {"seed", project.seed},
            {"quality", wordOf(qualities, project.quality)},
            {"pieces", pieces}};
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
