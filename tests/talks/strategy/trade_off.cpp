#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/estimate.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/trade_off.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Two issues that the sides weigh differently.
problem something_to_trade() {
    return problem_builder{}
        .issue("a", 5)
        .issue("b", 5)
        .party("one", {{0, 2, 4, 6, 8}, {0, 1, 2, 3, 4}}, 2)
        .party("two", {{4, 3, 2, 1, 0}, {8, 6, 4, 2, 0}}, 2)
        .build();
}

}  // namespace

TEST_CASE("a trade-off is the most similar of what is worth the target") {
    const arena at(something_to_trade());
    proceedings said;
    said.begin(at);
    trading agent = trade_off();
    similarity watching;
    random_stream draws(1);
    const time_dependent asks(1);
    for (std::uint32_t round = 1; round <= 9; ++round) {
        const turn t(said, 0, {round, 10, (round - 1) / 10.0, 0}, {});
        const move made = agent.act(t, draws);
        watching.observe(t);
        const auto alike = [&](offer_id deal) {
            return estimated_sum(watching.terms(t), t.sizes(), t.deal(deal));
        };
        double most = -1;
        for (offer_id deal = 0; deal < at.deals()->rows(); ++deal) {
            if (t.suits(deal) && t.utility(deal) >= asks.target(t) - 1e-9) {
                most = std::max(most, alike(deal));
            }
        }
        REQUIRE(made.kind == move_kind::offer);
        CHECK(t.utility(made.deal) >= asks.target(t) - 1e-9);
        CHECK(alike(made.deal) == most);
        said.history.push_back({round, made.deal, 0, move_kind::offer, true});
        said.history.push_back({round, (round * 7) % 25, 1, move_kind::offer, true});
    }
}

TEST_CASE("trade-offs agree no later than cheapest offers and leave no less") {
    const arena at(something_to_trade());
    const auto traded = play(at, alternating_offers{}, 1, trade_off(), trade_off());
    const auto cheap = play(at, alternating_offers{}, 1, linear(), linear());
    CHECK(traded.status == talks_status::agreement);
    CHECK(traded.round <= cheap.round);
    CHECK(traded.utilities[0] + traded.utilities[1] >= cheap.utilities[0] + cheap.utilities[1]);
    // A hardliner asks for its best deal, worth 0 to us, and gets nothing.
    const auto hard = play(at, alternating_offers{}, 1, trade_off(), hardliner());
    CHECK(hard.status == talks_status::no_agreement);
}
