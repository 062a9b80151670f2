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
    CHECK_THROWS_AS(mends_of(written, exchange(written), std::vector<step_id>{0, 1, 2, 3},
                             std::vector{0.9, 0.9}, {reading::drawdown, true}),
                    std::invalid_argument);
}
