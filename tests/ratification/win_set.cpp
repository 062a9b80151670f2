#include <cstddef>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/random_homes.hpp>

#include <negotiation/ratification/win_set.hpp>

using namespace negotiation;
using ratification::conditions;
using ratification::deal_range;
using ratification::find_win_set;
using ratification::members;
using ratification::win_set;
using ratification::win_set_terms;

namespace {

win_set one_by_one(const tests::two_levels& of, const std::vector<outcome>& deals,
                   const win_set_terms& terms) {
    win_set found;
    found.by_home.assign(of.homes.size(), 0);
    for (const outcome& deal : deals) {
        bool all = true;
        for (std::size_t h = 0; h < of.homes.size(); ++h) {
            const bool passes =
                passage_of(of.homes[h], of.table.space, deal, terms.how).probability >=
                terms.probability;
            found.by_home[h] += passes ? 1U : 0U;
            all = all && passes;
        }
        ++found.deals;
        found.joint += all ? 1U : 0U;
    }
    return found;
}

}  // namespace

TEST_CASE("win-sets are counted as deals tried one by one say") {
    tests::check_always(50, [] {
        const tests::two_levels all = tests::random_two_levels({0, 2, 5});
        const win_set_terms terms{{*rc::gen::element(members::common_shock, members::independent),
                                   *rc::gen::arbitrary<bool>()},
                                  *rc::gen::inRange(1, 20) / 20.0};
        const auto deals = tests::all_deals(all.table.space);
        const win_set expected = one_by_one(all, deals, terms);
        RC_ASSERT(find_win_set(all.table, all.homes, deal_range::feasible, terms) == expected);
        RC_ASSERT(find_win_set(all.table.space, all.homes, deals, terms) == expected);
    });
}

TEST_CASE(
    "with known thresholds a rational negotiator signs inside the joint win-set or not at all") {
    // Iida: defection against one's will needs uncertainty at home
    tests::check_always(50, [] {
        const tests::two_levels all = tests::random_two_levels({0});
        const conditions sure{members::independent, false};
        double most = 0;
        const outcome* best = nullptr;
        const auto deals = tests::all_deals(all.table.space);
        for (const outcome& deal : deals) {
            double worth = 1;
            for (party_id i = 0; i < 2; ++i) {
                const double chance =
                    passage_of(all.homes[i], all.table.space, deal, sure).probability;
                RC_ASSERT(chance <= 0 || chance >= 1);
                const bargaining::seat& seat = all.table.parties[i];
                const double gain =
                    gain_of(seat, sum_of(seat.utility, all.table.space.sizes, deal));
                worth *= accepts(all.table, i, deal) ? chance * gain : 0;
            }
            if (worth > most) {
                most = worth;
                best = &deal;
            }
        }
        if (best != nullptr) {
            RC_ASSERT(find_win_set(all.table.space, all.homes, {*best}, {sure, 0.5}).joint == 1);
        }
    });
}

TEST_CASE("the more probable passing has to be the smaller is the win-set") {
    tests::check_always(30, [] {
        const tests::two_levels all = tests::random_two_levels({2, 5});
        std::uint64_t before = ~std::uint64_t{0};
        for (const double level : {0.1, 0.5, 0.9}) {
            const auto found =
                find_win_set(all.table, all.homes, deal_range::acceptable, {{}, level});
            RC_ASSERT(found->joint <= before);
            RC_ASSERT(found->joint <= found->by_home[0]);
            before = found->joint;
        }
    });
}

TEST_CASE("a win-set needs a probability between 0 and 1") {
    CHECK_THROWS_WITH_AS(find_win_set(bargaining{}, {}, deal_range::feasible, {{}, 1}),
                         "find_win_set: the probability of passing must lie in (0, 1); got 1",
                         std::invalid_argument);
}

TEST_CASE("a space too large to be listed has no counted win-set") {
    bargaining table;
    table.space = make_outcome_space(std::vector<option_id>(30, 2));
    CHECK_FALSE(find_win_set(table, {}, deal_range::feasible).has_value());
}
