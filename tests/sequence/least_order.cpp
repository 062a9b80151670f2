#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>

#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/least_order.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("a proven order is the one of the search, another a beam's") {
    const tests::two_sided four = tests::four_steps();
    const exchange of(four.made);
    const std::vector<std::size_t> names{0, 1, 2, 3};
    for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
        for (const bool learning : {false, true}) {
            const trust_options trusts{how, learning};
            const least_order found = find_least_order(of, names, {trusts});
            REQUIRE(found.best);
            CHECK(found.proven);
            const ideal_lattice lattice(of.order());
            CHECK(*found.best == least_trust_order(of, lattice, names, {trusts}).best);

            const least_order some = find_least_order(of, names, {trusts, 2});
            REQUIRE(some.best);
            CHECK_FALSE(some.proven);
            CHECK(*some.best == walk(of, some.best->order, trusts));
            CHECK(some.best->order == beam_order(of, names, {how, 2000}).best->order);
        }
    }
    const least_order short_of_labels = find_least_order(of, names, {{}, 5'000'000, 1});
    CHECK_FALSE(short_of_labels.proven);
    CHECK_FALSE(short_of_labels.best);
}

TEST_CASE("where nobody would go through any order there is none, proven") {
    tests::two_sided of = tests::four_steps();
    of.made.completion = {-100, -100};
    const least_order none =
        find_least_order(exchange(of.made), std::vector<std::size_t>{0, 1, 2, 3});
    CHECK_FALSE(none.best);
    CHECK(none.proven);
}
