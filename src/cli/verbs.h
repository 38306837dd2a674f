#pragma once
// The verbs: each adds its options to the command line and runs when it is the one called. All throw Error. Add one
// here, its file beside the others, and call it in command_line.cpp.

#include <CLI/CLI.hpp>

#include "base/json.h"
#include "cli/command_line.h"

namespace inkheal::cli {

void addRender(CLI::App& app);
void addMeasure(CLI::App& app);
void addPlace(CLI::App& app);
void addSurvive(CLI::App& app);
void addInfo(CLI::App& app);
void addOptics(CLI::App& app);
void addBench(CLI::App& app);
void addView(CLI::App& app, const OpenWindow& openWindow);

/// JSON on standard output, numbers to six digits.
void printJson(const Json& json);

/// A string without its quotes; anything else as JSON.
std::string textOf(const Json& value);

/// @throws Error (failed) when the validation layers spoke.
void expectNoMessages(const gpu::Device& device);

}  // namespace inkheal::cli
