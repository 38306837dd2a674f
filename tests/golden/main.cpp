// golden_compare GOLDEN MADE: two PNG files, or two folders of them. A stamp.json lies beside each or a folder above.

#include <cstdio>

#include "base/error.h"
#include "golden/folders.h"

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "golden_compare GOLDEN MADE: two PNG files or two folders of them\n");
        return 2;
    }
    try {
        const auto complaints = inkheal::golden::complaintsBetween(arguments[1], arguments[2]);
        for (const std::string& complaint : complaints) std::fprintf(stderr, "%s\n", complaint.c_str());
        return complaints.empty() ? 0 : 1;
    } catch (const inkheal::Error& error) {
        std::fprintf(stderr, "golden_compare: %s\n", error.what());
        return int(error.exit);
    }
}
