#pragma once

/// @file
/// A bargaining problem with everything settled taken out: what the engines search.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal::detail {

using variable_id = std::uint32_t;  ///< place among the issues that still have a choice

/// A term over two or more variables, all parties side by side.
struct joint_term {
    std::vector<variable_id> variables;  ///< ascending
    std::vector<grains> values;          ///< combination (last fastest) times parties
};

/// A combination of two or more variables that no deal may contain.
struct joint_ban {
    std::vector<variable_id> variables;  ///< ascending
    std::vector<option_mask> masks;      ///< over the variables' remaining options
};

/// A part of one party's sum that is computed from the whole deal, and its bounds over the deals
/// that are left.
struct derived_part {
    std::size_t party = 0;
    derived_value value;
    derived_value::partial_bounds bounds;
};

/// The problem after scope, red lines and constraints on single issues have closed options, and
/// issues with one option left have become constants.
struct reduced_problem {
    std::size_t parties = 0;
    std::vector<issue_id> issues;                 ///< of each variable
    std::vector<std::vector<option_id>> options;  ///< of each variable: the issue's options left
    std::vector<std::vector<grains>> values;      ///< of each variable: options times parties
    std::vector<joint_term> terms;
    std::vector<joint_ban> bans;
    std::vector<derived_part> derived;
    std::vector<grains> base;        ///< constants, by party
    std::vector<grains> thresholds;  ///< least sums accepted, by party
    outcome settled;                 ///< options of the issues without a choice
    bool empty = false;              ///< no deal is left

    [[nodiscard]] std::size_t variables() const noexcept { return issues.size(); }
    [[nodiscard]] std::size_t size(std::size_t v) const noexcept { return options[v].size(); }
};

/// Number of combinations of the variables' options, as a double: only its size matters.
[[nodiscard]] inline double combinations(const reduced_problem& p) {
    double n = p.empty ? 0 : 1;
    for (const auto& left : p.options) {
        n *= static_cast<double>(left.size());
    }
    return n;
}

/// The deal that takes these options of the variables.
[[nodiscard]] inline outcome whole_deal(const reduced_problem& p,
                                        const std::vector<option_id>& options) {
    outcome deal = p.settled;
    for (std::size_t v = 0; v < options.size(); ++v) {
        deal[p.issues[v]] = p.options[v][options[v]];
    }
    return deal;
}

/// Closes options and drops what no longer says anything, until nothing changes.
class space_reduction {
public:
    space_reduction(const bargaining& table, bool with_red_lines)
        : domains_(table.space.domains),
          bans_(table.space.forbidden) {
        if (with_red_lines) {
            for (const bargaining::seat& party : table.parties) {
                for (const bargaining::line& line : party.red_lines) {
                    if (line.binds) {
                        std::erase_if(domains_[line.issue],
                                      [&](option_id o) { return !line.allowed[o]; });
                    }
                }
            }
        }
        while (!empty() && simplify_bans()) {
        }
    }

    [[nodiscard]] bool empty() const {
        return contradiction_ || std::any_of(domains_.begin(), domains_.end(),
                                             [](const auto& d) { return d.empty(); });
    }
    [[nodiscard]] const std::vector<std::vector<option_id>>& domains() const { return domains_; }
    [[nodiscard]] const std::vector<forbidden_combination>& bans() const { return bans_; }

private:
    /// One pass over the bans. @return whether an option was closed
    bool simplify_bans() {
        bool closed = false;
        std::vector<forbidden_combination> kept;
        for (const forbidden_combination& ban : bans_) {
            forbidden_combination live;
            bool possible = true;
            for (std::size_t k = 0; k < ban.issues.size(); ++k) {
                const auto& domain = domains_[ban.issues[k]];
                const auto inside = std::count_if(domain.begin(), domain.end(),
                                                  [&](option_id o) { return ban.masks[k][o]; });
                possible = possible && inside > 0;
                if (inside < static_cast<std::ptrdiff_t>(domain.size())) {
                    live.issues.push_back(ban.issues[k]);
                    live.masks.push_back(ban.masks[k]);
                }
            }
            if (!possible) {
                continue;
            }
            if (live.issues.empty()) {
                contradiction_ = true;
            } else if (live.issues.size() == 1) {
                closed = true;
                std::erase_if(domains_[live.issues[0]],
                              [&](option_id o) { return live.masks[0][o]; });
            } else {
                kept.push_back(std::move(live));
            }
        }
        bans_ = std::move(kept);
        return closed;
    }

