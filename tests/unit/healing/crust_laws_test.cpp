// Rows 6 and 7: plasma, gel, crust and the blood in them.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"
#include "rk4.h"

namespace inkheal::healing {
namespace {

using Four = std::array<double, 4>;

struct Wound {
    double injury = 1, moisture = 0.6, thickness = 1;
};

/// Rows 6 and 7 by Runge-Kutta, with the closing of row 4 inside.
Four filmByNumbers(const Wound& wound, double toDay) {
    const double m = wound.moisture, drying = m >= 0.95 ? 0.15 : 1.5, takenUp = m >= 0.95 ? 0.3 : 0;
    return integrated<4>({0, 0, 0, 0}, 0, toDay, 1e-3, [&](double t, const Four& f) -> Four {
        const double e = law::integrityAfter(1 - 0.9 * wound.injury, m, t), q = std::max((e - 0.85) / 0.15, 0.0);
        const double fresh = 3 * wound.injury * std::exp(-t / 0.8) * (1 - e);
        return {fresh - (drying + takenUp) * f[0], wound.thickness * drying * (1 - 0.6 * m) * f[0] - f[1] / 1.5,
                f[1] / 1.5 - 0.5 * q * q * f[2], wound.injury * std::exp(-t / 0.8) - f[3] / 8};
    });
}

Four filmByLaw(const Wound& wound, double toDay, double step) {
    law::Film film{0, 0, 0, 0};
    double integrity = 1 - 0.9 * wound.injury;
    for (int i = 0; i * step < toDay - 1e-9; ++i) {
        film = law::filmAfter(film, wound.injury, 1 - law::integrityAfter(integrity, wound.moisture, 0.5 * step),
                              wound.moisture, wound.thickness, i * step, step);
        integrity = law::integrityAfter(integrity, wound.moisture, step);
    }
    return {film.plasma, film.gel, film.crust, film.blood};
}

TEST(CrustLaws, AgreesWithRungeKutta) {
    for (const Wound& wound : {Wound{}, Wound{1, 0.2, 1}, Wound{1, 1, 1}, Wound{0.4, 0.6, 1.6}, Wound{0.4, 0, 0.4}})
        for (const double day : {0.5, 1.0, 3.0, 5.0, 7.0, 10.0}) {
            const Four exact = filmByNumbers(wound, day), law = filmByLaw(wound, day, 0.25);
            for (std::size_t i = 0; i < 3; ++i)
                EXPECT_NEAR(law[i], exact[i], 3e-3 * wound.thickness) << "row " << i << " day " << day;
            EXPECT_NEAR(law[3], exact[3], 1e-9) << day;
        }
}

TEST(CrustLaws, ConvergesAtSecondOrder) {
    for (const double moisture : {0.2, 0.6, 1.0})
        for (const double day : {1.0, 4.0, 8.0})  // the last while the crust sheds
        {
            const Wound wound{1, moisture, 1};
            const Four exact = filmByNumbers(wound, day), whole = filmByLaw(wound, day, 0.25),
                       half = filmByLaw(wound, day, 0.125);
            for (const std::size_t i : {std::size_t(0), std::size_t(2)}) {
                const double first = std::abs(whole[i] - exact[i]), second = std::abs(half[i] - exact[i]);
                if (first > 1e-6) {
                    EXPECT_NEAR(std::log2(first / second), 2, 0.35) << i << " " << moisture << " " << day;
                }
            }
        }
}

TEST(CrustLaws, AStepWithASteadyWoundIsExact) {
    const double open = 0.3, day = 1.5, dt = 1.0;
    const Four exact = integrated<4>({0.2, 0.1, 0.4, 0.3}, day, day + dt, 1e-3, [&](double t, const Four& f) -> Four {
        const double fresh = 3 * std::exp(-day / 0.8) * std::exp(-(t - day) / 0.8) * open;
        return {fresh - 1.5 * f[0], 1.5 * 0.64 * f[0] - f[1] / 1.5, f[1] / 1.5, std::exp(-t / 0.8) - f[3] / 8};
    });
    const law::Film film = law::filmAfter({0.2, 0.1, 0.4, 0.3}, 1, open, 0.6, 1, day, dt);
    EXPECT_NEAR(film.plasma, exact[0], 1e-9);
    EXPECT_NEAR(film.gel, exact[1], 1e-9);
    EXPECT_NEAR(film.crust, exact[2], 1e-9);
    EXPECT_NEAR(film.blood, exact[3], 1e-9);
}

TEST(CrustLaws, NoInjuryNoFilm) {
    const law::Film film = law::filmAfter({0, 0, 0, 0}, 0, 0.5, 0.6, 1, 0, 1);
    EXPECT_EQ(film.plasma, 0);
    EXPECT_EQ(film.gel, 0);
    EXPECT_EQ(film.crust, 0);
    EXPECT_EQ(film.blood, 0);
}

TEST(CrustLaws, CrustOverOpenSkinStaysAndOverClosedSkinGoes) {
    EXPECT_DOUBLE_EQ(law::filmAfter({0, 0, 1, 0}, 0, 0.2, 0.6, 1, 6, 3).crust, 1);
    EXPECT_NEAR(law::filmAfter({0, 0, 1, 0}, 0, 0.0, 0.6, 1, 6, 3).crust, std::exp(-1.5), 1e-12);
}

TEST(CrustLaws, GatheringMovesTheFilmAboutAndMakesNone) {
    const int count = 100000;
    double patchier = 0;
    for (const double moisture : {0.2, 0.6, 0.85, 1.0}) {
        double sum = 0, squares = 0;
        for (int i = 0; i < count; ++i) {
            const double here = law::gathering((i + 0.5) / count, moisture);
            EXPECT_GT(here, 0);
            sum += here;
            squares += (here - 1) * (here - 1);
        }
        EXPECT_NEAR(sum / count, 1, 1e-4);
        if (moisture == 0.2) patchier = squares;
        EXPECT_NEAR(squares / patchier, moisture == 0.85 ? 1.6 * 1.6 : 1, 1e-3) << moisture;
    }
}

TEST(CrustLaws, OnlyGreaseThickerThanCreamSmothersAndAFilmBreathes) {
    EXPECT_EQ(law::smothering(0.2), 0);
    EXPECT_EQ(law::smothering(0.6), 0);
    EXPECT_NEAR(law::smothering(0.725), 0.5, 1e-12);
    EXPECT_EQ(law::smothering(0.85), 1);
    EXPECT_EQ(law::smothering(0.9), 1);
    EXPECT_EQ(law::smothering(1), 0);
}

}  // namespace
}  // namespace inkheal::healing
