#include <doctest/doctest.h>
#include <support/some_life.hpp>
#include <support/tolerance.hpp>

#include <negotiation/life/prospect.hpp>
#include <negotiation/ratification/passage.hpp>

using namespace negotiation;
using tests::near;

TEST_CASE("what lies ahead of a deal is what each room says of it") {
    const tests::some_life in(tests::traders());
    const life::prospect& ahead = in.in.prospects[0];
    const auto& table = in.in.in.frozen->table;
    CHECK(near(ahead.utilities[0], 1));  // blue at 100: the seller's best
    CHECK(near(ahead.gains[0], 0.75));
    REQUIRE(ahead.homes.size() == 2);
    CHECK(ahead.homes[1].passed.empty());
    CHECK(near(ahead.homes[0].passed[0],
               ratification::passage_of(in.in.in.homes.homes[0], table.space, ahead.deal,
                                        in.in.in.how.votes)
                   .probability));
    CHECK(ahead.vote_days == 40);
    CHECK(ahead.steps.done_days == std::vector<double>{40, 70, 130});
    CHECK(near(ahead.steps.whole[0], 0.2));
    CHECK(near(ahead.steps.whole[1], 0.3));
    CHECK(near(ahead.steps.kept[0], 0.06 - 0.1));
    CHECK(near(ahead.steps.kept[1], -0.04 + 0.2));
    CHECK(ahead.steps.stops == std::vector<std::size_t>{1, 0});
    CHECK_FALSE(ahead.steps.declined);
    REQUIRE(ahead.ahead.size() == 3);
    CHECK(ahead.ahead.back().until == 1000);
    CHECK(near(ahead.ahead[0].total, 0.001));
}

TEST_CASE("hazards rise around milestones") {
    scenario world = tests::traders();
    world.survival->hazards[0].stages = {survival::stage::talks, survival::stage::ratification,
                                         survival::stage::implementation};
    world.survival->hazards[0].spikes = {
        {"vote", 0.002, 10, 5}, {"pay", 0.003, 0, 1}, {"signature", 0.004, 20, 0}};
    const tests::some_life in(world);
    const std::vector<life::stretch>& ahead = in.in.prospects[0].ahead;
    const auto rate_on = [&](double day) {
        for (const life::stretch& s : ahead) {
            if (s.from <= day && day < s.until) {
                return s.total;
            }
        }
        return -1.0;
    };
    CHECK(near(rate_on(-20), 0.005));
    CHECK(near(rate_on(0), 0.001));
    CHECK(near(rate_on(30), 0.003));
    CHECK(near(rate_on(44), 0.003));
    CHECK(near(rate_on(45), 0.001));
    CHECK(near(rate_on(70), 0.004));
    CHECK(near(rate_on(129), 0.001));
    CHECK(rate_on(131) == 0.0);
    for (std::size_t k = 1; k < ahead.size(); ++k) {
        CHECK(ahead[k].from == ahead[k - 1].until);
    }
}

TEST_CASE("who follows a chamber refuses when that one does") {
    scenario world = tests::traders();
    ratification::written_chamber auditors;
    auditors.name = "Auditors";
    auditors.party = "Seller";
    auditors.follows = "Board";
    auditors.days = 50;
    world.ratification.chambers.insert(world.ratification.chambers.begin(), auditors);
    const tests::some_life in(world);
    const life::home_prospect& home = in.in.prospects[0].homes[0];
    CHECK(home.chambers == std::vector<std::uint32_t>{1});
    CHECK(home.days == std::vector<double>{40});  // its own date, not that of who follows
    CHECK(in.in.prospects[0].vote_days == 50);
}

TEST_CASE("an escrow or a guarantor changes what the steps ask for") {
    tests::some_life in(tests::traders());
    life::circumstances& at = in.in.in;
    const life::prospect& bare = in.in.prospects[0];
    at.mediators = {{"post", {}},
                    {"bank", talks::custody{"pay", "ship", 0, {}}},
                    {"fund", talks::cover{"Buyer", 0.5, 10}}};
    const life::prospect held = life::look_ahead(at, bare.deal, {1});
    CHECK(held.steps.effects == std::vector<surety_effect>{{"", 0}});
    REQUIRE(held.steps.report.order.size() == 3);
    CHECK(held.steps.steps.steps.back() == "release of pay");
    CHECK(near(held.steps.whole[0], bare.steps.whole[0]));
    CHECK(near(held.steps.whole[1], bare.steps.whole[1]));
    // the buyer risks nothing any more
    CHECK(near(sequence::probability_of(held.steps.report.by_party[1]), 0));
    CHECK(sequence::probability_of(bare.steps.report.by_party[1]) > 0.05);
    const life::prospect covered = life::look_ahead(at, bare.deal, {2});
    const auto odds = [](const sequence::trust& t) {
        const double p = sequence::probability_of(t);
        return p / (1 - p);
    };
    CHECK(near(odds(covered.steps.report.by_party[1]), 0.5 * odds(bare.steps.report.by_party[1])));
    CHECK(life::look_ahead(at, bare.deal).steps.steps == bare.steps.steps);
    // kept to an order that the file names, the release comes right after the answer
    scenario named = tests::traders();
    named.sequence->orders = {{"in turn", {"pay", "ship"}, "", ""}};
    life::conduct how;
    how.order = "in turn";
    tests::some_life kept(named, how);
    kept.in.in.mediators = at.mediators;
    const life::prospect turned = life::look_ahead(kept.in.in, bare.deal, {1});
    CHECK(turned.steps.report.order == std::vector<sequence::step_id>{0, 1, 2});
}

TEST_CASE("the order is the one that is kept to") {
    scenario world = tests::traders();
    world.sequence->steps[1].after.clear();
    world.sequence->orders = {{"ship first", {"ship", "pay"}, "", ""}};
    life::conduct how;
    how.order = "ship first";
    const tests::some_life in(world, how);
    CHECK(in.in.prospects[0].steps.report.order == std::vector<sequence::step_id>{1, 0});
    CHECK(in.in.prospects[0].steps.done_days == std::vector<double>{40, 100, 130});
}

TEST_CASE("public red lines count at home or not") {
    scenario world = tests::traders();
    world.parties[0].red_lines = {{"colour", {std::string("red")}, true}};
    world.ratification.factions[0].public_lines = true;
    const tests::some_life in(world);
    life::prospect ahead = in.in.prospects[0];
    CHECK(ahead.homes[0].passed[0] == 0.0);  // blue crosses the line
    life::put_to_vote(in.in.in, {ratification::members::common_shock, false}, ahead);
    CHECK(ahead.homes[0].passed[0] > 0.3);
    CHECK(ahead.vote_days == 40);
}
