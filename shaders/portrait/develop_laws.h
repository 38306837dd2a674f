// From light to a file: averaging that keeps edges calm, a neutral curve, sRGB and its rounding.
// For the kernels that end a frame; in double for the tests of the print.
#if defined(__cplusplus) || !defined(INKHEAL_PORTRAIT_DEVELOP_LAWS_H)
#define INKHEAL_PORTRAIT_DEVELOP_LAWS_H

const real shoulderStart = 0.72;  // light up to here is shown as it is
const real bleach = 0.3;          // how fast light beyond it turns white: skin has lost half its chroma three stops on

/// The frame's number mirrored at the point in this base (van der Corput), 0 to 1.
LAW real mirroredDigits(int frame, int base) {
    real sum = 0.0, digit = 1.0 / real(base);
    for (int k = frame; k > 0; k /= base) {
        sum += digit * real(k % base);
        digit /= real(base);
    }
    return sum;
}

/// The frame's number in the second of Sobol's sequences (1967), 0 to 1: with mirroredDigits in base 2, 2^k successive
/// frames from a multiple of 2^k lie in as many columns and rows.
LAW real sobolSecond(int frame) {
    int column = 1 << 23, bits = 0;  // of the next binary digit of the frame's number
    for (int k = frame; k > 0; k /= 2) {
        if (k % 2 == 1) bits ^= column;
        column ^= column >> 1;
    }
    return real(bits) / 16777216.0;
}

/// Place of a sub-frame within the pixel, -0.5 to 0.5 each way. A power of two of them lie about its middle.
LAW vec2 subFramePlace(int frame, int frames) {
    real middle = 0.5 - 0.5 / real(frames);
    return vec2(mirroredDigits(frame, 2) - middle, sobolSecond(frame) - middle);
}

/// Place of a sub-frame's eye in a round lens of radius 1: even over its area, and unlike its place within the pixel.
LAW vec2 lensPlace(int frame) {
    real angle = 6.283185307179586 * mirroredDigits(frame, 5);
    return sqrt(mirroredDigits(frame, 3)) * vec2(cos(angle), sin(angle));
}

/// How much sub-frames are calmed where there are so many: what that hides of a glint falls as they grow in number.
LAW real calming(int frames) {
    return min(4.0 / real(frames), 1.0);
}

/// Weight of a sample by its brightest channel, so that one glint among few does not outweigh its neighbours; expanded
/// undoes it.
LAW real calmed(real peak, real calm) {
    return 1.0 / (1.0 + calm * max(peak, 0.0));
}
LAW real expanded(real calmedPeak, real calm) {
    return 1.0 / max(1.0 - calm * calmedPeak, 0.02);
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
