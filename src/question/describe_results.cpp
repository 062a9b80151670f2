#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/describe_results.hpp>

#include "question/standings_table.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// The names that fit, and how many more there are.
[[nodiscard]] std::string some_names(const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    const std::vector<std::string> first(
        names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
    return fmt::format(
        "{}{}", fmt::join(first, ", "),
        names.size() > most ? fmt::format(" and {} more", names.size() - most) : std::string());
}

}  // namespace
}  // namespace detail

report::document describe(const results_answer& answer) {
    using enum report::alignment;
    report::document page;
    page.blocks.push_back(report::heading{"Negotiations in " + answer.file, 1});
    page.blocks.push_back(report::paragraph{
        answer.experiments.empty()
            ? std::string("No experiment yet.")
            : detail::counted(answer.experiments.size(), "experiment.", "experiments.")});
    if (answer.experiments.empty()) {
        return page;
    }
    report::table all{"",
                      {{"experiment", left},
                       {"seed", right},
                       {"rounds", right},
                       {"clock", left},
                       {"negotiations", right},
                       {"pairings", right},
                       {"scenarios", left},
                       {"strategies", left}},
                      {}};
    for (const laboratory::stored_experiment& e : answer.experiments) {
        all.rows.push_back({e.what.key, fmt::format("{}", e.what.seed),
                            detail::grouped(static_cast<outcome_count>(e.what.rounds)),
                            std::string(to_string(e.what.clock)), detail::grouped(e.matches),
                            detail::grouped(e.what.pairings.size()),
                            detail::some_names(e.what.stages),
                            detail::some_names(e.what.contestants)});
    }
    page.blocks.push_back(std::move(all));
    for (std::size_t k = 0; k < answer.strategies.size(); ++k) {
        for (report::table& part :
             detail::strategies_tables(answer.strategies[k], laboratory::ranked_by::advantage)) {
            part.caption = answer.experiments[k].what.key + ", as far as it was played:";
            page.blocks.push_back(std::move(part));
        }
    }
    page.blocks.push_back(report::note{
        "Each negotiation is a row of the view 'negotiations' of the file, which any SQLite tool "
        "reads. The advantage is the share of what a seat could gain over no deal, 0 no deal and 1 "
        "its best deal, a mean over a strategy's seats on a scenario, then over scenarios; what "
        "scales the scenarios have the file does not tell."});
    return page;
}

}  // namespace negotiation::question
