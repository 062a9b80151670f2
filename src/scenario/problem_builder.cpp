#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/problem_builder.hpp>

#include "scenario/freeze_party.hpp"

namespace negotiation {

namespace {

template <class... Parts>
[[noreturn]] void refuse(fmt::format_string<Parts...> text, Parts&&... parts) {
    throw std::invalid_argument("problem_builder" +
                                fmt::format(text, std::forward<Parts>(parts)...));
}

}  // namespace

problem_builder& problem_builder::issue(std::string name, int low, int high) {
    if (high < low ||
        static_cast<long long>(high) - low >= static_cast<long long>(maximum_options)) {
        refuse("::issue: '{}' needs low <= high and at most {} levels; got {}..{}", name,
               maximum_options, low, high);
    }
    std::vector<double> at;
    for (int level = low; level <= high; ++level) {
        at.push_back(level);
    }
    return issue(std::move(name), std::move(at));
}

problem_builder& problem_builder::issue(std::string name, std::size_t options) {
    if (options > maximum_options) {
        refuse("::issue: '{}' has at most {} options; got {}", name, maximum_options, options);
    }
    std::vector<double> at;
    for (std::size_t k = 0; k < options; ++k) {
        at.push_back(static_cast<double>(k));
    }
    return issue(std::move(name), std::move(at));
}

problem_builder& problem_builder::issue(std::string name, std::vector<double> at) {
    if (at.empty()) {
        refuse("::issue: '{}' needs an option; got none", name);
    }
    if (at.size() > maximum_options) {
        refuse("::issue: '{}' has at most {} options; got {}", name, maximum_options, at.size());
    }
    for (const double level : at) {
        if (!std::isfinite(level)) {
            refuse("::issue: levels of '{}' must be finite; got {}", name, level);
        }
    }
    names_.push_back(std::move(name));
    levels_.push_back(std::move(at));
    return *this;
}

problem_builder::agent& problem_builder::last_agent(const char* step) {
    if (agents_.empty()) {
        refuse("::{}: a party must come first; got none", step);
    }
    return agents_.back();
}

problem_builder& problem_builder::interaction(std::size_t first, std::size_t second,
                                              std::vector<double> values) {
    last_agent("interaction").together.push_back({first, second, std::move(values)});
    return *this;
}

problem_builder& problem_builder::red_line(std::size_t issue, std::vector<std::size_t> allowed,
                                           bool is_public) {
    last_agent("red_line").lines.push_back({issue, std::move(allowed), is_public});
    return *this;
}

problem_builder& problem_builder::status_quo(std::vector<std::size_t> places) {
    status_quo_ = std::move(places);
    return *this;
}

std::vector<double> problem_builder::levels_of(const outcome& deal) const {
    if (deal.size() != levels_.size()) {
        refuse("::levels_of: needs an option for {} issues; got {}", levels_.size(), deal.size());
    }
    std::vector<double> at;
    for (std::size_t k = 0; k < deal.size(); ++k) {
        if (deal[k] >= levels_[k].size()) {
            refuse("::levels_of: issue '{}' has {} options; got option {}", names_[k],
                   levels_[k].size(), deal[k]);
        }
        at.push_back(levels_[k][deal[k]]);
    }
    return at;
}

/// Turns what was said into dense arrays, checking it on the way.
struct problem_builder::freezer {
    const problem_builder& said;

    [[nodiscard]] std::vector<std::size_t> sizes() const {
        std::vector<std::size_t> sizes;
        for (const auto& at : said.levels_) {
            sizes.push_back(at.size());
        }
        return sizes;
    }

    [[nodiscard]] static units checked(const agent& who, double value) {
        if (!(std::abs(value) <= 1e13)) {
            refuse(": utilities of '{}' must lie within 1e13 of zero; got {}", who.name, value);
        }
        return to_units(value);
    }

    [[nodiscard]] option_mask mask(const char* step, std::size_t place,
                                   const std::vector<std::size_t>& options) const {
        if (place >= said.levels_.size()) {
            refuse("::{}: there are {} issues; got issue {}", step, said.levels_.size(), place);
        }
        option_mask mask(said.levels_[place].size(), false);
        for (const std::size_t option : options) {
            if (option >= mask.size()) {
                refuse("::{}: issue '{}' has {} options; got option {}", step, said.names_[place],
                       mask.size(), option);
            }
            mask[option] = true;
        }
        return mask;
    }

