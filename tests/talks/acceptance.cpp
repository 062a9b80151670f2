#include <cstdint>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/acceptance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("each condition accepts from where it says") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const auto seen = [&](offer_id standing, double time) {
        said.standing = standing;
        return turn(said, 0, {1, 10, time, 0}, {true, standing != no_offer, false, true});
    };
    const intention mine{7, 2};  // aims at 7 and would propose the price 2, worth 8
    CHECK(accept_target{}.accepts(seen(3, 0), mine));
    CHECK_FALSE(accept_target{}.accepts(seen(4, 0), mine));
    CHECK(accept_next{}.accepts(seen(2, 0), mine));
    CHECK_FALSE(accept_next{}.accepts(seen(3, 0), mine));
    CHECK(accept_next{1, -1}.accepts(seen(3, 0), mine));
    CHECK(accept_next{0.5, 0}.accepts(seen(6, 0), mine));
    CHECK(accept_constant{0.5}.accepts(seen(4, 0), mine));
    CHECK_FALSE(accept_constant{0.5}.accepts(seen(5, 0), mine));
    CHECK(accept_time{0.9}.accepts(seen(8, 0.9), mine));
    CHECK_FALSE(accept_time{0.9}.accepts(seen(8, 0.8), mine));
    CHECK(accept_time{0.9}.accepts(seen(3, 0.8), mine));

    CHECK_FALSE(accept_never{}.accepts(seen(0, 0.99), mine));

    CHECK(may_accept(seen(8, 0)));
    CHECK_FALSE(may_accept(seen(9, 0)));
    CHECK_FALSE(may_accept(seen(no_offer, 0)));
}

TEST_CASE("the last offer is what it is compared with") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    said.standing = 3;
    const turn t(said, 0, {2, 10, 0.1, 0}, {true, true, false, true});
    CHECK_FALSE(accept_previous{}.accepts(t, {}));  // nothing proposed yet
    CHECK_FALSE(accept_gap{1}.accepts(t, {}));
    said.history = {{1, 1, 0, move_kind::offer, true},
                    {1, 9, 1, move_kind::offer, true},
                    {2, 2, 0, move_kind::offer, true},
                    {2, 3, 1, move_kind::offer, true}};
    // One asked for the price 2, worth 8; 3 stands, worth 7; the aspiration spans 8.
    CHECK_FALSE(accept_previous{}.accepts(t, {}));
    CHECK(accept_previous{1, -1}.accepts(t, {}));
    CHECK(accept_previous{0.875, 0}.accepts(t, {}));
    CHECK_FALSE(accept_previous{0.9, 0}.accepts(t, {}));
    CHECK_FALSE(accept_gap{0.1}.accepts(t, {}));
    CHECK(accept_gap{0.125}.accepts(t, {}));
}

TEST_CASE("late the best or the average received will do") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const auto seen = [&](std::int64_t round, double time, const std::vector<offer_id>& received) {
        said.history.clear();
        for (std::size_t k = 0; k < received.size(); ++k) {
            const auto back = static_cast<std::int64_t>(received.size() - 1 - k);
            said.history.push_back(
                {static_cast<std::uint32_t>(round - back), received[k], 1, move_kind::offer, true});
        }
        said.standing = received.back();
        return turn(said, 0, {round, 10, time, 0}, {true, true, false, true});
    };
    const intention mine{7, 2};  // would propose the price 2, worth 8
    const auto best = received_measure::best;
    const auto average = received_measure::average;
    CHECK(accept_combi{0.9, 0, best}.accepts(seen(3, 0.2, {3, 2}), mine));  // as next
    CHECK_FALSE(accept_combi{0.9, 0, best}.accepts(seen(9, 0.8, {6, 5}), mine));
    CHECK(accept_combi{0.8, 2, best}.accepts(seen(9, 0.8, {6, 5}), mine));
    CHECK_FALSE(accept_combi{0.8, 2, best}.accepts(seen(9, 0.8, {5, 6}), mine));
    // Two rounds are left, the ninth and the tenth: two offers count, and of three the first not.
    CHECK_FALSE(accept_combi{0.8, 0, best}.accepts(seen(9, 0.8, {5, 6}), mine));
    CHECK(accept_combi{0.8, 0, best}.accepts(seen(9, 0.8, {4, 6, 5}), mine));
    CHECK_FALSE(accept_combi{0.7, 0, best}.accepts(seen(8, 0.7, {4, 6, 5}), mine));  // three are
    CHECK(accept_combi{0.8, 3, average}.accepts(seen(9, 0.8, {8, 4, 6}), mine));
    CHECK_FALSE(accept_combi{0.8, 3, average}.accepts(seen(9, 0.8, {5, 5, 6}), mine));
    CHECK(accept_combi{0.8, 0, best}.accepts(seen(10, 0.9, {3, 7}), mine));
}

TEST_CASE("the best offer ever is taken from either seat") {
    // In the last two rounds, with the usual window and with one of a round: the offers received
    // rise, so that what stands is the best; it must do for the one who acts first as well.
    const arena at(problem_builder{}
                       .issue("price", 0, 100)
                       .party(
                           "first", [](auto o) { return o[0]; }, 0)
                       .party(
                           "last", [](auto o) { return o[0]; }, 0)
                       .build());
    constexpr std::int64_t rounds = 10;
    for (const std::int64_t round : {rounds - 1, rounds}) {
        for (const std::uint32_t window : {0U, 1U, 3U}) {
            for (const party_id seat : {party_id{0}, party_id{1}}) {
                for (const offer_id standing : {offer_id{30}, offer_id{5}}) {
                    proceedings said;
                    said.begin(at);
                    for (std::int64_t k = 1; k <= round; ++k) {
                        const auto now = static_cast<std::uint32_t>(k);
                        for (const party_id who : {party_id{0}, party_id{1}}) {
                            const offer_id deal = who == seat ? 90 : now + 10;
                            said.history.push_back({now, deal, who, move_kind::offer, true});
                        }
                    }
                    // It is the seat's turn in that round.
                    said.history.resize(said.history.size() - (seat == 0 ? 2 : 1));
                    said.history.back().deal = standing;
                    said.standing = standing;
                    const turn t(said, seat, {round, rounds, 0.95, 0}, {true, true, false, true});
                    const bool taken =
                        accept_combi{0.9, window, received_measure::best}.accepts(t, {90, 90});
                    // Where only what stands is in the window, it is its own best; as long as the
                    // time that is left are two rounds before the last.
                    const bool alone = window == 1 || (window == 0 && round == rounds);
                    CHECK(taken == (standing == 30 || alone));
                }
            }
        }
    }
}
