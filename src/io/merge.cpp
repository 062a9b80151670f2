#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <io/document.hpp>

#include <negotiation/scenario/nearest.hpp>

namespace negotiation::io::detail {

namespace {

constexpr std::array<std::string_view, 9> sections{"source",     "assumption", "issue",
                                                   "constraint", "party",      "onlooker",
                                                   "scope",      "deal",       "reported"};

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
    for (entry& e : over) {
        if (node* old = find(base, e.key)) {
            merge_value(*old, std::move(e.inside));
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
          fresh_(base.size(), true),
          wrong_(wrong) {}

    void take(node over) {
        const std::string* name = identity(section_, over);
        const std::size_t found = name == nullptr ? base_.size() : find_base(*name);
        if (const node* remove = removal(over)) {
            take_out(over, *remove, name, found);
        } else if (found == base_.size()) {
            base_.push_back(std::move(over));
            fresh_.push_back(false);
        } else {
            fresh_[found] = false;
            merge_value(base_[found], std::move(over));
        }
    }

private:
    [[nodiscard]] std::size_t find_base(const std::string& name) const {
        for (std::size_t k = 0; k < base_.size(); ++k) {
            const std::string* own = fresh_[k] ? identity(section_, base_[k]) : nullptr;
            if (own != nullptr && *own == name) {
                return k;
            }
        }
        return base_.size();
    }

    void take_out(const node& over, const node& remove, const std::string* name,
                  std::size_t found) {
        const bool* yes = std::get_if<bool>(&remove.value);
        if (yes == nullptr || !*yes) {
            wrong_.push_back(at(remove.at, "remove must be true; got " + describe(remove)));
        } else if (name == nullptr) {
            wrong_.push_back(at(over.at, fmt::format("a {} to remove needs its {}; got none",
                                                     section_, identity_key(section_))));
        } else if (found == base_.size()) {
            wrong_.push_back(at(remove.at, fmt::format("no {} '{}' to remove; {}", section_,
                                                       shown(*name), nearest(*name, names()))));
        } else {
            base_.erase(base_.begin() + static_cast<std::ptrdiff_t>(found));
            fresh_.erase(fresh_.begin() + static_cast<std::ptrdiff_t>(found));
        }
    }

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (std::size_t k = 0; k < base_.size(); ++k) {
            const std::string* own = fresh_[k] ? identity(section_, base_[k]) : nullptr;
            if (own != nullptr) {
                list.push_back(*own);
            }
        }
        return list;
    }

    std::string_view section_;
    node::array& base_;
    std::vector<bool> fresh_;  ///< from the base and not yet touched
    std::vector<located_message>& wrong_;
};

}  // namespace

node merge(node base, node over, std::vector<located_message>& wrong) {
    node::table& into = *base.as_table();
    for (entry& e : *over.as_table()) {
        if (e.key == "extends") {
            continue;
        }
        if (!is_section(e.key) || e.inside.as_array() == nullptr) {
            merge_table(into, node::table{std::move(e)});
            continue;
        }
        if (find(into, e.key) == nullptr) {
            into.push_back({e.key, e.at, node{e.inside.at, node::array{}}});
        }
        node& old = *find(into, e.key);
        if (old.as_array() == nullptr) {
            old = std::move(e.inside);
            continue;
        }
        old.at = e.inside.at;
        section_merge section(e.key, *old.as_array(), wrong);
        for (node& element : *e.inside.as_array()) {
            section.take(std::move(element));
        }
    }
    base.at = over.at;
    return base;
}

}  // namespace negotiation::io::detail
