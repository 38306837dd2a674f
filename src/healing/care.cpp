#include "healing/care.h"

#include <algorithm>
#include <cmath>

#include "base/error.h"
#include "base/file.h"
#include "base/json.h"
#include "base/units.h"

namespace inkheal::healing {
namespace {

constexpr int mostEvents = 10000;

CareKind kindNamed(const std::string& text, const std::string& name) {
    if (text == "moisture") return CareKind::moisture;
    if (text == "sun") return CareKind::sun;
    if (text == "soak") return CareKind::soak;
    if (text == "pick") return CareKind::pick;
    throw badInput(name, "\"" + text + "\" is not a kind of care", "use moisture, sun, soak or pick");
}

/// A day as a number or as text with a unit.
double dayOf(const Json& json, const std::string& key, double otherwise, const std::string& name) {
    const auto found = json.find(key);
    if (found == json.end()) return otherwise;
    double day = 0;
    if (found->is_number())
        day = found->get<double>();
    else if (found->is_string())
        try {
            day = parseDays(found->get<std::string>());
        } catch (const Error& error) {
            throw badInput(name, error.what(), "mend \"" + key + "\"");
        }
    else
        throw badInput(name, "\"" + key + "\" is not a day", "write a number or text such as \"12h\"");
    if (!(day >= 0 && day <= 100 * daysPerYear))
        throw badInput(name, "\"" + key + "\" is out of range", "use 0 to 100 years");
    return day;
}

/// How often it is done after the first time.
int repeatsOf(const CareEvent& event) {
    return event.everyDays > 0 ? int(std::floor((event.untilDay - event.day) / event.everyDays + 1e-9)) : 0;
}

CareEvent eventFrom(const Json& json, const std::string& name) {
    CareEvent event;
    event.kind = kindNamed(want<std::string>(json, "kind", name), name);
    event.day = dayOf(json, "day", 0, name);
    event.amount = want<double>(json, "amount", name);
    event.everyDays = dayOf(json, "everyDays", 0, name);
    event.untilDay = dayOf(json, "untilDay", event.day, name);
    const double most = event.kind == CareKind::sun ? 100 : 1;
    if (!(event.amount >= 0 && event.amount <= most))
        throw badInput(name, "an amount of " + std::to_string(event.amount) + " is out of range",
                       event.kind == CareKind::sun ? "sun is 0 to 100 SED" : "moisture, soak and pick are 0 to 1");
    if (event.untilDay < event.day) throw badInput(name, "\"untilDay\" is before \"day\"", "make it later");
    if (event.everyDays > 0 && (event.untilDay - event.day) / event.everyDays > mostEvents)
        throw badInput(name, "an event repeats more than 10000 times", "make everyDays longer");
    if (event.everyDays > 0 && event.kind == CareKind::moisture)
        throw badInput(name, "moisture repeats", "it holds from its day on; leave everyDays out");
    return event;
}

Json listOf(const Json& json, const std::string& key, const std::string& name) {
    Json list = want<Json>(json, key, name);
    if (!list.is_array()) throw badInput(name, "\"" + key + "\" is not a list", "write [ ] round what it holds");
    return list;
}

Care careFrom(const Json& json, const std::string& name) {
    Care care;
    care.name = want<std::string>(json, "name", name);
    if (json.contains("description")) care.description = want<std::string>(json, "description", name);
    care.sunPerYearSed = json.contains("sunPerYearSed") ? want<double>(json, "sunPerYearSed", name) : 100;
    if (!(care.sunPerYearSed >= 0 && care.sunPerYearSed <= 1e5))
        throw badInput(name, "sunPerYearSed is out of range", "use 0 to 100000 SED");
    int times = 0;
    for (const Json& event : listOf(json, "events", name)) {
        care.events.push_back(eventFrom(event, name));
        times += 1 + repeatsOf(care.events.back());
        if (times > mostEvents) throw badInput(name, "there are more than 10000 events", "leave some out");
    }
    return care;
}

}  // namespace

double Care::moistureAt(double day) const {
    double level = 0.2, since = -1;
    for (const CareEvent& event : events)
        if (event.kind == CareKind::moisture && event.day <= day && event.day >= since)
            level = event.amount, since = event.day;
    return level;
}

std::vector<CareEvent> Care::between(double from, double to) const {
    std::vector<CareEvent> out;
    for (const CareEvent& event : events) {
        if (event.kind == CareKind::moisture) continue;
        for (int i = 0; i <= repeatsOf(event); ++i) {
            CareEvent once = event;
            once.day = event.day + i * event.everyDays;
            if (once.day > from && once.day <= to) out.push_back(once);
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const CareEvent& a, const CareEvent& b) { return a.day < b.day; });
    return out;
}

std::vector<Care> carePlans() {
    const auto file = shareFolder() / "care.json";
    std::vector<Care> plans;
    for (const Json& plan : listOf(readJson(file), "plans", file.string()))
        plans.push_back(careFrom(plan, file.string()));
    return plans;
}

Care careNamed(const std::string& nameOrFile) {
    std::string names;
    for (Care& plan : carePlans()) {
        if (plan.name == nameOrFile) return plan;
        names += (names.empty() ? "" : ", ") + plan.name;
    }
    if (nameOrFile.find('/') == std::string::npos && nameOrFile.find('.') == std::string::npos)
        throw Error{"\"" + nameOrFile + "\" is not a care plan; there are " + names + ", or give a JSON file.",
                    Exit::usage};
    return careFrom(readJson(nameOrFile), nameOrFile);
}

}  // namespace inkheal::healing
