#include "desktop/timeline.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/units.h"
#include "healing/schedule.h"

namespace inkheal::desktop {
namespace {

constexpr double healingDays = 28, healingShare = 0.72;  // of the bar

std::string counted(double count, const char* unit) {
    char text[40];
    std::snprintf(text, sizeof text, "%.2g %s%s", count, unit, count == 1 ? "" : "s");
    return text;
}

std::vector<double> makeStops() {
    std::vector<double> days;
    for (int day = 0; day <= int(healingDays); ++day) days.push_back(day);
    for (int week = 5; week <= 13; ++week) days.push_back(7 * week);
    for (int month = 4; month < 12; ++month) days.push_back(daysPerMonth * month);
    for (int half = 2; half <= 10; ++half) days.push_back(daysPerYear * half / 2);
    return days;
}

}  // namespace

double Timeline::lastDay() {
    return 5 * daysPerYear;
}

float Timeline::pixelOf(double days) const {
    const double after = std::log(std::max(days, healingDays) / healingDays) / std::log(lastDay() / healingDays);
    const double share = healingShare * std::min(days, healingDays) / healingDays + (1 - healingShare) * after;
    return left_ + width_ * float(share);
}

double Timeline::dayAt(float pixel) const {
    const double share = std::clamp(double(pixel - left_) / double(width_), 0.0, 1.0);
    if (share <= healingShare) return healingDays * share / healingShare;
    return healingDays * std::pow(lastDay() / healingDays, (share - healingShare) / (1 - healingShare));
}

const std::vector<double>& stops() {
    static const std::vector<double> all = makeStops();
    return all;
}

double nearestStop(double days) {
    const std::vector<double>& all = stops();
    const auto above = std::lower_bound(all.begin(), all.end(), days);
    if (above == all.begin()) return all.front();
    if (above == all.end()) return all.back();
    // On the bar the years are logarithmic; between two stops the arithmetic middle is near enough.
    return days - *(above - 1) < *above - days ? *(above - 1) : *above;
}

double stopsLater(double days, int count) {
    const std::vector<double>& all = stops();
    const auto at =
        count > 0 ? std::upper_bound(all.begin(), all.end(), days) - 1 : std::lower_bound(all.begin(), all.end(), days);
    return all[std::size_t(std::clamp<std::ptrdiff_t>(at - all.begin() + count, 0, std::ssize(all) - 1))];
}

double walked(double reached, double wanted) {
    if (wanted <= reached || reached >= healing::lastScheduledDay) return wanted;
    const double stride = reached < 14 ? 1 : reached < healingDays ? 2 : 8;
    return std::min(reached + stride, wanted);
}

std::string dayWords(double days) {
    if (days <= healingDays) return "day " + dayText(days);
    if (days < 14 * 7) return "week " + std::to_string(int(std::lround(days / 7)));
    if (days < 0.99 * daysPerYear) return counted(std::round(days / daysPerMonth), "month");
    return counted(days / daysPerYear, "year");
}

}  // namespace inkheal::desktop
