#include "skin/anatomy.h"

#include "shared/language.h"

namespace inkheal::skin {
namespace {

using language::uint;
using language::vec2;
#include "skin/anatomy_step.h"

}  // namespace

void growAnatomy(gpu::Commands& commands, Fields& fields) {
    const gpu::Kernel kernel(commands.device(), "skin/anatomy");
    AnatomyInputs inputs{};
    inputs.originMm = fields.grid.originMm;
    inputs.texelMm = fields.grid.texelMm;
    inputs.cellMm = fields.site.cellMm;
    inputs.reliefMm = fields.site.reliefMm;
    inputs.seed = fields.seed;
    inputs.poresPerMm2 = fields.site.poresPerCm2 / 100;
    {
        const auto section = commands.section("anatomy");
        commands.run(kernel, inputs, {fields.anatomy, fields.pores});
    }
    commands.submit();
}

}  // namespace inkheal::skin
