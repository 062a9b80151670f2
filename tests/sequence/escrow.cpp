#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/escrow.hpp>
#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::near;

namespace {

constexpr reading read_each[] = {reading::drawdown, reading::next_turn, reading::peak_exposure};

/// Four steps with U1 in escrow against I1, its release named R.
tests::two_sided with_u1_in_escrow(double handling) {
    tests::two_sided of = tests::four_steps();
    of.made = in_escrow(of.made, {of.place("U1"), of.place("I1"), handling});
    of.names.emplace_back("R");
    return of;
}

std::vector<std::string> asked_along(const tests::two_sided& of, const std::string& order) {
    std::vector<std::string> trusts;
    for (const trust& t : walk(exchange(of.made), of.order(order)).by_party) {
        trusts.push_back(fraction_of(t));
    }
    return trusts;
}

/// A random order: a topological one by random picks.
std::vector<step_id> any_order(const exchange& of, random_stream& from) {
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

/// Whether a step answers the one before it as a release would need it.
bool answers(const agreement& of, step_id payment, step_id answer) {
    const step& paid = of.steps[payment];
    const step& back = of.steps[answer];
    const auto harmless = [&](party_id i) { return i == paid.performer || paid.value[i] >= 0; };
    bool harms_nobody = true;
    for (party_id i = 0; i < parties_of(of); ++i) {
        harms_nobody = harms_nobody && harmless(i);
    }
    return paid.performer != back.performer && paid.value[paid.performer] < 0 && harms_nobody &&
           back.value[back.performer] <= 0;
}

}  // namespace

TEST_CASE("four steps with the first payment in escrow need a ninth") {
    const tests::two_sided of = with_u1_in_escrow(0);
    REQUIRE(of.made.steps.size() == 5);
    using row = std::vector<std::string>;
    // worked out by hand; without the escrow 3/13 and 1/3 in the first, 1/3 and 0 in the second
    CHECK(asked_along(of, "U1 I1 R U2 I2") == row{"3/13", "0"});
    CHECK(asked_along(of, "U1 U2 I1 R I2") == row{"3/17", "0"});
    const exchange made(of.made);
    const least_trust found = least_trust_order(made, ideal_lattice(made.order()));
    REQUIRE(found.status == search_status::found);
    // released after both of Iran's steps: it risks 1, five paid for four received, for 8
    CHECK(asked_along(of, "U1 I1 I2 R U2") == row{"0", "1/9"});
    CHECK(fraction_of(greatest(found.best)) == "1/9");
    CHECK(of.text(found.best.order) == "U1 I1 I2 R U2");
}

TEST_CASE("an escrow risks its handling and nothing more, and the whole is worth what it was") {
    const tests::two_sided plain = tests::four_steps();
    const tests::two_sided of = with_u1_in_escrow(0.25);
    const exchange made(of.made);
    const exchange before(plain.made);
    for (party_id i = 0; i < 2; ++i) {
        CHECK(near(static_cast<double>(made.total(i)) * made.grain(i),
                   static_cast<double>(before.total(i)) * before.grain(i)));
    }
    const order_report report = walk(made, of.order("U1 I1 R U2 I2"));
    CHECK(near(report.runs[0].loss, 0.25));
    CHECK(near(probability_of(report.runs[0].needed), 0.25 / 7.25));
    // paid and answered, everybody holds what it would hold without the escrow
    const order_report known = walk(before, plain.order("U1 I1 U2 I2"));
    for (std::size_t k = 2; k <= 4; ++k) {
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(near(report.halt_values[2 * (k + 1) + i], known.halt_values[2 * k + i]));
        }
    }
}

TEST_CASE("an escrow answered at once never raises a trust") {
    std::size_t fell = 0;
    for (std::uint64_t number = 0; number < 2000; ++number) {
        CAPTURE(number);
        random_stream from(8101, number);
        const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
        const agreement of = tests::random_agreement(from, parties, 6, 20, number % 2 == 1);
        const exchange made(of);
        const std::vector<step_id> order = any_order(made, from);
        for (std::size_t k = 0; k + 1 < order.size(); ++k) {
            if (!answers(of, order[k], order[k + 1]) || !walk(made, order).feasible()) {
                continue;
            }
            const exchange held(in_escrow(of, {order[k], order[k + 1], 0}));
            std::vector<step_id> longer = order;
            longer.insert(longer.begin() + static_cast<std::ptrdiff_t>(k) + 2,
                          static_cast<step_id>(order.size()));
            for (const reading how : read_each) {
                const order_report without = walk(made, order, {how, false});
                const order_report with = walk(held, longer, {how, false});
                CHECK(with.feasible());
                for (party_id i = 0; i < parties; ++i) {
                    CHECK_FALSE(less(without.by_party[i], with.by_party[i]));
                    fell += less(with.by_party[i], without.by_party[i]) ? 1U : 0U;
                }
            }
        }
    }
    CHECK(fell > 100);
}

TEST_CASE("a payer that may take its money back has less to gain by going on") {
    // while I2 comes between the payment and its answer the United States holds 5 instead of 3
    tests::two_sided of;
    of.made.completion = {1, 3};
    of.made.breakdown = {0, 0};
    of.add("U1", 0, {-2, 4}, {0, 0});
    of.add("I2", 1, {5, -1}, {0, 0}, {"U1"});
    of.add("U2", 0, {-1, 3}, {0, 0}, {"I2"});
    of.add("I1", 1, {3, -2}, {0, 0}, {"U2"});
    tests::two_sided held = of;
    held.made = in_escrow(of.made, {of.place("U1"), of.place("I1"), 0});
    held.names.emplace_back("R");
    // L = 1 in both; V = 6, so G falls from 3 to 1
    CHECK(asked_along(of, "U1 I2 U2 I1")[0] == "1/4");
    CHECK(asked_along(held, "U1 I2 U2 I1 R")[0] == "1/2");
}

TEST_CASE("what cannot be held in escrow is said") {
    const tests::two_sided of = tests::four_steps();
    const step_id u1 = of.place("U1");
    const step_id i1 = of.place("I1");
    const auto says = [&](const escrow& what, const std::string& text) {
        try {
            (void)in_escrow(of.made, what);
        } catch (const std::invalid_argument& wrong) {
            return std::string(wrong.what()).find(text) != std::string::npos;
        }
        return false;
    };
    CHECK(says({9, i1, 0}, "step 9 is not one of 4"));
    CHECK(says({u1, of.place("U2"), 0}, "payer's own"));
    CHECK(says({u1, i1, 2.5}, "between 0 and what a collapse loses of the payment without it, 2"));
    CHECK(says({u1, i1, -1}, "got -1"));
    tests::two_sided bound = of;
    bound.before("I1", "U1");
    CHECK_THROWS_WITH_AS((void)in_escrow(bound.made, {u1, i1, 0}),
                         "escrow: step 0 comes before the payment, step 1, and cannot answer it",
                         std::invalid_argument);
    tests::two_sided free = of;
    free.made.steps[u1].value[0] = 0;
    CHECK_THROWS_WITH_AS((void)in_escrow(free.made, {u1, i1, 0}),
                         "escrow: step 1 is no payment: it costs its performer nothing",
                         std::invalid_argument);
}

TEST_CASE("what is deposited has been counted and cannot be faked") {
    tests::two_sided of = tests::four_steps();
    const step_id paid = of.place("U1");
    of.made.steps[paid].pretence = faking{2, 0, 10};
    const agreement with = in_escrow(of.made, {paid, of.place("I1"), 0});
    CHECK_FALSE(with.steps[paid].pretence);
    CHECK_FALSE(with.steps.back().pretence);
}
