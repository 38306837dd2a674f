// The random walk in a slab against Monte Carlo curves made apart from it, and against what must hold of any skin.

#include <gtest/gtest.h>

#include "portrait/walk.h"
#include "support/gpu_test.h"

namespace inkheal::portrait {
namespace {

/// Green light in the skin of the curves: means over the 300 bins of shared/reference/ink_under_skin/curves.csv, noise
/// 0.1 %.
Slab green() {
    Slab slab;
    slab.epidermisAbsorb = 1.24f, slab.epidermisScatter = 3.83f;
    slab.dermisAbsorb = 0.17f, slab.dermisScatter = 3.83f;
    slab.inkAbsorb = 20;
    return slab;
}

Slab inked(Slab slab, Slab::Shape shape, float topMm, float bottomMm) {
    slab.shape = shape;
    slab.inkTopMm = topMm, slab.inkBottomMm = bottomMm;
    return slab;
}

class Walks : public test::GpuTest {
 protected:
    /// Of a slab that is the same everywhere.
    float whole(const Slab& slab, int walks = 400'000) {
        Walk walk(device());
        return walk.reflectance(commands(), slab, 0, 1, 1, walks).front();
    }
};

TEST_F(Walks, BareSkinReflectsWhatTheCurvesSay) {
    Slab red = green(), blue = green();
    red.epidermisAbsorb = 0.83f, red.epidermisScatter = red.dermisScatter = 3.13f, red.dermisAbsorb = 0.033f;
    blue.epidermisAbsorb = 2.4f, blue.epidermisScatter = blue.dermisScatter = 5.79f, blue.dermisAbsorb = 0.21f;
    EXPECT_NEAR(whole(red), 0.402, 0.008);
    EXPECT_NEAR(whole(green()), 0.2512, 0.005);
    EXPECT_NEAR(whole(blue), 0.191, 0.005);
}

TEST_F(Walks, SolidInkReflectsWhatTheCurvesSayAtEveryDepth) {
    EXPECT_NEAR(whole(inked(green(), Slab::Shape::full, 0.0f, 0.5f)), 0.0053, 0.001);
    EXPECT_NEAR(whole(inked(green(), Slab::Shape::full, 0.3f, 0.8f)), 0.1411, 0.004);
    EXPECT_NEAR(whole(inked(green(), Slab::Shape::full, 0.6f, 1.2f)), 0.2069, 0.004);
}

}  // namespace
}  // namespace inkheal::portrait
