#pragma once
// What inkheal measure says, parsed: by day, and as the course of one key over the days. For tests that judge numbers
// rather than the run.

#include "base/json.h"
#include "cli/child.h"

namespace inkheal::test {

/// The JSON of `inkheal measure --quiet` with these options; an empty one and a failed test where it does not end well.
Json measured(const Words& options);

/// The values of `key`, by day.
std::map<double, double> courseOf(const Json& measured, const std::string& key);

/// Largest value of the days from `first` to `last`; 0 where there are none.
double highest(const std::map<double, double>& course, double first, double last);

/// The values of an object, added up.
double sumOf(const Json& object);

}  // namespace inkheal::test
