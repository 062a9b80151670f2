#include <algorithm>
#include <cmath>
#include <filesystem>
#include <unordered_map>

#include <fmt/format.h>
#include <io/geniusweb.hpp>
#include <io/geniusweb_reading.hpp>

namespace negotiation::io::detail {

namespace {

/// The keys of a table by name.
std::unordered_map<std::string_view, const entry*> entries_of(const node::table& table) {
    std::unordered_map<std::string_view, const entry*> found;
    for (const entry& e : table) {
        found.emplace(e.key, &e);
    }
    return found;
}

class profile_reader {
public:
    profile_reader(const foreign_domain& domain, const json_reader& read, foreign_profile& into)
        : domain_(domain),
          read_(read),
          into_(into) {}

    void utilities(const node::table& from, const place& at) {
        by_issue(from, at, "issueUtilities", [&](std::size_t k, const entry& e) {
            values_of(e.inside, domain_.issues[k], into_.values[k]);
        });
    }

    void weights(const node::table& from, const place& at) {
        by_issue(from, at, "issueWeights", [&](std::size_t k, const entry& e) {
            const auto weight =
                read_.number(e.inside, fmt::format("the weight of '{}'", shown(e.key)));
            into_.weights[k] = {weight.value_or(0), e.inside.at};
        });
    }

    /// u(reservationBid)
    void reservation(const node& from) {
        const node::table* bid = read_.table(&from, "'reservationBid'");
        const node::table* chosen =
            bid == nullptr ? nullptr
                           : read_.need_table(*bid, from.at, "a reservationBid", "issuevalues");
        if (chosen == nullptr) {
            return;
        }
        into_.reservation.at = from.at;
        by_issue(*chosen, from.at, "issuevalues", [&](std::size_t k, const entry& e) {
            const auto option = option_of(e, domain_.issues[k]);
            if (option && *option < into_.values[k].size()) {
                into_.reservation.value += into_.weights[k].value * into_.values[k][*option].value;
            }
        });
    }

    /// The domain that the profile was written for.
    void same_domain(const foreign_domain& own, const node& at) {
        for (std::size_t k = 0; k < std::max(own.issues.size(), domain_.issues.size()); ++k) {
            const bool there = k < own.issues.size() && k < domain_.issues.size();
            if (!there || !same(own.issues[k], domain_.issues[k])) {
                const std::string name =
                    k < domain_.issues.size() ? domain_.issues[k].name : own.issues[k].name;
                read_.tell(k < own.issues.size() ? own.issues[k].at : at.at,
                           fmt::format("a profile of another domain: issue '{}' is not the same in "
                                       "{}",
                                       shown(name), shown(domain_.file)));
                return;
            }
        }
    }

private:
    static bool same(const foreign_issue& a, const foreign_issue& b) {
        return a.name == b.name && a.kind == b.kind && a.written == b.written &&
               std::equal(
                   a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                   [](const foreign_value& x, const foreign_value& y) { return x.text == y.text; });
    }

    /// Something of every issue; tells of others and of those that are missing.
    template <class Read>
    void by_issue(const node::table& from, const place& at, const char* key, Read read_one) {
        const auto entries = entries_of(from);
        std::size_t found = 0;
        for (std::size_t k = 0; k < domain_.issues.size(); ++k) {
            const auto e = entries.find(domain_.issues[k].name);
            if (e == entries.end()) {
                read_.tell(at, fmt::format("'{}' needs issue '{}' of {}; got none", key,
                                           shown(domain_.issues[k].name), shown(domain_.file)));
            } else {
                ++found;
                read_one(k, *e->second);
            }
        }
        for (std::size_t k = 0; found < from.size() && k < from.size(); ++k) {
            const auto known =
                std::any_of(domain_.issues.begin(), domain_.issues.end(),
                            [&](const foreign_issue& of) { return of.name == from[k].key; });
            if (!known) {
                read_.tell(from[k].at, fmt::format("a profile of another domain: {} has no issue "
                                                   "'{}'",
                                                   shown(domain_.file), shown(from[k].key)));
                return;
            }
        }
    }

    void values_of(const node& from, const foreign_issue& of, std::vector<foreign_number>& into) {
        const std::string what = fmt::format("the utilities of issue '{}'", shown(of.name));
        const node::table* table = read_.table(&from, what);
        if (table == nullptr) {
            return;
        }
        const node* listed = find(*table, "discreteutils");
        const node* numbers = find(*table, "numberutils");
        if (of.kind == issue_kind::categorical && listed != nullptr) {
            listed_values(*listed, of, into);
        } else if (of.kind != issue_kind::categorical && numbers != nullptr) {
            line_of_values(*numbers, of, into);
        } else {
            const std::string got = table->empty() ? "none" : "'" + shown(table->front().key) + "'";
            read_.tell(from.at, fmt::format("{} must be {}; got {}", what,
                                            of.kind == issue_kind::categorical ? "'discreteutils'"
                                                                               : "'numberutils'",
                                            got));
        }
    }

