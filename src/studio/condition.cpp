#include "studio/condition.h"

#include <algorithm>

namespace inkheal::studio {

healing::Condition conditionOf(double ageDays, const SkinTexels& skin) {
    healing::Condition mean;
    double count = 0;
    for (std::size_t i = 0; i < skin.anatomy.size(); ++i) {
        if (skin.anatomy[i].w < treatedFrom) continue;
        const glm::dvec4 closing(skin.epidermis[i]), dead(skin.debris[i]);
        mean.injury += closing.w;
        mean.blood += double(skin.wound[i].y);
        mean.open += 1 - closing.x;
        mean.dead += dead.x + dead.y + dead.z + dead.w;
        mean.crust += double(skin.film[i].z);
        mean.young += closing.y + closing.z;
        ++count;
    }
    for (double* sum : {&mean.injury, &mean.blood, &mean.open, &mean.dead, &mean.crust, &mean.young})
        *sum /= std::max(count, 1.0);
    mean.ageDays = ageDays;
    return mean;
}

healing::Condition conditionOf(double ageDays, const skin::Fields& fields) {
    const skin::State& s = fields.state;
    const auto wound = s.wound.downloadAs<glm::vec4>(), epidermis = s.epidermis.downloadAs<glm::vec4>();
    const auto film = s.film.downloadAs<glm::vec4>(), debris = s.debris.downloadAs<glm::vec4>();
    const auto anatomy = fields.anatomy.downloadAs<glm::vec4>();
    return conditionOf(ageDays, SkinTexels{wound, epidermis, film, debris, anatomy});
}

}  // namespace inkheal::studio
