#include "house/scopes.h"

#include <regex>

#include "house/source.h"

namespace inkheal::house {
namespace {

struct Open {
    Scope scope;
    std::size_t bodyStart = 0;
};

std::string joined(const std::string& outer, const std::string& inner) {
    return outer.empty() ? inner : outer + "::" + inner;
}

/// What a brace opens, from the text before it back to the last ; { or }.
Scope classified(const std::string& head) {
    static const std::regex space(R"(\bnamespace\b|\bextern\s*$)");
    static const std::regex enumeration(R"(\benum\b(?:\s+(?:class|struct))?\s*(\w*))");
    static const std::regex type(
        R"(\b(?:struct|class|union)\s+(?:alignas\s*\([^)]*\)\s*)?(\w+(?:::\w+)*)\s*(?:final)?\s*(?::[^()]*)?$)");
    static const std::regex function(R"(([\w~:]+)\s*\()");
    std::smatch found;
    if (std::regex_search(head, space)) return {ScopeKind::space, {}, {}};
    if (std::regex_search(head, found, enumeration)) return {ScopeKind::enumeration, found[1], {}};
    if (std::regex_search(head, found, type)) return {ScopeKind::type, found[1], {}};
    if (std::regex_search(head, found, function)) return {ScopeKind::function, found[1], {}};
    return {};
}

class Walk {
 public:
    explicit Walk(const std::string& text) : code_(plainCodeOf(text)) {}

    std::vector<Scope> scopes() {
        for (at_ = 0; at_ < code_.size(); ++at_) {
            switch (code_[at_]) {
                case '{':
                    open();
                    break;
                case '}':
                    close();
                    break;
                case ';':
                    if (!inFunction()) headStart_ = at_ + 1;
                    break;
                default:
                    break;
            }
        }
        return std::move(closed_);
    }

 private:
    bool inFunction() const {
        return !open_.empty() && open_.back().scope.kind != ScopeKind::space &&
               open_.back().scope.kind != ScopeKind::type;
    }

    /// "public:" before a member is no part of it.
    void skipAccessLabels() {
        static const std::regex label(R"(\b(?:public|private|protected)\s*:(?!:))");
        const std::string head = code_.substr(headStart_, at_ - headStart_);
        std::size_t after = 0;
        for (std::sregex_iterator i(head.begin(), head.end(), label), none; i != none; ++i)
            after = std::size_t(i->position() + i->length());
        headStart_ += after;
    }

    void open() {
        if (inFunction()) {
            ++depthInFunction_;
            return;
        }
        skipAccessLabels();
        const std::string head = code_.substr(headStart_, at_ - headStart_);
        Open opened{classified(head), at_ + 1};
        const auto first = head.find_first_not_of(" \t\n");
        opened.scope.firstLine = lineAt(code_, headStart_ + (first == std::string::npos ? head.size() : first));
        if (opened.scope.kind == ScopeKind::type && !open_.empty() && open_.back().scope.kind == ScopeKind::type)
            opened.scope.name = joined(open_.back().scope.name, opened.scope.name);
        open_.push_back(opened);
        headStart_ = at_ + 1;
    }

    void close() {
        if (open_.empty()) return;
        if (inFunction() && depthInFunction_ > 0) {
            --depthInFunction_;
            return;
        }
        Scope scope = std::move(open_.back().scope);
        scope.lastLine = lineAt(code_, at_);
        if (scope.kind == ScopeKind::type)
            scope.body = code_.substr(open_.back().bodyStart, at_ - open_.back().bodyStart);
        open_.pop_back();
        closed_.push_back(std::move(scope));
        headStart_ = at_ + 1;
    }

    std::string code_;
    std::size_t at_ = 0, headStart_ = 0;
    int depthInFunction_ = 0;
    std::vector<Open> open_;
    std::vector<Scope> closed_;
};

}  // namespace

std::vector<Scope> scopesOf(const std::string& text) {
    return Walk(text).scopes();
}

}  // namespace inkheal::house
