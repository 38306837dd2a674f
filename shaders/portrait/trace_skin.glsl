// The skin of a piece, or between the pieces, as a walk meets it in one band. Included by kernels that declare
// `bands`, `pigments`, `pieces`, `columns` and `inks` (portrait/trace_step.h) before; set `own` first.

struct Own {
    int piece;       // -1: between the pieces
    float cluster;   // this path's number: there is ink where it is under the cover
    TraceBand band;
    PigmentBands low, high;  // of the tray
};
Own own;
int bandNumber;

void beginBand(int piece, int band, int bareSkin, float cluster) {
    own.piece = piece;
    bandNumber = band;
    own.cluster = cluster;
    own.band = bands[(piece < 0 ? bareSkin : pieces[piece].skin) * traceBands + band];
    if (piece < 0) return;
    own.low = pigments[pieces[piece].firstPigment + band];
    own.high = pigments[pieces[piece].firstPigment + traceBands + band];
}

int texelAt(vec2 mm) {
    TracePiece p = pieces[own.piece];
    ivec2 at = clamp(ivec2(floor((mm - p.originMm) / p.texelMm)), ivec2(0), ivec2(p.width, p.height) - 1);
    return 2 * (p.firstTexel + at.y * p.width + at.x);
}

/// What eight doses absorb and scatter, per mm of full density.
Matter inkMatter(uvec4 doses) {
    vec4 a = vec4(unpackHalf2x16(doses.x), unpackHalf2x16(doses.y)), b = vec4(unpackHalf2x16(doses.z), unpackHalf2x16(doses.w));
    return Matter(dot(a, own.low.absorb) + dot(b, own.high.absorb), dot(a, own.low.scatter) + dot(b, own.high.scatter));
}

/// The borders of a column, from the surface down: scab, corneum, epidermis, clean dermis, inked dermis.
struct Borders {
    float scab, corneum, epidermis, clean, inked;
};

SkinVeil veilOf(Column c, float inkDepth_) {
    return skinVeil(crustColour(own.band.crustAbsorb, c.haemoglobin), crustInkDepth(inkDepth_, c.crust), own.band.melaninDepth, c.crust, c.young,
                    c.flake, c.wet);
}

Borders bordersOf(Column c) {
    SkinVeil veil = veilOf(c, 0.0);
    Borders b;
    b.scab = veil.crustMm;
    b.corneum = b.scab + veil.corneumMm;
    b.epidermis = b.corneum + c.epidermisMm;
    b.clean = c.cover > own.cluster ? b.epidermis + c.cleanMm : b.epidermis;
    b.inked = c.cover > own.cluster ? b.clean + inkLayerMm : b.epidermis;
    return b;
}

Matter dermisOf(float blood) { return Matter(own.band.dermisAbsorb + own.band.bloodAbsorb * blood, own.band.dermisScatter); }

/// The epidermis of a column with doses of ink in it, or the scab or the corneum on it.
Matter outerMatter(Column c, Borders b, Matter outer, float z) {
    vec2 inkDepth_ = vec2(outer.absorb, outer.scatter) * inkedEpidermisMm;
    if (z < b.corneum) {
        SkinVeil veil = veilOf(c, inkDepth_.x);
        return z < b.scab ? Matter(veil.crustAbsorb, veil.crustScatter) : Matter(veil.corneumAbsorb, veil.corneumScatter);
    }
    return Matter((darkenedDepth(own.band.melaninDepth, c.darkening) + inkDepth_.x) / c.epidermisMm,
                  own.band.epidermisScatter + inkDepth_.y / c.epidermisMm);
}

Matter matterOfColumn(Column c, uvec4 dermal, uvec4 outer, float z) {
    Borders b = bordersOf(c);
    bool inked = c.cover > own.cluster;
    Matter none = Matter(0.0, 0.0);
    if (z < b.epidermis) return outerMatter(c, b, inked ? inkMatter(outer) : none, z);
    Matter here = dermisOf(c.blood);
    if (!inked || z < b.clean || z >= b.inked) return here;
    Matter ink = inkMatter(dermal);
    return Matter(here.absorb + ink.absorb, here.scatter + ink.scatter);
}
