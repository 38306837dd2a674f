#pragma once
// Days as the command line writes them: "0", "12h", "5", "2w", "6mo", "5y"; lists "0,2,5"; ranges "0..28", "0..28/7".
// Day 0 is the moment the last needle stroke ends.

#include <string>
#include <string_view>
#include <vector>

namespace inkheal {

inline constexpr double daysPerMonth = 30.44;
inline constexpr double daysPerYear = 365.25;

/// @throws Error (usage) naming the text and the forms that would do. Not negative, at most 100 years.
double parseDays(std::string_view text);

/// Ascending or not as written, at most 10,000 entries. @throws Error (usage).
std::vector<double> parseDayList(std::string_view text);

/// The day as it stands in file names: "5", "0.5", "1826.25".
std::string dayText(double days);

}  // namespace inkheal
