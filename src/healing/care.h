#pragma once
// A care plan: what the client does, day by day. `ideal`, `typical`, `neglected` are data in assets/care.json; any JSON
// file of the same form will do.

#include <glm/glm.hpp>
#include <string>
#include <vector>

namespace inkheal::healing {

enum class CareKind { pick, soak, sun, wash, friction, moisture };  // but moisture as event_laws.h counts them

/// One thing done. moisture (in a plan also cream and film): level (0.2 dry, 0.6 thin cream, 0.85 thick, 1 film) from
/// `day` on; sun: amount in SED; the others: strength 0..1. With everyDays > 0 it repeats until untilDay.
struct CareEvent {
    CareKind kind = CareKind::moisture;
    double day = 0;
    double amount = 0;
    double everyDays = 0;
    double untilDay = 0;
    glm::vec2 atMm{0};    // of a pick: where, mm on the design (on the chart once it lies in skin)
    double radiusMm = 0;  // of a pick: how far round it, 0 everywhere
};

struct Care {
    std::string name;
    std::string description;
    std::vector<CareEvent> events;
    double sunPerYearSed = 100;  // on the healed tattoo

    double moistureAt(double day) const;
    /// The same for a design turned anticlockwise on the skin: its picks lie on the chart.
    Care turned(double rotateDeg) const;
    /// All but moisture with from < day <= to, in order.
    std::vector<CareEvent> between(double from, double to) const;
};

/// The shipped ones. @throws Error (badInput).
std::vector<Care> carePlans();

/// A shipped plan's name or a JSON file. @throws Error (badInput), or (usage) for a name that no plan has.
Care careNamed(const std::string& nameOrFile);

}  // namespace inkheal::healing
