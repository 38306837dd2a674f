#pragma once
// How far healing has come, as a person would say it. The phase follows from the skin itself, so that a slow healer,
// dry care or soft shading come to it on days of their own; what is seen in it and what to do comes in words from
// assets/phases.json.

#include <string>
#include <vector>

#include "base/json.h"

namespace inkheal::healing {

enum class Phase { inflamed, drying, peeling, clouded, settling, healed, aged };
inline constexpr int phaseCount = 7;

/// What the phase is read from: the age of the ink and means over the treated area, in the units of skin/fields.h.
struct Condition {
    double ageDays = 0;
    double injury = 0;  // of day 0
    double blood = 0;   // excess, 0..1
    double open = 0;    // not covered by epidermis
    double dead = 0;    // dead skin that has not left yet
    double crust = 0;
    double young = 0;  // epidermis and corneum that came with healing and have not worn off yet
};

/// Never goes back as long as nothing is done to the skin: but for the blood and the crust, which rise only early, each
/// of what it asks for only falls.
Phase phaseOf(const Condition& skin);

/// By the day alone, as a solid fill under typical care comes to them: for days that have not been simulated.
Phase usualPhase(double days);

std::string phaseName(Phase phase);

/// One sentence each.
struct PhaseWords {
    std::string seen, care;
};

/// By phase, in `language` where a sentence has it and in English where not. `name` stands in error sentences. @throws
/// Error (badInput) for a phase missing, unknown or twice, or a sentence without English.
std::vector<PhaseWords> phaseWordsFrom(const Json& json, const std::string& language, const std::string& name);

/// The shipped ones in the language of the environment, read once. @throws Error (badInput).
const PhaseWords& wordsOf(Phase phase);

}  // namespace inkheal::healing
