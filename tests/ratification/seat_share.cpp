#include <cstddef>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/property.hpp>

#include <negotiation/ratification/seat_share.hpp>

using namespace negotiation;
using ratification::chamber;
using ratification::with_share;

namespace {

chamber of_votes(const std::vector<std::uint32_t>& votes) {
    chamber made;
    made.decides = {ratification::rule_kind::quota, 1};
    for (const std::uint32_t n : votes) {
        made.factions.emplace_back();
        made.factions.back().votes = n;
        made.factions.back().threshold = made.factions.size();  // tells them apart
    }
    return made;
}

std::vector<std::uint32_t> votes_of(const chamber& c) {
    std::vector<std::uint32_t> votes;
    for (const ratification::faction& f : c.factions) {
        votes.push_back(f.votes);
    }
    return votes;
}

}  // namespace

TEST_CASE("a faction gets its share and the others keep their proportions") {
    using votes = std::vector<std::uint32_t>;
    const chamber three = of_votes({50, 30, 20});
    CHECK(votes_of(with_share(three, 0, 0.6)) == votes{60, 24, 16});
    CHECK(votes_of(with_share(three, 1, 0.65)) == votes{25, 65, 10});
    CHECK(votes_of(with_share(three, 0, 0.99)) == votes{99, 1});  // .6 and .4 of a vote left
    CHECK(votes_of(with_share(three, 0, 1)) == votes{100});
    CHECK(votes_of(with_share(three, 0, 0)) == votes{60, 40});
    CHECK(with_share(three, 0, 0).factions[0] == [&] {
        ratification::faction f = three.factions[1];
        f.votes = 60;
        return f;
    }());
    CHECK(votes_of(with_share(of_votes({1, 1, 1}), 0, 0.5)) == votes{2, 1});  // half a vote upwards
}

TEST_CASE("no vote is lost or made and the share of today changes nothing") {
    tests::check_always(200, [] {
        const auto votes = *rc::gen::container<std::vector<std::uint32_t>>(
            static_cast<std::size_t>(*rc::gen::inRange(2, 6)),
            rc::gen::inRange<std::uint32_t>(1, 400));
        const chamber of = of_votes(votes);
        const auto which =
            static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(votes.size())));
        const double share = *rc::gen::inRange(0, 1001) / 1000.0;
        RC_ASSERT(votes_in(with_share(of, which, share)) == votes_in(of));
        const double today = votes[which] / static_cast<double>(votes_in(of));
        RC_ASSERT(with_share(of, which, today) == of);
    });
}

TEST_CASE("a share needs a faction and others beside it") {
    CHECK_THROWS_WITH_AS(with_share(of_votes({3}), 0, 0.5),
                         "with_share: needs a faction and another one; got place 0 of 1",
                         std::invalid_argument);
    CHECK_THROWS_AS(with_share(of_votes({3, 4}), 2, 0.5), std::invalid_argument);
    CHECK_THROWS_WITH_AS(with_share(of_votes({3, 4}), 0, 1.5),
                         "with_share: the share must lie in [0, 1]; got 1.5",
                         std::invalid_argument);
}
