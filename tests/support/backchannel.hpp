#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/scenario/freeze.hpp>

/// A back channel between two governments, twelve issues, written out in code: every figure that
/// tests expect of it comes from an independent enumeration of all its deals in whole numbers.
namespace negotiation::tests {

namespace detail {

struct option_row {
    option_label label;
    double first = 0;   ///< value to the United States
    double second = 0;  ///< value to Iran
};

struct issue_row {
    std::string name;
    issue_kind kind;
    std::size_t status_quo;
    std::vector<option_row> options;
};

inline std::vector<option_label> words(const std::vector<std::string>& list) {
    return {list.begin(), list.end()};
}

inline option_label number(std::int64_t n) { return n; }

inline std::vector<issue_row> nuclear_programme() {
    using enum issue_kind;
    return {{"enrichment",
             categorical,
             6,
             {{"zero", 1, 0},
              {"consortium_abroad", .92, .35},
              {"consortium_iran_3pct", .70, .62},
              {"domestic_3.67", .60, .75},
              {"domestic_5", .50, .80},
              {"domestic_20", .15, .92},
              {"domestic_60", 0, 1}}},
            {"leu_stock",
             ordered,
             4,
             {{number(0), 1, .25},
              {number(300), .90, .60},
              {number(1000), .60, .75},
              {number(4000), .25, .90},
              {number(9248), 0, 1}}},
            {"centrifuges",
             ordered,
             3,
             {{number(0), 1, 0},
              {number(5060), .80, .60},
              {number(10000), .45, .80},
              {number(20000), 0, 1}}},
            {"inspection",
             ordered,
             0,
             {{"suspended", 0, 1},
              {"csa", .25, .90},
              {"csa_ap", .65, .75},
              {"jcpoa_plus", .90, .55},
              {"anytime", 1, .20}}}};
}

inline std::vector<issue_row> relief_and_duration() {
    using enum issue_kind;
    return {{"sanctions_relief",
             ordered,
             0,
             {{number(0), 1, 0},
              {number(25), .80, .30},
              {number(50), .60, .55},
              {number(75), .40, .80},
              {number(100), .15, 1}}},
            {"frozen_assets",
             ordered,
             0,
             {{number(0), 1, 0},
              {number(6), .90, .35},
              {number(12), .80, .50},
              {number(30), .50, .75},
              {number(55), .20, 1}}},
            {"duration",
             ordered,
             0,
             {{number(1), 0, .9},
              {number(5), .30, .8},
              {number(10), .60, .65},
              {number(15), .80, .5},
              {number(25), 1, .2}}},
            {"exit_guarantee",
             categorical,
             0,
             {{"none", 1, 0},
              {"political", .9, .3},
              {"unsc_res", .75, .6},
              {"penalty_or_treaty", .2, 1}}}};
}

inline std::vector<issue_row> beyond_the_nuclear_scope() {
    using enum issue_kind;
    return {{"missile_range",
             ordered,
             0,
             {{"unlimited", 0, 1}, {"2000", .30, .85}, {"1000", .70, .30}, {"500", 1, 0}}},
            {"proxies",
             categorical,
             0,
             {{"unchanged", 0, 1}, {"freeze_arms", .5, .7}, {"halve", .75, .4}, {"end", 1, 0}}},
            {"non_aggression",
             categorical,
             0,
             {{"none", 1, 0}, {"statement", .9, .35}, {"unsc_res", .75, .7}, {"treaty", .4, 1}}},
            {"gulf_fund",
             ordered,
             0,
             {{number(0), .9, 0}, {number(10), 1, .4}, {number(20), 1, .75}, {number(30), 1, 1}}}};
}

inline std::vector<issue_row> backchannel_issues() {
    std::vector<issue_row> rows;
    for (const auto& part :
         {nuclear_programme(), relief_and_duration(), beyond_the_nuclear_scope()}) {
        rows.insert(rows.end(), part.begin(), part.end());
    }
    return rows;
}

inline party backchannel_agent(const std::string& name, double reservation,
                               const std::vector<double>& weights, bool first) {
    party who;
    who.name = name;
    who.reservation = reservation;
    const auto rows = backchannel_issues();
    for (std::size_t k = 0; k < rows.size(); ++k) {
        who.weights.emplace_back(rows[k].name, weights[k]);
        std::vector<double> values;
        for (const option_row& o : rows[k].options) {
            values.push_back(first ? o.first : o.second);
        }
        who.values.emplace_back(rows[k].name, tabled_value{values});
    }
    return who;
}

inline std::vector<option_label> abroad() { return words({"zero", "consortium_abroad"}); }

inline std::vector<option_label> at_home() {
    return words(
        {"consortium_iran_3pct", "domestic_3.67", "domestic_5", "domestic_20", "domestic_60"});
}

inline std::vector<scope> backchannel_scopes() {
    scope nuclear{"nuclear", {}};
    scope comprehensive{"comprehensive", {}};
    for (const issue_row& row : backchannel_issues()) {
        if (nuclear.issues.size() < 8) {
            nuclear.issues.push_back(row.name);
        }
        comprehensive.issues.push_back(row.name);
    }
    return {nuclear, comprehensive};
}

inline std::vector<constraint> backchannel_constraints() {
    const auto& n = number;
    return {{"no machines and no stock without enrichment",
             {{"enrichment", abroad()}},
             {{"centrifuges", {n(0)}}, {"leu_stock", {n(0)}}}},
            {"no enrichment without machines",
             {{"enrichment", at_home()}},
             {{"centrifuges", {n(5060), n(10000), n(20000)}}}},
            {"no great relief without inspection",
             {{"sanctions_relief", {n(75), n(100)}}},
             {{"inspection", words({"csa_ap", "jcpoa_plus", "anytime"})}}},
            {"no fund beside high enrichment",
             {{"gulf_fund", {n(10), n(20), n(30)}},
              {"enrichment", words({"domestic_20", "domestic_60"})}},
             {}}};
}

}  // namespace detail

/// The scenario: parties United States and Iran, onlooker Israel, scopes nuclear and comprehensive.
[[nodiscard]] inline scenario backchannel() {
    scenario world;
    world.title = "A back channel";
    world.talks = publicity::secret;
    for (const detail::issue_row& row : detail::backchannel_issues()) {
        issue of;
        of.name = row.name;
        of.kind = row.kind;
        of.status_quo = row.status_quo;
        of.unit = is_number(row.options.front().label) ? "units" : "";
        for (const detail::option_row& o : row.options) {
            of.options.push_back(o.label);
        }
        world.issues.push_back(std::move(of));
    }
    world.scopes = detail::backchannel_scopes();
    world.constraints = detail::backchannel_constraints();

    world.parties = {
        detail::backchannel_agent("United States", .58,
                                  {.22, .12, .07, .14, .10, .05, .08, .04, .06, .07, .03, .02},
                                  true),
        detail::backchannel_agent(
            "Iran", .62, {.20, .04, .05, .06, .24, .08, .04, .08, .09, .05, .05, .02}, false)};
    world.parties[0].red_lines = {{"enrichment", detail::abroad(), true}};
    world.parties[1].red_lines = {{"enrichment", detail::at_home(), true},
                                  {"missile_range", detail::words({"unlimited", "2000"}), true}};
    world.onlookers = {detail::backchannel_agent(
        "Israel", .65, {.35, .15, .10, .10, .05, .03, .07, 0, .08, .07, 0, 0}, true)};
    return world;
}

/// One scope of it in which exactly the red lines of these two parties bind.
[[nodiscard]] inline bargaining backchannel_bound(const std::string& scope, bool united_states,
                                                  bool iran) {
    return with_red_lines(freeze(backchannel(), {scope, {}, {}}).table,
                          [&](party_id i, const auto&) { return i == 0 ? united_states : iran; });
}

/// The options of the deal J, like the agreement of 2015; missiles and the rest as they are.
[[nodiscard]] inline outcome deal_j() { return {3, 1, 1, 3, 3, 4, 3, 2, 0, 0, 0, 0}; }

/// The Nash deal of the nuclear scope.
[[nodiscard]] inline outcome deal_n1() { return {2, 0, 1, 3, 4, 2, 4, 3, 0, 0, 0, 0}; }

/// The Nash deal of the comprehensive scope.
[[nodiscard]] inline outcome deal_n2() { return {2, 0, 1, 3, 4, 4, 4, 3, 1, 3, 3, 3}; }

}  // namespace negotiation::tests
