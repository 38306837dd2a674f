#pragma once
// A care plan: what the client does, day by day. `ideal`, `typical`, `neglected` are data in assets/care.json; any JSON
// file of the same form will do.

#include <string>
#include <vector>

namespace inkheal::healing {

enum class CareKind { pick, soak, sun, moisture };  // the first three as event_laws.h counts them

/// One thing done. moisture: level (0.2 dry, 0.6 cream, 1 film) from `day` on; sun: amount in SED; soak and pick:
/// strength 0..1. With everyDays > 0 it repeats until untilDay.
struct CareEvent {
    CareKind kind = CareKind::moisture;
    double day = 0;
    double amount = 0;
    double everyDays = 0;
    double untilDay = 0;
};

struct Care {
    std::string name;
    std::string description;
    std::vector<CareEvent> events;
    double sunPerYearSed = 100;  // on the healed tattoo

    double moistureAt(double day) const;
    /// Sun, soaks and picks with from < day <= to, in order.
    std::vector<CareEvent> between(double from, double to) const;
};

/// The shipped ones. @throws Error (badInput).
std::vector<Care> carePlans();

/// A shipped plan's name or a JSON file. @throws Error (badInput), or (usage) for a name that no plan has.
Care careNamed(const std::string& nameOrFile);

}  // namespace inkheal::healing
