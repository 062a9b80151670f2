#include <algorithm>
#include <limits>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/least_trust.hpp>
#include <negotiation/sequence/mend.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;
using tests::printed;

TEST_CASE("trust is placed where odds are above loss over gain") {
    CHECK(near(belief_needed({2, 6}), 0.25));
    CHECK(near(belief_needed({0, 0}), 0));
    CHECK(near(belief_needed({2, 0}), 1));
    CHECK(near(belief_needed({1e100, 1e100}), 0.5));
    CHECK_THROWS_AS(belief_needed({-1, 2}), std::invalid_argument);
    CHECK_THROWS_AS(belief_needed({1, std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
}

TEST_CASE("a guarantee of 47 percent mends a belief of 0.15") {
    CHECK(guarantee_needed({2, 6}, 0.15) == printed(0.470588, 6));
    CHECK(near(guarantee_needed({2, 6}, 0.25), 0));
    CHECK(near(guarantee_needed({2, 6}, 1), 0));
    CHECK(near(guarantee_needed({2, 6}, 0), 1));
    CHECK(near(guarantee_needed({0, 6}, 0), 0));
    CHECK(*completion_needed({2, 6}, 0.15) == printed(5.333333, 6));
    CHECK(near(*completion_needed({2, 6}, 0.25), 0));
    CHECK(near(*completion_needed({2, 6}, 0.9), 0));
    CHECK(near(*completion_needed({0, 0}, 0), 0));
    CHECK_FALSE(completion_needed({2, 6}, 0));
    CHECK_FALSE(completion_needed({1e100, 0}, 1e-300));
    CHECK(near(guarantee_needed({1e-320, 1e100}, 0), 1));
    CHECK_THROWS_AS(guarantee_needed({2, 6}, 1.5), std::invalid_argument);
    CHECK_THROWS_AS(completion_needed({2, -6}, 0.5), std::invalid_argument);
}

TEST_CASE("with the guarantee, or the value of completion, a belief is just enough") {
    tests::check_always(200, [] {
        const stake of{*rc::gen::inRange(1, 100) * 0.1, *rc::gen::inRange(0, 100) * 0.1};
        const double p = *rc::gen::inRange(1, 100) * 0.01;
        const double g = guarantee_needed(of, p);
        const double x = *completion_needed(of, p);
        const stake guaranteed{(1 - g) * of.loss, of.gain};
        const stake completed{of.loss, of.gain + x};
        RC_ASSERT(belief_needed(guaranteed) <= p + tests::grid);
        RC_ASSERT(belief_needed(completed) <= p + tests::grid);
        // and not more than that
        RC_ASSERT(g <= 0 || of.gain <= 0 || near(belief_needed(guaranteed), p));
        RC_ASSERT(x <= 0 || near(belief_needed(completed), p));
    });
}

TEST_CASE("a guarantee of a share g leaves 1 - g of every loss") {
    std::size_t compared = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        random_stream from(8201, number);
        const agreement of = tests::random_agreement(from, 3, 5, 30, number % 2 == 1);
        const auto whose = static_cast<party_id>(tests::draw(from, 0, 2));
        const double g = 0.1 * tests::draw(from, 0, 10);
        const exchange plain(of);
        const exchange with(guaranteed(of, whose, g));
        const std::vector<step_id> order{0, 1, 2, 3, 4};
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            double most = 0;
            for (const demand& d : demands_of(plain, order, {how, false})) {
                if (d.party == whose) {
                    const double left = d.loss * (1 - g);
                    most = std::max(most, d.gain > 0 ? left / (left + d.gain) : 1);
                    ++compared;
                }
            }
            const order_report before = walk(plain, order, {how, false});
            const order_report after = walk(with, order, {how, false});
            CHECK(probability_of(after.by_party[whose]) == doctest::Approx(most).epsilon(1e-12));
            CHECK(after.feasible() == before.feasible());
            for (party_id i = 0; i < 3; ++i) {
                CHECK((i == whose || after.by_party[i] == before.by_party[i]));
            }
        }
    }
    CHECK(compared > 200);
    const agreement of = tests::four_steps().made;
    CHECK(near(guaranteed(guaranteed(of, 0, 0.5), 0, 0.5).covered[0], 0.75));
    CHECK_THROWS_AS((void)guaranteed(of, 2, 0.5), std::invalid_argument);
    CHECK_THROWS_AS((void)guaranteed(of, 0, 1.5), std::invalid_argument);
    agreement wrong = of;
    wrong.covered = {0.5};
    CHECK_THROWS_AS(check(wrong), std::invalid_argument);
    wrong.covered = {0.5, -1};
    CHECK_THROWS_AS(check(wrong), std::invalid_argument);
}

TEST_CASE("the least trust of a guaranteed agreement is that of its orders") {
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        random_stream from(8202, number);
        const agreement of = guaranteed(tests::random_agreement(from, 2, 5, 20, false), 0,
                                        0.25 * tests::draw(from, 1, 4));
        const exchange made(of);
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            std::vector<step_id> order{0, 1, 2, 3, 4};
            double least = 2;
            do {
                step_set done = 0;
                bool fits = true;
                for (const step_id s : order) {
                    fits = fits && (made.order().before(s) & ~done) == 0;
                    done |= only(s);
                }
                if (fits && walk(made, order).feasible()) {
                    least =
                        std::min(least, probability_of(greatest(walk(made, order, {how, false}))));
                }
            } while (std::next_permutation(order.begin(), order.end()));
            const least_trust found =
                least_trust_order(made, ideal_lattice(made.order()), {}, {{how, false}});
            REQUIRE((found.status == search_status::found) == (least <= 1));
            if (least <= 1) {
                CHECK(probability_of(greatest(found.best)) ==
                      doctest::Approx(least).epsilon(1e-12));
            }
        }
        const beam_result beam = beam_order(made);
        if (beam.best) {
            CHECK_FALSE(less(greatest(*beam.best), beam.lower_bound));
        }
    }
}

