#include "studio/studio.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/units.h"
#include "body/site.h"
#include "body/stock.h"
#include "design/style.h"
#include "healing/healing.h"
#include "needle/needle.h"
#include "studio/condition.h"
#include "studio/placement.h"
#include "studio/readings.h"

namespace inkheal::studio {
namespace {

constexpr double unreachableWorthSaying = 0.05;  // share of the design

/// One piece in the skin: where it lies, its skin, how far it has healed, and what light sees of it.
struct InkedPiece {
    PieceWish wish;
    Placement placed;
    skin::Fields fields;
    needle::Separation separation;
    std::unique_ptr<healing::Healing> healing;
    portrait::Look look;
    std::unique_ptr<Readings> readings;
    double lookDay = -1;

    float sizeMm() const { return std::max(placed.artwork.widthMm, placed.artwork.heightMm); }
};

std::vector<skin::Pigment> pigmentsOf(const design::Style& style) {
    std::vector<skin::Pigment> pigments;
    for (const std::string& name : style.pigments) pigments.push_back(skin::pigmentNamed(name));
    return pigments;
}

/// Different skin for every piece of one project, the same for the same project.
std::uint32_t seedOf(const Project& project, std::size_t piece) {
    return project.seed + 7919u * std::uint32_t(piece);
}

}  // namespace

struct Studio::Body {
    gpu::Device& device;
    Project project;
    body::Mesh mesh;
    skin::Tone tone;
    body::Frame focus;
    gpu::Commands commands;
    portrait::Portrait portrait;
    std::vector<std::unique_ptr<InkedPiece>> pieces;
    std::vector<std::string> warnings;

    Body(gpu::Device& on, Project wished)
        : device(on),
          project(std::move(wished)),
          mesh(body::loadBody(bodyOf(project))),
          tone(skin::toneNamed(project.tone)),
          commands(on),
          portrait(on, mesh) {}

    std::string focusSite() const { return project.pieces.empty() ? PieceWish{}.site : project.pieces.front().site; }

