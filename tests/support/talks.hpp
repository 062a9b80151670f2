#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>

/// Small talks, and agents that say what they are told to.
namespace negotiation::tests {

/// A price of 0 to 10: the buyer (party 0) signs up to 8, the seller (party 1) from 3.
[[nodiscard]] inline problem sale() {
    return problem_builder{}
        .issue("price", 0, 10)
        .party(
            "buyer", [](auto o) { return 10 - o[0]; }, 2)
        .party(
            "seller", [](auto o) { return o[0]; }, 3)
        .build();
}

/// Three parties over one issue of four options.
[[nodiscard]] inline problem three_at_a_table() {
    return problem_builder{}
        .issue("text", 4)
        .party("first", {{3, 2, 1, 0}}, 1)
        .party("second", {{0, 3, 2, 1}}, 1)
        .party("third", {{0, 1, 2, 3}}, 1)
        .build();
}

/// Says its lines one after the other, and the last of them for ever.
struct scripted {
    std::vector<talks::move> lines;
    std::size_t next = 0;
    talks::move act(const talks::turn&, random_stream&) {
        return lines[next + 1 < lines.size() ? next++ : next];
    }
};

/// A script of offers by number.
[[nodiscard]] inline scripted offering(const std::vector<talks::offer_id>& deals) {
    scripted agent;
    for (const talks::offer_id deal : deals) {
        agent.lines.push_back(talks::turn::offer(deal));
    }
    return agent;
}

/// A run and what was said in it.
struct played {
    talks::ending end;
    talks::proceedings said;
};

template <class Protocol, class... Agents>
[[nodiscard]] played play_out(const talks::arena& at, const Protocol& protocol, std::uint64_t seed,
                              Agents... agents) {
    played run;
    std::tuple<Agents...> seats(std::move(agents)...);
    talks::direct_talks between;
    talks::run_streams draws(seed, 0, sizeof...(Agents));
    run.end = protocol.play(at, seats, between, draws, run.said);
    return run;
}

/// The deals offered, in order.
[[nodiscard]] inline std::vector<talks::offer_id> offers_of(const talks::proceedings& said) {
    std::vector<talks::offer_id> deals;
    for (const talks::event& e : said.history) {
        if (e.kind == talks::move_kind::offer) {
            deals.push_back(e.deal);
        }
    }
    return deals;
}

}  // namespace negotiation::tests
