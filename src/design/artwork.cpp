#include "design/artwork.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "design/paper.h"
#include "design/resample.h"
#include "intake/intake.h"

namespace inkheal::design {
namespace {

constexpr int firstLook = 2048;      // texels of the longest edge
constexpr float finerThanAsked = 2;  // averaged down from, so that edges are smooth
constexpr float leastAlpha = 0.05f;  // for the bounding box
constexpr float coarse = 6;          // texels per mm below which fine lines are lost

std::string shownName(const std::filesystem::path& file) {
    return file == "-" ? "standard input" : file.string();
}

/// The file itself tells ink from skin: more than a stray corner of it is transparent.
bool saysWhatIsInk(const intake::ReadPicture& read) {
    if (!read.hasAlpha) return false;
    const auto clear = std::count_if(read.picture.texels.begin(), read.picture.texels.end(),
                                     [](const glm::vec4& t) { return t.a < 0.5f; });
    return double(clear) > 0.01 * double(read.picture.texels.size());
}

void layOnWhite(Picture& picture) {
    for (auto& t : picture.texels) t = glm::vec4(glm::mix(glm::vec3(1), glm::vec3(t), t.a), 1.0f);
}

/// Leaves in alpha what is inked. Says in a warning where that is all of it.
void tellInk(intake::ReadPicture& read, Paper paper) {
    for (auto& t : read.picture.texels) t = glm::clamp(t, 0.0f, 1.0f);
    if (paper == Paper::keep || saysWhatIsInk(read)) return;
    layOnWhite(read.picture);
    if (const auto sheet = findSheet(read.picture)) {
        removePaper(read.picture, *sheet);
        removeDust(read.picture);
    } else {
        read.warnings.push_back(
            "no near-white paper along its border, so all of it is inked; make the background transparent to leave "
            "skin bare");
    }
}

struct Look {
    intake::ReadPicture read;
    Box box;
};

Look lookAt(const std::filesystem::path& file, Paper paper, int longestEdge) {
    Look look{intake::readPicture(file, {.longestEdge = longestEdge}), {}};
    tellInk(look.read, paper);
    look.box = inkedBox(look.read.picture, leastAlpha);
    if (look.box.empty())
        throw badInput(shownName(file), "has nothing to ink, all of it is bare paper or transparent",
                       "check the file, or ink its paper with --paper keep");
    return look;
}

/// The longest edge to read with, so that the inked box is as wide as wanted or as the file allows.
int edgeFor(const Look& look, double wantedWidth) {
    const auto& picture = look.read.picture;
    const int now = std::max(picture.width, picture.height);
    const int most = look.read.isVector
                         ? intake::longestEdgeEver
                         : std::min(intake::longestEdgeEver, std::max(look.read.sourceWidth, look.read.sourceHeight));
    return std::min(most, int(std::ceil(now * std::max(1.0, wantedWidth / look.box.width))));
}

}  // namespace

Artwork readArtwork(const std::filesystem::path& file, float widthMm, Paper paper, float texelsPerMm) {
    if (!(widthMm >= 1 && widthMm <= 1000)) throw Error{"the width of a design is between 1 and 1000 mm.", Exit::usage};
    const bool once = file == "-";  // standard input cannot be read twice
    Look look = lookAt(file, paper, once ? 2 * firstLook : firstLook);
    const double wanted = double(widthMm) * texelsPerMm;
    const int edge = edgeFor(look, finerThanAsked * wanted);
    if (!once && edge > 1.05 * std::max(look.read.picture.width, look.read.picture.height))
        look = lookAt(file, paper, edge);

    Artwork artwork;
    artwork.name = once ? "design" : file.stem().string();
    artwork.widthMm = widthMm;
    artwork.heightMm = widthMm * float(look.box.height) / float(look.box.width);
    artwork.warnings = look.read.warnings;
    const double scale = std::min(1.0, wanted / look.box.width);
    const auto texels = [&](int side) { return std::clamp(int(std::lround(side * scale)), 1, side); };
    artwork.picture = averagedDown(look.read.picture, look.box, texels(look.box.width), texels(look.box.height));
    if (1 / artwork.texelMm() < coarse)
        artwork.warnings.push_back("only " + std::to_string(artwork.picture.width) +
                                   " texels wide once cropped: fine lines may be lost at this size");
    return artwork;
}

}  // namespace inkheal::design
