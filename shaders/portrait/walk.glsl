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

/// One event: a border, a scattering, or nothing. True once the walk has left through the surface (weight > 0) or ended
/// (weight 0).
bool walkOn(inout Walker w, inout uint state) {
    Zone zone = zoneAt(w.at, w.toward.z);
    float forward = forwardAt(w.at.z, w.toward.z), high = min(zone.high, floorMm());
    if (forward > 0.0)
        high = min(high, forwardDepth());
    else
        zone.low = max(zone.low, forwardDepth());
    float path = freePathMm(zone.bound, chance(state));
    float toEdge = ((w.toward.z > 0.0 ? high : zone.low) - w.at.z) / (abs(w.toward.z) > 1e-7 ? w.toward.z : 1e-7);
    float go = min(min(path, zone.reachMm), max(toEdge, 0.0));
    w.at += go * w.toward;
    if (go == path) {
        Matter here = matterAt(w.at);
        vec4 all = extinctionOf(here, forward);
        if (chance(state) * zone.bound >= all.x) {
            w.likely = min(w.likely * (max(zone.bound - all, 0.0) / max(zone.bound - all.x, 1e-6)), mostLikely);
            return false;
        }
        w.likely = min(w.likely * (all / all.x), mostLikely);
        w.weight *= 1.0 - here.absorb / all;
        float left = mostOf(balancedLight(w.weight, w.likely));
        if (left < spareWeight) {
            if (chance(state) * spareWeight >= left) {
                w.weight = vec4(0.0);
                return true;
            }
            w.weight *= spareWeight / left;
        }
        w.toward = scattered(w.toward, forward, state);
        return false;
    }
    if (go == zone.reachMm) return false;
    if (w.toward.z > 0.0) {
        w.at.z = high;
        if (high >= floorMm()) w.toward.z = -w.toward.z;
        return false;
    }
    w.at.z = zone.low;
    if (zone.low > 0.0) return false;
    if (chance(state) >= fresnelExact(-w.toward.z, 1.0 / skinIndex)) return true;
    w.toward.z = -w.toward.z;
    return false;
}
