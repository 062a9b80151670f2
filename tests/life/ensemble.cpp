#include <cmath>
#include <numeric>
#include <stdexcept>

#include <doctest/doctest.h>
#include <support/some_life.hpp>
#include <support/tolerance.hpp>

#include <negotiation/life/ensemble.hpp>

using namespace negotiation;
using tests::near;

namespace {

life::summary lived(const tests::some_life& in, std::uint64_t runs, std::size_t threads = 1) {
    life::ensemble_options options{.runs = runs, .seed = 3};
    options.parallel.threads = threads;
    return life::live_many(in.in, options);
}

}  // namespace

TEST_CASE("milestones have names") {
    CHECK(life::to_string(life::milestone::talks) == "talks");
    CHECK(life::to_string(life::milestone::signature) == "signed");
    CHECK(life::to_string(life::milestone::survived) == "survived");
}

TEST_CASE("threads change nothing") {
    const tests::some_life in(tests::traders());
    const life::summary one = lived(in, 5000, 1);
    CHECK(one == lived(in, 5000, 2));
    CHECK(one == lived(in, 5000, 7));
    CHECK(one == lived(in, 5000, 1));
}

TEST_CASE("what is counted is what was lived") {
    const tests::some_life in(tests::traders());
    const life::summary sum = lived(in, 3000);
    std::uint64_t survived = 0;
    std::uint64_t signed_ = 0;
    double value = 0;
    double days = 0;
    for (std::uint64_t k = 0; k < 3000; ++k) {
        const life::record one = in.lived(k, 3);
        survived += life::survived(one) ? 1U : 0U;
        signed_ += one.signed_on ? 1U : 0U;
        value += one.values[1];
        days += one.signed_on.value_or(one.ended_on);
    }
    CHECK(sum.lives == 3000);
    CHECK(sum.reached[0] == 3000);
    CHECK(sum.reached[1] == signed_);
    CHECK(sum.reached[4] == survived);
    CHECK(near(sum.values[1].mean, value / 3000, 1e-9));
    CHECK(sum.values[1].low <= sum.values[1].mean);
    CHECK(near(sum.values[1].no_talks, 0.25));
    CHECK(near(sum.times[0]->mean, days / 3000, 1e-6));
    CHECK(sum.times[1]->median == 100);
    for (std::size_t k = 1; k < life::milestone_count; ++k) {
        CHECK(sum.reached[k] <= sum.reached[k - 1]);
    }
    const std::uint64_t dead =
        std::accumulate(sum.causes.begin(), sum.causes.end(), std::uint64_t{0},
                        [](std::uint64_t so_far, const auto& c) { return so_far + c.lives; });
    CHECK(dead + survived == 3000);
}

TEST_CASE("times that nobody reached are none, and far ones are told") {
    scenario world = tests::traders();
    world.survival->horizon = 900'000;
    world.survival->hazards.clear();
    world.sequence->trust = {};
    world.ratification = {};
    const tests::some_life in(world);
    const life::summary sum = lived(in, 10);
    CHECK(sum.times[4]->median == 900'100);
    CHECK(sum.times[4]->p90 == 900'100);
    CHECK(near(sum.times[4]->mean, 900'100, 1e-6));
}

TEST_CASE("talks played for each life or drawn come to the same") {
    const tests::some_life in(tests::traders());
    const life::ensemble_options options{.runs = 20'000, .seed = 9};
    const life::summary drawn = life::live_many(in.in, options);
    const life::summary own = life::live_many(in.in, options, [&]() -> life::life_player {
        return [&](std::uint64_t number, life::record& into) {
            life::live(in.in, 10, number, in.in.in_public.talks[0], &in.in.prospects[0], into);
        };
    });
    for (std::size_t k = 1; k < life::milestone_count; ++k) {
        CHECK(tests::plausible(
            own.reached[k], own.lives,
            static_cast<double>(drawn.reached[k]) / static_cast<double>(drawn.lives)));
    }
}

TEST_CASE("a fault of a player comes out") {
    const tests::some_life in(tests::traders());
    CHECK_THROWS_AS((void)life::live_many(in.in, {.runs = 10, .seed = 1},
                                          [&]() -> life::life_player {
                                              return [](std::uint64_t, life::record&) {
                                                  throw std::runtime_error("ill");
                                              };
                                          }),
                    std::runtime_error);
    CHECK_THROWS_AS((void)life::live_many(in.in, {.runs = 0, .seed = 1}), std::invalid_argument);
}

TEST_CASE("raw values are added up without being cut") {
    scenario world = tests::traders();
    world.utilities = utility_convention::raw;
    world.survival->hazards.clear();
    world.ratification = {};
    world.sequence.reset();
    for (party& who : world.parties) {
        who.reservation = 0;
        for (auto& [issue, weight] : who.weights) {
            weight *= 200'000;
        }
    }
    const tests::some_life in(world);
    const life::summary sum = lived(in, 10);
    CHECK(near(sum.values[0].mean, 200'000, 1e-3));  // blue at 100: all that the seller wants
}