    void open();
    void ink(const PieceWish& wish, needle::Needle& needle);
    void bring(InkedPiece& piece, double day);
    std::vector<portrait::Piece> shown(double day, bool bare);
    portrait::View framed(portrait::View view) const;
    Readings& readingsOf(InkedPiece& piece);
    Json head(InkedPiece& piece);
};

void Studio::Body::open() {
    portrait.setTone(tone, skin::siteConstants(focusSite()));
    focus = body::findSite(mesh, focusSite(), project.pieces.empty() ? glm::vec2(0) : project.pieces.front().atMm);
    needle::Needle needle(device);
    for (const PieceWish& wish : project.pieces)
        if (!wish.design.empty()) ink(wish, needle);
}

void Studio::Body::ink(const PieceWish& wish, needle::Needle& needle) {
    auto piece = std::make_unique<InkedPiece>();
    piece->wish = wish;
    const design::Style style = design::styleNamed(wish.style);
    const healing::Care care = healing::careNamed(wish.care).turned(wish.rotateDeg);
    piece->placed = placePiece(wish, mesh, texelsPerMm(project.quality));
    const design::Artwork& artwork = piece->placed.artwork;
    warnings.insert(warnings.end(), artwork.warnings.begin(), artwork.warnings.end());
    const skin::SiteConstants site = skin::siteOf(skin::siteConstants(wish.site), project.person, tone);
    const skin::Grid grid =
        skin::gridAround(artwork.widthMm, artwork.heightMm, wish.rotateDeg, texelsPerMm(project.quality), marginMm);
    piece->fields = skin::makeFields(device, grid, pigmentsOf(style), site, seedOf(project, pieces.size()));
    skin::setMetric(piece->fields, metricOf(piece->placed, mesh, grid));
    piece->separation = needle.ink(commands, artwork, style, wish.rotateDeg, piece->fields);
    const double unreachable = piece->separation.unreachableShare;
    if (unreachable > unreachableWorthSaying)
        warnings.push_back(std::to_string(int(std::lround(100 * unreachable))) + " % of \"" + artwork.name +
                           "\" has colours that the pigments of the style " + style.name +
                           " do not reach; the nearest are inked");
    piece->healing = std::make_unique<healing::Healing>(device, piece->fields, care);
    piece->look = portrait.makeLook(piece->fields);
    pieces.push_back(std::move(piece));
}

void Studio::Body::bring(InkedPiece& piece, double day) {
    if (piece.lookDay == day) return;
    piece.healing->healTo(commands, day + piece.wish.ageDays);
    portrait.tint(commands, piece.fields, piece.look);
    commands.submit();
    piece.lookDay = day;
}

std::vector<portrait::Piece> Studio::Body::shown(double day, bool bare) {
    std::vector<portrait::Piece> all;
    for (auto& piece : pieces) {
        if (bare) break;
        bring(*piece, day);
        all.push_back(
            {piece->placed.chart.get(), &piece->look, piece->sizeMm(), &piece->fields, day + piece->wish.ageDays});
    }
    return all;
}

portrait::View Studio::Body::framed(portrait::View view) const {
    if (view.sizeMm <= 0 && !pieces.empty()) view.sizeMm = pieces.front()->sizeMm();
    if (view.sizeMm <= 0 && !project.pieces.empty()) view.sizeMm = project.pieces.front().widthMm;
    return view;
}

Readings& Studio::Body::readingsOf(InkedPiece& piece) {
    if (!piece.readings) piece.readings = std::make_unique<Readings>(piece.fields, tone, portrait.bareTint());
    return *piece.readings;
}

Json Studio::Body::head(InkedPiece& piece) {
    const skin::SiteConstants& site = piece.fields.site;
    return {{"version", 1},
            {"texelMm", piece.fields.grid.texelMm},
            {"siteMm",
             {{"stratumCorneum", site.stratumCorneumMm}, {"epidermis", site.epidermisMm}, {"dermis", site.dermisMm}}},
            {"deposited", readingsOf(piece).deposited(piece.fields)},
            {"separation",
             {{"meanDeltaE", piece.separation.meanDeltaE}, {"unreachableShare", piece.separation.unreachableShare}}}};
}

Studio::Studio(gpu::Device& device, Project project) : body_(std::make_unique<Body>(device, std::move(project))) {
    body_->open();
}

Studio::~Studio() = default;

Picture8 Studio::picture(double day, const portrait::View& view, bool bare) {
    Body& body = *body_;
    return body.portrait.frame(body.commands, body.shown(day, bare), body.focus, body.framed(view));
}

Picture8 Studio::reference(double day, const portrait::View& view, bool bare,
                           const std::function<void(double)>& progress) {
    Body& body = *body_;
    return body.portrait.reference(body.commands, body.shown(day, bare), body.focus, body.framed(view), progress);
}

Picture Studio::light() const {
    return body_->portrait.light();
}

Json Studio::measured() {
    Body& body = *body_;
    if (body.pieces.empty()) throw Error{"There is no design to measure; give one with --design.", Exit::usage};
    Json out = body.head(*body.pieces.front());
    for (std::size_t i = 1; i < body.pieces.size(); ++i) out["pieces"].push_back(body.head(*body.pieces[i]));
    return out;
}

Json Studio::measuredDay(double day, const std::filesystem::path& fieldsFolder) {
    Body& body = *body_;
    Json out;
    for (std::size_t i = 0; i < body.pieces.size(); ++i) {
        InkedPiece& piece = *body.pieces[i];
        body.bring(piece, day);
        const Readings& readings = body.readingsOf(piece);
        const Json one = readings.day(day + piece.wish.ageDays, piece.fields, piece.look);
        if (i == 0)
            out = one;
        else
            out["pieces"].push_back(one);
        if (fieldsFolder.empty()) continue;
        const std::string number = i == 0 ? "" : "-" + std::to_string(i + 1);
        readings.writeFields(fieldsFolder / ("day-" + dayText(day) + number + ".exr"), day, piece.fields, piece.look);
    }
    return out;
}

healing::Phase Studio::phase(double day) {
    if (body_->pieces.empty()) return healing::usualPhase(day);
    InkedPiece& piece = *body_->pieces.front();
    body_->bring(piece, day);
    return healing::phaseOf(conditionOf(day + piece.wish.ageDays, piece.fields));
}

const std::vector<std::string>& Studio::warnings() const {
    return body_->warnings;
}

const Project& Studio::project() const {
    return body_->project;
}

std::vector<gpu::SectionTime> Studio::takeTimes() {
    return body_->commands.takeTotals();
}

Json placeProject(const Project& project) {
    const body::Mesh mesh = body::loadBody(bodyOf(project));
    Json out;
    for (const PieceWish& wish : project.pieces) {
        const Json one = placeJson(placePiece(wish, mesh, texelsPerMm(project.quality)), wish, mesh);
        if (out.is_null())
            out = one;
        else
            out["pieces"].push_back(one);
    }
    return out;
}

}  // namespace inkheal::studio
