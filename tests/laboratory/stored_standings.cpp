#include <doctest/doctest.h>
#include <support/scratch_file.hpp>
#include <support/tolerance.hpp>

#include <negotiation/laboratory/stored_standings.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;
using tests::near;

TEST_CASE("a store tells the table that was printed") {
    const tests::scratch_file file("stored-standings.sqlite");
    std::vector<contestant> players = tests::four_strategies();
    players.emplace_back("thrower", tests::thrower{});
    store kept(file.path);
    tournament_options how{.rounds = 20, .seed = 5, .repeats = 9};
    how.log = [&](const experiment& what) { return kept.log(what, on_earlier_matches::refuse); };
    const tournament_result found = tournament(tests::two_stages(), players, how);
    CHECK(found.table.by == ranked_by::advantage);
    REQUIRE(kept.experiments().size() == 1);
    const standings table = stand(kept, kept.experiments().front());
    CHECK(table.by == ranked_by::advantage);
    REQUIRE(table.contestants.size() == 5);
    for (std::size_t k = 0; k < 5; ++k) {
        const standing& told = table.contestants[k];
        const standing& row = found.table.contestants[k];
        CHECK(told.name == row.name);
        CHECK(told.rank == row.rank);
        CHECK(told.results == row.results);
        CHECK(told.faults == row.faults);
        CHECK_FALSE(told.mean_utility);
        REQUIRE(told.mean_advantage.has_value() == (k < 4));  // the last one never came to an end
        if (k < 4) {
            CHECK(near(*told.mean_advantage, *row.mean_advantage));
            CHECK(near(*told.advantage_low, *row.advantage_low));
            CHECK(near(*told.agreement_rate, *row.agreement_rate));
            CHECK(near(*told.mean_rounds, *row.mean_rounds));
            CHECK(near(*told.mean_offers, *row.mean_offers));
        }
    }
    CHECK(found.faults > 0);
    CHECK(near(*table.pairs[0][2], *found.table.pairs[0][2]));
    stored_experiment other = kept.experiments().front();
    other.what.key = "another";
    CHECK_THROWS_AS(static_cast<void>(stand(kept, other)), std::invalid_argument);
}
