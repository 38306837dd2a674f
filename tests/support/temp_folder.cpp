#include "support/temp_folder.h"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace inkheal::test {

TempFolder::TempFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "inkheal-test-XXXXXX").string();
    if (!mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TempFolder::~TempFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace inkheal::test
