// How skin differs over a hand or foot: palms and nails, folds and patches of blood, spots of melanin. Small changes in chromophores, not paint.
// Own estimates; back of the hand redder and darker than the inner arm in every group of Xiao 2017.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_PERSON_LAWS_H)
#define INKHEAL_PORTRAIT_PERSON_LAWS_H

/// Depth of the micro-relief over the site's own: smooth on nails, and on palms ridged otherwise.
LAW real reliefOn(real palmar, real nail) {
    return (1.0 - nail) * mix(1.0, 0.55, smoothstep(0.35, 0.9, palmar));
}

/// Blood over the tone's own (1 = doubled). patchy is a noise round 0; folds and palms have more, nails most.
LAW real bloodOn(real patchy, real palmar, real nail, real open) {
    return 0.55 * patchy + 0.35 * smoothstep(0.4, 0.9, palmar) + 0.5 * nail + 0.4 * clamp(0.75 - open, 0.0, 1.0);
}

/// Melanin over the tone's own (1 = doubled): palms and nails have little, most to be seen on dark skin.
LAW real melaninOn(real spots, real palmar, real nail, real toneMelanin) {
    real pale = max(smoothstep(0.45, 0.95, palmar), nail);
    real dark = clamp(toneMelanin / 0.12, 0.0, 1.6);
    return 0.16 * spots - pale * (0.15 + 0.8 * dark);
}

#endif
