#include "cli/wrong_words.h"

#include <algorithm>
#include <vector>

#include "base/spelling.h"

namespace inkheal::cli {
namespace {

using Words = std::vector<std::string>;

/// " (did you mean X?)", or nothing when no known word is within a third of its letters.
std::string guess(const std::string& word, const Words& known) {
    const std::string asked = word.substr(0, 64);
    const auto nearest = std::min_element(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
        return lettersApart(asked, a) < lettersApart(asked, b);
    });
    const bool near = nearest != known.end() && 3 * lettersApart(asked, *nearest) <= nearest->size();
    return near ? " (did you mean " + *nearest + "?)" : "";
}

std::string listed(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

Words verbsOf(const CLI::App& app) {
    Words names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(verb->get_name());
    return names;
}

Words optionsOf(const CLI::App& verb) {
    Words names;
    for (const CLI::Option* option : verb.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

bool isOption(const std::string& word) {
    return word.size() > 1 && word.front() == '-';
}

std::string withoutVerb(const CLI::App& app) {
    const Words words = app.remaining(), verbs = verbsOf(app);
    if (words.empty()) return "a verb is needed: " + listed(verbs) + "; inkheal --help says what they do.";
    return "there is no verb \"" + words.front() + "\"" + guess(words.front(), verbs) + "; there are " + listed(verbs) +
           ".";
}

std::string beforeVerb(const std::string& word, const std::string& verb) {
    return "\"" + word + "\" stands before the verb; options follow it: inkheal " + verb + " " + word + ".";
}

std::string unknownIn(const CLI::App& verb, const Words& words, const std::string& hint) {
    const auto option = std::find_if(words.begin(), words.end(), isOption);
    if (option == words.end())
        return verb.get_name() + " does not know what to do with \"" + words.front() +
               "\"; files and values follow their options" + hint;
    const std::string name = option->substr(0, option->find('='));
    return verb.get_name() + " has no option " + name + guess(name, optionsOf(verb)) + hint;
}

}  // namespace

std::string sentenceFor(const CLI::App& app, const CLI::ParseError& error) {
    const auto chosen = app.get_subcommands();
    if (chosen.empty()) return withoutVerb(app);
    if (const Words before = app.remaining(); !before.empty())
        return beforeVerb(before.front(), chosen.front()->get_name());
    const std::string hint = "; see inkheal " + chosen.front()->get_name() + " --help.";
    const Words unknown = app.remaining(true);
    if (!unknown.empty()) return unknownIn(*chosen.front(), unknown, hint);
    return error.what() + hint;
}

}  // namespace inkheal::cli
