#pragma once

/// @file
/// Everything that can be wrong with a scenario, told at once.

#include <cstddef>
#include <vector>

#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation {

/// @brief Checks a scenario: names that exist (with the nearest that does), values for every
/// weighted issue, sums, ranges, units, constraints that leave something, no name twice.
///
/// Whether constraints leave any deal is decided by exact search, which gives up silently on sets
/// of constraints that are too entangled; today's options must satisfy each of them anyway.
///
/// @return the list of what is wrong, section by section; empty for a sound scenario
/// @complexity{linear in the scenario times its assumptions; the emptiness check is exponential in
/// the width of the constraints only, and bounded}
/// @thread thread-safe
/// @test tests/scenario/validate.cpp "a sound scenario has no diagnostics"
[[nodiscard]] std::vector<diagnostic> validate(const scenario& world);

/// @brief The most issues a scenario may have.
inline constexpr std::size_t maximum_issues = 1000;
/// @brief The most options that all issues of a scenario may have together.
inline constexpr std::size_t maximum_options_in_all = 1'000'000;
/// @brief The most parties and onlookers a scenario may have together.
inline constexpr std::size_t maximum_agents = 100;
/// @brief The most entries of any other section: constraints, deals, assumptions, …
inline constexpr std::size_t maximum_entries = 1000;

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>

#include <negotiation/scenario/detail/check_agent.hpp>
#include <negotiation/scenario/detail/check_assumption.hpp>
#include <negotiation/scenario/detail/check_constraint.hpp>
#include <negotiation/scenario/detail/check_issue.hpp>
#include <negotiation/scenario/detail/check_reported.hpp>
#include <negotiation/scenario/detail/findings.hpp>

namespace negotiation {

namespace detail {

inline void check_count(findings& found, const char* name, std::size_t count, std::size_t most,
                        const char* what) {
    if (count > most) {
        found.add(section(name),
                  fmt::format("a scenario has at most {} {}; got {}", most, what, count));
    }
}

/// @return false when the scenario is too large to look at closely
inline bool check_sizes(findings& found) {
    const scenario& world = found.world;
    std::size_t options = 0;
    for (const issue& of : world.issues) {
        options += of.options.size();
    }
    const std::size_t before = found.list.size();
    check_count(found, "issue", world.issues.size(), maximum_issues, "issues");
    check_count(found, "issue", options, maximum_options_in_all, "options in all");
    check_count(found, "party", world.parties.size() + world.onlookers.size(), maximum_agents,
                "parties and onlookers");
    check_count(found, "constraint", world.constraints.size(), maximum_entries, "constraints");
    check_count(found, "scope", world.scopes.size(), maximum_entries, "scopes");
    check_count(found, "deal", world.deals.size(), maximum_entries, "deals");
    check_count(found, "reported", world.reported.size(), maximum_entries, "reported quantities");
    check_count(found, "assumption", world.assumptions.size(), maximum_entries, "assumptions");
    check_count(found, "source", world.sources.size(), maximum_entries, "sources");
    return found.list.size() == before;
}

inline void check_heading(findings& found) {
    if (found.world.title.empty()) {
        found.add(section("title"), "the title must not be empty");
    }
    if (found.world.issues.empty()) {
        found.add(section("issue"), "a scenario needs at least one issue; got none");
    }
    if (found.world.parties.empty()) {
        found.add(section("party"), "a scenario needs at least one party; got none");
    }
}

inline void check_sources(findings& found) {
    distinct_names ids(found, "a source");
    for (const source& s : found.world.sources) {
        const path place = section("source") / s.id;
        ids.expect_new(place, s.id);
        if (s.cite.empty()) {
            found.add(place / "cite", "a source must cite something; got nothing");
        }
    }
}

inline void check_assumptions(findings& found) {
    distinct_names patterns(found, "an assumption");
    for (const assumption& a : found.world.assumptions) {
        const path place = section("assumption") / a.what;
        if (a.what != "*") {
            patterns.expect_new(place, a.what);
        }
        check_assumption(found, place, a);
    }
}

inline void check_issues(findings& found) {
    distinct_names names(found, "an issue");
    for (const issue& of : found.world.issues) {
        const path place = section("issue") / of.name;
        names.expect_new(place, of.name);
        check_issue(found, place, of);
    }
}

/// @return for each constraint whether it can be evaluated
inline std::vector<bool> check_constraints(findings& found) {
    distinct_names names(found, "a constraint");
    std::vector<bool> sound;
    for (const constraint& c : found.world.constraints) {
        const path place = section("constraint") / c.name;
        names.expect_new(place, c.name);
        sound.push_back(check_constraint(found, place, c));
    }
    return sound;
}

inline void check_agents(findings& found) {
    distinct_names names(found, "an agent");
    for (const party& who : found.world.parties) {
        names.expect_new(section("party") / who.name, who.name);
        check_agent(found, section("party") / who.name, who);
    }
    for (const party& who : found.world.onlookers) {
        names.expect_new(section("onlooker") / who.name, who.name);
        check_agent(found, section("onlooker") / who.name, who);
    }
}

inline void check_scopes(findings& found) {
    distinct_names names(found, "a scope");
    for (const scope& s : found.world.scopes) {
        const path place = section("scope") / s.name;
        names.expect_new(place, s.name);
        if (s.issues.empty()) {
            found.add(place / "issues", "a scope needs at least one issue; got none");
        }
        std::unordered_set<std::string> seen;
        for (std::size_t k = 0; k < s.issues.size(); ++k) {
            found.expect_issue(place / "issues" / k, s.issues[k]);
            if (!seen.insert(s.issues[k]).second) {
                found.add(place / "issues" / k,
                          fmt::format("issue '{}' is there twice", shown(s.issues[k])));
            }
        }
    }
}

inline void check_deals(findings& found, const frozen_constraints& frozen) {
    distinct_names names(found, "a deal");
    for (const named_deal& deal : found.world.deals) {
        const path place = section("deal") / deal.name;
        names.expect_new(place, deal.name);
        check_deal(found, place, deal, frozen);
    }
}

inline void check_reported(findings& found) {
    distinct_names names(found, "a reported quantity");
    for (const breakout& quantity : found.world.reported) {
        const path place = section("reported") / quantity.name;
        names.expect_new(place, quantity.name);
        check_reported(found, place, quantity);
    }
}

}  // namespace detail

inline std::vector<diagnostic> validate(const scenario& world) {
    detail::findings found(world);
    if (!detail::check_sizes(found)) {
        return std::move(found.list);
    }
    detail::check_heading(found);
    detail::check_sources(found);
    detail::check_assumptions(found);
    detail::check_issues(found);
    const std::vector<bool> sound = detail::check_constraints(found);
    const detail::frozen_constraints frozen = detail::freeze_constraints(world, sound);
    detail::check_space(found, frozen);
    detail::check_agents(found);
    detail::check_scopes(found);
    detail::check_deals(found, frozen);
    detail::check_reported(found);
    return std::move(found.list);
}

}  // namespace negotiation
