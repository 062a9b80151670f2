#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/backchannel.hpp>
#include <support/brute_force.hpp>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/freeze.hpp>

#include "scenario/freeze_party.hpp"

using namespace negotiation;
using tests::near;

TEST_CASE("at the margin the zone has a deal and above it none") {
    tests::check_always(80, [] {
        tests::shape like;
        like.curved = false;
        const auto s = *tests::problems(like);
        const problem p = tests::build(s);
        const auto found = deal::margins(p);
        RC_ASSERT(found.size() == s.agents.size());
        for (std::size_t i = 0; i < s.agents.size(); ++i) {
            auto other = s;
            if (!found[i].value) {
                other.agents[i].reservation = -100'000;
                RC_ASSERT(tests::zone_count(other) == 0U);
                continue;
            }
            const int margin = static_cast<int>(std::lround(*found[i].value / tests::step));
            RC_ASSERT(near(*found[i].value, margin * tests::step));
            other.agents[i].reservation = margin;
            RC_ASSERT(tests::zone_count(other) > 0U);
            RC_ASSERT(deal::zone(tests::build(other)).count > 0);
            // One unit above, the smallest change there is, and nothing is left.
            problem above = tests::build(other);
            bargaining::seat& seat = above.table.parties[i];
            seat.reservation += 1;
            seat.threshold = detail::freeze_threshold(seat.utility, seat.reservation);
            RC_ASSERT(deal::zone(above).count == 0);
        }
    });
}

TEST_CASE("margins are values before the risk attitude") {
    tests::check_always(40, [] {
        const auto s = *tests::problems();
        const problem p = tests::build(s);
        const auto found = deal::margins(p);
        for (std::size_t i = 0; i < s.agents.size(); ++i) {
            auto other = s;
            other.agents[i].reservation = -100'000;
            std::optional<double> best;
            for (const auto& row : tests::all_deals(other)) {
                if (row.accepted) {
                    const utility_function& f = p.table.parties[i].utility;
                    const double value = value_of(
                        f.scale, sum_of(f, p.table.space.sizes, tests::as_outcome(row.deal)));
                    best = best ? std::max(*best, value) : value;
                }
            }
            RC_ASSERT(found[i].value == best);
        }
    });
}

TEST_CASE("the margin of a price is the other's walk away point") {
    const auto at = [](double buyer, double seller) {
        return problem_builder{}
            .issue("price", 0, 100)
            .party(
                "buyer", [](auto o) { return 100 - o[0]; }, buyer)
            .party(
                "seller", [](auto o) { return o[0]; }, seller)
            .build();
    };
    const auto found = deal::margins(at(20, 30));
    CHECK(found[0].value == 70.0);
    CHECK(found[1].value == 80.0);
    // Where there is no deal it says how far to come down.
    const auto apart = deal::margins(at(80, 30));
    CHECK(apart[0].value == 70.0);
    CHECK(apart[1].value == 20.0);
    const auto hopeless = deal::margins(at(101, 30));
    CHECK(hopeless[0].value == 70.0);
    CHECK_FALSE(hopeless[1].value);
}

// Every sum passes a threshold that was dropped, however far below zero it lies.
TEST_CASE("margins of utilities in the millions below zero") {
    const problem p = problem_builder{}
                          .issue("loss", 2)
                          .party("one", {{-3'000'000.000'000'001, -3'000'000.5}}, -4'000'000)
                          .party("two", {{0, 1}}, 0)
                          .build();
    const auto found = deal::margins(p);
    REQUIRE(found[0].value);
    CHECK(near(*found[0].value, -3'000'000, 1e-6));
    CHECK(found[1].value == 1.0);
}

// Independent enumeration in whole numbers of all deals of the scenario.
TEST_CASE("the margins of the scenario are the enumeration's") {
    const auto bound = [](const char* scope, bool first, bool second) {
        return deal::margins(tests::backchannel_bound(scope, first, second));
    };
    const auto are = [](const std::vector<deal::margin>& found, double first, double second) {
        return found[0].value && found[1].value && near(*found[0].value, first) &&
               near(*found[1].value, second);
    };
    CHECK(are(bound("nuclear", false, false), 0.7094, 0.7850));
    CHECK(are(bound("nuclear", true, false), 0.7094, 0.6970));
    CHECK(are(bound("nuclear", false, true), 0.6940, 0.7850));
    CHECK(are(bound("comprehensive", false, false), 0.7839, 0.8520));
    CHECK(are(bound("comprehensive", true, false), 0.7839, 0.7610));
    CHECK(are(bound("comprehensive", false, true), 0.7705, 0.8520));
    const auto none = bound("nuclear", true, true);
    CHECK_FALSE(none[0].value);
    CHECK_FALSE(none[1].value);
}
