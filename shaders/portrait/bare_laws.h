// Bare skin between the pieces: how the tile of micro-relief is laid on it from three sides, and where a nail begins.
// Used by the kernel of bare skin alone.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_BARE_LAWS_H)
#define INKHEAL_PORTRAIT_BARE_LAWS_H

const real leastPlane = 0.06;  // planes of the tile that the surface faces less than this are left out
const real nailBegins = 0.35;  // of the nail between vertices, so that its rim is no wider than a mm
const real nailWhole = 0.65;

/// Weights of the tile's three planes for a normal. Their squares sum to 1, so that the relief is as strong everywhere.
LAW vec3 planeShares(vec3 normal) {
    vec3 share = normal * normal;
    share *= share * share;
    share /= share.x + share.y + share.z;
    share = vec3(max(share.x - leastPlane, 0.0), max(share.y - leastPlane, 0.0), max(share.z - leastPlane, 0.0));
    return share / sqrt(max(dot(share, share), 1e-4));
}

/// How much of a nail a place is, from what its corners carry.
LAW real nailShare(real carried) {
    return smoothstep(nailBegins, nailWhole, carried);
}

#endif