    std::vector<std::vector<option_id>> domains_;
    std::vector<forbidden_combination> bans_;
    bool contradiction_ = false;
};

/// Splits the parties' terms by how many variables they still depend on.
class term_reduction {
public:
    term_reduction(const bargaining& table, const std::vector<std::vector<option_id>>& domains,
                   const std::vector<variable_id>& variable_of, reduced_problem& into)
        : table_(table),
          domains_(domains),
          variable_of_(variable_of),
          into_(into) {
        for (std::size_t i = 0; i < table.parties.size(); ++i) {
            for (const utility_term& term : table.parties[i].utility.terms) {
                add(term, i);
            }
        }
        for (auto& [variables, values] : joint_) {
            into.terms.push_back({variables, std::move(values)});
        }
    }

private:
    void add(const utility_term& term, std::size_t party) {
        std::vector<variable_id> variables;
        for (const issue_id k : term.issues) {
            if (domains_[k].size() > 1) {
                variables.push_back(variable_of_[k]);
            }
        }
        std::sort(variables.begin(), variables.end());
        std::vector<grains>& target = values_for(variables);
        outcome at(table_.space.sizes.size(), 0);
        for (std::size_t k = 0; k < at.size(); ++k) {
            at[k] = domains_[k].front();
        }
        std::vector<std::size_t> place(variables.size(), 0);
        for (std::size_t n = 0; n * into_.parties < target.size(); ++n) {
            for (std::size_t v = 0; v < variables.size(); ++v) {
                at[into_.issues[variables[v]]] = into_.options[variables[v]][place[v]];
            }
            target[n * into_.parties + party] += value_of(term, table_.space.sizes, at);
            for (std::size_t v = variables.size();
                 v-- > 0 && ++place[v] == into_.size(variables[v]);) {
                place[v] = 0;
            }
        }
    }

    std::vector<grains>& values_for(const std::vector<variable_id>& variables) {
        if (variables.empty()) {
            return into_.base;
        }
        if (variables.size() == 1) {
            return into_.values[variables.front()];
        }
        auto& values = joint_[variables];
        if (values.empty()) {
            std::size_t n = into_.parties;
            for (const variable_id v : variables) {
                n *= into_.size(v);
            }
            values.assign(n, 0);
        }
        return values;
    }

    const bargaining& table_;
    const std::vector<std::vector<option_id>>& domains_;
    const std::vector<variable_id>& variable_of_;
    reduced_problem& into_;
    std::map<std::vector<variable_id>, std::vector<grains>> joint_;
};

/// Adds a ban in terms of variables and their remaining options.
inline void add_ban(const forbidden_combination& ban, const std::vector<variable_id>& variable_of,
                    reduced_problem& into) {
    std::map<variable_id, option_mask> parts;
    for (std::size_t k = 0; k < ban.issues.size(); ++k) {
        const variable_id v = variable_of[ban.issues[k]];
        option_mask mask;
        for (const option_id o : into.options[v]) {
            mask.push_back(ban.masks[k][o]);
        }
        parts.emplace(v, std::move(mask));
    }
    joint_ban reduced;
    for (auto& [v, mask] : parts) {
        reduced.variables.push_back(v);
        reduced.masks.push_back(std::move(mask));
    }
    into.bans.push_back(std::move(reduced));
}

/// How much hangs on each issue together with others: the spans of the terms that it is part of.
[[nodiscard]] inline std::vector<double> joint_spans(const bargaining& table) {
    std::vector<double> spans(table.space.sizes.size(), 0);
    for (const bargaining::seat& party : table.parties) {
        for (const utility_term& term : party.utility.terms) {
            if (term.issues.size() > 1) {
                const auto [least, most] =
                    std::minmax_element(term.values.begin(), term.values.end());
                for (const issue_id k : term.issues) {
                    spans[k] += static_cast<double>(*most) - static_cast<double>(*least);
                }
            }
        }
    }
    return spans;
}

