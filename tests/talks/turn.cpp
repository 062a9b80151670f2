#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

TEST_CASE("a turn tells a party its own side") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    said.history.push_back({1, 7, 1, move_kind::offer, true});
    said.history.push_back({1, 6, 1, move_kind::offer, false});
    said.history.push_back({2, 1, 0, move_kind::offer, false});
    said.standing = 7;
    const turn t(said, 0, {3, 10, 0.2, 2}, {true, true, false, true});
    CHECK(t.party() == 0);
    CHECK(t.parties() == 2);
    CHECK(t.now().round == 3);
    CHECK(near(t.time(), 0.2));
    CHECK(near(t.reservation(), 2));
    CHECK(near(t.greatest(), 10));
    CHECK(near(t.aspiration(0), 2));
    CHECK(near(t.aspiration(0.5), 6));
    CHECK(near(t.standing_utility(), 3));
    CHECK(t.utility(no_offer) < -1e300);
    CHECK(t.deal(7)[0] == 7);
    CHECK(t.find({4}) == 4);
    CHECK(near(t.values_of(0)[4], 0.6));
    CHECK(t.sizes() == std::vector<option_id>{11});
    REQUIRE(t.heard() == 3);
    CHECK(t.heard(0).deal == 7);
    CHECK(t.heard(1).kind == move_kind::lost);  // something was sent, no more is known
    CHECK(t.heard(1).deal == no_offer);
    CHECK(t.heard(2).arrived);    // that it was lost one does not
    CHECK(t.heard(2).deal == 1);  // what one said oneself one knows
    CHECK(turn::offer(no_offer).kind == move_kind::walk_away);
}

TEST_CASE("queries never leave what one would sign") {
    tests::check_always(200, [] {
        const problem p = tests::build(*tests::problems());
        const arena written(p);
        const arena searched(p, {0});
        proceedings a;
        proceedings b;
        a.begin(written);
        b.begin(searched);
        const party_id i = 0;
        const turn t(a, i, {}, {});
        const turn s(b, i, {}, {});
        RC_ASSERT(t.has_deals() == s.has_deals());
        RC_ASSERT(s.cheapest_at_least(0) == no_offer);
        std::vector<utility_term> others;
        if (p.table.parties.size() > 1) {
            others = p.table.parties[1].utility.terms;
        }
        for (const double share : {-1.0, 0.0, 0.3, 0.5, 0.99, 1.0, 2.0}) {
            const double target = t.aspiration(share);
            const offer_id cheap = t.cheapest_at_least(target);
            const offer_id good = t.best_for_others(target, others);
            const offer_id found = s.best_for_others(target, others);
            RC_ASSERT((cheap == no_offer) == !t.has_deals());
            RC_ASSERT((good == no_offer) == !t.has_deals());
            if (cheap == no_offer) {
                continue;
            }
            for (const offer_id deal : {cheap, good}) {
                RC_ASSERT(written.deals()->sum(deal, i) >= p.table.parties[i].threshold);
                RC_ASSERT(!a.excluded(deal, i));
                RC_ASSERT(share > 1 || t.utility(deal) >= target - 1e-11);
            }
            RC_ASSERT(std::equal(t.deal(good).begin(), t.deal(good).end(), s.deal(found).begin()));
            RC_ASSERT(t.utility(cheap) <= t.utility(good) + 1e-11);
        }
    });
}

TEST_CASE("a threat opens deals that were not good enough before") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn before(said, 0, {}, {});
    CHECK(before.acceptable() == 9);
    CHECK(before.cheapest_at_least(0) == 8);
    said.reservation_shift = {-1.5, 0};
    const turn after(said, 0, {}, {});
    CHECK(near(after.reservation(), 0.5));
    CHECK(after.acceptable() == 10);
    CHECK(after.cheapest_at_least(0) == 9);
    CHECK(after.best_for_others(0, {}) == 0);
    said.reservation_shift = {20, 0};
    const turn never(said, 0, {}, {});
    CHECK_FALSE(never.has_deals());
    CHECK(never.cheapest_at_least(0) == no_offer);
    CHECK(never.best_for_others(0, {}) == no_offer);
}
