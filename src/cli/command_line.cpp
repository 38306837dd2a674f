#include "cli/command_line.h"

#include <cstdio>
#include <cstdlib>
#include <new>
#include <sstream>

#include "base/error.h"
#include "base/file.h"
#include "base/interrupt.h"
#include "cli/verbs.h"
#include "cli/wrong_words.h"

namespace inkheal::cli {
namespace {

constexpr const char* about =
    "Inkheal shows a tattoo healed before it is inked: a design on a body site, on any day, as a picture or as "
    "numbers.\nDays are 0, 12h, 5, 2w, 6mo, 5y; lists 0,2,5; ranges 0..28 and 0..28/7. \"-\" is standard input or "
    "output.\nExit: 0 done, 1 failed, 2 wrong usage, 3 bad input, 4 no usable Vulkan device, 5 cannot write, 130 "
    "interrupted.";

int failed(const char* sentence, Exit code) {
    std::fprintf(stderr, "inkheal: %s\n", sentence);
    return int(code);
}

/// Runs the verb, or answers with the help or the version. @throws Error also for what is wrong with the arguments.
void obey(CLI::App& app, int count, char** arguments) {
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != int(CLI::ExitCodes::Success)) throw Error{sentenceFor(app, error), Exit::usage};
        std::ostringstream said;
        app.exit(error, said, said);
        writeFile("-", said.str());
    }
}

Json tidied(const Json& json) {
    if (json.is_number_float()) {
        char text[32];
        std::snprintf(text, sizeof text, "%.6g", json.get<double>());
        return std::strtod(text, nullptr);
    }
    if (!json.is_structured()) return json;
    Json out = json;
    for (auto& entry : out) entry = tidied(entry);
    return out;
}

}  // namespace

void printJson(const Json& json) {
    writeFile("-", tidied(json).dump(2) + "\n");
}

std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : tidied(value).dump();
}

void expectNoMessages(const gpu::Device& device) {
    if (const int messages = device.validationMessages(); messages > 0)
        throw Error{"The Vulkan validation layers had " + std::to_string(messages) + " messages."};
}

int run(int count, char** arguments, const OpenWindow& openWindow) {
    watchForInterrupts();
    CLI::App app(about, "inkheal");
    app.set_version_flag("--version", "inkheal " INKHEAL_VERSION);
    app.require_subcommand(1);
    addRender(app);
    addMeasure(app);
    addPlace(app);
    addSurvive(app);
    addInfo(app);
    addOptics(app);
    addBench(app);
    addView(app, openWindow);
    try {
        obey(app, count, arguments);
        return int(Exit::done);
    } catch (const Error& error) {
        return failed(error.what(), error.exit);
    } catch (const std::bad_alloc&) {
        return failed("There is not enough memory for this; a smaller design or --quality draft needs less.",
                      Exit::failed);
    } catch (const std::exception& error) {
        return failed(error.what(), Exit::failed);
    }
}

}  // namespace inkheal::cli
