#include "cli/readings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace inkheal::test {

Json measured(const Words& options) {
    const Outcome outcome = inkheal(Words{"measure", "--quiet"} + options);
    expectSilent(outcome);
    return outcome.exit == 0 ? parseJson(outcome.out, "measure") : Json();
}

std::map<double, double> courseOf(const Json& measured, const std::string& key) {
    std::map<double, double> course;
    for (const Json& day : measured.at("days")) course[day.at("day")] = day.at(key);
    return course;
}

double highest(const std::map<double, double>& course, double first, double last) {
    double most = 0;
    for (const auto& [day, value] : course)
        if (day >= first && day <= last) most = std::max(most, value);
    return most;
}

double sumOf(const Json& object) {
    double sum = 0;
    for (const Json& value : object) sum += value.get<double>();
    return sum;
}

}  // namespace inkheal::test
