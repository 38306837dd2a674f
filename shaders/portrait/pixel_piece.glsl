// Lays one piece over the bare skin at a spot: its light, its relief and what lies on it. Included after pixel_bare.glsl
// by the kernel that declares `chart`, `pieces` and the layers of the charts.

struct SeenInk {
    vec3 above, seen;
    float wet, crust;
};

/// The mean over what a pixel covers: along its longer way by taps, across it by the mips.
SeenInk inkOver(vec3 uv, vec2 wayUv, float taps, float mip) {
    vec4 above = vec4(0.0), seen = vec4(0.0);
    for (float i = 0.5; i < taps; i += 1.0) {
        vec3 at = vec3(uv.xy + wayUv * (i / taps - 0.5), uv.z);
        above += textureLod(aboves, at, mip);
        seen += textureLod(seens, at, mip);
    }
    above /= taps;
    seen /= taps;
    return SeenInk(above.rgb, seen.rgb, above.a, seen.a);
}

/// Light that crust and scales toward the light leave to a place so high.
float uncast(vec3 uv, vec2 perMm, float mip, float height, vec3 riseX, vec3 riseY, Skin skin) {
    vec3 slants = skin.toLight - skin.level * dot(skin.toLight, skin.level);
    float slant = max(length(slants), leastSlanting);
    vec2 way = vec2(dot(slants, riseX), dot(slants, riseY)) / slant * perMm;
    float near = textureLod(slopes, uv + vec3(castNearMm * way, 0.0), mip).w - height;
    float far = textureLod(slopes, uv + vec3(castFarMm * way, 0.0), mip).w - height;
    return lightPast(max(near / castNearMm, far / castFarMm), greyOf(skin.falling) / slant);
}

/// `low` is the place on the paper, from its lowest corner, and ub and uc the triangle's edges there.
void layOn(int layer, LaidPiece piece, vec2 low, float rimMm, vec2 ub, vec2 uc, Spot spot, inout Skin skin) {
    vec2 share = low / piece.sizeMm;
    vec4 broad = textureLod(mixed, vec3(share * piece.coarseShare, layer), 0.0);
    float weight = chartWeight(rimMm, broad.a), rest = 1.0 - weight;

    // The chart's x and y as they rise along the skin, and what the pixel covers in them.
    vec3 riseX = ub.x * spot.towardB + uc.x * spot.towardC, riseY = ub.y * spot.towardB + uc.y * spot.towardC;
    vec2 right = vec2(dot(riseX, spot.alongX), dot(riseY, spot.alongX)), up = vec2(dot(riseX, spot.alongY), dot(riseY, spot.alongY));
    Footprint foot = footprintOf(right, up);
    float sharp = exp2(-inputs.sharpness), texelMm = piece.texelMm;
    vec2 wayUv = (dot(right, right) > dot(up, up) ? right : up) * (sharp / piece.sizeMm) * piece.fineShare;
    vec3 uv = vec3(share * piece.fineShare, layer);
    SeenInk ink = inkOver(uv, wayUv, foot.taps, max(log2(foot.acrossMm * sharp / texelMm), 0.0));
    float mip = max(log2(foot.evenMm * sharp / texelMm), 0.0);
    vec4 relief = textureLod(slopes, uv, mip);
    vec3 lies = vec3(ink.wet, ink.crust, textureLod(drys, uv, mip).r);

    float shown = mix(reliefShown, 1.0, clamp(lies.y + max(lies.z, 0.0), 0.0, 1.0));
    vec3 slopeHere = shown * (relief.x * riseX + relief.y * riseY);
    vec3 slopeOld = skin.level - skin.bent / max(dot(skin.bent, skin.level), 0.2);
    vec3 slope = (weight * slopeHere + rest * slopeOld) * blendGain(weight);
    float kept = 1.0;
    where (lies.y + lies.z > castFrom) kept = uncast(uv, piece.fineShare / piece.sizeMm, mip, relief.w, riseX, riseY, skin);
    float relit = dot(skin.toLight, normalize(skin.level - slopeHere) - skin.level) / max(greyOf(skin.falling), 1e-3);
    vec3 above = ink.above * skin.falling, below = shot.bareBelow.rgb * ink.seen * broad.rgb / max(broad.a, leastCovered);
    // What the tissue over the ink does not return to this eye comes from deeper.
    vec3 shallow = min(ink.above, shot.bare.rgb - shot.bareBelow.rgb) * skin.falling, most = max(above + below, shot.bare.rgb * skin.falling);
    vec3 returned = shallow * viewedShallow(skin.inside), deeper = (most * skin.byAngle - returned) / max(most - shallow, vec3(leastDeep));
    vec3 back = (returned + (above - shallow) * deeper) * max(1.0 + relit, leastRelit);
    back += below * deeper * max(1.0 + reliefKept * relit, leastRelit);
    skin.leaves = rest * skin.leaves + weight * kept * back * skin.colour;
    skin.furrow = mix(skin.furrow, furrowGloss(-relief.w / max(0.6 * shot.relief.y, 1e-4)), weight);
    skin.variance = mix(skin.variance, shown * shown * max(relief.z - dot(relief.xy, relief.xy), 0.0), weight);
    skin.bent = normalize(skin.level - slope);
    skin.lies = mix(skin.lies, lies, weight);
}

vec2 chartMm(int layer, uint vertex) { return imageLoad(chart, ivec3(tableAt(vertex), layer)).xy; }

void layPiece(int layer, Spot spot, inout Skin skin) {
    vec2 ua = chartMm(layer, spot.corner.x), ub = chartMm(layer, spot.corner.y) - ua, uc = chartMm(layer, spot.corner.z) - ua;
    LaidPiece piece = pieceAt(layer);
    vec2 low = ua + spot.weight.y * ub + spot.weight.z * uc - piece.originMm, high = piece.sizeMm - low;
    bool laid = max(ua.x, max(ub.x + ua.x, uc.x + ua.x)) < farOffMm;
    float rimMm = min(min(low.x, low.y), min(high.x, high.y));
    where (laid && rimMm > 0.0) layOn(layer, piece, low, rimMm, ub, uc, spot, skin);
}
