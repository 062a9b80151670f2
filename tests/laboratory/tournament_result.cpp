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
