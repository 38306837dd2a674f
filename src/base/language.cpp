#include "base/language.h"

#include <algorithm>
#include <cstdlib>

namespace inkheal {

std::string wishedLanguage() {
    std::string locale;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value && *value) {
            locale = value;
            break;
        }
    }
    const std::string language = locale.substr(0, locale.find_first_of("_.@-"));
    const bool letters = std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters && (language.size() == 2 || language.size() == 3) ? language : "en";
}

}  // namespace inkheal
