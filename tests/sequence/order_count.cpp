#include <cstddef>
#include <string>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>
#include <support/textbook_posets.hpp>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/order_count.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

std::string orders(const poset& of) { return count_orders(ideal_lattice(of)).str(); }

}  // namespace

TEST_CASE("orders are counted as the textbooks count them") {
    CHECK(orders(tests::chain(0)) == "1");
    CHECK(orders(tests::chain(9)) == "1");
    CHECK(orders(tests::antichain(10)) == "3628800");
    CHECK(orders(tests::two_chains(3, 4)) == "35");
    CHECK(orders(tests::product_of_chains(2, 4)) == "14");
    CHECK(ideal_lattice(tests::product_of_chains(2, 4)).size() == 15);
    CHECK(orders(tests::product_of_chains(3, 3)) == "42");
    CHECK(orders(tests::fence(7)) == "272");
    CHECK(orders(tests::boolean_lattice(2)) == "2");
    CHECK(orders(tests::boolean_lattice(3)) == "48");
    CHECK(orders(exchange(tests::four_steps().made).order()) == "6");
    CHECK(orders(exchange(tests::jpoa().made).order()) == "7722");
    CHECK(orders(exchange(tests::vienna().made).order()) == "554400");
}

TEST_CASE("counts outgrow any machine word") {
    // C(120, 60)
    CHECK(orders(tests::two_chains(60, 60)) == "96614908840363322603893139521372656");
    CHECK(orders(tests::two_chains(64, 64)) == "23951146041928082866135587776380551750");
}

TEST_CASE("orders are those that writing them out counts") {
    for (std::uint64_t number = 0; number < 40; ++number) {
        random_stream from(11, number);
        const agreement of = tests::random_agreement(
            from, 2, static_cast<std::size_t>(tests::draw(from, 0, 7)), 40, false);
        std::size_t count = 0;
        tests::for_each_order(of, [&](const auto& /*order*/) { ++count; });
        CHECK(orders(exchange(of).order()) == std::to_string(count));
    }
}

TEST_CASE("orders of a lattice that is not complete are not counted") {
    CHECK_THROWS_AS(count_orders(ideal_lattice(tests::antichain(8), 10)), std::invalid_argument);
}
