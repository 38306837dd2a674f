#pragma once
// Turns what CLI11 found wrong in the arguments into a sentence that says what would do instead: the verbs there are,
// an option spelt nearly so, the help to read.

#include <CLI/CLI.hpp>
#include <string>

namespace inkheal::cli {

/// `error` is what parsing `app` threw; not for the help and the version that are asked for the same way.
std::string sentenceFor(const CLI::App& app, const CLI::ParseError& error);

}  // namespace inkheal::cli
