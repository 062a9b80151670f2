#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/breakout.hpp>
#include <negotiation/model/separative_work.hpp>

using namespace negotiation;
using tests::printed;

namespace {

/// 202.8 kg of uranium at 3.67 %, the stock allowed in 2015.
const stock_lot allowed{202.8, 3.67, false};

breakout_terms with_machine(double work, double quantity = 25) {
    breakout_terms terms;
    terms.work_per_machine = work;
    terms.quantity = quantity;
    return terms;
}

double months(const breakout_terms& terms) { return *breakout_months(terms, {allowed}, 5060); }

}  // namespace

// Joint Comprehensive Plan of Action of 14 July 2015: 5060 machines, 300 kg of UF6 at 3.67 %. An
// ideal cascade's figures, a lower bound.
TEST_CASE("the JCPOA's limits give about ten months") {
    const double from_stock = 202.8 * (0.0367 - 0.003) / (0.9 - 0.003);
    CHECK(from_stock == printed(7.6191, 4));
    const double first = separative_work(from_stock, 0.9, 0.0367, 0.003).work;
    const double rest = separative_work(25 - from_stock, 0.9, 0.00711, 0.003).work;
    CHECK(first == printed(525.81, 2));
    CHECK(rest == printed(3353.42, 2));
    CHECK(months(with_machine(0.9)) * 5060 * 0.9 / 12 == printed(3879.24, 2));
    CHECK(months(with_machine(0.9)) == printed(10.22, 2));
    CHECK(months(with_machine(0.8)) == printed(11.50, 2));
    CHECK(months(with_machine(1.0)) == printed(9.20, 2));
}

TEST_CASE("a significant quantity takes a month longer") {
    // 25 kg of U-235, that is 27.78 kg at ninety per cent.
    const double quantity = 25 / 0.9;
    CHECK(quantity == printed(27.78, 2));
    CHECK(months(with_machine(0.9, quantity)) * 5060 * 0.9 / 12 == printed(4415.2, 1));
    CHECK(months(with_machine(0.9, quantity)) == printed(11.63, 2));
    CHECK(months(with_machine(0.8, quantity)) == printed(13.09, 2));
    CHECK(months(with_machine(1.0, quantity)) == printed(10.47, 2));
}

// 42 kg at 60 % hold 25.2 kg of U-235, one significant quantity; 408.6 kg hold 9.81 of them.
TEST_CASE("stock at sixty per cent is weeks away") {
    CHECK(42 * 0.6 / 25 >= 1);
    CHECK(408.6 * 0.6 / 25 == printed(9.81, 2));
    // The limits of 2015 with today's stock: the enumeration of the scenario's options agrees.
    const std::vector<stock_lot> today{{408.6, 60, false}, {9248 - 408.6, 3.67, false}};
    CHECK(*breakout_months(with_machine(0.9), today, 20000) == printed(0.0756014660, 10));
}

TEST_CASE("no machines have no breakout time") {
    CHECK_FALSE(breakout_months(breakout_terms{}, {allowed}, 0));
    CHECK_FALSE(breakout_months(breakout_terms{}, {}, 0));
}

TEST_CASE("without stock all of the work starts from natural uranium") {
    const double work = separative_work(25, 0.9, 0.00711, 0.003).work;
    CHECK(tests::near(*breakout_months({}, {}, 5060), 12 * work / (5060 * 0.9), 1e-9));
    // The order of the lots does not matter; lots no richer than the tails are useless.
    const stock_lot rich{5, 60, false};
    const stock_lot waste{1000, 0.3, false};
    CHECK(*breakout_months({}, {rich, allowed}, 5060) ==
          *breakout_months({}, {allowed, rich}, 5060));
    CHECK(*breakout_months({}, {waste, allowed}, 5060) == *breakout_months({}, {allowed}, 5060));
}

TEST_CASE("enough at the goal leaves nothing to do") {
    CHECK(*breakout_months({}, {{25, 90, false}}, 5060) == 0.0);
    CHECK(*breakout_months({}, {{30, 93, false}}, 5060) == 0.0);
    // Half of it there: half of the work remains.
    CHECK(tests::near(*breakout_months({}, {{12.5, 90, false}}, 5060),
                      *breakout_months({}, {}, 5060) / 2, 1e-9));
}

TEST_CASE("more stock never takes longer") {
    // Depleted uranium is worse than what nature gives for nothing.
    const stock_lot depleted{1000, 0.5, false};
    CHECK(*breakout_months({}, {allowed, depleted}, 5060) <=
          *breakout_months({}, {allowed}, 5060) + 1e-9);
}

TEST_CASE("shares of uranium out of order are refused") {
    breakout_terms terms;
    terms.feed = 0.2;
    CHECK_THROWS_AS(breakout_months(terms, {}, 5060), std::invalid_argument);
    terms.feed = 95;
    CHECK_THROWS_AS(breakout_months(terms, {}, 5060), std::invalid_argument);
}

TEST_CASE("a deal's options fix level and stock and machines") {
    breakout quantity;
    quantity.levels = {{"at home", 3.67}, {"low", 3}};
    quantity.holdings = {{std::int64_t{300}, {202.8, 3.67, true}},
                         {std::int64_t{9248}, {408.6, 60, false}},
                         {std::int64_t{9248}, {9248 - 408.6, 3.67, false}}};
    const auto at = [&](const option_label& level, const option_label& stock, double machines) {
        return breakout_months(quantity, level, stock, machines);
    };
    CHECK(*at("at home", 300.0, 5060) == printed(10.22, 2));
    // Held down to 3 % the stock saves less.
    CHECK(*at("low", std::int64_t{300}, 5060) == printed(10.87996444438503, 9));
    CHECK(*at("at home", std::int64_t{9248}, 20000) == printed(0.0756014660, 10));
    CHECK(tests::near(*at("at home", std::int64_t{0}, 5060), *breakout_months({}, {}, 5060)));
    CHECK_FALSE(at("abroad", std::int64_t{300}, 5060));
    CHECK_FALSE(at("at home", std::int64_t{300}, 0));
}