    void listed_values(const node& from, const foreign_issue& of,
                       std::vector<foreign_number>& into) {
        const node::table* table = read_.table(&from, "'discreteutils'");
        table = table == nullptr
                    ? nullptr
                    : read_.need_table(*table, from.at, "discreteutils", "valueUtilities");
        if (table == nullptr) {
            return;
        }
        std::vector<bool> seen(of.size(), false);
        into.assign(of.size(), {});
        for (const entry& e : *table) {
            const auto found = of.known.find(e.key);
            if (found == of.known.end()) {
                read_.tell(e.at, fmt::format("a profile of another domain: issue '{}' has no value "
                                             "'{}'",
                                             shown(of.name), shown(e.key)));
                continue;
            }
            seen[found->second] = true;
            const auto value =
                read_.number(e.inside, fmt::format("the utility of '{}'", shown(e.key)));
            into[found->second] = {value.value_or(0), e.inside.at};
        }
        const auto missing = std::find(seen.begin(), seen.end(), false);
        if (missing != seen.end()) {
            read_.tell(
                from.at,
                fmt::format(
                    "issue '{}' has {} values; got {} utilities, none of '{}'", shown(of.name),
                    of.size(), std::count(seen.begin(), seen.end(), true),
                    shown(of.values[static_cast<std::size_t>(missing - seen.begin())].text)));
        }
    }

    /// A straight line through two points.
    void line_of_values(const node& from, const foreign_issue& of,
                        std::vector<foreign_number>& into) {
        const node::table* table = read_.table(&from, "'numberutils'");
        if (table == nullptr) {
            return;
        }
        const std::size_t told = read_.told();
        const auto number = [&](const char* key) {
            const node* found = read_.need(*table, from.at, "numberutils", key);
            return found == nullptr ? 0 : read_.number(*found, key).value_or(0);
        };
        const double low = number("lowValue");
        const double low_utility = number("lowUtility");
        const double high = number("highValue");
        const double high_utility = number("highUtility");
        if (read_.told() == told && !(low < high)) {
            read_.tell(from.at,
                       fmt::format("lowValue must be below highValue; got {} and {}", low, high));
        }
        if (read_.told() > told) {
            return;
        }
        for (const double level : of.levels) {
            const double share = (level - low) / (high - low);
            into.push_back({low_utility + share * (high_utility - low_utility), from.at});
        }
    }

    /// Which option a reservation bid names.
    std::optional<std::size_t> option_of(const entry& e, const foreign_issue& of) const {
        if (of.kind == issue_kind::categorical) {
            const auto word = read_.word(e.inside, "a value");
            const auto found = word ? of.known.find(*word) : of.known.end();
            if (word && found == of.known.end()) {
                read_.tell(e.inside.at, fmt::format("issue '{}' has no value '{}'", shown(of.name),
                                                    shown(*word)));
            }
            return found == of.known.end() ? std::nullopt : std::optional(found->second);
        }
        constexpr double near = 1e-9;
        const auto level = read_.number(e.inside, "a value");
        for (std::size_t k = 0; level && k < of.levels.size(); ++k) {
            if (std::abs(of.levels[k] - *level) <= near * std::max(1.0, std::abs(*level))) {
                return k;
            }
        }
        if (level) {
            read_.tell(e.inside.at, fmt::format("issue '{}' has no value {}{}", shown(of.name),
                                                *level, of.thinned.empty() ? "" : " that is read"));
        }
        return std::nullopt;
    }

    const foreign_domain& domain_;
    const json_reader& read_;
    foreign_profile& into_;
};

std::string name_of(const node::table& profile, const std::string& file) {
    const node* name = find(profile, "name");
    const bool named = name != nullptr && name->as_text() != nullptr && !name->as_text()->empty();
    return named ? *name->as_text() : std::filesystem::path(file).stem().string();
}

}  // namespace

foreign_profile read_geniusweb_profile(const node& document, const std::string& file,
                                       const foreign_domain& domain, const foreign_reading& how) {
    std::vector<located_message> wrong;
    const json_reader read(wrong);
    const node::table* table = read.table(&document, "a profile");
    table = table == nullptr
                ? nullptr
                : read.need_table(*table, document.at, "a profile", geniusweb_profile_key);
    throw_if_any(wrong);
    const place at = find(*document.as_table(), geniusweb_profile_key)->at;
    foreign_profile into;
    into.file = file;
    into.name = name_of(*table, file);
    into.at = into.reservation.at = at;
    into.weights.resize(domain.issues.size());
    into.values.resize(domain.issues.size());
    profile_reader reader(domain, read, into);
    const node* own = find(*table, "domain");
    if (own != nullptr) {
        reader.same_domain(read_geniusweb_domain(*own, file, how), *own);
        throw_if_any(wrong);
    }
    const auto* utilities = read.need_table(*table, at, "a profile", "issueUtilities");
    const auto* weights = read.need_table(*table, at, "a profile", "issueWeights");
    if (utilities != nullptr) {
        reader.utilities(*utilities, find(*table, "issueUtilities")->at);
    }
    if (weights != nullptr) {
        reader.weights(*weights, find(*table, "issueWeights")->at);
    }
    const node* bid = find(*table, "reservationBid");
    if (bid != nullptr) {
        reader.reservation(*bid);
    }
    throw_if_any(wrong);
    return into;
}

}  // namespace negotiation::io::detail
