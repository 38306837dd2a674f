// The skin of a piece, or between the pieces, as a walk meets it in its four bands. Included by kernels that declare
// `bands`, `pigments`, `pieces`, `columns` and `inks` (portrait/trace_step.h) before; set `own` first.

struct Own {
    int piece;      // -1: between the pieces
    float cluster;  // this path's number: there is ink where it is under the cover
    ivec4 band;
    vec4 melaninDepth, dermisAbsorb, bloodAbsorb, crustAbsorb, epidermisScatter, dermisScatter;  // of TraceBand
    float epidermisMm;
    mat4 lowAbsorb, lowScatter, highAbsorb, highScatter;  // of the tray's pigments, four and four; a column a band
};
Own own;

void beginBands(int piece, ivec4 four, int bareSkin, float cluster) {
    own.piece = piece;
    own.cluster = cluster;
    own.band = four;
    int skin = (piece < 0 ? bareSkin : pieces[piece].skin) * traceBands;
    for (int i = 0; i < 4; ++i) {
        TraceBand band = bands[skin + four[i]];
        own.melaninDepth[i] = band.melaninDepth;
        own.dermisAbsorb[i] = band.dermisAbsorb;
        own.bloodAbsorb[i] = band.bloodAbsorb;
        own.crustAbsorb[i] = band.crustAbsorb;
        own.epidermisScatter[i] = band.epidermisScatter;
        own.dermisScatter[i] = band.dermisScatter;
        own.epidermisMm = band.epidermisMm;
        if (piece < 0) continue;
        PigmentBands low = pigments[pieces[piece].firstPigment + four[i]], high = pigments[pieces[piece].firstPigment + traceBands + four[i]];
        own.lowAbsorb[i] = low.absorb;
        own.lowScatter[i] = low.scatter;
        own.highAbsorb[i] = high.absorb;
        own.highScatter[i] = high.scatter;
    }
}

int texelAt(vec2 mm) {
    TracePiece p = pieces[own.piece];
    ivec2 at = clamp(ivec2(floor((mm - p.originMm) / p.texelMm)), ivec2(0), ivec2(p.width, p.height) - 1);
    return 2 * (p.firstTexel + at.y * p.width + at.x);
}

/// What eight doses absorb and scatter, per mm of full density.
Matter inkMatter(uvec4 doses) {
    vec4 a = vec4(unpackHalf2x16(doses.x), unpackHalf2x16(doses.y)), b = vec4(unpackHalf2x16(doses.z), unpackHalf2x16(doses.w));
    return Matter(a * own.lowAbsorb + b * own.highAbsorb, a * own.lowScatter + b * own.highScatter);
}

/// The borders of a column, from the surface down: scab, corneum, epidermis, clean dermis, inked dermis.
struct Borders {
    float scab, corneum, epidermis, clean, inked;
};

SkinVeil veilOf(Column c, float inkDepth_, int i) {
    return skinVeil(crustColour(own.crustAbsorb[i], c.haemoglobin), crustInkDepth(inkDepth_, c.crust), own.melaninDepth[i], c.crust, c.young,
                    c.flake, c.wet);
}

Borders bordersOf(Column c) {
    SkinVeil veil = veilOf(c, 0.0, 0);  // as thick in all bands
    Borders b;
    b.scab = veil.crustMm;
    b.corneum = b.scab + veil.corneumMm;
    b.epidermis = b.corneum + c.epidermisMm;
    b.clean = c.cover > own.cluster ? b.epidermis + c.cleanMm : b.epidermis;
    b.inked = c.cover > own.cluster ? b.clean + inkLayerMm : b.epidermis;
    return b;
}

Matter dermisOf(float blood) { return Matter(own.dermisAbsorb + own.bloodAbsorb * blood, own.dermisScatter); }

/// The epidermis of a column with doses of ink in it, or the scab or the corneum on it.
Matter outerMatter(Column c, Borders b, Matter outer, float z) {
    vec4 inkDepth_ = outer.absorb * inkedEpidermisMm, inkScatters = outer.scatter * inkedEpidermisMm;
    Matter here;
    if (z < b.corneum) {
        for (int i = 0; i < 4; ++i) {
            SkinVeil veil = veilOf(c, inkDepth_[i], i);
            here.absorb[i] = z < b.scab ? veil.crustAbsorb : veil.corneumAbsorb;
            here.scatter[i] = z < b.scab ? veil.crustScatter : veil.corneumScatter;
        }
        return here;
    }
    for (int i = 0; i < 4; ++i) here.absorb[i] = darkenedDepth(own.melaninDepth[i], c.darkening);
    here.absorb = (here.absorb + inkDepth_) / c.epidermisMm;
    here.scatter = own.epidermisScatter + inkScatters / c.epidermisMm;
    return here;
}

Matter matterOfColumn(Column c, uvec4 dermal, uvec4 outer, float z) {
    Borders b = bordersOf(c);
    bool inked = c.cover > own.cluster;
    Matter none = Matter(vec4(0.0), vec4(0.0));
    if (z < b.epidermis) return outerMatter(c, b, inked ? inkMatter(outer) : none, z);
    Matter here = dermisOf(c.blood);
    if (!inked || z < b.clean || z >= b.inked) return here;
    Matter ink = inkMatter(dermal);
    return Matter(here.absorb + ink.absorb, here.scatter + ink.scatter);
}