/// True where the turn of the issues matters to a search.
[[nodiscard]] inline bool is_tangled(const bargaining& table) {
    return std::any_of(
        table.parties.begin(), table.parties.end(), [](const bargaining::seat& party) {
            const auto& terms = party.utility.terms;
            return !party.utility.derived.empty() ||
                   std::any_of(terms.begin(), terms.end(),
                               [](const utility_term& t) { return t.issues.size() > 1; });
        });
}

/// The issues in the turn in which a search that is free to choose decides them: first those that
/// tell most about derived values.
[[nodiscard]] inline std::vector<issue_id> telling_first(const bargaining& table,
                                                         const std::vector<issue_id>& others) {
    std::vector<issue_id> turn;
    const auto add = [&](issue_id k) {
        if (std::find(turn.begin(), turn.end(), k) == turn.end()) {
            turn.push_back(k);
        }
    };
    for (const bargaining::seat& party : table.parties) {
        for (const derived_value& part : party.utility.derived) {
            const std::vector<issue_id> first = part.decides_first();
            std::for_each(first.begin(), first.end(), add);
        }
    }
    std::for_each(others.begin(), others.end(), add);
    return turn;
}

[[nodiscard]] inline std::vector<issue_id> in_their_order(const bargaining& table) {
    std::vector<issue_id> turn(table.space.sizes.size());
    std::iota(turn.begin(), turn.end(), issue_id{0});
    return turn;
}

/// The others in their order. @overload
[[nodiscard]] inline std::vector<issue_id> telling_first(const bargaining& table) {
    return telling_first(table, in_their_order(table));
}

/// The others by what hangs on them together with others, most first: boxes are left early.
[[nodiscard]] inline std::vector<issue_id> tangled_first(const bargaining& table) {
    const std::vector<double> spans = joint_spans(table);
    std::vector<issue_id> turn = in_their_order(table);
    std::stable_sort(turn.begin(), turn.end(),
                     [&](issue_id a, issue_id b) { return spans[b] < spans[a]; });
    return telling_first(table, turn);
}

/// Reduces a problem.
/// @param turn           issues as the variables are to follow one another: enumeration order
///                       wherever ties or keys are read off the variables
/// @param with_red_lines whether the binding red lines close options
[[nodiscard]] inline reduced_problem reduce(const bargaining& table,
                                            const std::vector<issue_id>& turn,
                                            bool with_red_lines = true) {
    reduced_problem p;
    p.parties = table.parties.size();
    p.base.assign(p.parties, 0);
    for (const bargaining::seat& party : table.parties) {
        p.thresholds.push_back(party.threshold);
    }
    const space_reduction space(table, with_red_lines);
    p.empty = space.empty();
    if (p.empty) {
        return p;
    }
    std::vector<variable_id> variable_of(space.domains().size(), 0);
    for (const auto& domain : space.domains()) {
        p.settled.push_back(domain.front());
    }
    for (const issue_id k : turn) {
        const auto& domain = space.domains()[k];
        if (domain.size() > 1) {
            variable_of[k] = static_cast<variable_id>(p.issues.size());
            p.issues.push_back(k);
            p.options.push_back(domain);
            p.values.emplace_back(domain.size() * p.parties, 0);
        }
    }
    for (const forbidden_combination& ban : space.bans()) {
        add_ban(ban, variable_of, p);
    }
    const term_reduction terms(table, space.domains(), variable_of, p);
    for (std::size_t i = 0; i < table.parties.size(); ++i) {
        for (const derived_value& part : table.parties[i].utility.derived) {
            p.derived.push_back({i, part, part.bounds(space.domains(), p.issues)});
        }
    }
    return p;
}

/// In enumeration order. @overload
[[nodiscard]] inline reduced_problem reduce(const bargaining& table, bool with_red_lines = true) {
    return reduce(table, in_their_order(table), with_red_lines);
}

}  // namespace negotiation::deal::detail
