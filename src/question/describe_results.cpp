#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/describe_results.hpp>

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
                       {"negotiations", right},
                       {"pairings", right},
                       {"scenarios", left},
                       {"strategies", left}},
                      {}};
    for (const laboratory::stored_experiment& e : answer.experiments) {
        all.rows.push_back({e.what.key, fmt::format("{}", e.what.seed), detail::grouped(e.matches),
                            detail::grouped(e.what.pairings.size()),
                            detail::some_names(e.what.stages),
                            detail::some_names(e.what.contestants)});
    }
    page.blocks.push_back(std::move(all));
    page.blocks.push_back(report::note{
        "Each negotiation is a row of the view 'negotiations' of the file, which any SQLite tool "
        "reads."});
    return page;
}

}  // namespace negotiation::question
