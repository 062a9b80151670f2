#include <cstddef>
#include <optional>
#include <vector>

#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/some_home.hpp>

#include <negotiation/ratification/coalition.hpp>

using namespace negotiation;
using ratification::chamber;
using ratification::cheapest_coalition;
using ratification::coalition;

TEST_CASE("a senator costs what the deal is short of the threshold") {
    chamber senate{{ratification::rule_kind::quota, 60},
                   {tests::faction_with(0.60, 53, 0.68, 0.04, 0.03),
                    tests::faction_with(0.61, 47, 0.58, 0.05, 0.03)},
                   {}};
    const auto bought = cheapest_coalition(senate, tests::one_issue(1), {0});
    REQUIRE(bought.has_value());
    CHECK(bought->shares == std::vector<coalition::share>{{1, 47, 0}, {0, 13, to_units(0.08L)}});
    CHECK(bought->price == to_units(1.04L));
}

TEST_CASE("nobody is paid to cross a red line") {
    chamber c{{ratification::rule_kind::quota, 3},
              {tests::faction_with(0.5, 2, 0.6, 0, 0), tests::faction_with(0.5, 2, 0.9, 0, 0)},
              {}};
    c.factions[0].red_lines = {{0, {false}, true, true}};
    CHECK(cheapest_coalition(c, tests::one_issue(1), {0}).has_value());
    CHECK_FALSE(cheapest_coalition(c, tests::one_issue(1), {0}, true).has_value());
}

TEST_CASE("no subset of votes that carries a deal is cheaper") {
    tests::check_always(100, [] {
        chamber c;
        std::vector<units> prices;
        const int factions = *rc::gen::inRange(1, 5);
        for (int f = 0; f < factions; ++f) {
            const double value = *rc::gen::inRange(40, 80) / 100.0;
            c.factions.push_back(tests::faction_with(value, *rc::gen::inRange(1U, 4U), 0.6, 0, 0));
            const auto margin = margin_of(c.factions.back(), tests::one_issue(1), {0}, false);
            prices.insert(prices.end(), c.factions.back().votes, std::max(units{0}, -*margin));
        }
        c.decides.votes =
            *rc::gen::inRange<std::uint32_t>(1, static_cast<std::uint32_t>(prices.size()) + 1);
        std::optional<units> least;
        for (std::size_t subset = 0; subset < (std::size_t{1} << prices.size()); ++subset) {
            std::size_t votes = 0;
            units price = 0;
            for (std::size_t m = 0; m < prices.size(); ++m) {
                if (((subset >> m) & 1U) != 0) {
                    ++votes;
                    price += prices[m];
                }
            }
            if (votes >= c.decides.votes && (!least || price < *least)) {
                least = price;
            }
        }
        const auto bought = cheapest_coalition(c, tests::one_issue(1), {0});
        RC_ASSERT(bought.has_value());
        RC_ASSERT(bought->price == *least);
        std::size_t votes = 0;
        for (const coalition::share& s : bought->shares) {
            votes += s.votes;
        }
        RC_ASSERT(votes == c.decides.votes);
    });
}
