#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>

#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/mend.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("what mends an order is enough and no more than enough") {
    std::size_t snapbacks = 0;
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        random_stream from(17, number);
        const agreement written = tests::random_agreement(from, 2, 5, 30, false);
        const exchange of(written);
        const std::vector<double> beliefs{0.05 + 0.05 * tests::draw(from, 0, 6),
                                          0.05 + 0.05 * tests::draw(from, 0, 6)};
        for (const tests::judged& j : tests::feasible_orders(written, reading::drawdown)) {
            for (const mend& m : mends_of(written, of, j.order, beliefs)) {
                const double p = beliefs[m.party];
                CHECK(probability_of(m.worst.needed) ==
                      boost::rational_cast<double>(j.trust[m.party]));
                agreement better = written;
                better.completion[m.party] += *m.completion + 1e-9;
                CHECK(probability_of(walk(exchange(better), j.order).by_party[m.party]) <=
                      p + 1e-9);
                better.completion[m.party] -= 1e-3;
                CHECK(probability_of(walk(exchange(better), j.order).by_party[m.party]) > p);
                for (const snapback& s : m.undone) {
                    ++snapbacks;
                    agreement taken = written;
                    taken.steps[s.at].undone[m.party] = s.undone;
                    CHECK(probability_of(walk(exchange(taken), j.order).by_party[m.party]) <=
                          p + 1e-9);
                    taken.steps[s.at].undone[m.party] = s.undone - 1e-3;
                    CHECK(probability_of(walk(exchange(taken), j.order).by_party[m.party]) > p);
                }
                double g = 0;
                for (const demand& d : demands_of(of, j.order)) {
                    if (d.party == m.party) {
                        g = std::max(g, guarantee_needed({d.loss, d.gain}, p));
                    }
                }
                CHECK(m.guarantee == g);
            }
        }
    }
    CHECK(snapbacks > 100);
    const agreement written = tests::four_steps().made;
    CHECK(mends_of(written, exchange(written), std::vector<step_id>{0, 1, 2, 3},
                   std::vector{0.9, 0.9})
              .empty());
    CHECK_THROWS_AS(
        mends_of(written, exchange(written), std::vector<step_id>{0, 1, 2, 3}, std::vector{0.9}),
        std::invalid_argument);
}

TEST_CASE("what mends an order that teaches is enough and no more than enough") {
    const trust_options learning{reading::drawdown, true};
    std::size_t completions = 0;
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        random_stream from(18, number);
        const agreement written = tests::random_agreement(from, 2, 5, 30, false);
        const exchange of(written);
        const std::vector<double> beliefs{0.05 + 0.05 * tests::draw(from, 0, 4),
                                          0.05 + 0.05 * tests::draw(from, 0, 4)};
        for (const tests::judged& j : tests::feasible_orders(written, reading::drawdown)) {
            for (const mend& m : mends_of(written, of, j.order, beliefs, learning)) {
                const double p = beliefs[m.party];
                const auto needs = [&](const agreement& changed) {
                    return probability_of(
                        walk(exchange(changed), j.order, learning).by_party[m.party]);
                };
                CHECK(probability_of(m.worst.needed) > p);
                REQUIRE(m.completion);
                ++completions;
                agreement better = written;
                better.completion[m.party] += *m.completion + 1e-9;
                CHECK(needs(better) <= p + 1e-9);
                better.completion[m.party] -= 1e-3;
                CHECK(needs(better) > p);
                for (const snapback& s : m.undone) {
                    agreement taken = written;
                    taken.steps[s.at].undone[m.party] = s.undone;
                    CHECK(needs(taken) <= p + 1e-9);
                }
                // with that share of every loss made good each demand is met, and one only just
                if (m.guarantee >= 1) {
                    continue;  // where completion adds nothing all of the loss has to be
                }
                double most = 0;
                for (const demand& d : demands_of(of, j.order, learning)) {
                    if (d.party == m.party) {
                        const double odds = (1 - m.guarantee) * d.loss / d.gain;
                        const double prior = odds / (odds + std::exp(d.needed.learned));
                        most = std::max(most, prior);
                    }
                }
                CHECK(std::abs(most - p) < 1e-9);
            }
        }
    }
    CHECK(completions > 100);
}
