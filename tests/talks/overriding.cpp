#include <algorithm>

#include <doctest/doctest.h>

#include <negotiation/talks/overriding.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("weak rejections are overridden evenly while it is hot") {
    random_stream votes(3);
    random_stream draws(4);
    overriding chair{1, 0.01, {0, 0, 0}};
    int kept = 0;
    for (std::int64_t round = 1; round <= 1000; ++round) {
        ballot cast;
        for (std::size_t i = 0; i < 3; ++i) {
            cast.accepts[i] = votes() % 2 == 0;
            cast.weakly_rejects[i] = !cast.accepts[i] && votes() % 3 != 0;
        }
        if (carries({}, cast.accepts, 3)) {
            continue;
        }
        const auto before = chair.times;
        const bool keeps = chair.keeps(cast, {}, {round, 1000, 0, 0}, draws);
        kept += keeps ? 1 : 0;
        for (std::size_t i = 0; i < 3; ++i) {
            // Under unanimity everybody who rejects has to be overridden, and only weakly.
            const bool overridden = chair.times[i] > before[i];
            CHECK(overridden == (keeps && !cast.accepts[i]));
            CHECK((!overridden || cast.weakly_rejects[i]));
        }
        const auto [low, high] = std::minmax_element(chair.times.begin(), chair.times.end());
        CHECK(*high - *low <= 1);
    }
    CHECK(kept > 50);
}

TEST_CASE("a cold chair overrides nobody and draws nothing") {
    random_stream draws(4);
    const random_stream before = draws;
    overriding chair{0, 0.01, {0, 0}};
    ballot cast;
    cast.accepts.set(0);
    cast.weakly_rejects.set(1);
    CHECK(!chair.keeps(cast, {}, {1, 10, 0, 0}, draws));
    overriding warm{1, 0.01, {0, 0}};
    CHECK(!warm.keeps(cast, {}, {10, 10, 0, 0}, draws));  // the last round
    CHECK(draws() == random_stream(before)());
}

TEST_CASE("a strong rejection stops a change where the rule needs that party") {
    random_stream draws(4);
    overriding chair{1, 0, {0, 0, 0}};
    ballot cast;
    cast.accepts.set(0);
    cast.weakly_rejects.set(1);  // and the third rejects strongly
    CHECK(!chair.keeps(cast, {}, {1, 10, 0, 0}, draws));
    const voting_rule majority{0.5, true, {}, {}};
    CHECK(chair.keeps(cast, majority, {1, 10, 0, 0}, draws));
    CHECK(chair.times == std::vector<std::int64_t>{0, 1, 0});
}
