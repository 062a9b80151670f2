#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/equilibrium/baron_ferejohn.hpp>

using namespace negotiation;
using namespace negotiation::talks::equilibrium;

namespace {

/// Legislatures of any kind.
legislature some_legislature(std::uint64_t seed) {
    random_stream bits(seed, 77);
    legislature of;
    const std::size_t n = 2 + draw_place(bits, 6);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        of.recognition.push_back(0.05 + draw_share(bits));
        of.discount.push_back(0.3 + 0.69 * draw_share(bits));
        sum += of.recognition.back();
    }
    for (double& chance : of.recognition) {
        chance /= sum;
    }
    of.quota = 1 + draw_place(bits, n);
    return of;
}

}  // namespace

TEST_CASE("equal legislatures have a closed form") {
    // Baron and Ferejohn 1989: parties, quota, discount.
    CHECK(proposer_share(3, 2, 0.9) == doctest::Approx(0.7));
    CHECK(proposer_share(5, 3, 0.8) == doctest::Approx(0.68));
    CHECK(proposer_share(3, 3, 0.9) == doctest::Approx(0.4));
    for (std::size_t n = 1; n <= 7; ++n) {
        for (std::size_t q = 1; q <= n; ++q) {
            const double share = 1 / static_cast<double>(n);
            const legislative_bargain found =
                solve(legislature{std::vector<double>(n, share), std::vector<double>(n, 0.9), q});
            CHECK(found.keeps[0] == doctest::Approx(proposer_share(n, q, 0.9)).epsilon(1e-12));
            CHECK(found.prices[0] == doctest::Approx(0.9 * share).epsilon(1e-12));
            CHECK(found.proof.residual <= 1e-12);
        }
    }
    CHECK_THROWS_AS((void)proposer_share(3, 4, 0.9), std::invalid_argument);
}

TEST_CASE("unequal legislatures meet their own conditions") {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const legislature of = some_legislature(seed);
        const std::size_t n = of.recognition.size();
        const legislative_bargain found = solve(of);
        CHECK(found.proof.converged);
        CHECK(found.proof.residual <= 1e-9);
        REQUIRE(found.proof.bound);
        CHECK(*found.proof.bound >= found.proof.residual);  // over what is lost by a round
        // The pie is always shared out at once.
        CHECK(std::accumulate(found.values.begin(), found.values.end(), 0.0) ==
              doctest::Approx(1).epsilon(1e-9));
        // Nobody's vote is bought as long as a cheaper one is not always bought.
        for (std::size_t i = 0; i < n; ++i) {
            CHECK(found.bought[i] >= 0);
            CHECK(found.bought[i] <= 1 - of.recognition[i] + 1e-12);
            for (std::size_t j = 0; j < n; ++j) {
                if (found.prices[i] > found.prices[j] + 1e-9 && of.quota < n) {
                    CHECK((found.bought[i] <= 1e-9 ||
                           found.bought[j] >= 1 - of.recognition[j] - 1e-9));
                }
            }
        }
    }
}

TEST_CASE("three legislators solved by hand") {
    // Recognition 1/2, 1/4, 1/4, quota 2, discount 0.8. Were the first bought as often as the
    // others its price would be dearer; so all prices are the same or the first is left out.
    const legislative_bargain found = solve(legislature{{0.5, 0.25, 0.25}, {0.8, 0.8, 0.8}, 2});
    // If the first is never bought: its price is 0.4 (1 - K), with K the price c of the others;
    // each of these is bought by the first half the time and by the other always:
    // v = (1 - c)/4 + c (1/4 + 1/4), c = 0.8 v, so c = 0.2/0.8 = 0.25 and the first's price 0.3.
    CHECK(found.prices[1] == doctest::Approx(0.25));
    CHECK(found.prices[2] == doctest::Approx(0.25));
    CHECK(found.prices[0] == doctest::Approx(0.3));
    CHECK(found.bought[0] == doctest::Approx(0));
}

TEST_CASE("votes that cost nothing are taken evenly") {
    // Two never propose, so their votes cost nothing, and one of them is enough: each is taken half
    // the time, and proposers keep everything.
    const legislative_bargain found = solve(legislature{{0.5, 0.5, 0, 0}, {0.9, 0.9, 0.9, 0.9}, 2});
    CHECK(found.proof.converged);
    CHECK(found.proof.residual <= 1e-12);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(found.prices[i] == doctest::Approx(i < 2 ? 0.45 : 0));
        CHECK(found.bought[i] == doctest::Approx(i < 2 ? 0 : 0.5));
        CHECK(found.keeps[i] == doctest::Approx(1));
        CHECK(found.values[i] == doctest::Approx(i < 2 ? 0.5 : 0));
    }
    // Of these a party without patience may propose itself, and then needs another's vote.
    const legislative_bargain hasty =
        solve(legislature{{0.4, 0.3, 0.3, 0, 0}, {0.9, 0.9, 0, 0.9, 0.9}, 3});
    CHECK(hasty.proof.residual <= 1e-12);
    CHECK(hasty.bought[2] == doctest::Approx(0.7 * 2 / 3));
    CHECK(hasty.bought[3] == doctest::Approx(0.7 * 2 / 3 + 0.3));
}

TEST_CASE("legislatures that make no sense are refused") {
    for (const legislature& of :
         {legislature{{}, {}, 1}, legislature{{1}, {0.9, 0.9}, 1},
          legislature{{0.5, 0.5}, {0.9, 1}, 1}, legislature{{0.5, 0.6}, {0.9, 0.9}, 1},
          legislature{{0.5, 0.5}, {0.9, 0.9}, 3}, legislature{{0.5, 0.5}, {0.9, 0.9}, 0}}) {
        CHECK_THROWS_AS((void)solve(of), std::invalid_argument);
    }
}
