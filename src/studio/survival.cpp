#include "studio/survival.h"

#include <algorithm>
#include <cmath>

#include "skin/optics.h"
#include "studio/survival_map.h"

namespace inkheal::studio {
namespace {

constexpr double mostLost = 0.01;       // of the marks or of the gaps of an artwork that survives
constexpr double levels = 0.5;          // of the least contrast, between levels of shading
constexpr float leastTexelsPerMm = 20;  // of a strip

struct TwoReadings {
    StripReading healed, blur;
};

/// The width that stays legible, or null and why.
void putSize(Json& to, const std::string& key, const std::vector<double>& contrasts, double least) {
    const std::vector<double> widths(chartWidthsMm.begin(), chartWidthsMm.end());
    if (const auto size = leastLegible(widths, contrasts, least)) {
        to[key] = *size;
        return;
    }
    char why[96];
    std::snprintf(why, sizeof why, "at %.1f mm the contrast is %.3f, below the threshold of %.3g", widths.back(),
                  contrasts.back(), least);
    to[key] = nullptr;
    to[key + "Reason"] = why;
}

Json sizesJson(const StripReading& reading, double least) {
    Json out;
    putSize(out, "lineMm", reading.lines, least);
    putSize(out, "gapMm", reading.gaps, least);
    out["solidContrast"] = reading.solid;
    return out;
}

/// A pick at a place of the artwork has no place on a strip: what it says of widths is for the rest of the design.
healing::Care withoutPlaces(healing::Care care) {
    std::erase_if(care.events, [](const healing::CareEvent& event) { return event.radiusMm > 0; });
    return care;
}

}  // namespace

struct Survival::Body {
    gpu::Device& device;
    Project project;
    PieceWish piece;
    std::vector<double> days;
    Onlooker onlooker;
    needle::Needle needle;
    portrait::Tinter tinter;
    StripWish strip;  // but for its ink
    design::Artwork artwork;
    Marks marks;
    std::vector<std::map<double, TwoReadings>> readings;  // by ink of the marks and day

    Body(gpu::Device& on, const Project& wished, const std::vector<double>& asked, Onlooker eye)
        : device(on),
          project(wished),
          piece(wished.pieces.front()),
          days(asked),
          onlooker(eye),
          needle(on),
          tinter(on) {}

    void open();
    std::vector<Kept> kept(double day, bool blur) const;
    Fates fates(double day, bool blur) const { return {marks, kept(day, blur), onlooker.contrast}; }
    Json artworkJson(double day) const;
};

void Survival::Body::open() {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    strip.style = design::styleNamed(piece.style);
    strip.tone = skin::toneNamed(project.tone);
    strip.site = skin::siteOf(skin::siteConstants(piece.site), project.person, strip.tone);
    strip.care = withoutPlaces(healing::careNamed(piece.care));
    strip.seed = project.seed;
    strip.texelsPerMm = std::max(texelsPerMm(project.quality), leastTexelsPerMm);
    artwork = design::readArtwork(piece.design, piece.widthMm, piece.paper, marksPerMm(piece.widthMm));
    tinter.setTone(strip.tone, strip.site);
    std::vector<skin::Pigment> tray;
    for (const std::string& name : strip.style.pigments) tray.push_back(skin::pigmentNamed(name));
    marks = marksOf(artwork, tray, glm::dvec3(tinter.bareTint()),
                    double(skin::toneAtSite(strip.tone, strip.site).pedestal), knownMm, levels * onlooker.contrast);
    readings.resize(marks.inks.size());
}

std::vector<Kept> Survival::Body::kept(double day, bool blur) const {
    std::vector<Kept> list;
    for (std::size_t i = 0; i < marks.inks.size(); ++i) {
        const TwoReadings& reading = readings[i].at(day);
        list.emplace_back(blur ? reading.blur : reading.healed, marks.inks[i].contrast);
    }
    return list;
}

Json Survival::Body::artworkJson(double day) const {
    const auto judged = [&](const Fates& fates, const FateMap& map) {
        const Shares lost = fates.shares(map);
        Json out = {{"vanishingShare", lost.vanishing}, {"mergingShare", lost.merging}};
        const std::optional<double> scale = fates.leastScale(mostLost);
        out["smallestWidthMm"] = scale ? Json(*scale * double(artwork.widthMm)) : Json(nullptr);
        if (!scale) out["smallestWidthMmReason"] = "more than 1 % is lost even at eight times the printed width";
        return out;
    };
    const Fates healed = fates(day, false), blur = fates(day, true);
    const FateMap healedMap = healed.at(), blurMap = blur.at();
    Json out = judged(healed, healedMap);
    out["blur"] = judged(blur, blurMap);
    const std::vector<Fate>&truth = healedMap.fates, &guess = blurMap.fates;
    double drawn = 0, apart = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) {
        drawn += truth[i] != Fate::bare || guess[i] != Fate::bare;
        apart += truth[i] != guess[i];
    }
    out["disagreement"] = drawn > 0 ? apart / drawn : 0;
    return out;
}

Survival::Survival(gpu::Device& device, const Project& project, const std::vector<double>& days, Onlooker onlooker)
    : body_(std::make_unique<Body>(device, project, days, onlooker)) {
    body_->open();
}

Survival::~Survival() = default;

int Survival::strips() const {
    return int(body_->marks.inks.size());
}

void Survival::heal(int strip) {
    Body& body = *body_;
    const Ink& ink = body.marks.inks[std::size_t(strip)];
    StripWish wish = body.strip;
    wish.style.pigments = {ink.pigment};
    wish.colour = ink.colour;
    std::vector<double> ages{0};  // the fresh strip is what the blur blurs
    for (const double day : body.days) ages.push_back(day + body.piece.ageDays);
    const auto light = healStrip(body.device, body.needle, body.tinter, wish, ages);
    const double texelMm = 1 / double(wish.texelsPerMm);
    for (std::size_t i = 0; i < body.days.size(); ++i) {
        const auto photo = blurred(light.front(), photoBlurMm(ages[i + 1]) / texelMm);
        body.readings[std::size_t(strip)][body.days[i]] = {readStrip(light[i + 1], texelMm, body.onlooker.distanceMm),
                                                           readStrip(photo, texelMm, body.onlooker.distanceMm)};
    }
}

Json Survival::head() const {
    const Body& body = *body_;
    return {{"version", 1},
            {"site", body.piece.site},
            {"tone", body.project.tone},
            {"style", body.piece.style},
            {"care", body.piece.care},
            {"contrastThreshold", body.onlooker.contrast},
            {"viewingDistanceMm", body.onlooker.distanceMm},
            {"widthMm", body.artwork.widthMm}};
}

Json Survival::day(double day) const {
    const Body& body = *body_;
    Json pigments = Json::object();
    for (std::size_t i = 0; i < body.marks.inks.size(); ++i) {
        const Ink& ink = body.marks.inks[i];
        if (ink.diluted) continue;
        const TwoReadings& reading = body.readings[i].at(day);
        pigments[ink.pigment] = sizesJson(reading.healed, body.onlooker.contrast);
        pigments[ink.pigment]["blur"] = sizesJson(reading.blur, body.onlooker.contrast);
    }
    return {{"day", day}, {"pigments", pigments}, {"artwork", body.artworkJson(day)}};
}

Picture8 Survival::map(double day) const {
    return fateMap(body_->marks, body_->fates(day, false).at().fates);
}

const std::vector<std::string>& Survival::warnings() const {
    return body_->artwork.warnings;
}

}  // namespace inkheal::studio
