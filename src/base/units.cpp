#include "base/units.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/error.h"

namespace inkheal {
namespace {

constexpr double mostDays = 100 * daysPerYear;
constexpr std::size_t mostEntries = 10000;

[[noreturn]] void refuse(std::string_view text, const std::string& why) {
    throw Error{"\"" + std::string(text) + "\" is not a day: " + why +
                    "; days are written 0, 12h, 5, 2w, 6mo or 5y, lists 0,2,5, ranges 0..28 or 0..28/7.",
                Exit::usage};
}

double daysPerUnit(std::string_view unit, std::string_view text) {
    if (unit.empty() || unit == "d") return 1;
    if (unit == "h") return 1.0 / 24;
    if (unit == "w") return 7;
    if (unit == "mo") return daysPerMonth;
    if (unit == "y") return daysPerYear;
    refuse(text, "the unit \"" + std::string(unit) + "\" is unknown");
}

void addRange(std::string_view text, std::size_t dots, std::vector<double>& days) {
    std::string_view last = text.substr(dots + 2);
    double stride = 1;
    if (const auto slash = last.find('/'); slash != last.npos) {
        stride = parseDays(last.substr(slash + 1));
        last = last.substr(0, slash);
    }
    const double from = parseDays(text.substr(0, dots)), to = parseDays(last);
    if (stride <= 0) refuse(text, "a range needs a stride above 0");
    if (to < from) refuse(text, "a range goes from the earlier to the later day");
    const double count = std::floor((to - from) / stride + 1e-9) + 1;
    if (count + double(days.size()) > double(mostEntries)) refuse(text, "that is more than 10000 days");
    for (int i = 0; i < int(count); ++i) days.push_back(from + i * stride);
}

}  // namespace

double parseDays(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || std::isnan(number)) refuse(text, "it does not begin with a number");
    const double days = number * daysPerUnit(text.substr(std::size_t(end - text.data())), text);
    if (!(days >= 0)) refuse(text, "it is before day 0");
    if (days > mostDays) refuse(text, "it is more than 100 years");
    return days;
}

std::vector<double> parseDayList(std::string_view text) {
    std::vector<double> days;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t comma = std::min(text.find(',', start), text.size());
        const std::string_view entry = text.substr(start, comma - start);
        if (const auto dots = entry.find(".."); dots != entry.npos)
            addRange(entry, dots, days);
        else
            days.push_back(parseDays(entry));
        if (days.size() > mostEntries) refuse(text, "that is more than 10000 days");
        start = comma + 1;
    }
    return days;
}

std::string dayText(double days) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", days);
    std::string shown = text;
    shown.erase(shown.find_last_not_of('0') + 1);
    if (shown.back() == '.') shown.pop_back();
    return shown;
}

}  // namespace inkheal
