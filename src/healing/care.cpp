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
constexpr double usualRadiusMm = 2;  // of a pick at a place that does not say how far
constexpr double mostMm = 1000;
constexpr double degree = 0.017453292519943295;

struct KindWord {
    const char* word;
    CareKind kind;
};
constexpr KindWord kindWords[] = {{"wash", CareKind::wash},         {"cream", CareKind::moisture},
                                  {"film", CareKind::moisture},     {"sun", CareKind::sun},
                                  {"soak", CareKind::soak},         {"pick", CareKind::pick},
                                  {"friction", CareKind::friction}, {"moisture", CareKind::moisture}};

/// What is laid on the skin, in words.
struct Level {
    const char *kind, *word;
    double moisture;
};
constexpr Level levels[] = {{"cream", "thin", 0.6}, {"cream", "thick", 0.85}, {"film", "on", 1}, {"film", "off", 0.2}};

CareKind kindNamed(const std::string& text, const std::string& name) {
    for (const KindWord& known : kindWords)
        if (text == known.word) return known.kind;
    throw badInput(name, "\"" + text + "\" is not a kind of care",
                   "use wash, cream, film, sun, soak, pick, friction or moisture");
}

/// The moisture of a cream or a film; a plan says it in words.
double levelOf(const Json& json, const std::string& kind, const std::string& name) {
    const Json said = want<Json>(json, "amount", name);
    std::string words;
    for (const Level& level : levels) {
        if (kind != level.kind) continue;
        if (said == level.word) return level.moisture;
        words += (words.empty() ? "\"" : " or \"") + std::string(level.word) + "\"";
    }
    throw badInput(name, "the amount of a " + kind + " is " + words, "write one of them, or use moisture 0 to 1");
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

double amountOf(const Json& json, const std::string& kind, const std::string& name) {
    if (kind == "cream" || kind == "film") return levelOf(json, kind, name);
    if (kind == "wash" && !json.contains("amount")) return 1;
    const double amount = want<double>(json, "amount", name), most = kind == "sun" ? 100 : 1;
    if (!(amount >= 0 && amount <= most))
        throw badInput(name, "an amount of " + std::to_string(amount) + " is out of range",
                       kind == "sun" ? "sun is 0 to 100 SED" : kind + " is 0 to 1");
    return amount;
}

/// Where a pick is, if the plan says so.
void readPlace(const Json& json, const std::string& name, CareEvent& event) {
    if (!json.contains("atMm") && !json.contains("radiusMm")) return;
    if (event.kind != CareKind::pick)
        throw badInput(name, "\"atMm\" or \"radiusMm\" stands at what is not a pick", "leave it out");
    const auto at = want<std::vector<double>>(json, "atMm", name);
    if (at.size() != 2) throw badInput(name, "\"atMm\" does not have two numbers", "write [x, y], mm on the design");
    event.radiusMm = json.contains("radiusMm") ? want<double>(json, "radiusMm", name) : usualRadiusMm;
    if (!(std::abs(at[0]) <= mostMm && std::abs(at[1]) <= mostMm))
        throw badInput(name, "\"atMm\" is out of range", "use -1000 to 1000 mm");
    if (!(event.radiusMm > 0 && event.radiusMm <= mostMm))
        throw badInput(name, "\"radiusMm\" is out of range", "use more than 0 and at most 1000 mm");
    event.atMm = glm::vec2(at[0], at[1]);
}

CareEvent eventFrom(const Json& json, const std::string& name) {
    CareEvent event;
    const auto kind = want<std::string>(json, "kind", name);
    event.kind = kindNamed(kind, name);
    event.day = dayOf(json, "day", 0, name);
    event.amount = amountOf(json, kind, name);
    readPlace(json, name, event);
    event.everyDays = dayOf(json, "everyDays", 0, name);
    event.untilDay = dayOf(json, "untilDay", event.day, name);
    if (event.untilDay < event.day) throw badInput(name, "\"untilDay\" is before \"day\"", "make it later");
    if (event.everyDays > 0 && (event.untilDay - event.day) / event.everyDays > mostEvents)
        throw badInput(name, "an event repeats more than 10000 times", "make everyDays longer");
    if (event.everyDays > 0 && event.kind == CareKind::moisture)
        throw badInput(name, kind + " repeats", "it holds from its day on; leave everyDays out");
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

Care Care::turned(double rotateDeg) const {
    const double c = std::cos(rotateDeg * degree), s = std::sin(rotateDeg * degree);
    Care care = *this;
    for (CareEvent& event : care.events) {
        const glm::dvec2 at(event.atMm);
        event.atMm = glm::vec2(c * at.x - s * at.y, s * at.x + c * at.y);
    }
    return care;
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
