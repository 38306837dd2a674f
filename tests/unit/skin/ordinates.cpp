#include "ordinates.h"

#include <array>
#include <cmath>

namespace inkheal::skin {
namespace {

constexpr int half = 8, count = 2 * half;
constexpr double index = 1.4, anisotropy = 0.8;
constexpr int moments = 2 * half;
using Row = std::array<double, count>;
using Map = std::array<Row, count>;

Map zero() {
    return Map{};
}

Map one() {
    Map m{};
    for (int i = 0; i < count; ++i) m[i][i] = 1;
    return m;
}

Map operator*(const Map& a, const Map& b) {
    Map m{};
    for (int i = 0; i < count; ++i)
        for (int k = 0; k < count; ++k)
            for (int j = 0; j < count; ++j) m[i][j] += a[i][k] * b[k][j];
    return m;
}

Map sum(Map a, const Map& b, double k) {
    for (int i = 0; i < count; ++i)
        for (int j = 0; j < count; ++j) a[i][j] += k * b[i][j];
    return a;
}

Map inverse(Map a) {
    Map m = one();
    for (int c = 0; c < count; ++c) {
        int pivot = c;
        for (int r = c + 1; r < count; ++r)
            if (std::abs(a[r][c]) > std::abs(a[pivot][c])) pivot = r;
        std::swap(a[c], a[pivot]), std::swap(m[c], m[pivot]);
        const double under = 1 / a[c][c];
        for (int j = 0; j < count; ++j) a[c][j] *= under, m[c][j] *= under;
        for (int r = 0; r < count; ++r) {
            if (r == c) continue;
            const double f = a[r][c];
            for (int j = 0; j < count; ++j) a[r][j] -= f * a[c][j], m[r][j] -= f * m[c][j];
        }
    }
    return m;
}

double legendre(int l, double x) {
    double before = 1, now = x;
    if (l == 0) return 1;
    for (int k = 2; k <= l; ++k) {
        const double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
        before = now, now = next;
    }
    return now;
}

/// Directions: Gauss-Legendre in the trapped range of cosines and in the cone, with Fresnel reflection from inside.
struct Directions {
    Row cosine{}, weight{}, mirrored{};
    Map forward{}, backward{};
    double cut = std::pow(anisotropy, moments);

    Directions() {
        const double edge = std::sqrt(1 - 1 / (index * index));
        for (int i = 0; i < half; ++i) {
            double x = std::cos(std::acos(-1.0) * (i + 0.75) / (half + 0.5));
            for (int k = 0; k < 50; ++k) {
                const double slope = half * (x * legendre(half, x) - legendre(half - 1, x)) / (x * x - 1);
                x -= legendre(half, x) / slope;
            }
            const double slope = half * (x * legendre(half, x) - legendre(half - 1, x)) / (x * x - 1);
            const double w = 2 / ((1 - x * x) * slope * slope);
            cosine[i] = edge * (x + 1) / 2, weight[i] = edge * w / 2;
            cosine[half + i] = edge + (1 - edge) * (x + 1) / 2, weight[half + i] = (1 - edge) * w / 2;
        }
        for (int i = 0; i < count; ++i) mirrored[i] = fresnel(cosine[i]);
        scattering();
    }

    static double fresnel(double inside) {
        const double s = index * index * (1 - inside * inside);
        if (s >= 1) return 1;
        const double out = std::sqrt(1 - s);
        const double across = (index * inside - out) / (index * inside + out);
        const double along = (inside - index * out) / (inside + index * out);
        return (across * across + along * along) / 2;
    }

