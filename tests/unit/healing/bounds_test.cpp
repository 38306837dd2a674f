// No corner of the sliders makes a state negative, unbounded or not a number.

#include <gtest/gtest.h>

#include "healing/healing_laws.h"

namespace inkheal::healing {
namespace {

constexpr double moistures[] = {0, 0.2, 0.6, 0.9499, 0.95, 1};
constexpr double steps[] = {1e-3, 0.25, 2, 60, 3650};
constexpr double days[] = {0, 1, 5, 60, 36525};
constexpr double turnovers[] = {0.5, 1, 2};
constexpr double shares[] = {0, 1e-9, 0.05, 0.5, 1};

void expectWithin(double value, double most) {
    EXPECT_TRUE(std::isfinite(value));
    EXPECT_GE(value, 0);
    EXPECT_LE(value, most);
}

TEST(Bounds, InflammationStaysWithinItsDriver) {
    for (const double dt : steps)
        for (const double value : shares)
            for (const double mediator : {-0.01, 0.0, 1e-30, 0.5, 1.5}) {
                const double most = std::max(value, mediator);
                expectWithin(law::bloodAfter(value, mediator, 1, dt), most);
                expectWithin(law::swellingAfter(value, mediator, 1, dt),
                             std::max(value, std::pow(std::max(mediator, 0.0), 1.5)));
                if (mediator >= 0) expectWithin(law::mediatorAfter(mediator, dt), mediator);
            }
}

TEST(Bounds, IntegrityOnlyCloses) {
    for (const double dt : steps)
        for (const double moisture : moistures)
            for (const double integrity : shares) {
                const double next = law::integrityAfter(integrity, moisture, dt);
                expectWithin(next, 1);
                EXPECT_GE(next, integrity - 1e-15);
                for (const double surplus : {-1.0, -0.4, 0.0, 0.9})
                    for (const double pores : {0.0, 0.3, 7.0}) {
                        const double near = law::integrityNear(integrity, moisture, pores, surplus, dt);
                        EXPECT_GE(near, integrity - 1e-12);
                        expectWithin(near, 1);
                    }
            }
}

TEST(Bounds, FilmIsFinite) {
    for (const double dt : steps)
        for (const double moisture : moistures)
            for (const double day : days)
                for (const double injury : shares)
                    for (const double open : shares) {
                        law::Film film{0, 0, 0, 0};
                        for (int i = 0; i < 3; ++i)
                            film = law::filmAfter(film, injury, open, moisture, 1.6, day + i * dt, dt);
                        for (const double value : {film.plasma, film.gel, film.crust, film.blood})
                            expectWithin(value, 4);
                    }
}

TEST(Bounds, DebrisOnlyLeaves) {
    for (const double dt : steps)
        for (const double moisture : moistures)
            for (const law::Debris& from : {law::Debris{0.9, 0, 0, 0}, {0, 0, 0, 0.9}, {0.2, 0.2, 0.2, 0.2}}) {
                const law::Debris next = law::debrisAfter(from, moisture, dt);
                for (const double value : {next.dead, next.first, next.second, next.lifted}) expectWithin(value, 0.9);
                expectWithin(next.dead + next.first + next.second + next.lifted,
                             from.dead + from.first + from.second + from.lifted + 1e-12);
            }
}

TEST(Bounds, YoungCorneumIsNoMoreThanWhatClosed) {
    for (const double dt : steps)
        for (const double turnover : turnovers)
            for (const double growing : shares)
                for (const double corneum : shares)
                    for (const double closed : shares) {
                        const law::Young next = law::youngAfter({growing, corneum}, closed, turnover, dt);
                        expectWithin(next.growing, growing + closed + 1e-12);
                        expectWithin(next.corneum, growing + corneum + closed + 1e-12);
                    }
}

TEST(Bounds, InkIsShared) {
    for (const double dt : steps)
        for (const double day : days) {
            for (const double turnover : turnovers) expectWithin(law::epidermalKept(turnover, day, dt), 1);
            for (const double open : shares)
                for (const double softened : {0.0, 1.0, 1.96}) {
                    const law::FreeInk now = law::freeInkAfter(open, softened, day, dt);
                    expectWithin(now.kept, 1);
                    expectWithin(now.captured, 1);
                    expectWithin(now.kept + now.captured, 1);
                }
            for (const double loss : {0.0, 0.01, 0.2, 5.0}) expectWithin(law::capturedKept(loss, dt), 1);
        }
}

TEST(Bounds, EventsOnlyTake) {
    for (const int kind : {law::pickKind, law::soakKind, law::frictionKind})
        for (const double amount : {0.0, 0.3, 1.0})
            for (const double crust : {0.0, 0.2, 2.0})
                for (const double integrity : shares)
                    for (const double injury : shares) {
                        const law::Touched t = law::touchedBy(kind, amount, 0.37, 0.9, crust, integrity, injury);
                        for (const double kept : {t.epidermalKept, t.freeKept, t.capturedKept, t.integrityKept,
                                                  t.crustKept, t.scalesKept, t.mediator})
                            expectWithin(kept, 1);
                    }
}

TEST(Bounds, DarkeningIsWhatInflammationCallsFor) {
    for (const double dt : steps)
        for (const double blood : shares)
            for (const double prone : {0.0, 0.3, 1.0}) {
                law::Darkening now{0, 0};
                for (int i = 0; i < 3; ++i) now = law::darkeningAfter(now, blood, prone, dt);
                expectWithin(now.rising, law::risingDays * law::darkenPerDay);
                expectWithin(now.seen, law::darkenedDays * law::darkenPerDay);
            }
}

TEST(Bounds, TheSunBurnsOnlySoMuch) {
    for (const double dt : steps)
        for (const double day : days) {
            const law::Burn burn = law::burnAfter({law::sunburn(100, day), 0}, dt);
            expectWithin(burn.latent, law::sunMediator);
            expectWithin(burn.calling, law::sunMediator);
            EXPECT_TRUE(std::isfinite(law::withBurn(1, burn.calling, dt)));
        }
}

}  // namespace
}  // namespace inkheal::healing
