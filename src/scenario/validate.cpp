#include <cstddef>
#include <string>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>

#include <negotiation/scenario/validate.hpp>

#include "scenario/check_agent.hpp"
#include "scenario/check_compliance.hpp"
#include "scenario/check_constraint.hpp"
#include "scenario/check_coverage.hpp"
#include "scenario/check_issue.hpp"
#include "scenario/check_order_issue.hpp"
#include "scenario/check_ratification.hpp"
#include "scenario/check_reported.hpp"
#include "scenario/check_sequence.hpp"
#include "scenario/check_survival.hpp"
#include "scenario/check_talks.hpp"
#include "scenario/findings.hpp"
#include "scenario/validate_read.hpp"

namespace negotiation {

namespace detail {
namespace {

void check_count(findings& found, const char* name, std::size_t count, std::size_t most,
                 const char* what) {
    if (count > most) {
        found.add(section(name),
                  fmt::format("a scenario has at most {} {}; got {}", most, what, count));
    }
}

/// @return false when the scenario is too large to look at closely
bool check_sizes(findings& found) {
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
    if (world.protocol) {
        const talks::section& said = *world.protocol;
        check_count(found, "mediator", said.mediators.size(), maximum_mediators, "mediators");
        check_count(found, "protocol", said.votes.size(), maximum_agents, "entries of votes");
        check_count(found, "protocol", said.veto.size(), maximum_agents, "vetoes");
        check_count(found, "protocol", said.strategies.size(), maximum_agents, "strategies");
    }
    check_count(found, "chamber", world.ratification.chambers.size(), maximum_entries, "chambers");
    check_count(found, "faction", world.ratification.factions.size(), maximum_entries, "factions");
    check_count(found, "inspector", world.compliance.inspectors.size(), maximum_entries,
                "inspectors");
    if (world.sequence) {
        const sequence::section& said = *world.sequence;
        check_count(found, "step", said.steps.size(), sequence::maximum_steps, "steps");
        check_count(found, "order", said.orders.size(), maximum_entries, "orders");
        check_count(found, "variant", said.variants.size(), maximum_entries, "variants");
    }
    if (world.survival) {
        check_count(found, "hazard", world.survival->hazards.size(), maximum_entries, "hazards");
        check_count(found, "event", world.survival->events.size(), maximum_entries, "events");
    }
    return found.list.size() == before;
}

void check_heading(findings& found) {
    if (found.world.title.empty()) {
        found.add(section("title"), "the title must not be empty");
    }
    if (found.world.issues.empty() && !found.names_unread("issue")) {
        found.add(section("issue"), "a scenario needs at least one issue; got none");
    }
    if (found.world.parties.empty() && !found.names_unread("party")) {
        found.add(section("party"), "a scenario needs at least one party; got none");
    }
}

void check_sources(findings& found) {
    distinct_names ids(found, "a source", "id");
    for (const source& s : found.world.sources) {
        const path place = section("source") / s.id;
        ids.expect_new(place, s.id);
        if (s.cite.empty()) {
            found.add(place / "cite", "a source must cite something; got nothing");
        }
    }
}

/// What is assumed and what sources are for.
void check_coverage(findings& found) {
    distinct_names patterns(found, "an assumption", "what");
    std::vector<written_path> written;
    for (const assumption& a : found.world.assumptions) {
        const path place = section("assumption") / a.what;
        if (a.what != "*") {
            patterns.expect_new(place, a.what);
        }
        if (!a.what.empty()) {
            written.push_back({place / "what", "assumption", a.what});
        }
    }
    for (const source& s : found.world.sources) {
        for (std::size_t k = 0; k < s.covers.size(); ++k) {
            written.push_back({section("source") / s.id / "covers" / k, "path", s.covers[k]});
        }
    }
    coverage_check(found, std::move(written)).run();
}

void check_issues(findings& found) {
    distinct_names names(found, "an issue");
    for (const issue& of : found.world.issues) {
        const path place = section("issue") / of.name;
        names.expect_new(place, of.name);
        check_issue(found, place, of);
    }
}

/// @return for each constraint whether it can be evaluated
std::vector<bool> check_constraints(findings& found) {
    distinct_names names(found, "a constraint");
    std::vector<bool> sound;
    for (const constraint& c : found.world.constraints) {
        const path place = section("constraint") / c.name;
        names.expect_new(place, c.name);
        sound.push_back(check_constraint(found, place, c));
    }
    return sound;
}

void check_agents(findings& found) {
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

void check_scopes(findings& found) {
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

void check_deals(findings& found, const frozen_constraints& frozen) {
    distinct_names names(found, "a deal");
    for (const named_deal& deal : found.world.deals) {
        const path place = section("deal") / deal.name;
        names.expect_new(place, deal.name);
        check_deal(found, place, deal, frozen);
    }
}

void check_all_reported(findings& found) {
    distinct_names names(found, "a reported quantity");
    for (const breakout& quantity : found.world.reported) {
        const path place = section("reported") / quantity.name;
        names.expect_new(place, quantity.name);
        check_reported(found, place, quantity);
    }
}

}  // namespace
}  // namespace detail

std::vector<diagnostic> detail::validate(const scenario& world, const unread_places& unread) {
    findings found(world, &unread);
    if (!check_sizes(found)) {
        return std::move(found.list);
    }
    check_heading(found);
    check_sources(found);
    check_coverage(found);
    check_issues(found);
    const std::vector<bool> sound = check_constraints(found);
    frozen_constraints frozen = freeze_constraints(found, sound);
    check_space(found, frozen);
    check_agents(found);
    check_scopes(found);
    check_deals(found, frozen);
    check_all_reported(found);
    check_talks(found);
    check_ratification(found);
    check_sequence(found);
    check_survival(found);
    check_compliance(found);
    check_order_issues(found);
    return std::move(found.list);
}

std::vector<diagnostic> validate(const scenario& world) { return detail::validate(world, {}); }

}  // namespace negotiation
