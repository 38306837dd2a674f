#include "healing/phase.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/file.h"
#include "base/language.h"
#include "base/units.h"
#include "shared/language.h"

namespace inkheal::healing {
namespace {

namespace law {
using namespace inkheal::language;
using real = double;
#include "skin/surface_laws.h"
}  // namespace law

constexpr std::array<const char*, phaseCount> names{"inflamed", "drying", "peeling", "clouded",
                                                    "settling", "healed", "aged"};

// Where each phase ends, set so that a solid fill under typical care comes to them when clients and artists say (own
// estimates). Shares of the injury but for the blood and the crust.
constexpr double woundedFromOpen = 0.27;    // until three quarters of the wound have closed
constexpr double inflamedFromBlood = 0.45;  // nearly three times the blood of calm skin: redness that nobody overlooks
constexpr double openFrom = 0.05;           // what crust and scales still hold on to
constexpr double shedFrom = 0.80;           // of the dead skin, when the first scales have left
constexpr double shedTo = 0.25;             // and when the last are leaving
constexpr double crustedFrom = 0.15;        // crust of 15 um; law::crustMmPerUnit to one
constexpr double milkyFrom = 0.36;          // young skin that dulls the ink
constexpr double youngFrom = 0.035;         // young skin that a close look can find

constexpr std::array<double, phaseCount - 1> usualEnds{3.6, 6.2, 10.5, 16.5, 38.5, daysPerYear};

std::string sentenceIn(const Json& phase, const std::string& key, const std::string& language,
                       const std::string& name) {
    const Json byLanguage = want<Json>(phase, key, name);
    const std::string english = want<std::string>(byLanguage, "en", name);
    const std::string sentence =
        byLanguage.contains(language) ? want<std::string>(byLanguage, language, name) : english;
    if (english.empty() || sentence.empty())
        throw badInput(name, "a sentence of \"" + key + "\" is empty", "write it, or leave its language out");
    return sentence;
}

}  // namespace

Phase phaseOf(const Condition& skin) {
    const double injury = std::max(skin.injury, 1e-6);  // where nothing was hurt nothing heals
    const double open = skin.open / injury, dead = skin.dead / (law::debrisPerInjury * injury);
    const double young = skin.young / injury;
    if (open > woundedFromOpen || skin.blood > inflamedFromBlood) return Phase::inflamed;
    if (open > openFrom || dead > shedFrom) return Phase::drying;
    if (dead > shedTo || skin.crust > crustedFrom) return Phase::peeling;
    if (open + young > milkyFrom) return Phase::clouded;
    if (open + young > youngFrom) return Phase::settling;
    return skin.ageDays < daysPerYear ? Phase::healed : Phase::aged;
}

Phase usualPhase(double days) {
    return Phase(std::upper_bound(usualEnds.begin(), usualEnds.end(), days) - usualEnds.begin());
}

std::string phaseName(Phase phase) {
    return names[std::size_t(phase)];
}

std::vector<PhaseWords> phaseWordsFrom(const Json& json, const std::string& language, const std::string& name) {
    std::vector<PhaseWords> words(phaseCount);
    const Json list = want<Json>(json, "phases", name);
    for (const Json& phase : list) {
        const std::string called = want<std::string>(phase, "name", name);
        const auto found = std::find(names.begin(), names.end(), called);
        if (found == names.end())
            throw badInput(name, "\"" + called + "\" is not a phase",
                           "use inflamed, drying, peeling and so on to aged");
        PhaseWords& its = words[std::size_t(found - names.begin())];
        if (!its.seen.empty()) throw badInput(name, "\"" + called + "\" stands there twice", "leave one out");
        its = {sentenceIn(phase, "seen", language, name), sentenceIn(phase, "care", language, name)};
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].seen.empty())
            throw badInput(name, "the phase \"" + std::string(names[i]) + "\" is missing", "add it with seen and care");
    return words;
}

const PhaseWords& wordsOf(Phase phase) {
    static const std::vector<PhaseWords> all = [] {
        const auto file = shareFolder() / "phases.json";
        return phaseWordsFrom(readJson(file), wishedLanguage(), file.string());
    }();
    return all[std::size_t(phase)];
}

}  // namespace inkheal::healing
