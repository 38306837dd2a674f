#include "portrait/hair.h"

#include <algorithm>
#include <limits>

namespace inkheal::portrait {
namespace {

constexpr float shavedMm = 10;      // round a piece: an artist shaves more than the stencil
constexpr float stubbleMm = 0.25f;  // shorter than this nothing of a cut hair stands off the skin
constexpr float tapered = 0.3f;     // thickness of an uncut tip, of that of the root

constexpr float shadowWideMm = 1.2f;  // the strip of one, about: for the count of bytes

/// Nearest place of a piece's design to each root, mm; far off where there is none.
std::vector<float> besidePiece(const body::Mesh& mesh, const Piece& piece, const std::vector<HairRoot>& roots) {
    const float half = 0.5f * piece.sizeMm;
    std::vector<glm::vec3> under;
    for (std::size_t v = 0; v < mesh.positionsMm.size(); ++v)
        if (const auto& mm = piece.chart->vertexMm()[v]; mm && glm::length(*mm) <= half)
            under.push_back(mesh.positionsMm[v]);
    std::vector<float> beside(roots.size(), std::numeric_limits<float>::max());
    for (std::size_t i = 0; i < roots.size(); ++i) {
        if (glm::distance(roots[i].placeMm, piece.chart->frame().originMm) > half + shavedMm) continue;
        for (const glm::vec3& place : under) beside[i] = std::min(beside[i], glm::distance(place, roots[i].placeMm));
    }
    return beside;
}

HairStrand strandOf(const HairRoot& root, float lengthMm, bool cut) {
    const glm::vec3 bend = root.placeMm + 0.5f * lengthMm * root.leaves, tip = bend + 0.5f * lengthMm * root.lies;
    HairStrand strand{};
    strand.root = glm::vec4(root.placeMm, root.thickMm);
    strand.bend = glm::vec4(bend, cut ? root.thickMm : tapered * root.thickMm);
    strand.tip = glm::vec4(tip, root.melanin);
    strand.vertex = root.vertex;
    return strand;
}

/// Two triangles between the ends of every segment of so many strands.
std::vector<std::uint32_t> cornersOf(std::size_t strands) {
    std::vector<std::uint32_t> corners;
    for (std::size_t s = 0; s < strands; ++s)
        for (int k = 0; k < hairSegments; ++k)
            for (const int corner : {0, 1, 2, 2, 1, 3})
                corners.push_back(std::uint32_t(s) * hairCorners + std::uint32_t(2 * k + corner));
    return corners;
}

gpu::RasterState addingUp() {
    gpu::RasterState state{{gpu::Format::rg11b10f, gpu::Format::rg11b10f}, false, gpu::RasterState::Cull::none};
    state.add = true;
    return state;
}

}  // namespace

Hair::Hair(gpu::Device& device)
    : device_(device),
      strands_(device, "portrait/hair", "portrait/hair", addingUp()),
      shadows_(device, "portrait/hair_shadow", "portrait/hair_shadow", addingUp()),
      adds_(device, "no hair", {1, 1, 1, gpu::Format::rg11b10f}),
      takes_(device, "no hair's shadow", {1, 1, 1, gpu::Format::rg11b10f}) {}

void Hair::setTone(const skin::Tone& tone) {
    tone_ = tone;
    grownKind_ = Hairiness::none;
    roots_.clear(), laid_.clear();
    count_ = 0;
}

void Hair::lay(const SkinMesh& mesh, const std::vector<Piece>& pieces) {
    std::vector<double> shavedFor(roots_.size(), -1);  // days; the latest piece's
    for (const Piece& piece : pieces) {
        const std::vector<float> beside = besidePiece(mesh.body(), piece, roots_);
        for (std::size_t i = 0; i < roots_.size(); ++i)
            if (beside[i] <= shavedMm && (shavedFor[i] < 0 || piece.ageDays < shavedFor[i]))
                shavedFor[i] = piece.ageDays;
    }
    laid_.clear();
    for (std::size_t i = 0; i < roots_.size(); ++i) {
        const bool cut = shavedFor[i] >= 0;
        const double full = roots_[i].fullMm, phase = roots_[i].phase;
        const auto length =
            float(cut ? law::frame::shavedMm(full, phase, shavedFor[i]) : law::frame::grownMm(full, phase));
        if (length >= stubbleMm) laid_.push_back(strandOf(roots_[i], length, cut));
    }
}

void Hair::wear(const SkinMesh& mesh, Hairiness kind, const std::vector<Piece>& pieces, bool viewed) {
    const bool regrown = kind != grownKind_;
    if (regrown) {
        roots_ = hairRoots(mesh.body(), kind, tone_);
        grownKind_ = kind;
        const std::size_t room = std::max<std::size_t>(1, roots_.size());
        buffer_ = gpu::Buffer(device_, "strands of hair", sizeof(HairStrand) * room);
        corners_ = gpu::bufferOf(device_, "corners of strands", cornersOf(room));
    }
    Cut cut;
    for (const Piece& piece : pieces) cut.emplace_back(piece.chart, piece.ageDays);
    const bool another = regrown || cut != cut_;
    if (another) lay(mesh, pieces), cut_ = std::move(cut);
    if (!another && !viewed) return;
    std::vector<HairStrand> lit;
    for (const HairStrand& strand : laid_)
        if (mesh.wants(strand.vertex)) lit.push_back(strand);
    count_ = int(lit.size());
    touchedMm2_ = 0;
    for (const HairStrand& strand : lit)
        touchedMm2_ += shadowWideMm * glm::distance(glm::vec3(strand.root), glm::vec3(strand.tip));
    if (count_ == 0) return;
    lit.resize(std::max<std::size_t>(1, roots_.size()));
    buffer_.uploadFrom(std::span<const HairStrand>(lit));
}

void Hair::draw(gpu::Commands& gpu, const HairInputs& inputs, const std::array<Card, 3>& cards, float mmPerPixel,
                const gpu::Buffer& shot, const gpu::Image& lit, const gpu::Image& depth) {
    if (count_ == 0) return;
    const int width = int(inputs.pixels.x), height = int(inputs.pixels.y);
    if (adds_.width() != width || adds_.height() != height) {
        adds_ = {}, takes_ = {};
        adds_ = gpu::Image(device_, "hair's light", {width, height, 1, gpu::Format::rg11b10f});
        takes_ = gpu::Image(device_, "hair's shadow", {width, height, 1, gpu::Format::rg11b10f});
    }
    const auto section = gpu.section("frame hair");
    const int corners = 6 * hairSegments * count_;
    const double touched = std::min(1.0, touchedMm2_ / (inputs.pixels.x * inputs.pixels.y * mmPerPixel * mmPerPixel));
    const double share = double(count_) / double(std::max<std::size_t>(1, roots_.size()));
    const auto pass = [&](const gpu::Raster& raster, const HairInputs& in, bool clear) {
        gpu.draw(raster, in, {shot, {buffer_, share}, {lit, share}, {depth, touched}},
                 {{&adds_, &takes_}, nullptr, clear, touched}, corners, &corners_);
    };
    pass(strands_, inputs, true);
    for (int card = 0; card < int(cards.size()); ++card) {
        if (cards[std::size_t(card)].radiance.g <= 0) continue;
        HairInputs in = inputs;
        in.card = card;
        pass(shadows_, in, false);
    }
}

}  // namespace inkheal::portrait
