#include "needle/needle.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "needle/needle_laws.h"
#include "needle/separation.h"
#include "skin/anatomy.h"

namespace inkheal::needle {

namespace {

gpu::Image premultiplied(gpu::Device& device, const Picture& picture) {
    std::vector<glm::vec4> texels = picture.texels;
    for (glm::vec4& texel : texels) texel = glm::vec4(glm::vec3(texel) * texel.a, texel.a);
    gpu::Image image(device, "artwork", {picture.width, picture.height});
    image.uploadFrom(std::span<const glm::vec4>(texels));
    return image;
}

PlaceInputs placeOf(const design::Artwork& artwork, const design::Style& style, const skin::Fields& skin,
                    float rotateDeg, int nodes) {
    const float turn = rotateDeg * 0.017453292519943295f;
    PlaceInputs place{};
    place.originMm = skin.grid.originMm;
    place.sizeMm = {artwork.widthMm, artwork.heightMm};
    place.texelMm = skin.grid.texelMm;
    place.turnCos = std::cos(turn);
    place.turnSin = std::sin(turn);
    place.samples = std::clamp(int(std::ceil(skin.grid.texelMm / artwork.texelMm() - 0.05f)), 1, 6);
    place.nodes = nodes;
    place.layers = skin.layers();
    const auto black = std::find(style.pigments.begin(), style.pigments.end(), "black");
    place.black = black == style.pigments.end() ? -1 : int(black - style.pigments.begin());
    place.lightestWash = style.lightestWash();
    place.passes = style.shader.passes;
    return place;
}

NeedleInputs marksOf(const design::Style& style, const skin::Fields& skin) {
    NeedleInputs marks{};
    marks.texelMm = skin.grid.texelMm;
    marks.footprintMm = float(design::footprintMm(style.liner));
    marks.lineDilationMm = style.liner.dilationMm;
    marks.solidDilationMm = style.shader.dilationMm;
    marks.lineHoles = float(design::holeShare(style.liner));
    marks.solidHoles = float(design::holeShare(style.shader));
    const float widest = std::max({0.5f * marks.footprintMm, marks.lineDilationMm, marks.solidDilationMm});
    marks.reach = std::clamp(int(std::ceil(widest / skin.grid.texelMm + 0.5f)), 1, 24);
    marks.layers = skin.layers();
    return marks;
}

WoundInputs woundOf(const design::Style& style, const skin::Fields& skin) {
    WoundInputs wound{};
    wound.fineOriginMm = skin.grid.originMm;
    wound.coarseOriginMm = skin.coarse.originMm;
    wound.fineTexelMm = skin.grid.texelMm;
    wound.coarseTexelMm = skin.coarse.texelMm;
    wound.epidermisMm = skin.site.epidermisMm;
    wound.lineColumnMm = style.liner.columnMm;
    wound.solidColumnMm = style.shader.columnMm;
    wound.seed = skin.seed;
    return wound;
}

}  // namespace

struct Needle::Kernels {
    explicit Kernels(gpu::Device& device)
        : separate(device, "needle/separate"),
          spread(device, "needle/spread"),
          deposit(device, "needle/deposit"),
          wound(device, "needle/wound"),
          mediate(device, "needle/mediate") {}

    gpu::Kernel separate, spread, deposit, wound, mediate;
};

Needle::Needle(gpu::Device& device) : kernels_(std::make_unique<Kernels>(device)), device_(device) {}
Needle::~Needle() = default;

Separation Needle::ink(gpu::Commands& commands, const design::Artwork& artwork, const design::Style& style,
                       float rotateDeg, skin::Fields& skin) {
    checkEqual(skin.pigments.size(), style.pigments.size(), "pigments of the fields and of the style");
    Separation report;
    const SeparationTable table = separationFor(artwork.picture, skin.pigments, report);
    const gpu::Image picture = premultiplied(device_, artwork.picture);
    const gpu::Buffer doses = gpu::bufferOf(device_, "separation table", table.doses);
    const gpu::Buffer misses = gpu::bufferOf(device_, "misses of the separation", table.deltaE);
    const gpu::ImageShape flat{skin.grid.width, skin.grid.height};
    gpu::Image load(device_, "load of the artwork", flat), spread(device_, "reach of the ink", flat);
    gpu::Image drawn(device_, "artwork in doses", skin.dose.shape());
    gpu::Image work(device_, "work of the needle", flat);

    const PlaceInputs place = placeOf(artwork, style, skin, rotateDeg, table.nodes);
    const NeedleInputs marks = marksOf(style, skin);
    const WoundInputs wound = woundOf(style, skin);
    const gpu::Extent texels{skin.grid.width, skin.grid.height};
    skin::State& state = skin.state;
    skin::growAnatomy(commands, skin);
    {
        const auto section = commands.section("needle");
        commands.run(kernels_->separate, place, {picture, doses, misses, drawn, load}, texels);
        commands.run(kernels_->spread, marks, {load, spread}, texels);
        commands.run(kernels_->deposit, marks, {drawn, load, spread, skin.dose, work}, texels);
        commands.run(kernels_->wound, wound,
                     {work, skin.anatomy, state.ink, state.wound, state.epidermis, state.debris, skin.inking}, texels);
        commands.run(kernels_->mediate, wound, {state.epidermis, state.mediator},
                     {skin.coarse.width, skin.coarse.height});
        commands.clear(state.captured, 0);
        commands.clear(state.film, 0);
    }
    commands.submit();  // the artwork and its table end with this call
    return report;
}

}  // namespace inkheal::needle
