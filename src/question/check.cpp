#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>
#include <negotiation/question/check.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/nearest.hpp>
#include <negotiation/scenario/numbers.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

check_answer check(const scenario& world, const std::string& scope) {
    freeze_options options;
    options.scope = scope;
    const problem frozen = freeze(world, options);
    check_answer answer;
    answer.scenario = world.title;
    answer.issues = frozen.in_scope.size();
    answer.raw = raw_count(frozen.table.space);
    answer.feasible = deal::count_feasible(frozen.table.space);
    answer.parties = negotiation::detail::names_of(world.parties);
    answer.onlookers = negotiation::detail::names_of(world.onlookers);
    answer.scopes = negotiation::detail::names_of(world.scopes);
    answer.deals = negotiation::detail::names_of(world.deals);
    const std::vector<located_number> all = numbers(world);
    answer.numbers = all.size();
    answer.assumed = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const located_number& n) { return n.assumed; }));
    return answer;
}

report::document describe(const check_answer& answer) {
    const auto names = [](const std::vector<std::string>& list, const std::string& one,
                          const std::string& many) {
        return list.empty()
                   ? "no " + many
                   : detail::counted(list.size(), one, many) + " (" + detail::joined(list) + ")";
    };
    return {{report::paragraph{fmt::format(
        "{} is sound: {}, {} deals of which {} are feasible, {}, {}, {}, {}, {} of which {} "
        "assumed.",
        answer.scenario, detail::counted(answer.issues, "issue", "issues"),
        detail::grouped(answer.raw), detail::grouped(answer.feasible),
        names(answer.parties, "party", "parties"), names(answer.onlookers, "onlooker", "onlookers"),
        names(answer.scopes, "scope", "scopes"), names(answer.deals, "named deal", "named deals"),
        detail::counted(answer.numbers, "number", "numbers"),
        answer.assumed == 1 ? "1 is" : detail::grouped(answer.assumed) + " are")}}};
}

}  // namespace negotiation::question
