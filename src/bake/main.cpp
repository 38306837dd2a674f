// inkheal-bake OUTDIR SOURCE: makes the stock bodies. Run by the build.

#include <cstdio>

#include "bake/bake.h"
#include "base/error.h"

int main(int count, char** words) {
    if (count != 3) {
        std::fputs("usage: inkheal-bake OUTDIR SOURCE.zae\n", stderr);
        return int(inkheal::Exit::usage);
    }
    try {
        inkheal::bake::bakeAll(words[2], words[1]);
        return 0;
    } catch (const inkheal::Error& error) {
        std::fprintf(stderr, "inkheal-bake: %s\n", error.what());
        return int(error.exit);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "inkheal-bake: %s\n", error.what());
        return int(inkheal::Exit::failed);
    }
}
