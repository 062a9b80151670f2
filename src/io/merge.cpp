#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/model/nearest.hpp>

#include "scenario/suggestion.hpp"

namespace negotiation::io::detail {

namespace {

constexpr std::array<std::string_view, 18> sections{
    "source",  "assumption", "issue",    "constraint", "party", "onlooker",
    "scope",   "deal",       "reported", "mediator",   "step",  "order",
    "variant", "chamber",    "faction",  "hazard",     "event", "inspector"};

bool is_section(std::string_view key) {
    return std::find(sections.begin(), sections.end(), key) != sections.end();
}

/// A curve and an attitude to risk say themselves what they are: half of one and half of another
/// would make no sense.
bool replaces(const node::table& over) {
    return find(over, "form") != nullptr || find(over, "points") != nullptr ||
           find(over, "attitude") != nullptr;
}

void merge_value(node& base, node over);

void merge_table(node::table& base, node::table over) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t k = 0; k < base.size(); ++k) {
        places.emplace(base[k].key, k);
    }
    for (entry& e : over) {
        const auto old = places.find(e.key);
        if (old != places.end()) {
            merge_value(base[old->second].inside, std::move(e.inside));
        } else {
            base.push_back(std::move(e));
        }
    }
}

void merge_value(node& base, node over) {
    if (base.as_table() == nullptr || over.as_table() == nullptr || replaces(*over.as_table())) {
        base = std::move(over);
        return;
    }
    base.at = over.at;
    merge_table(*base.as_table(), std::move(*over.as_table()));
}

/// An entry that only takes another one out.
const node* removal(const node& of) {
    return of.as_table() == nullptr ? nullptr : find(*of.as_table(), "remove");
}

/// Merges the entries of one section; of two of one name in one file the second is kept beside
/// the first, to be refused later.
class section_merge {
public:
    section_merge(std::string_view section, node::array& base, std::vector<located_message>& wrong)
        : section_(section),
          base_(base),
          removed_(base.size(), false),
          wrong_(wrong) {
        for (std::size_t k = 0; k < base.size(); ++k) {
            if (const std::string* own = identity(section, base[k])) {
                fresh_.emplace(*own, k);
            }
        }
    }

    void take(node over) {
        const std::string* name = identity(section_, over);
        const auto found = name == nullptr ? fresh_.end() : fresh_.find(*name);
        if (const node* remove = removal(over)) {
            take_out(over, *remove, name, found);
        } else if (found == fresh_.end()) {
            base_.push_back(std::move(over));
            removed_.push_back(false);
        } else {
            const std::size_t place = found->second;
            fresh_.erase(found);
            merge_value(base_[place], std::move(over));
        }
    }

    /// Leaves out what was removed.
    void finish() {
        std::size_t kept = 0;
        for (std::size_t k = 0; k < base_.size(); ++k) {
            if (!removed_[k] && kept++ != k) {
                base_[kept - 1] = std::move(base_[k]);
            }
        }
        base_.resize(kept);
    }

private:
    using names = std::map<std::string, std::size_t>;

    void take_out(const node& over, const node& remove, const std::string* name,
                  names::iterator found) {
        constexpr std::size_t most = 100;  // of more mistakes nobody reads what is near
        const bool* yes = std::get_if<bool>(&remove.value);
        if (yes == nullptr || !*yes) {
            wrong_.push_back(at(remove.at, "remove must be true; got " + describe(remove)));
        } else if (name == nullptr) {
            wrong_.push_back(
                at(over.at, fmt::format("{} to remove needs its {}; got none",
                                        with_article(section_), identity_key(section_))));
        } else if (found == fresh_.end()) {
            wrong_.push_back(
                at(remove.at,
                   fmt::format("no {} '{}' to remove{}", section_, shown(*name),
                               wrong_.size() < most ? near_.name(*name, fresh_names()) : "")));
        } else {
            removed_[found->second] = true;
            fresh_.erase(found);
        }
    }

    [[nodiscard]] std::vector<std::string> fresh_names() const {
        std::vector<std::pair<std::size_t, std::string>> placed;
        for (const auto& [name, place] : fresh_) {
            placed.emplace_back(place, name);
        }
        std::sort(placed.begin(), placed.end());
        std::vector<std::string> list;
        for (const auto& [place, name] : placed) {
            list.push_back(name);
        }
        return list;
    }

    std::string_view section_;
    node::array& base_;
    names fresh_;  ///< entries of the base that were not touched yet
    std::vector<bool> removed_;
    std::vector<located_message>& wrong_;
    negotiation::detail::suggestions near_;
};

/// Merges the entries of a section into those of the base.
void merge_section(entry over, node::table& into, std::vector<located_message>& wrong) {
    if (find(into, over.key) == nullptr) {
        into.push_back({over.key, over.at, node{over.inside.at, node::array{}}});
    }
    node& old = *find(into, over.key);
    if (old.as_array() == nullptr) {
        old = std::move(over.inside);
        return;
    }
    old.at = over.inside.at;
    section_merge section(over.key, *old.as_array(), wrong);
    for (node& element : *over.inside.as_array()) {
        section.take(std::move(element));
    }
    section.finish();
}

}  // namespace

node merge(node base, node over, std::vector<located_message>& wrong) {
    node::table& into = *base.as_table();
    node::table others;
    for (entry& e : *over.as_table()) {
        if (is_section(e.key) && e.inside.as_array() != nullptr) {
            merge_section(std::move(e), into, wrong);
        } else if (e.key != "extends") {
            others.push_back(std::move(e));
        }
    }
    merge_table(into, std::move(others));
    base.at = over.at;
    return base;
}

}  // namespace negotiation::io::detail
