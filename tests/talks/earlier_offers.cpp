#include <algorithm>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/earlier_offers.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

namespace {

/// The buyer asks for 0 and 2, the seller for 9, 7 and 6, of which 7 is lost; then somebody walks.
void say_some(proceedings& said) {
    said.history = {{1, 0, 0, move_kind::offer, true},  {1, 9, 1, move_kind::offer, true},
                    {2, 2, 0, move_kind::offer, true},  {2, 7, 1, move_kind::offer, false},
                    {3, 2, 0, move_kind::reject, true}, {3, 6, 1, move_kind::offer, true}};
}

}  // namespace

TEST_CASE("what was proposed last is found") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    CHECK(own_last_offer(turn(said, 0, {}, {})) == no_offer);
    say_some(said);
    CHECK(own_last_offer(turn(said, 0, {}, {})) == 2);
    CHECK(own_last_offer(turn(said, 1, {}, {})) == 6);
}

TEST_CASE("offers count within the rounds asked for") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    say_some(said);
    const turn t(said, 0, {4, 10, 0.3, 0}, {});  // it acts first in a round
    CHECK(received_within(t, 1) == received_worth{4, 4, 1});
    CHECK(received_within(t, 2) == received_worth{4, 4, 1});  // 7 did not arrive
    CHECK(received_within(t, 3) == received_worth{4, 2.5, 2});
    CHECK(received_within(t, 99) == received_worth{4, 2.5, 2});
    said.begin(at);
    CHECK(received_within(turn(said, 0, {}, {}), 5) == received_worth{});
}

TEST_CASE("whoever looks back sees as much from every seat") {
    // Two parties of one mind hear the same from the other; the one acts first in every round, the
    // other last.
    const arena at(problem_builder{}
                       .issue("price", 0, 10)
                       .party(
                           "first", [](auto o) { return o[0]; }, 0)
                       .party(
                           "last", [](auto o) { return o[0]; }, 0)
                       .build());
    tests::check_always(100, [&] {
        const auto heard = *rc::gen::nonEmpty(
            rc::gen::container<std::vector<offer_id>>(rc::gen::inRange<offer_id>(0, 11)));
        proceedings first;
        proceedings last;
        first.begin(at);
        last.begin(at);
        std::uint32_t round = 0;
        for (const offer_id deal : heard) {
            ++round;
            first.history.push_back({round, 5, 0, move_kind::offer, true});
            first.history.push_back({round, deal, 1, move_kind::offer, true});
            last.history.push_back({round, deal, 0, move_kind::offer, true});
            last.history.push_back({round, 5, 1, move_kind::offer, true});
        }
        last.history.pop_back();
        const auto now = static_cast<std::int64_t>(round);
        const turn of_first(first, 0, {now + 1, 1000, 0.1, 0}, {});
        const turn of_last(last, 1, {now, 1000, 0.1, 0}, {});
        const auto window = *rc::gen::inRange<std::int64_t>(1, 1 + now);
        const received_worth seen = received_within(of_first, window);
        RC_ASSERT(seen == received_within(of_last, window));
        RC_ASSERT(seen.count == static_cast<std::size_t>(window));
        RC_ASSERT(seen.best == *std::max_element(heard.end() - window, heard.end()));
    });
}

TEST_CASE("a record holds a number for every turn with news") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    offers_received record;
    CHECK_FALSE(record.listen(t));
    say_some(said);
    CHECK(record.listen(t));
    CHECK_FALSE(record.listen(t));
    REQUIRE(record.worth().size() == 1);
    CHECK(near(record.worth().front(), 0.4));
    said.history.push_back({4, 5, 1, move_kind::offer, true});
    CHECK(record.listen(t));
    CHECK(near(record.worth().back(), 0.5));
}
