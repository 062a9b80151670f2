#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/estimate.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Two parties over three issues, values drawn.
problem drawn_problem(std::uint64_t seed) {
    random_stream bits(seed);
    const auto some = [&](std::size_t n) {
        std::vector<double> values;
        for (std::size_t o = 0; o < n; ++o) {
            values.push_back(static_cast<double>(draw_place(bits, 20)));
        }
        return values;
    };
    return problem_builder{}
        .issue("a", 4)
        .issue("b", 3)
        .issue("c", 5)
        .party("one", {some(4), some(3), some(5)}, static_cast<double>(draw_place(bits, 25)))
        .party("two", {some(4), some(3), some(5)}, 0)
        .build();
}

std::vector<utility_term> drawn_terms(std::uint64_t seed) {
    random_stream bits(seed, 1);
    std::vector<utility_term> terms;
    for (issue_id k = 0; k < 3; ++k) {
        terms.push_back({{k}, {}});
        for (std::size_t o = 0; o < (k == 0 ? 4U : k == 1 ? 3U : 5U); ++o) {
            terms.back().values.push_back(static_cast<grains>(draw_place(bits, 1000)));
        }
    }
    return terms;
}

}  // namespace

TEST_CASE("an estimate is read on its own scale") {
    const arena at(drawn_problem(1));
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    const std::vector<utility_term> terms{{{0}, {1, 2, 3, 9}},
                                          {{1, 2}, std::vector<grains>(15, 7)}};
    CHECK(estimated_sum(terms, t.sizes(), outcome{3, 1, 2}) == 16);
    CHECK(estimated_sum({}, t.sizes(), outcome{3, 1, 2}) == 0);
    CHECK(range_of_estimate(terms, t) == estimate_range{8, 16});
    CHECK(range_of_estimate({}, t) == estimate_range{});
}

TEST_CASE("the Nash deal under a model is that of brute force") {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const arena at(drawn_problem(seed));
        const arena searched(drawn_problem(seed), {0});
        proceedings said;
        said.begin(at);
        proceedings more;
        more.begin(searched);
        const turn t(said, 0, {}, {});
        const auto terms = drawn_terms(seed);
        const double floor = static_cast<double>(seed) * 20;
        double best = -1;
        for (offer_id row = 0; row < at.deals()->rows(); ++row) {
            if (t.suits(row)) {
                best = std::max(
                    best, (t.utility(row) - t.reservation()) *
                              std::max(0.0, estimated_sum(terms, t.sizes(), t.deal(row)) - floor));
            }
        }
        const estimated_deal found = estimated_nash(t, terms, floor);
        if (best < 0) {
            CHECK(found.deal == no_offer);
            continue;
        }
        const auto product = [&](const estimated_deal& deal) {
            return (deal.own - t.reservation()) * std::max(0.0, deal.others);
        };
        CHECK(product(found) == doctest::Approx(best));
        // Unwritten, by levels: never better, and near.
        const estimated_deal near = estimated_nash(turn(more, 0, {}, {}), terms, floor);
        CHECK(product(near) <= best * (1 + 1e-12));
        CHECK(product(near) >= 0.9 * best);
    }
}
