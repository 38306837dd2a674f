// inkheal_flip REFERENCE OTHER: how different two PNG files of ours look when shown in turn (support/flip.h), 0 to 1.

#include <algorithm>
#include <cstdio>

#include "base/error.h"
#include "base/png.h"
#include "support/flip.h"

int main(int count, char** arguments) {
    using namespace inkheal;
    if (count != 3) {
        std::fprintf(stderr, "inkheal_flip REFERENCE OTHER: two PNG files of one size\n");
        return 2;
    }
    try {
        const std::vector<double> values = test::flip(readOwnPng(arguments[1]), readOwnPng(arguments[2]));
        std::printf("mean %.4f, median %.4f, 99th percentile %.4f, max %.4f\n", test::meanOf(values),
                    test::percentileOf(values, 0.5), test::percentileOf(values, 0.99),
                    *std::max_element(values.begin(), values.end()));
    } catch (const Error& error) {
        std::fprintf(stderr, "inkheal_flip: %s\n", error.what());
        return int(error.exit);
    }
}
