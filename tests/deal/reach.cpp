#include <optional>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/least_of_sums.hpp>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/deal/reach.hpp>

using namespace negotiation;

namespace {

std::optional<sum_range> by_hand(const outcome_space& space, const bargaining::seat& who) {
    std::optional<sum_range> range;
    tests::for_each_open_deal(space, [&](const outcome& deal) {
        if (feasible(space, deal) && respects_red_lines(who, deal)) {
            const grains sum = sum_of(who.utility, space.sizes, deal);
            range = range ? sum_range{std::min(range->least, sum), std::max(range->greatest, sum)}
                          : sum_range{sum, sum};
        }
    });
    return range;
}

}  // namespace

TEST_CASE("a party's worst and best deals are found") {
    tests::check_always(150, [] {
        tests::shape like;
        like.most_deals = 500;
        bargaining table = tests::build(*tests::problems(like));
        const bool derived = *rc::gen::arbitrary<bool>();
        table = derived ? tests::with_derived_values(std::move(table)) : table;
        for (const bargaining::seat& who : table.parties) {
            const deal::reach found = deal::reach_of(table.space, who);
            RC_ASSERT(!found.refused);
            RC_ASSERT(found.sums == by_hand(table.space, who));
        }
    });
}

TEST_CASE("a search that would take too long is refused") {
    const bargaining::seat nobody{};
    const deal::budget none{0, 0, 0};
    const deal::reach found = deal::reach_of(make_outcome_space({3, 3}), nobody, none);
    CHECK_FALSE(found.sums);
    CHECK(found.refused);
}
