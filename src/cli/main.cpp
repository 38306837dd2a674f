// inkheal: the command line, with the window behind the verb `view`.
#include "cli/command_line.h"
#include "desktop/window.h"

int main(int count, char** arguments) {
    return inkheal::cli::run(count, arguments, [](const auto&... asked) { inkheal::desktop::openWindow({asked...}); });
}
