#include <cstddef>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/textbook_posets.hpp>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

TEST_CASE("ideals are counted as the textbooks count them") {
    const auto ideals = [](const poset& of) { return ideal_lattice(of).size(); };
    for (std::size_t n = 0; n <= 10; ++n) {
        CAPTURE(n);
        CHECK(ideals(tests::chain(n)) == n + 1);
        CHECK(ideals(tests::antichain(n)) == std::size_t{1} << n);
        CHECK(ideals(tests::product_of_chains(2, n)) == (n + 2) * (n + 1) / 2);
        CHECK(ideals(tests::two_chains(n, 3)) == (n + 1) * 4);
    }
    CHECK(ideals(tests::product_of_chains(3, 3)) == 20);
    CHECK(ideals(tests::fence(7)) == 34);
    CHECK(ideals(tests::boolean_lattice(2)) == 6);
    CHECK(ideals(tests::boolean_lattice(3)) == 20);
    CHECK(ideals(exchange(tests::four_steps().made).order()) == 9);
    CHECK(ideals(exchange(tests::jpoa().made).order()) == 90);
    CHECK(ideals(exchange(tests::vienna().made).order()) == 344);
}

TEST_CASE("an ideal is found where it stands") {
    const ideal_lattice of(exchange(tests::vienna().made).order());
    REQUIRE(of.complete());
    for (ideal_id k = 0; k < of.size(); ++k) {
        CHECK(of.find(of.at(k)) == k);
    }
    for (std::size_t steps = 0; steps <= of.order().size(); ++steps) {
        for (ideal_id k = of.level(steps); k < of.level(steps + 1); ++k) {
            CHECK(count_of(of.at(k)) == steps);
        }
    }
}

TEST_CASE("the ways on are the steps that can be next") {
    const ideal_lattice of(exchange(tests::vienna().made).order());
    for (ideal_id k = 0; k < of.size(); ++k) {
        step_set next = 0;
        of.for_each_next(k, [&](step_id s, ideal_id to) {
            next |= only(s);
            CHECK(of.at(to) == (of.at(k) | only(s)));
        });
        CHECK(next == of.order().available(of.at(k)));
    }
}

TEST_CASE("a lattice above its limit is not complete") {
    CHECK_FALSE(ideal_lattice(tests::antichain(128), 1000).complete());
    CHECK(ideal_lattice(tests::antichain(3), 8).complete());
    CHECK_FALSE(ideal_lattice(tests::antichain(3), 7).complete());
    CHECK(ideal_lattice(tests::chain(128)).size() == 129);
    CHECK_THROWS_AS(ideal_lattice(tests::chain(1), 0), std::invalid_argument);
}
