#include "skin/fields.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace inkheal::skin {
namespace {

constexpr float coarseTexelsPerMm = 2;
constexpr float coarseMarginMm = 12;  // mediator spreads about 5 mm; what reaches the border is under a tenth

constexpr float migrationTexelMm = 0.2f;

Grid coarseOf(const Grid& fine) {
    Grid coarse;
    coarse.texelMm = 1 / coarseTexelsPerMm;
    const auto texels = [&](int n) {
        return int(std::ceil((float(n) * fine.texelMm + 2 * coarseMarginMm) / coarse.texelMm));
    };
    coarse.width = texels(fine.width);
    coarse.height = texels(fine.height);
    const glm::vec2 middle = fine.originMm + 0.5f * fine.texelMm * glm::vec2(fine.width, fine.height);
    coarse.originMm = middle - 0.5f * coarse.texelMm * glm::vec2(coarse.width, coarse.height);
    return coarse;
}

}  // namespace

Grid gridAround(float widthMm, float heightMm, float rotateDeg, float texelsPerMm, float marginMm) {
    check(widthMm > 0 && heightMm > 0 && texelsPerMm > 0 && marginMm >= 0, "a grid has a size");
    const float turn = rotateDeg * 0.017453292519943295f;
    const float c = std::abs(std::cos(turn)), s = std::abs(std::sin(turn));
    Grid grid;
    grid.texelMm = 1 / texelsPerMm;
    grid.width = int(std::ceil((widthMm * c + heightMm * s + 2 * marginMm) * texelsPerMm));
    grid.height = int(std::ceil((widthMm * s + heightMm * c + 2 * marginMm) * texelsPerMm));
    grid.originMm = -0.5f * grid.texelMm * glm::vec2(grid.width, grid.height);
    return grid;
}

int migrationBlock(const Grid& grid) {
    return std::max(1, int(std::lround(migrationTexelMm / grid.texelMm)));
}

Grid migrationGrid(const Grid& grid) {
    const int block = migrationBlock(grid);
    const auto blocks = [block](int texels) { return (texels + block - 1) / block; };
    return {blocks(grid.width), blocks(grid.height), grid.texelMm * float(block), grid.originMm};
}

State makeState(gpu::Device& device, const Fields& like, const std::string& name) {
    const gpu::ImageShape flat{like.grid.width, like.grid.height};
    const gpu::ImageShape layered{like.grid.width, like.grid.height, like.layers(), gpu::Format::rgba32f, false, true};
    const gpu::ImageShape coarse{like.coarse.width, like.coarse.height, 1, gpu::Format::rg32f};
    const Grid migration = migrationGrid(like.grid);
    const gpu::ImageShape blocks{migration.width, migration.height, 1, gpu::Format::rg32f};
    State state;
    state.captured = gpu::Image(device, name + " captured ink", layered);
    state.ink = gpu::Image(device, name + " ink shares", flat);
    state.wound = gpu::Image(device, name + " wound", flat);
    state.epidermis = gpu::Image(device, name + " epidermis", flat);
    state.film = gpu::Image(device, name + " film", flat);
    state.debris = gpu::Image(device, name + " debris", flat);
    state.mediator = gpu::Image(device, name + " mediator", coarse);
    state.surround = gpu::Image(device, name + " surroundings", coarse);
    state.around = gpu::Image(device, name + " integrity round about", blocks);
    return state;
}

Fields makeFields(gpu::Device& device, const Grid& grid, std::vector<Pigment> pigments, const SiteConstants& site,
                  std::uint32_t seed) {
    check(!pigments.empty() && pigments.size() <= 8, "one to eight pigments");
    Fields fields;
    fields.grid = grid;
    fields.coarse = coarseOf(grid);
    fields.pigments = std::move(pigments);
    fields.site = site;
    fields.seed = seed;
    const gpu::ImageShape layered{grid.width, grid.height, fields.layers(), gpu::Format::rgba32f, false, true};
    fields.dose = gpu::Image(device, "dose", layered);
    fields.inking = gpu::Image(device, "inking", {grid.width, grid.height, 1, gpu::Format::rg32f});
    fields.anatomy = gpu::Image(device, "anatomy", {grid.width, grid.height});
    fields.metric = gpu::Image(device, "metric", {grid.width, grid.height, 1, gpu::Format::rg32f});
    fields.pores = gpu::Image(device, "pores", {grid.width, grid.height, 1, gpu::Format::r32f});
    fields.state = makeState(device, fields, "skin");
    const std::size_t texels = std::size_t(grid.width) * std::size_t(grid.height);
    fields.state.epidermis.uploadFrom(
        std::span<const glm::vec4>(std::vector<glm::vec4>(texels, glm::vec4(1, 0, 0, 0))));
    setMetric(fields, std::vector<glm::vec2>(texels, glm::vec2(1)));
    return fields;
}

void setMetric(Fields& fields, const std::vector<glm::vec2>& metric) {
    checkEqual(metric.size(), std::size_t(fields.grid.width) * std::size_t(fields.grid.height), "texels of a metric");
    fields.metricLow = fields.metricHigh = metric.front();
    for (const glm::vec2& here : metric) {
        check(here.x > 0 && here.y > 0, "paper on skin has a size");
        fields.metricLow = glm::min(fields.metricLow, here);
        fields.metricHigh = glm::max(fields.metricHigh, here);
    }
    fields.metric.uploadFrom(std::span<const glm::vec2>(metric));
}

std::uint64_t stateBytes(const State& state) {
    return state.captured.bytes() + state.ink.bytes() + state.wound.bytes() + state.epidermis.bytes() +
           state.film.bytes() + state.debris.bytes() + state.mediator.bytes() + state.surround.bytes() +
           state.around.bytes();
}

void copyState(gpu::Commands& commands, const State& from, State& to) {
    commands.copy(from.captured, to.captured);
    commands.copy(from.ink, to.ink);
    commands.copy(from.wound, to.wound);
    commands.copy(from.epidermis, to.epidermis);
    commands.copy(from.film, to.film);
    commands.copy(from.debris, to.debris);
    commands.copy(from.mediator, to.mediator);
    commands.copy(from.surround, to.surround);
    commands.copy(from.around, to.around);
}

}  // namespace inkheal::skin
