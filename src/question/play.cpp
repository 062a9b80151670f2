#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/person.hpp>
#include <negotiation/question/play.hpp>
#include <negotiation/question/seating.hpp>

#include "question/lookups.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::size_t seat_of_person(const std::vector<std::string>& seats,
                                         const std::string& as) {
    const auto found = std::find(seats.begin(), seats.end(), as);
    if (found == seats.end()) {
        throw std::invalid_argument(as.empty()
                                        ? fmt::format("play: for whom? {}", nearest("", seats))
                                        : fmt::format("play: no party '{}' at the table; {}",
                                                      shown(as), nearest(as, seats)));
    }
    return static_cast<std::size_t>(found - seats.begin());
}

void add_frontier(const seating& at, const deal::budget& limits, play_answer& into) {
    const deal::frontier found = deal::pareto_frontier(
        at.frozen.table, {deal::engine::automatic, deal::region::zone, limits});
    if (found.refused) {
        note_refusal(into.refused, "the frontier", found.refused);
        return;
    }
    for (std::size_t k = 0; k < found.size(); ++k) {
        into.frontier.push_back({found.row(k), draft_of(at, found.deal(k))});
    }
}

}  // namespace
}  // namespace detail

play_answer play(const scenario& world, const std::string& as, run_options options,
                 const dialogue& between) {
    const seating at =
        set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
    const std::vector<std::string> seats = detail::party_names(at);
    play_answer answer;
    answer.seat = detail::seat_of_person(seats, as);
    for (const assignment& one : options.strategies) {
        if (one.name == as) {
            throw std::invalid_argument(
                fmt::format("play: {} is yours to play; got the strategy '{}' for it", shown(as),
                            shown(one.role)));
        }
    }
    options.other_runs = 0;
    const dialogue heard{between.tell, [&] {
                             std::optional<std::string> line = between.ask();
                             answer.input_ended = answer.input_ended || !line;
                             return line;
                         }};
    options.guests.push_back({as, "a person", talks::any_strategy{person(world, seats, heard)}});
    answer.talks = run(world, options);
    detail::add_frontier(at, options.limits, answer);
    return answer;
}

}  // namespace negotiation::question
