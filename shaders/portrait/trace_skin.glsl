// The skin of a piece, or between the pieces, as a walk meets it in its four bands. Included by kernels that declare
// `bands`, `pigments`, `pieces`, `columns` and `inks` (portrait/trace_step.h) before; set `own` first.

struct Own {
    int piece;      // -1: between the pieces
    vec2 originMm;  // of its grid, as the next six
    float texelMm, cellMm;
    ivec2 texels, cells;
    int firstTexel, firstCell;
    float cluster;  // this path's number: there is ink where it is under the cover
    ivec4 band;
    vec4 melaninDepth, dermisAbsorb, bloodAbsorb, crustAbsorb, epidermisScatter, dermisScatter;  // of TraceBand
    float epidermisMm;
    mat4 lowAbsorb, lowScatter, highAbsorb, highScatter;  // of the tray's pigments, four and four; a column a band
};
Own own;

void takePiece(TracePiece p) {
    own.originMm = p.originMm;
    own.texelMm = p.texelMm;
    own.cellMm = p.cellMm;
    own.texels = ivec2(p.width, p.height);
    own.cells = ivec2(p.cellsX, p.cellsY);
    own.firstTexel = p.firstTexel;
    own.firstCell = p.firstCell;
}

void beginBands(int piece, ivec4 four, int bareSkin, float cluster) {
    own.piece = piece;
    own.cluster = cluster;
    own.band = four;
    if (piece >= 0) takePiece(pieces[piece]);
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
    ivec2 at = clamp(ivec2(floor((mm - own.originMm) / own.texelMm)), ivec2(0), own.texels - 1);
    return 2 * (own.firstTexel + at.y * own.texels.x + at.x);
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

/// The scab on a column or the corneum under it, with ink whose depth in the epidermis is `inkDepth_`.
Matter veilMatter(Column c, Borders b, vec4 inkDepth_, float z) {
    Matter here;
    for (int i = 0; i < 4; ++i) {
        SkinVeil veil = veilOf(c, inkDepth_[i], i);
        here.absorb[i] = z < b.scab ? veil.crustAbsorb : veil.corneumAbsorb;
        here.scatter[i] = z < b.scab ? veil.crustScatter : veil.corneumScatter;
    }
    return here;
}

/// The epidermis of a column with doses of ink in it, or the scab or the corneum on it.
Matter outerMatter(Column c, Borders b, Matter outer, float z) {
    vec4 inkDepth_ = outer.absorb * inkedEpidermisMm;
    Matter here;
    for (int i = 0; i < 4; ++i) here.absorb[i] = darkenedDepth(own.melaninDepth[i], c.darkening);
    here.absorb = (here.absorb + inkDepth_) / c.epidermisMm;
    here.scatter = own.epidermisScatter + outer.scatter * inkedEpidermisMm / c.epidermisMm;
    where (z < b.corneum) here = veilMatter(c, b, inkDepth_, z);
    return here;
}

/// Which of a texel's two sets of doses lies at a depth: 0 in the dermis, 1 in the epidermis and over it; -1: none.
int dosesAt(Column c, Borders b, float z) {
    if (c.cover <= own.cluster) return -1;
    return z < b.epidermis ? 1 : z >= b.clean && z < b.inked ? 0 : -1;
}

/// `ink` is that of the doses that lie there.
Matter matterOfColumn(Column c, Borders b, Matter ink, float z) {
    Matter here = dermisOf(c.blood);
    here = Matter(here.absorb + ink.absorb, here.scatter + ink.scatter);
    if (z < b.epidermis) here = outerMatter(c, b, ink, z);
    return here;
}
