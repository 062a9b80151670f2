#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <support/random_problem.hpp>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

/// Small talks with mediators in them.
namespace negotiation::tests {

/// A pie of ten slices for two; no deal is worth so many slices to each.
[[nodiscard]] inline bargaining pie(double first, double second, int slices = 10) {
    return problem_builder{}
        .issue("slices", 0, slices)
        .party(
            "first", [](auto o) { return o[0]; }, first)
        .party(
            "second", [slices](auto o) { return slices - o[0]; }, second)
        .build()
        .table;
}

/// Two issues of three options; what one party gains in an issue costs the other more in the other.
[[nodiscard]] inline bargaining logrolling(double first = 0, double second = 0) {
    return problem_builder{}
        .issue("peace", 3)
        .issue("land", 3)
        .party(
            "first", [](auto o) { return 3 * o[0] + o[1]; }, first)
        .party(
            "second", [](auto o) { return 8 - o[0] - 3 * o[1]; }, second)
        .build()
        .table;
}

/// Everything that can be seen of a run.
struct run_record {
    talks::ending end;
    std::vector<talks::event> history;
    std::vector<talks::mediator_act> acts;

    bool operator==(const run_record&) const = default;
};

/// Plays with a row of mediators.
template <class Protocol>
[[nodiscard]] run_record play_mediated(const talks::arena& at, const Protocol& protocol,
                                       std::vector<talks::any_strategy> agents,
                                       std::vector<talks::mediator_seat> seats,
                                       const talks::reports& told, std::uint64_t seed) {
    const std::size_t mediators = seats.size();
    talks::mediation between(std::move(seats), told);
    talks::run_streams draws(seed, 0, at.parties(), mediators);
    talks::proceedings said;
    run_record record;
    record.end = protocol.play(at, agents, between, draws, said);
    record.history = said.history;
    record.acts = between.acts();
    return record;
}

/// Plays without.
template <class Protocol>
[[nodiscard]] run_record play_directly(const talks::arena& at, const Protocol& protocol,
                                       std::vector<talks::any_strategy> agents,
                                       std::uint64_t seed) {
    talks::direct_talks nothing;
    talks::run_streams draws(seed, 0, at.parties());
    talks::proceedings said;
    run_record record;
    record.end = protocol.play(at, agents, nothing, draws, said);
    record.history = said.history;
    return record;
}

/// A strategy for every party, mixed by a number: walkers, boulware, linear, conceders.
[[nodiscard]] inline std::vector<talks::any_strategy> some_agents(std::size_t parties,
                                                                  std::uint64_t mix) {
    std::vector<talks::any_strategy> agents;
    for (std::size_t i = 0; i < parties; ++i, mix /= 4) {
        switch (mix % 4) {
            case 0:
                agents.emplace_back(talks::random_walker{});
                break;
            case 1:
                agents.emplace_back(talks::boulware());
                break;
            case 2:
                agents.emplace_back(talks::linear());
                break;
            default:
                agents.emplace_back(talks::conceder());
        }
    }
    return agents;
}

/// Something said, and the clock, for a view of one's own making.
struct staged {
    explicit staged(const bargaining& table) : at(table), told(at) {
        said.begin(at);
        notes.last_offers.assign(at.parties(), talks::no_offer);
        now.rounds = 10;
    }

    /// A party's offer that arrived.
    void offer(party_id from, const outcome& deal) {
        const talks::offer_id number = said.number_of(deal);
        said.standing = number;
        said.history.push_back({1, number, from, talks::move_kind::offer, true});
        notes.last_offers[from] = number;
    }

    [[nodiscard]] talks::mediator_view view(const talks::event* message = nullptr) {
        return {said, told, who, notes, now, message};
    }

    talks::arena at;
    talks::reports told;
    talks::proceedings said;
    talks::stance who;
    talks::mediator_notes notes;
    talks::moment now;
};

}  // namespace negotiation::tests
