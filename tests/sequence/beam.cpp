#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>

#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("a beam is never better than the best and never below its bound") {
    std::size_t best_found = 0;
    std::size_t bounds = 0;
    constexpr std::uint64_t agreements = 300;
    for (std::uint64_t number = 0; number < agreements; ++number) {
        CAPTURE(number);
        random_stream from(77, number);
        const agreement of = tests::random_agreement(
            from, static_cast<std::size_t>(tests::draw(from, 2, 3)),
            static_cast<std::size_t>(tests::draw(from, 1, 8)), 30, tests::draw(from, 0, 1) == 1);
        const exchange made(of);
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            const least_trust exact =
                least_trust_order(made, ideal_lattice(made.order()), {}, {{how, false}});
            const beam_result found = beam_order(made, {}, {how, 30});
            if (exact.status == search_status::infeasible) {
                CHECK_FALSE(found.best);
                continue;
            }
            const trust least = greatest(exact.best);
            CHECK_FALSE(less(least, found.lower_bound));
            bounds += found.lower_bound.loss > 0 ? 1U : 0U;
            if (found.best) {
                CHECK_FALSE(less(greatest(*found.best), least));
                best_found += less(least, greatest(*found.best)) ? 0U : 1U;
            }
        }
    }
    CHECK(best_found > agreements);  // of three times as many searches, some infeasible
    CHECK(bounds > 100);
}

TEST_CASE("a wide beam finds the best orders of the examples") {
    for (const tests::two_sided& of : {tests::four_steps(), tests::jpoa(), tests::vienna()}) {
        const exchange made(of.made);
        const least_trust exact = least_trust_order(made, ideal_lattice(made.order()));
        const beam_result found = beam_order(made);
        REQUIRE(found.best);
        CHECK(fraction_of(greatest(*found.best)) == fraction_of(greatest(exact.best)));
        CHECK(probability_of(found.lower_bound) > 0);
    }
}

TEST_CASE("a beam goes where no lattice does") {
    random_stream from(5, 0);
    agreement of = tests::random_agreement(from, 2, 100, 0, false);
    of.completion = {100, 100};
    const exchange made(of);
    CHECK_FALSE(ideal_lattice(made.order(), 10'000).complete());
    const beam_result found = beam_order(made, {}, {reading::drawdown, 20});
    REQUIRE(found.best);
    CHECK(found.best->order.size() == 100);
    CHECK_FALSE(less(greatest(*found.best), found.lower_bound));
    CHECK_THROWS_AS(beam_order(made, {}, {reading::drawdown, 0}), std::invalid_argument);
    CHECK_THROWS_AS(beam_order(made, std::vector<std::size_t>{1}), std::invalid_argument);
    CHECK(beam_order(exchange(agreement{{}, {1}, {0}})).best);
}
