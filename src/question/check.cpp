#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/check.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/numbers.hpp>

#include "question/prepared_talks.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Leaves at once.
struct leaving {
    talks::move act(const talks::turn& t, random_stream&) const {
        return t.legal().walk_away ? talks::turn::walk_away() : talks::turn::reject();
    }
};

/// What a protocol asks for is known when it is played, so it is, between parties that leave at
/// once. @throws scenario_error a run of the talks as written would be refused
void expect_playable(const scenario& world, const std::string& scope) {
    run_options how;
    how.scope = scope;
    for (const party& who : world.parties) {
        how.guests.push_back({who.name, "leaving", talks::any_strategy{leaving{}}});
    }
    const seating at = set_table(world, {scope, {}, {}, {}});
    try {
        const prepared_talks prepared(at, section_of(world, how), how);
        talks::proceedings said;
        static_cast<void>(prepared.play(how.seed, 0, said));
    } catch (const scenario_error&) {
        throw;
    } catch (const std::invalid_argument& wrong) {
        throw scenario_error({diagnostic{"protocol.kind", wrong.what()}});
    }
}

}  // namespace
}  // namespace detail

check_answer check(const scenario& world, const std::string& scope) {
    freeze_options options;
    options.scope = scope;
    const problem frozen = freeze(world, options);
    if (world.protocol) {
        detail::expect_playable(world, scope);
    }
    check_answer answer;
    answer.scenario = world.title;
    answer.issues = frozen.in_scope.size();
    answer.raw = raw_count(frozen.table.space);
    answer.feasible = deal::count_feasible(frozen.table.space);
    answer.parties = negotiation::detail::names_of(world.parties);
    answer.onlookers = negotiation::detail::names_of(world.onlookers);
    answer.scopes = negotiation::detail::names_of(world.scopes);
    answer.deals = negotiation::detail::names_of(world.deals);
    number_summary all = summarise_numbers(world);
    answer.numbers = all.all;
    answer.assumed = all.assumed;
    answer.unsourced = all.unsourced;
    answer.unsourced_places = std::move(all.unsourced_places);
    return answer;
}

namespace detail {
namespace {

/// The numbers that nobody answers for, or nothing.
void add_unsourced(const check_answer& answer, std::vector<report::block>& into) {
    constexpr std::size_t most = 20;
    if (answer.unsourced == 0) {
        return;
    }
    std::vector<std::string> places = answer.unsourced_places;
    if (places.size() > most) {
        const std::size_t more = places.size() - most;
        places.resize(most);
        places.push_back(fmt::format("and {} more", grouped(more)));
    }
    into.push_back(report::paragraph{fmt::format(
        "{} neither a source nor an assumption:",
        answer.unsourced == 1 ? "1 number has" : grouped(answer.unsourced) + " numbers have")});
    into.push_back(report::bullets{std::move(places)});
}

}  // namespace
}  // namespace detail

report::document describe(const check_answer& answer) {
    const auto names = [](const std::vector<std::string>& list, const std::string& one,
                          const std::string& many) {
        return list.empty()
                   ? "no " + many
                   : detail::counted(list.size(), one, many) + " (" + detail::joined(list) + ")";
    };
    std::vector<report::block> blocks{report::paragraph{fmt::format(
        "{} is sound: {}, {} deals of which {} are feasible, {}, {}, {}, {}, {} of which {} "
        "assumed.",
        answer.scenario, detail::counted(answer.issues, "issue", "issues"),
        detail::grouped(answer.raw), detail::grouped(answer.feasible),
        names(answer.parties, "party", "parties"), names(answer.onlookers, "onlooker", "onlookers"),
        names(answer.scopes, "scope", "scopes"), names(answer.deals, "named deal", "named deals"),
        detail::counted(answer.numbers, "number", "numbers"),
        answer.assumed == 1 ? "1 is" : detail::grouped(answer.assumed) + " are")}};
    detail::add_unsourced(answer, blocks);
    return {std::move(blocks)};
}

}  // namespace negotiation::question
