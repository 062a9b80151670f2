#pragma once

/// @file
/// Which deals exist: the answer.

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/question/draft.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/views.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief An issue in scope.
struct issue_view {
    std::string name;                        ///< of the issue
    std::string unit;                        ///< empty for words
    std::vector<option_label> options;       ///< in the scenario's order
    issue_id place = 0;                      ///< column of the frontier's options
    std::optional<option_label> status_quo;  ///< the option of today; an order of steps has none
};

/// @brief A party at the table, and what the answer hangs on.
struct party_view {
    std::string name;              ///< of the party
    no_deal_view no_deal;          ///< what gains are counted from
    double status_quo = 0;         ///< utility of things as they are
    std::optional<double> margin;  ///< reservation value above which the zone is empty
    bool margin_known = true;      ///< false when it could not be searched for
};

/// @brief A deal that a solution singles out.
struct solution_view {
    draft outcome;                         ///< issues in scope
    std::vector<double> utilities;         ///< @shape{parties}
    std::vector<double> gains;             ///< over no deal @shape{parties}
    std::vector<double> carried_out;       ///< utilities once carried out, where those above are
                                           ///< expectations; else empty @shape{parties}
    double objective = 0;                  ///< product, ratio, gain or sum
    outcome_count count = 0;               ///< deals with the same utilities
    std::vector<onlooker_view> onlookers;  ///< what it is to them
    std::vector<reported_value> reported;  ///< its reported quantities
};

/// @brief A lottery over deals that a solution singles out.
struct lottery_view {
    std::vector<draft> deals;       ///< issues in scope
    std::vector<double> chances;    ///< of each deal
    std::vector<double> utilities;  ///< expected @shape{parties}
    double objective = 0;           ///< product, ratio, gain or sum
    double gap = 0;                 ///< no lottery beats the objective by more
};

/// @brief The four solutions of bargaining theory, over deals or over lotteries.
template <class View>
struct four_solutions {
    std::optional<View> nash;               ///< greatest product of gains
    std::optional<View> kalai_smorodinsky;  ///< greatest least share of the ideal gain
    std::optional<View> egalitarian;        ///< greatest least gain
    std::optional<View> utilitarian;        ///< greatest sum of utilities
};

/// @brief The zone with one set of red lines binding.
struct zone_view {
    std::optional<outcome_count> count;  ///< nothing when the space is too large to count
    std::optional<bool> empty;           ///< nothing when that could not be found out either
};

/// @brief The one option of a red line whose opening brings back the largest Nash product, every
/// other red line binding.
struct bridge_view {
    named_line line;                    ///< whose red line, on what
    option_label option;                ///< the option to open
    std::optional<outcome_count> zone;  ///< deals it brings back
    solution_view nash;                 ///< the best of them
};

/// @brief Everything `deals` found. Names are resolved, nothing is formatted.
struct deals_answer {
    std::string scenario;                  ///< title
    std::string scope;                     ///< empty for every issue
    publicity talks = publicity::open;     ///< secret or open
    bool red_lines_chosen = false;         ///< by the asker, instead of the scenario's rule
    std::vector<named_line> red_lines;     ///< all at the table; `binds` as in these talks
    std::vector<party_view> parties;       ///< in acting order
    std::vector<onlooker_view> onlookers;  ///< at the status quo
    std::vector<reported_value> reported;  ///< at the status quo
    std::vector<issue_view> issues;        ///< in scope, in the scenario's order
    std::size_t assumed_numbers = 0;       ///< on which the answer rests
    std::size_t unsourced_numbers = 0;     ///< of the file: without a source or an assumption
    std::optional<expectation> expects;    ///< what utilities mean, where an order is on the table

    outcome_count raw = 0;                  ///< deals before constraints
    std::optional<outcome_count> feasible;  ///< deals that the constraints leave, if counted
    zone_view zone;                         ///< with the red lines that bind in these talks
    zone_view in_public;                    ///< with every red line
    zone_view in_back_channel;              ///< with private red lines only
    std::optional<deal::engine> method;     ///< how the zone was counted; where it was not, how the
                                            ///< frontier was found; nothing where neither was
    std::optional<deal::engine> frontier_method;  ///< how the frontier was found, if it was
    std::string refused;                          ///< why something was not computed, or empty: one
                                                  ///< sentence for each reason

    deal::frontier frontier;                                ///< efficient deals of the zone
    four_solutions<solution_view> solutions;                ///< absent on an empty frontier
    std::optional<four_solutions<lottery_view>> lotteries;  ///< where asked for
    std::vector<std::pair<std::string, double>> powers;     ///< bargaining powers, where given

    std::vector<std::vector<named_line>> conflicts;  ///< minimal sets of red lines, whether or
                                                     ///< not they bind, that empty the zone
    bool empty_without_red_lines = false;            ///< the reservation values alone clash
    bool conflicts_complete = true;                  ///< false when the search hit its limit,
                                                     ///< or a zone could not be searched
    std::optional<bridge_view> bridge;               ///< where one concession opens the zone
};

/// @brief Clauses of the frontier's point k among the issues in scope.
/// @param answer the answer
/// @param k      a point @range{[0, answer.frontier.size())}
/// @return the deal that the frontier shows at k
/// @complexity{O(issues)}; thread-safe
/// @test tests/question/deals_answer.cpp "a point spells its deal out among the issues in scope"
[[nodiscard]] inline draft point_of(const deals_answer& answer, std::size_t k) {
    draft clauses;
    const outcome deal = answer.frontier.deal(k);
    for (const issue_view& of : answer.issues) {
        clauses.push_back({of.name, of.options[deal[of.place]]});
    }
    return clauses;
}

}  // namespace negotiation::question
