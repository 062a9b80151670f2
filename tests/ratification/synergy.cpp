#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/random_homes.hpp>
#include <support/some_home.hpp>
#include <support/tolerance.hpp>

#include <negotiation/ratification/synergy.hpp>

using namespace negotiation;
using ratification::home;
using ratification::synergy;
using ratification::synergy_kind;
using ratification::synergy_table;

namespace {

/// One voter with these values of the options of the one issue, in millionths.
home one_voter(std::vector<grains> values) {
    return {{{{ratification::rule_kind::leader, 1},
              {tests::faction_valuing(std::move(values), 1, 0.5, 0.1, 0)},
              {}}}};
}

}  // namespace

TEST_CASE("kinds of change have names") {
    CHECK(to_string(synergy_kind::none) == "none");
    CHECK(to_string(synergy_kind::one_sided) == "one-sided");
    CHECK(to_string(synergy_kind::shared) == "shared");
    CHECK(to_string(synergy_kind::contested) == "contested");
}

TEST_CASE("what helps in one home and hurts in the other is contested") {
    const std::vector<home> homes{one_voter({500'000, 600'000, 600'000, 500'000, 500'000}),
                                  one_voter({500'000, 400'000, 700'000, 700'000, 500'000})};
    const auto table = synergy_table(tests::one_issue(5), homes, {0});
    REQUIRE(table.size() == 4);
    CHECK(table[0].kind == synergy_kind::contested);
    CHECK(table[0].option == 1);
    CHECK(tests::near(table[0].changes[0], 1 / (1 + std::exp(-1.0)) - 0.5));
    CHECK(tests::near(table[0].changes[1], -table[0].changes[0]));
    CHECK(table[1].kind == synergy_kind::shared);
    CHECK(table[2].kind == synergy_kind::one_sided);
    CHECK(table[3].kind == synergy_kind::none);
}

TEST_CASE("a change and its reverse weigh the same") {
    tests::check_always(30, [] {
        const tests::two_levels all = tests::random_two_levels({2, 5});
        const auto deals = tests::all_deals(all.table.space);
        const outcome deal = *rc::gen::elementOf(deals);
        for (const synergy& row : synergy_table(all.table.space, all.homes, deal)) {
            outcome changed = deal;
            changed[row.issue] = row.option;
            RC_ASSERT(feasible(all.table.space, changed));
            for (const synergy& back : synergy_table(all.table.space, all.homes, changed)) {
                if (back.issue == row.issue && back.option == deal[row.issue]) {
                    RC_ASSERT(back.kind == row.kind);
                    RC_ASSERT(tests::near(back.changes[0], -row.changes[0]));
                    RC_ASSERT(tests::near(back.changes[1], -row.changes[1]));
                }
            }
        }
    });
}