    void scattering() {
        for (int i = 0; i < count; ++i)
            for (int j = 0; j < count; ++j)
                for (int l = 0; l < moments; ++l) {
                    const double moment = (2 * l + 1) * (std::pow(anisotropy, l) - cut) / (1 - cut) *
                                          legendre(l, cosine[i]) * legendre(l, cosine[j]);
                    forward[i][j] += moment;
                    backward[i][j] += l % 2 ? -moment : moment;
                }
        for (int j = 0; j < count; ++j) {  // no light is made or lost
            double all = 0;
            for (int i = 0; i < count; ++i) all += weight[i] * (forward[i][j] + backward[i][j]) / 2;
            for (int i = 0; i < count; ++i) forward[i][j] /= all, backward[i][j] /= all;
        }
    }
};

const Directions& directions() {
    static const Directions all;
    return all;
}

struct Slab {
    Map reflect, transmit;
};

Slab slabOf(const OrdinateLayer& layer) {
    const Directions& d = directions();
    const double scatter = layer.scatter / (1 - anisotropy) * (1 - d.cut);
    const double extinction = layer.absorb + scatter, albedo = scatter / extinction;
    double depth = extinction * layer.mm;
    int doublings = 0;
    for (; depth > 8e-3 * d.cosine[half - 1] && doublings < 60; depth /= 2) ++doublings;
    Map loss = one(), gain = zero();
    for (int i = 0; i < count; ++i)
        for (int j = 0; j < count; ++j) {
            loss[i][j] -= albedo / 2 * d.forward[i][j] * d.weight[j];
            gain[i][j] = albedo / 2 * d.backward[i][j] * d.weight[j] * depth / 2 / d.cosine[i];
            loss[i][j] *= depth / 2 / d.cosine[i];
        }
    const Map q = inverse(sum(one(), loss, 1)), p = q * gain, g = inverse(sum(one(), p * p, -1));
    Map reflect = g * p * q, transmit = g * q;
    for (Row& row : reflect)
        for (double& value : row) value *= 2;
    transmit = sum(sum(transmit, transmit, 1), one(), -1);
    for (; doublings > 0; --doublings) {
        const Map between = transmit * inverse(sum(one(), reflect * reflect, -1));
        reflect = sum(reflect, between * reflect * transmit, 1);
        transmit = between * transmit;
    }
    return {reflect, transmit};
}

/// Radiance upward under the surface by direction, for Lambertian light that falls on the stack.
Row upward(const std::vector<OrdinateLayer>& stack, bool blackGround) {
    const Directions& d = directions();
    Map seen = zero();
    for (std::size_t i = stack.size(); i-- > 0;) {
        if (i + 1 == stack.size() && blackGround) continue;
        const Slab slab = slabOf(stack[i]);
        const Map below = inverse(sum(one(), seen * slab.reflect, -1));
        seen = sum(slab.reflect, slab.transmit * (below * seen) * slab.transmit, 1);
    }
    Map back = zero();
    for (int i = 0; i < count; ++i) back[i][i] = d.mirrored[i];
    const Map all = inverse(sum(one(), seen * back, -1)) * seen;
    Row up{};
    for (int i = 0; i < count; ++i)
        for (int j = 0; j < count; ++j) up[i] += all[i][j] * index * index * (1 - d.mirrored[j]);
    return up;
}

/// What passes the surface of light that is as strong in all directions under it, by direction.
double leavingShare(int i) {
    const Directions& d = directions();
    return 2 * d.cosine[i] * d.weight[i] * (1 - d.mirrored[i]);
}

}  // namespace

double ordinateReflectance(const std::vector<OrdinateLayer>& stack, bool blackGround) {
    const Row up = upward(stack, blackGround);
    double leaving = 0;
    for (int i = 0; i < count; ++i) leaving += leavingShare(i) * up[i];
    return leaving;
}

std::vector<OrdinateView> ordinateViews(const std::vector<OrdinateLayer>& stack, bool blackGround) {
    const Row up = upward(stack, blackGround);
    double leaving = 0, all = 0;
    for (int i = 0; i < count; ++i) leaving += leavingShare(i) * up[i], all += leavingShare(i);
    std::vector<OrdinateView> views;
    for (int i = half; i < count; ++i) views.push_back({directions().cosine[i], up[i] * all / leaving});
    return views;
}

}  // namespace inkheal::skin