TEST_CASE("with a guarantee in place what is still needed is told in all") {
    const agreement of = tests::four_steps().made;
    const std::vector<step_id> order{1, 3, 0, 2};  // the United States risks 3.5 for 7
    const std::vector<double> beliefs{0.2, 0.2};
    const double needed = guarantee_needed({3.5, 7}, 0.2);
    for (const double g : {0.0, 0.25, 0.45}) {
        const agreement with = guaranteed(of, 0, g);
        const auto mends = mends_of(with, exchange(with), order, beliefs);
        REQUIRE(mends.size() == 1);
        CHECK(near(mends[0].guarantee, needed));
    }
    const agreement enough = guaranteed(of, 0, needed + 1e-9);
    CHECK(mends_of(enough, exchange(enough), order, beliefs).empty());
}

TEST_CASE("the greatest loss is that of the worst order") {
    // all orders, all moments in control, all later moments at which another acts
    const auto by_hand = [](const agreement& of, party_id i, const std::vector<step_id>& order) {
        const exchange made(of);
        const order_report report = walk(made, order);
        double lost = 0;
        for (std::size_t c = 0; c < order.size(); ++c) {
            for (std::size_t t = c + 1; made.performer(order[c]) == i && t < order.size(); ++t) {
                if (made.performer(order[t]) != i) {
                    lost = std::max(lost, report.halt_values[c * parties_of(of) + i] -
                                              report.halt_values[t * parties_of(of) + i]);
                }
            }
        }
        return lost;
    };
    tests::two_sided of = tests::four_steps();
    for (const double undone : {0.0, 0.3}) {
        for (const double breakdown : {0.0, 1.5}) {
            for (step& s : of.made.steps) {
                s.undone.assign(2, undone);
            }
            of.made.breakdown = {breakdown, breakdown};
            for (party_id i = 0; i < 2; ++i) {
                double most = 0;
                std::vector<step_id> order{0, 1, 2, 3};
                const exchange made(of.made);
                do {
                    step_set done = 0;
                    bool sound = true;
                    for (const step_id s : order) {
                        sound = sound && (made.order().before(s) & ~done) == 0;
                        done |= only(s);
                    }
                    if (sound) {
                        most = std::max(most, by_hand(of.made, i, order));
                        CHECK(near(greatest_loss(of.made, i, order), by_hand(of.made, i, order)));
                    }
                } while (std::next_permutation(order.begin(), order.end()));
                CHECK(near(greatest_loss(of.made, i), most));
            }
        }
    }
    CHECK_THROWS_AS((void)greatest_loss(of.made, 2), std::invalid_argument);
    // too many stages to list: a bound
    agreement wide;
    wide.completion = {100, 100};
    wide.breakdown = {1, 0};
    for (int k = 0; k < 24; ++k) {
        wide.steps.push_back(
            {static_cast<party_id>(k % 2), {k % 2 == 0 ? -1.0 : 1.0, 1}, {0.5, 0}, {}, 0, 0, {}});
    }
    CHECK(near(greatest_loss(wide, 0), 1 + 12 * 0.5));
}
