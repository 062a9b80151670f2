#include <functional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

/// What one can play, to be changed in one place at a time.
struct plan {
    std::vector<stage> stages{{"price", tests::price()}, {"two issues", tests::two_issues()}};
    std::vector<contestant> players{{"boulware", talks::boulware()}, {"linear", talks::linear()}};
    tournament_options how{.rounds = 10, .seed = 7};
};

std::string key_of(const plan& p) { return tournament(p.stages, p.players, p.how).experiment; }

}  // namespace

TEST_CASE("whatever changes a result changes the key") {
    const std::vector<std::function<void(plan&)>> changes{
        [](plan&) {},
        [](plan& p) { p.how.rounds = 11; },
        [](plan& p) { p.how.seed = 8; },
        [](plan& p) { p.how.clock = clock::negmas; },
        [](plan& p) { p.how.rotate = false; },
        [](plan& p) { p.how.breakdown = 0.1; },
        [](plan& p) {
            p.how.mediations = {{"none", directly().prepare}};
        },
        [](plan& p) { p.players[0].name = "boulware "; },
        [](plan& p) { std::swap(p.players[0], p.players[1]); },
        [](plan& p) { p.stages.pop_back(); },
        [](plan& p) { p.stages[0].name = "a price"; },
        [](plan& p) { p.stages[0].secret = true; },
        [](plan& p) { ++p.stages[0].table.parties[0].threshold; },
        [](plan& p) { ++p.stages[0].table.parties[1].utility.terms[0].values[3]; },
        [](plan& p) { p.stages[1].table.parties[0].utility.scale.risk = cara{0.5}; },
        [](plan& p) { p.stages[1].table.parties[0].utility.scale.risk = cara{0.25}; },
        [](plan& p) { p.stages[1].table.space.domains[0].pop_back(); },
        [](plan& p) {
            p.stages[1].table.parties[1].red_lines.push_back(
                {0, {true, true, true, true, true, false}});
        },
    };
    std::set<std::string> keys;
    for (const auto& change : changes) {
        plan p;
        change(p);
        keys.insert(key_of(p));
    }
    CHECK(keys.size() == changes.size());
    CHECK(keys.begin()->size() == 16);
}

TEST_CASE("more repeats and other threads are the same experiment") {
    plan p;
    const std::string key = key_of(p);
    p.how.repeats = 3;
    p.how.parallel.threads = 2;
    p.how.keep_matches = true;
    CHECK(key_of(p) == key);
}
