#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/screening.hpp>

using namespace negotiation;
using namespace negotiation::talks::equilibrium;

namespace {

screening two_types(double high, std::int64_t periods = 2) {
    screening of;
    of.types = {1, 2};
    of.prior = {1 - high, high};
    of.periods = periods;
    return of;
}

/// The same game over a population cut into small equal parts: every cut-off is tried in every
/// state. Knows nothing of envelopes.
double profit_on_a_grid(const screening& of, std::size_t parts) {
    std::vector<double> type;
    double below = 0;
    for (std::size_t j = 0; j < of.types.size(); ++j) {
        below += of.prior[j] * static_cast<double>(parts);
        while (static_cast<double>(type.size()) + 0.5 < below) {
            type.push_back(of.types[j]);
        }
    }
    const double part = 1 / static_cast<double>(parts);
    std::vector<double> later(parts + 1, 0);
    std::vector<double> asked(parts + 1, 0);  // by what is left, a period later
    for (std::int64_t t = 0; t < of.periods; ++t) {
        std::vector<double> now(parts + 1, 0);
        std::vector<double> price(parts + 1, 0);
        for (std::size_t left = 1; left <= parts; ++left) {
            for (std::size_t cutoff = 0; cutoff < left; ++cutoff) {
                const double p = t == 0 ? type[cutoff]
                                        : (1 - of.buyer_discount) * type[cutoff] +
                                              of.buyer_discount * asked[cutoff + 1];
                const double worth = static_cast<double>(left - cutoff) * part * p +
                                     of.seller_discount * later[cutoff];
                if (worth >= now[left]) {
                    now[left] = worth;
                    price[left] = p;
                }
            }
        }
        later = now;
        asked = price;
    }
    return later[parts];
}

}  // namespace

TEST_CASE("of prices that are just as good the highest is asked") {
    // Half of them high: in one period 1 sells to all and 2 to half, both for 1.
    CHECK(solve(two_types(0.5, 1)).offers[0].price == doctest::Approx(2));
    for (const auto& [high, price] : {std::pair{0.5, 1.5}, std::pair{0.75, 2.0}}) {
        screening of = two_types(high);
        of.seller_discount = 0.5;
        of.buyer_discount = 0.5;
        const screening_play play = solve(of);
        CHECK(play.offers[0].price == doctest::Approx(price));
        CHECK(play.profit == doctest::Approx(profit_on_a_grid(of, 400)).epsilon(0.01));
        CHECK(play.proof.regret <= 1e-12);
    }
}

TEST_CASE("two types in two periods") {
    // Fudenberg and Tirole 1983, discount 0.9: by the share of high types.
    const double discount = 0.9;
    for (const double high : {0.1, 0.3, 0.49}) {
        const screening_play low = solve(two_types(high));
        CHECK(low.offers[0].price == doctest::Approx(1));
        CHECK(low.profit == doctest::Approx(1));
    }
    for (const double high : {0.501, 0.52, 0.549}) {
        const screening_play middle = solve(two_types(high));
        CHECK(middle.offers[0].price == doctest::Approx(2 - discount));
        CHECK(middle.offers[0].accepts[1] == doctest::Approx(1));
        CHECK(middle.offers[0].accepts[0] == doctest::Approx(0));
        CHECK(middle.offers[1].price == doctest::Approx(1));
    }
    CHECK(solve(two_types(0.52)).profit == doctest::Approx(1.004).epsilon(1e-12));
    for (const double high : {0.551, 0.8, 0.95}) {
        const screening_play tough = solve(two_types(high));
        CHECK(tough.offers[0].price == doctest::Approx(2));
        CHECK(tough.offers[0].accepts[1] == doctest::Approx(2 - 1 / high));
        // As many of each kind are left: the seller may go on asking 2.
        CHECK(tough.offers[1].belief[1] == doctest::Approx(0.5));
        CHECK(tough.offers[1].price == doctest::Approx(2));
        CHECK(tough.gains[1] == doctest::Approx(0));
        // Above 2 - discount the high type no longer accepts for sure.
        CHECK(tough.offers[0].limits[0] == doctest::Approx(1));
        CHECK(tough.offers[0].limits[1] == doctest::Approx(2 - discount));
        CHECK(tough.offers[1].limits[1] == doctest::Approx(2));
    }
    CHECK(solve(two_types(0.8)).profit == doctest::Approx(1.56).epsilon(1e-12));
    // Ties: the highest price.
    CHECK(solve(two_types(0.5)).profit == doctest::Approx(1));
    CHECK(solve(two_types(0.55)).profit == doctest::Approx(1.1 * 0.55 + 0.9 * 0.45));
}

TEST_CASE("many types and periods on a grid") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        random_stream bits(seed, 3);
        screening of;
        of.periods = 1 + static_cast<std::int64_t>(seed % 4);
        of.seller_discount = 0.5 + 0.45 * draw_share(bits);
        of.buyer_discount = 0.5 + 0.45 * draw_share(bits);
        const std::size_t types = 1 + draw_place(bits, 4);
        std::size_t cells = 0;
        std::vector<std::size_t> share;
        for (std::size_t j = 0; j < types; ++j) {
            of.types.push_back((of.types.empty() ? 0.5 : of.types.back()) + 0.1 + draw_share(bits));
            share.push_back(1 + draw_place(bits, 5));
            cells += share.back();
        }
        for (const std::size_t s : share) {
            of.prior.push_back(static_cast<double>(s) / static_cast<double>(cells));
        }
        const screening_play found = solve(of);
        CHECK(found.profit == doctest::Approx(profit_on_a_grid(of, cells * 40)).epsilon(0.01));
        CHECK(found.proof.residual <= 1e-12);
        CHECK(found.proof.regret <= 1e-9);
        double sold = 0;
        for (std::size_t k = 0; k < found.offers.size(); ++k) {
            sold += found.offers[k].sold;
            for (std::size_t j = 0; j < types; ++j) {
                const screening_offer& offer = found.offers[k];
                CHECK(offer.limits[j] <= of.types[j] + 1e-12);
                CHECK((j == 0 || offer.limits[j] >= offer.limits[j - 1] - 1e-12));
                CHECK((offer.price > offer.limits[j] || offer.belief[j] == 0 ||
                       offer.accepts[j] == doctest::Approx(1)));
            }
            CHECK((k == 0 || found.offers[k].price <= found.offers[k - 1].price + 1e-12));
        }
        CHECK(sold <= 1 + 1e-12);
    }
}

TEST_CASE("one type is asked for all that it would pay") {
    screening of;
    of.types = {3};
    of.prior = {1};
    of.periods = 5;
    const screening_play found = solve(of);
    CHECK(found.profit == doctest::Approx(3));
    CHECK(found.offers.size() == 1);
    CHECK(found.gains[0] == doctest::Approx(0));
}

TEST_CASE("screening games that make no sense are refused") {
    screening of = two_types(0.5);
    of.prior = {1};
    CHECK_THROWS_AS((void)solve(of), std::invalid_argument);
    of = two_types(0.5);
    of.types = {2, 1};
    CHECK_THROWS_AS((void)solve(of), std::invalid_argument);
    of = two_types(0.5);
    of.prior = {0.5, 0.6};
    CHECK_THROWS_AS((void)solve(of), std::invalid_argument);
    of = two_types(0.5);
    of.buyer_discount = 0;
    CHECK_THROWS_AS((void)solve(of), std::invalid_argument);
    CHECK_THROWS_AS((void)solve(two_types(0.5, 0)), std::invalid_argument);
}
