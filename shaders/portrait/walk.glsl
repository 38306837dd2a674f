// Light's random walk in layers that lie flat in a chart: x and y in mm along it, z the depth. A kernel that includes
// it says what the skin is by the functions below, and takes steps until the walk ends.
// Needs portrait/walk_parts.glsl, portrait/random.glsl and a constant twoPi first.

/// The zone at a place; on the border of two the one that `down` (z of the direction) leads into.
Zone zoneAt(vec3 at, float down);
Matter matterAt(vec3 at);
float floorMm();  // depth of a white floor under everything

float forwardness();    // mean cosine of a scattering
float forwardDepth();   // down to here; below it is even

/// Of the scatterings at a depth, on the side of the border that `down` leads into.
float forwardAt(float z, float down) { return z < forwardDepth() || (z == forwardDepth() && down <= 0.0) ? forwardness() : 0.0; }

/// Where a scattering sends light: Henyey and Greenstein 1941, evenly to all sides where it is not forward.
vec3 scattered(vec3 from, float forward, inout uint state) {
    float angle = twoPi * chance(state), cosine = scatterCosine(forward, chance(state)), r = sqrt(max(1.0 - cosine * cosine, 0.0));
    vec3 aside = vec3(r * cos(angle), r * sin(angle), cosine);
    if (forward == 0.0) return aside;
    vec3 x, y;
    frameAbout(from, x, y);
    return aside.x * x + aside.y * y + aside.z * from;
}

/// Scatters, or ends by absorption. True once it has ended.
bool scatter(inout Walker w, Matter here, vec4 all, float forward, inout uint state) {
    w.weight *= 1.0 - here.absorb / all;
    float left = mostOf(balancedLight(w.weight, w.likely));
    bool ended = left < spareWeight && chance(state) * spareWeight >= left;
    w.weight *= ended ? 0.0 : spareWeight / min(left, spareWeight);
    if (!ended) w.toward = scattered(w.toward, forward, state);
    return ended;
}

/// Meets matter, or nothing where there is less of it than the bound says.
bool meetMatter(inout Walker w, float bound, float forward, inout uint state) {
    Matter here = matterAt(w.at);
    vec4 all = extinctionOf(here, forward);
    bool meets = chance(state) * bound < all.x, ended = false;
    w.likely = min(w.likely * (meets ? all / all.x : max(bound - all, 0.0) / max(bound - all.x, 1e-6)), mostLikely);
    if (meets) ended = scatter(w, here, all, forward, state);
    return ended;
}

/// Crosses a border of zones, or meets the surface from below. True once it has left.
bool crossBorder(inout Walker w, float low, float high, inout uint state) {
    bool down = w.toward.z > 0.0, surface = !down && low <= 0.0, leaves = false;
    w.at.z = down ? high : low;
    bool back = down && high >= floorMm();
    if (surface) {
        leaves = chance(state) >= fresnelExact(-w.toward.z, 1.0 / skinIndex);
        back = !leaves;
    }
    if (back) w.toward.z = down ? -w.toward.z : max(-w.toward.z, leastSlant);
    return leaves;
}

/// One event: a border, a scattering, or nothing. True once the walk has left through the surface (weight > 0) or ended
/// (weight 0).
bool walkOn(inout Walker w, inout uint state) {
    Zone zone = zoneAt(w.at, w.toward.z);
    float forward = forwardAt(w.at.z, w.toward.z), high = min(zone.high, floorMm());
    high = forward > 0.0 ? min(high, forwardDepth()) : high;
    float low = forward > 0.0 ? zone.low : max(zone.low, forwardDepth());
    float path = freePathMm(zone.bound, chance(state));
    float slant = max(abs(w.toward.z), leastSlant);  // level ones come to no border, nor jump to one
    float toEdge = (w.toward.z > 0.0 ? high - w.at.z : w.at.z - low) / slant;
    float go = min(min(path, zone.reachMm), max(toEdge, 0.0));
    w.at += go * w.toward;
    if (go == path) return meetMatter(w, zone.bound, forward, state);
    if (go == zone.reachMm) return false;
    return crossBorder(w, low, high, state);
}
