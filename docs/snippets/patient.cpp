#include <cmath>
#include <cstdio>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy/micro.hpp>

namespace ng = negotiation;

// A strategy is a value with one function.
struct patient {
    double e = 0.3;
    ng::talks::move act(const ng::talks::turn& turn, ng::random_stream&) const {
        const double target = turn.aspiration(1 - std::pow(turn.time(), 1 / e));
        if (turn.legal().accept && turn.standing_utility() >= target) {
            return turn.accept();
        }
        return turn.offer(turn.cheapest_at_least(target));
    }
};
static_assert(ng::talks::strategy<patient>);

int main() {
    const auto sale = ng::problem_builder{}
                          .issue("price", 0, 100)
                          .party(
                              "buyer", [](auto o) { return 100 - o[0]; }, 20)
                          .party(
                              "seller", [](auto o) { return o[0]; }, 30)
                          .build();
    const ng::talks::arena arena(sale);  // once, for any number of runs
    ng::talks::alternating_offers protocol;
    protocol.rounds = 50;
    const auto end = ng::talks::play(arena, protocol, 7, patient{}, ng::talks::micro{});
    std::printf("%s in round %d: %.0f and %.0f\n", to_string(end.status),
                static_cast<int>(end.round), end.utilities[0], end.utilities[1]);
}
