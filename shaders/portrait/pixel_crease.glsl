// Folds the skin at a spot, bare or with a piece on it, where a crease runs. Included after pixel_bare.glsl by the kernel
// that includes portrait/crease_laws.h before.

void fold(Spot spot, inout Skin skin) {
    where (spot.crease.y > 0.0) {
        vec3 slope = creaseSlope(spot.crease.x, spot.crease.y) * spot.besideCrease;
        float relit = dot(skin.toLight, normalize(skin.level - slope) - skin.level) / max(greyOf(skin.falling), 1e-3);
        float open = creaseOpen(spot.crease.x, spot.crease.y);
        vec3 near = 1.0 - shot.bareBelow.rgb / shot.bare.rgb, shown = near + creaseKept * (1.0 - near);
        vec3 sees = 1.0 - (1.0 - open) * shown;
        skin.leaves *= max(1.0 + relit * shown, leastRelit);
        skin.leaves *= vec3(opennessWithBounces(sees.r, shot.bare.r), opennessWithBounces(sees.g, shot.bare.g), opennessWithBounces(sees.b, shot.bare.b));
        skin.bent = normalize(skin.bent - slope);
        skin.furrow *= open;
    }
}
