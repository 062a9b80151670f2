#include <cmath>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/bargaining.hpp>

using namespace negotiation;

namespace {

bargaining two_parties() {
    bargaining table = problem_builder{}
                           .issue("price", 0, 4)
                           .party("buyer", {{4, 3, 2, 1, 0}}, 1)
                           .party("seller", {{0, 1, 2, 3, 4}}, 2)
                           .build();
    table.parties[0].red_lines = {{0, {true, true, true, false, false}, true, false}};
    return table;
}

}  // namespace

TEST_CASE("a deal exactly at the reservation value is accepted") {
    const bargaining table = two_parties();
    CHECK(accepts(table, 0, {3}));
    CHECK_FALSE(accepts(table, 0, {4}));
    CHECK(accepts(table, 1, {2}));
    CHECK_FALSE(accepts(table, 1, {1}));
    CHECK(utility_of(table, 0, {3}) == 1.0);
    CHECK(reservation_value(table.parties[1]) == 2.0);
    CHECK(disagreement_utility(table.parties[1]) == 2.0);
}

TEST_CASE("only binding red lines bind") {
    const bargaining table = two_parties();
    CHECK(respects_red_lines(table.parties[0], {3}));
    const bargaining said = with_red_lines(
        table, [](party_id, const bargaining::line& line) { return line.is_public; });
    CHECK_FALSE(respects_red_lines(said.parties[0], {3}));
    CHECK_FALSE(accepts(said, 0, {3}));
    CHECK(accepts(said, 0, {2}));
    CHECK(accepts(said, 1, {3}));
    CHECK(with_red_lines(said, [](party_id, const auto&) { return false; }) == table);
}

TEST_CASE("no deal is felt through the risk attitude too") {
    bargaining table = two_parties();
    table.parties[0].utility.scale.risk = prospect{0.5, 2, {}};
    CHECK(disagreement_utility(table.parties[0]) == 0.0);
    CHECK(utility_of(table, 0, {0}) == doctest::Approx(std::sqrt(3.0)));
    CHECK(utility_of(table, 0, {4}) == -2.0);
    table.parties[0].utility.scale.risk = crra{0.5};
    CHECK(disagreement_utility(table.parties[0]) == 1.0);
    CHECK(reservation_value(table.parties[0]) == 1.0);
}

TEST_CASE("every party accepts what is written to be worth enough") {
    tests::check_always(60, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const bargaining& table = p;
        for (const auto& row : tests::all_deals(s)) {
            const outcome deal = tests::as_outcome(row.deal);
            bool all = feasible(table.space, deal);
            for (party_id i = 0; i < table.parties.size(); ++i) {
                const utility_function& f = table.parties[i].utility;
                RC_ASSERT(static_cast<units>(sum_of(f, table.space.sizes, deal)) * f.scale.grain ==
                          row.values[i] * tests::units_per_step);
                all = all && accepts(table, i, deal);
            }
            RC_ASSERT(all == row.accepted);
        }
    });
}

TEST_CASE("a gain within rounding is none") {
    bargaining::seat party;
    party.utility.terms = {{{0}, {0, 5}}, {{1}, {0, 7}}};
    party.reservation = 10;
    CHECK(gain_of(party, 12) == 2e-12);
    party.utility.scale.multiplicative = 0.5;
    party.utility.scale.reservation = value_of(party.utility.scale, 10);
    CHECK(gain_of(party, 8) == 0.0);
    CHECK(gain_of(party, 12) == 0.0);
    CHECK(gain_of(party, 13) > 0);
    CHECK(gain_of(party, 7) < 0);
}
