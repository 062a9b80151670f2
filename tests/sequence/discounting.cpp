#include <cmath>
#include <cstddef>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/discounting.hpp>
#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/guarantee.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;

namespace {

/// Some order that keeps to what steps wait for.
std::vector<step_id> some_order(const exchange& of, random_stream& from) {
    std::vector<step_id> order;
    step_set done = 0;
    while (order.size() < of.size()) {
        std::vector<step_id> open;
        for_each(of.order().available(done), [&](step_id s) { open.push_back(s); });
        order.push_back(open[static_cast<std::size_t>(
            tests::draw(from, 0, static_cast<int>(open.size()) - 1))]);
        done |= only(order.back());
    }
    return order;
}

/// U pays 2 now for a step of I that takes a month and is worth 5; I keeps 1 of it.
agreement payment_first() {
    tests::two_sided of;
    of.made.completion = {0, 1};
    of.made.breakdown = {0, 0};
    of.add("U", 0, {-2, 2}, {0, 0});
    of.add("I", 1, {5, -1}, {0, 0});
    of.made.steps[1].days = 30;
    return of.made;
}

}  // namespace

TEST_CASE("without discounting an order asks for what its walk finds") {
    random_stream from(7, 0);
    for (int k = 0; k < 600; ++k) {
        const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
        agreement of = tests::random_agreement(from, parties,
                                               static_cast<std::size_t>(tests::draw(from, 2, 7)),
                                               25, tests::draw(from, 0, 1) == 1);
        for (step& s : of.steps) {
            s.days = tests::draw(from, 0, 90);
        }
        const exchange made(of);
        const std::vector<step_id> order = some_order(made, from);
        const std::vector<double> patient(parties, 1.0);
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            for (const bool learning : {false, true}) {
                CAPTURE(k);
                const order_report exact = walk(made, order, {how, learning});
                const discounted_trust found =
                    trust_when_waiting_costs(of, order, patient, {how, learning});
                REQUIRE(found.feasible() == exact.feasible());
                for (party_id i = 0; i < parties; ++i) {
                    REQUIRE(std::abs(found.by_party[i] - probability_of(exact.by_party[i])) < 1e-9);
                }
            }
        }
    }
}

TEST_CASE("a month's delay raises the trust that payment first needs") {
    const agreement of = payment_first();
    const std::vector<step_id> order{0, 1};
    const double daily = std::pow(0.9, 1.0 / 30);
    const auto patient = trust_when_waiting_costs(of, order, std::vector<double>{1, 1});
    CHECK(near(patient.by_party[0], 2.0 / 5));
    CHECK(near(patient.by_party[1], 0));
    const auto waiting = trust_when_waiting_costs(of, order, std::vector<double>{daily, 1});
    CHECK(near(waiting.by_party[0], 2 / 4.5));
    CHECK(waiting.feasible());
    // what comes late enough is not worth the payment
    const auto never =
        trust_when_waiting_costs(of, order, std::vector<double>{std::pow(0.3, 1.0 / 30), 1});
    CHECK_FALSE(never.feasible());
    CHECK(never.refused_by == party_id{0});
    CHECK(never.refused_after == 0);
}

TEST_CASE("where waiting costs a guarantee lowers trust as it does elsewhere") {
    const agreement of = payment_first();
    const std::vector<step_id> order{0, 1};
    const std::vector<double> discounts{0.999, 0.999};
    const double plain = trust_when_waiting_costs(of, order, discounts).by_party[0];
    const double odds = plain / (1 - plain);
    for (const double g : {0.0, 0.3, 0.9, 1.0}) {
        const double left = (1 - g) * odds;
        const discounted_trust found =
            trust_when_waiting_costs(guaranteed(of, 0, g), order, discounts);
        CHECK(found.by_party[0] == doctest::Approx(left / (1 + left)).epsilon(1e-12));
    }
}

TEST_CASE("a collapse that is put off costs less") {
    // U's step takes a month and is undone wholly: what U fears at its end comes a month later
    agreement of = payment_first();
    of.breakdown = {1, 0};
    of.steps[0].days = 30;
    const std::vector<step_id> order{0, 1};
    const double daily = std::pow(0.9, 1.0 / 30);
    const auto found = trust_when_waiting_costs(of, order, std::vector<double>{daily, 1});
    // X = 0.9 (-2 - 1), W = 0.9 (-2) + 0.81 * 5
    CHECK(near(found.by_party[0], 2.7 / (2.7 + 0.81 * 5 - 1.8)));
}

TEST_CASE("discounts are one a party and above 0") {
    const agreement of = payment_first();
    const std::vector<step_id> order{0, 1};
    CHECK_THROWS_WITH_AS(
        static_cast<void>(trust_when_waiting_costs(of, order, std::vector<double>{1})),
        "waiting: needs 2 discounts, one a party; got 1", std::invalid_argument);
    CHECK_THROWS_WITH_AS(
        static_cast<void>(trust_when_waiting_costs(of, order, std::vector<double>{1, 0})),
        "waiting: a discount must lie in (0, 1]; got 0", std::invalid_argument);
}
