#include <doctest/doctest.h>

#include <negotiation/laboratory/tournament_result.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

TEST_CASE("a stage tells what it is and how it went for each seat") {
    const auto found = tournament({{"price", tests::price()}, {"two", tests::two_issues()}},
                                  {{"linear", talks::linear()}, {"hard", talks::hardliner()}},
                                  {.seed = 1, .keep_matches = true});
    REQUIRE(found.stages.size() == 2);
    const stage_result& price = found.stages[0];
    CHECK(price.name == "price");
    CHECK(price.parties == 2);
    CHECK(price.deals == 11);
    CHECK(price.efficient == 6);
    CHECK(price.refused.empty());
    CHECK(price.reservations == std::vector<double>{2, 3});
    CHECK(price.greatest == std::vector<double>{10, 10});
    CHECK(price.results == 4);
    // Two hardliners never agree; the linear one gives in to a hardliner only where no deal is
    // worth as much, which here it is not.
    double buyer = 0;
    double agreed = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        buyer += found.matches[k].end.utilities[0] / 4;
        agreed += found.matches[k].end.status == talks::talks_status::agreement ? 0.25 : 0;
    }
    CHECK(*price.agreement_rate == doctest::Approx(agreed));
    CHECK(price.mean_utilities[0] == doctest::Approx(buyer));
    CHECK(price.mean_distances[0].has_value());
}

TEST_CASE("a stage without results has no means") {
    const auto found = tournament(tests::price(), {{"thrower", tests::thrower{1}}}, {.seed = 1});
    CHECK(found.stages[0].results == 0);
    CHECK_FALSE(found.stages[0].agreement_rate);
    CHECK(found.stages[0].mean_utilities.empty());
    CHECK_FALSE(found.stages[0].mean_distances[0]);
}

TEST_CASE("clusters of repeats are few and hold them all") {
    constexpr std::size_t repeats = 2 * maximum_clusters + 1;
    tournament_options options{.rounds = 4, .seed = 3, .repeats = repeats, .keep_matches = true};
    options.parallel.threads = 3;
    const auto found = tournament(
        tests::price(), {{"walker", talks::random_walker{}}, {"linear", talks::linear()}}, options);
    const std::size_t pairings = found.pairings.size();
    REQUIRE(found.duels.size() == pairings * ((repeats + 2) / 3));
    for (std::size_t place = 0; place < pairings; ++place) {
        std::vector<duel> by_hand(found.duels.size() / pairings);
        for (std::size_t r = 0; r < repeats; ++r) {
            const std::vector<double>& got = found.matches[r * pairings + place].advantages;
            by_hand[r / 3].add({got[0], got[1]});
        }
        for (std::size_t c = 0; c < by_hand.size(); ++c) {
            CHECK(found.duels[c * pairings + place] == by_hand[c]);
        }
    }
    options.parallel.threads = 1;
    options.keep_matches = false;
    CHECK(tournament(tests::price(),
                     {{"walker", talks::random_walker{}}, {"linear", talks::linear()}}, options)
              .duels == found.duels);
}
