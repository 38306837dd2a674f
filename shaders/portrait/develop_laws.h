// From light to a file: averaging that keeps edges calm, a neutral curve, sRGB and its rounding.
// For the kernels that end a frame; in double for the tests of the print.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_DEVELOP_LAWS_H)
#define INKHEAL_PORTRAIT_DEVELOP_LAWS_H

const real shoulderStart = 0.72;  // light up to here is shown as it is
const real bleach = 0.3;          // how fast light beyond it turns white: skin has lost half its chroma three stops on

/// Place of a sub-frame within the pixel, -0.5 to 0.5 each way: Hammersley's points, one in each column, and in each
/// row if their number is a power of two.
LAW vec2 subFramePlace(int frame, int frames) {
    real reversed = 0.0, digit = 0.5;
    for (int k = frame; k > 0; k /= 2) {
        reversed += digit * real(k % 2);
        digit *= 0.5;
    }
    real half_ = 0.5 / real(frames);
    return vec2((real(frame) + 0.5) / real(frames) - 0.5, reversed + half_ - 0.5);
}

/// Weight of a sample by its brightest channel, so that one glint does not outweigh its neighbours; expanded undoes it.
LAW real calmed(real peak) {
    return 1.0 / (1.0 + max(peak, 0.0));
}
LAW real expanded(real calmedPeak) {
    return 1.0 / max(1.0 - calmedPeak, 0.02);
}

/// Display light of the brightest channel: a straight line, then a hyperbola of the same slope that ends at 1.
LAW real shoulder(real peak) {
    if (peak <= shoulderStart) return peak;
    real room = 1.0 - shoulderStart;
    return 1.0 - room * room / (peak + room - shoulderStart);
}

/// How much of white is mixed into a colour whose peak was brought from `peak` to `shown`.
LAW real bleached(real peak, real shown) {
    return 1.0 - 1.0 / (bleach * max(peak - shown, 0.0) + 1.0);
}

/// Linear Rec. 709 light in the primaries of Display P3 (SMPTE RP 431-2's with D65), for the same colour.
LAW vec3 displayP3(vec3 light) {
    return vec3(0.822461969 * light.x + 0.177538031 * light.y, 0.033194199 * light.x + 0.966805801 * light.y,
                0.017082631 * light.x + 0.072397441 * light.y + 0.910519929 * light.z);
}

/// IEC 61966-2-1.
LAW real srgbEncoded(real linear) {
    real l = clamp(linear, 0.0, 1.0);
    return l <= 0.0031308 ? 12.92 * l : 1.055 * pow(l, 1.0 / 2.4) - 0.055;
}

/// Noise 0..1 by pixel, even over small neighbourhoods (interleaved gradient noise, Jimenez 2014).
LAW real pixelNoise(real x, real y) {
    real a = 0.06711056 * x + 0.00583715 * y;
    real b = 52.9829189 * (a - floor(a));
    return b - floor(b);
}

/// Grey of the studio's wall: lighter behind the limb, darker to the corners. x and y from the picture's centre, 1 at
/// its shorter edge.
LAW real wallGrey(real x, real y, real middle, real corner) {
    real r2 = 0.16 * (x * x + (y - 0.25) * (y - 0.25));
    return mix(middle, corner, r2 / (0.35 + r2) * 1.1);
}

#endif