    [[nodiscard]] detail::unit_term tabled(const agent& who) const {
        double deals = 1;
        for (const auto& at : said.levels_) {
            deals *= static_cast<double>(at.size());
        }
        if (deals > static_cast<double>(maximum_deals)) {
            refuse(
                ": a function of '{}' is written down over at most {} deals; got {:.3g}; "
                "give a value for every option of every issue instead",
                who.name, maximum_deals, deals);
        }
        detail::unit_term term;
        for (issue_id k = 0; k < said.levels_.size(); ++k) {
            term.issues.push_back(k);
        }
        std::vector<double> at(said.levels_.size());
        detail::for_each_combination(sizes(), [&](const std::vector<std::size_t>& o, std::size_t) {
            for (std::size_t k = 0; k < o.size(); ++k) {
                at[k] = said.levels_[k][o[k]];
            }
            term.values.push_back(checked(who, who.function(at)));
        });
        return term;
    }

    [[nodiscard]] std::vector<detail::unit_term> summed(const agent& who) const {
        const std::size_t issues = said.levels_.size();
        if (who.values.size() != issues) {
            refuse(": '{}' needs values for {} issues; got {}", who.name, issues,
                   who.values.size());
        }
        std::vector<detail::unit_term> terms;
        for (issue_id k = 0; k < issues; ++k) {
            if (who.values[k].size() != said.levels_[k].size()) {
                refuse(": '{}' needs {} values for issue '{}'; got {}", who.name,
                       said.levels_[k].size(), said.names_[k], who.values[k].size());
            }
            detail::unit_term term{{k}, {}};
            for (const double value : who.values[k]) {
                term.values.push_back(checked(who, value));
            }
            terms.push_back(std::move(term));
        }
        return terms;
    }

    [[nodiscard]] detail::unit_term paired(const agent& who, const pair_term& pair) const {
        const auto& levels = said.levels_;
        if (pair.first >= levels.size() || pair.second >= levels.size() ||
            pair.first == pair.second ||
            pair.values.size() != levels[pair.first].size() * levels[pair.second].size()) {
            refuse(
                "::interaction: '{}' needs two issues and a value for each pair of their options; "
                "got issues {} and {} and {} values",
                who.name, pair.first, pair.second, pair.values.size());
        }
        detail::unit_term term{
            {static_cast<issue_id>(pair.first), static_cast<issue_id>(pair.second)}, {}};
        for (const double value : pair.values) {
            term.values.push_back(checked(who, value));
        }
        return term;
    }

    [[nodiscard]] bargaining::seat seat(const agent& who) const {
        std::vector<detail::unit_term> terms =
            who.function ? std::vector<detail::unit_term>{tabled(who)} : summed(who);
        for (const pair_term& pair : who.together) {
            terms.push_back(paired(who, pair));
        }
        bargaining::seat seat;
        seat.utility = detail::in_grains(terms, detail::common_divisor(terms), who.name);
        seat.utility.scale.reservation = who.reservation;
        seat.reservation = checked(who, who.reservation);
        seat.threshold = detail::freeze_threshold(seat.utility, seat.reservation);
        for (const line& said_line : who.lines) {
            seat.red_lines.push_back({static_cast<issue_id>(said_line.issue),
                                      mask("red_line", said_line.issue, said_line.allowed),
                                      said_line.is_public, true});
        }
        return seat;
    }

    [[nodiscard]] forbidden_combination forbidden(
        const std::vector<std::pair<std::size_t, std::vector<std::size_t>>>& combination) const {
        forbidden_combination result;
        for (const auto& [place, options] : combination) {
            detail::restrict(result, static_cast<issue_id>(place), mask("forbid", place, options));
        }
        return result;
    }

    [[nodiscard]] outcome status_quo() const {
        outcome today(said.levels_.size(), 0);
        if (said.status_quo_.empty()) {
            return today;
        }
        if (said.status_quo_.size() != today.size()) {
            refuse("::status_quo: needs an option for {} issues; got {}", today.size(),
                   said.status_quo_.size());
        }
        for (std::size_t k = 0; k < today.size(); ++k) {
            static_cast<void>(mask("status_quo", k, {said.status_quo_[k]}));
            today[k] = static_cast<option_id>(said.status_quo_[k]);
        }
        return today;
    }
};

problem problem_builder::build() const {
    if (levels_.empty() || agents_.empty()) {
        refuse("::build: needs an issue and a party; got {} and {}", levels_.size(),
               agents_.size());
    }
    const freezer freeze{*this};
    problem built;
    std::vector<option_id> option_counts;
    for (issue_id k = 0; k < levels_.size(); ++k) {
        option_counts.push_back(static_cast<option_id>(levels_[k].size()));
        built.in_scope.push_back(k);
    }
    built.status_quo = freeze.status_quo();
    built.table.space = make_outcome_space(std::move(option_counts));
    for (const auto& combination : forbidden_) {
        built.table.space.forbidden.push_back(freeze.forbidden(combination));
    }
    for (const agent& who : agents_) {
        built.table.parties.push_back(freeze.seat(who));
    }
    return built;
}

}  // namespace negotiation
