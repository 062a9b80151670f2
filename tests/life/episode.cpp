#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_life.hpp>
#include <support/tolerance.hpp>

#include <negotiation/life/episode.hpp>
#include <negotiation/sequence/order_report.hpp>

using namespace negotiation;
using life::cause_kind;
using survival::stage;
using tests::near;
using tests::plausible;

namespace {

constexpr std::uint64_t many = 20'000;

/// Nothing happens from outside, everybody votes yes and keeps faith.
scenario calm() {
    scenario world = tests::traders();
    world.ratification = {};
    world.sequence->trust = {};
    world.survival->hazards.clear();
    return world;
}

survival::written_hazard hazard_called(const std::string& name, double rate) {
    survival::written_hazard one;
    one.name = name;
    one.value = rate;
    return one;
}

template <class Test>
std::uint64_t counted(const tests::some_life& in, Test test) {
    std::uint64_t count = 0;
    life::record one;
    for (std::uint64_t k = 0; k < many; ++k) {
        life::live(in.in, 11, k, one);
        count += test(one) ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_CASE("each stage passes as often as its closed form says") {
    const tests::some_life in(tests::traders());
    std::uint64_t signed_ = 0;
    std::uint64_t passed = 0;
    std::uint64_t done = 0;
    std::uint64_t lasted = 0;
    (void)counted(in, [&](const life::record& one) {
        signed_ += one.signed_on ? 1U : 0U;
        passed += one.ratified_on ? 1U : 0U;
        done += one.completed_on ? 1U : 0U;
        lasted += life::survived(one) ? 1U : 0U;
        return true;
    });
    const double vote = in.in.prospects[0].homes[0].passed[0];
    // a storm at one in a thousand a day; 100 days of talks, 40 to the vote, 90 of steps, 1000 in
    // all
    CHECK(plausible(signed_, many, std::exp(-0.1)));
    CHECK(plausible(passed, signed_, vote * std::exp(-0.04)));
    CHECK(plausible(done, passed, 0.6 * 0.5 * std::exp(-0.09)));
    CHECK(plausible(lasted, done, std::exp(-0.87)));
}

TEST_CASE("a deal that nothing threatens survives") {
    const tests::some_life in(calm());
    const life::record one = in.lived(0);
    CHECK(life::survived(one));
    CHECK(one.signed_on == 100.0);
    CHECK(one.ratified_on == 100.0);
    CHECK(one.completed_on == 190.0);
    CHECK(one.ended_on == 1100.0);
    CHECK(one.steps_done == 2);
    CHECK(near(one.values[0], 0.25 + 0.2));
    CHECK(near(one.values[1], 0.25 + 0.3));
}

TEST_CASE("who is patient less has less of what comes late") {
    scenario world = calm();
    world.parties[0].patience = discount{0.5, 190};
    const tests::some_life in(world);
    CHECK(near(in.lived(0).values[0], 0.25 + 0.5 * 0.2));
}

TEST_CASE("who strikes first is drawn by rate") {
    scenario world = calm();
    world.survival->hazards = {hazard_called("storm", 0.002), hazard_called("plague", 0.006)};
    const tests::some_life in(world);
    std::uint64_t ended = 0;
    const std::uint64_t storms = counted(in, [&](const life::record& one) {
        ended += one.why.kind == cause_kind::hazard ? 1U : 0U;
        return one.why.kind == cause_kind::hazard && one.why.which == 0;
    });
    CHECK(plausible(ended, many, 1 - std::exp(-0.008 * 1100)));
    CHECK(plausible(storms, ended, 0.25));
}

TEST_CASE("an untrustworthy party stops where that is worth most to it") {
    const tests::some_life in(tests::traders());
    const life::carrying_out& steps = in.in.prospects[0].steps;
    const std::size_t parties = 2;
    std::uint64_t stopped = 0;
    (void)counted(in, [&](const life::record& one) {
        if (one.why.kind != cause_kind::stopped) {
            return false;
        }
        ++stopped;
        const party_id who = one.why.which;
        CHECK(one.untrustworthy[who]);
        const std::size_t at = one.steps_done;
        CHECK(steps.made->performer(steps.report.order[at]) == who);
        for (std::size_t k = 0; k < steps.report.order.size(); ++k) {
            if (steps.made->performer(steps.report.order[k]) == who) {
                CHECK(steps.report.halt_values[at * parties + who] >=
                      steps.report.halt_values[k * parties + who]);
            }
        }
        CHECK(one.values.size() == parties);
        return true;
    });
    CHECK(stopped > 1000);
}

TEST_CASE("what stops half way leaves what cannot be undone") {
    scenario world = calm();
    world.sequence->trust = {{}, {{"Seller", 1 - 1e-12}, {"Buyer", 1e-12}}};  // the seller is false
    const tests::some_life in(world);
    const life::record one = in.lived(0);
    REQUIRE(one.why == life::cause{stage::implementation, cause_kind::stopped, 0});
    CHECK(one.steps_done == 1);  // paid, nothing shipped
    CHECK(near(one.values[0], 0.25 + 0.06));
    CHECK(near(one.values[1], 0.25 - 0.04));
}

TEST_CASE("a guarantor makes good what a stop has cost those who went on") {
    scenario world = calm();
    world.sequence->trust = {{}, {{"Seller", 1 - 1e-12}, {"Buyer", 1e-12}}};  // the seller is false
    tests::some_life in(world);
    in.in.in.mediators = {{"fund", talks::cover{"", 0.5, 10}}};
    const std::vector<std::size_t> fund{0};
    in.in.in_public.talks[0].sureties = fund;
    in.in.prospects[0] = life::look_ahead(in.in.in, in.in.prospects[0].deal, fund);
    const life::record one = in.lived(0);
    REQUIRE(one.why == life::cause{stage::implementation, cause_kind::stopped, 0});
    CHECK(near(one.values[0], 0.25 + 0.06));        // whoever stops gets nothing
    CHECK(near(one.values[1], 0.25 - 0.04 * 0.5));  // 0.04 of the payment was lost
    // a shock is nobody's stop
    world.survival->hazards = {hazard_called("storm", 0.02)};
    tests::some_life stormy(world);
    stormy.in.in.mediators = in.in.in.mediators;
    stormy.in.prospects[0] = life::look_ahead(stormy.in.in, stormy.in.prospects[0].deal, fund);
    (void)counted(stormy, [&](const life::record& lived) {
        if (lived.why.kind == cause_kind::hazard && lived.steps_done == 1) {
            CHECK(near(lived.values[1], 0.25 - 0.04));
        }
        return true;
    });
}

TEST_CASE("what a guarantor makes good is what the trust is about, of what was really done") {
    // the buyer pays twice, the seller may only pretend to ship between, and stops before the end
    scenario world = calm();
    auto& steps = world.sequence->steps;
    steps[0].undone = {0, {}};  // pay: -0.2, +0.3
    steps[1].undone = {0, {}};  // ship: -0.2, +0.4
    steps.push_back(steps[0]);
    steps[2].name = "pay again";
    steps[2].after = {"ship"};
    steps.push_back(steps[1]);
    steps[3].name = "ship again";
    steps[3].after = {"pay again"};
    world.sequence->completion = {1, {}};
    world.sequence->trust = {{}, {{"Seller", 1 - 1e-12}, {"Buyer", 1e-12}}};  // the seller is false
    const std::vector<std::size_t> fund{0};
    const auto buyer_of = [&](const scenario& said, double budget) {
        tests::some_life in(said);
        in.in.in.mediators = {{"fund", talks::cover{"Buyer", 1, budget}}};
        in.in.prospects[0] = life::look_ahead(in.in.in, in.in.prospects[0].deal, fund);
        const life::record one = in.lived(0);
        REQUIRE(one.why.kind == cause_kind::stopped);
        return std::pair{one.steps_done, one.values[1] - 0.25};
    };
    // it stops where it holds most, after the second payment: 0.2 for the buyer then was 0.2 before
    // it paid again; all the loss is made good
    CHECK(buyer_of(world, 10).first == 3);
    CHECK(near(buyer_of(world, 10).second, 0.2));
    CHECK(near(buyer_of(world, 0.1).second, 0.1));  // the budget, no more
    // a pretended shipment brought the buyer nothing: it has lost both payments, 0.4, against what
    // it held before it paid at all; the guarantor has planned for 0.2
    steps[1].pretence = sequence::faking{0.2, 0, 0};
    CHECK(near(buyer_of(world, 10).second, -0.4 + 0.2));
}

TEST_CASE("a cautious party stops where it believes too little") {
    scenario world = calm();
    world.sequence->trust = {{}, {{"Seller", 0.9}, {"Buyer", 0.1}}};
    life::conduct how;
    how.cautious = true;
    const tests::some_life in(world, how);
    const life::carrying_out& steps = in.in.prospects[0].steps;
    const std::vector<double> beliefs{0.9, 0.1};
    const auto where =
        sequence::break_off_of(*steps.made, steps.report, beliefs, in.in.in.how.trusts);
    REQUIRE(where);
    std::uint64_t trusting = 0;
    (void)counted(in, [&](const life::record& one) {
        if (!one.untrustworthy[0] && !one.untrustworthy[1]) {
            ++trusting;
            CHECK(one.why.kind == cause_kind::declined);
            CHECK(one.steps_done == where->done);
        }
        return true;
    });
    CHECK(plausible(trusting, many, 0.9 * 0.1));
}

TEST_CASE("a pretence is found out as often as it is detected") {
    scenario world = calm();
    // shipping costs 0.2, all of which can be saved, and what is ahead is little
    world.sequence->steps[1].pretence = sequence::faking{0.2, 0.3, 100};
    world.sequence->steps[1].undone = {1, {}};
    world.sequence->steps.push_back(world.sequence->steps[0]);
    world.sequence->steps[2].name = "thank";
    world.sequence->steps[2].value = {{}, {{"Seller", 0.01}, {"Buyer", -0.01}}};
    world.sequence->steps[2].after = {"ship"};
    world.sequence->steps.push_back(world.sequence->steps[1]);
    world.sequence->steps[3].name = "help";
    world.sequence->steps[3].value = {{}, {{"Seller", -0.01}, {"Buyer", 0.02}}};
    world.sequence->steps[3].pretence.reset();
    world.sequence->steps[3].after = {"thank"};
    world.sequence->steps[0].after = {};
    world.sequence->steps[1].after = {"pay"};
    world.sequence->completion = {0.05, {}};
    world.sequence->trust = {{}, {{"Seller", 1 - 1e-12}, {"Buyer", 1e-12}}};
    const tests::some_life in(world);
    const life::carrying_out& steps = in.in.prospects[0].steps;
    REQUIRE(steps.pretended.size() == 1);
    REQUIRE(steps.stops[0] == 3);  // it would stop only before its last step
    const std::uint64_t caught = counted(in, [&](const life::record& one) {
        const bool pretended =
            std::any_of(one.happenings.begin(), one.happenings.end(),
                        [](const auto& h) { return h.what == life::happening::kind::pretended; });
        CHECK(pretended);
        return one.why.kind == cause_kind::caught;
    });
    // it is found out 100 days after shipping; by then it has stopped, 30 days after
    CHECK(caught == 0);
    world.sequence->steps[1].pretence = sequence::faking{0.2, 0.3, 10};
    const tests::some_life sooner(world);
    const std::uint64_t soon =
        counted(sooner, [](const life::record& one) { return one.why.kind == cause_kind::caught; });
    CHECK(plausible(soon, many, 0.3));
}

TEST_CASE("an event ends what does not shrug it off") {
    scenario world = calm();
    survival::written_event election;
    election.name = "election";
    election.days = 500;
    election.probability = 0.4;
    world.survival->events = {election};
    const tests::some_life in(world);
    const std::uint64_t ended = counted(in, [](const life::record& one) {
        return one.why == life::cause{stage::aftermath, cause_kind::event, 0} &&
               one.ended_on == 500.0;
    });
    CHECK(plausible(ended, many, 0.4));
    world.survival->events[0].unless = {{"colour", {std::string("blue")}}};
    const tests::some_life safe(world);
    CHECK(counted(safe, [](const life::record& one) { return life::survived(one); }) == many);
}

TEST_CASE("a shock that ends nothing shifts what no deal is worth, and every hazard") {
    scenario world = calm();
    survival::written_event windfall;
    windfall.name = "windfall";
    windfall.days = 50;
    windfall.effect.ends = 0;
    windfall.effect.reservation = {{"Seller", 0.8}};  // above what the deal gives it
    world.survival->events = {windfall};
    const tests::some_life in(world);
    const life::record one = in.lived(0);
    CHECK(one.why == life::cause{stage::talks, cause_kind::not_signed, 0});
    CHECK(near(one.values[0], 0.25 + 0.8));

    world.survival->events[0].effect.reservation.clear();
    world.survival->events[0].effect.hazards = 3;
    world.survival->events[0].days = 100;
    world.survival->hazards = {hazard_called("storm", 0.0005)};
    const tests::some_life riskier(world);
    const std::uint64_t lasted =
        counted(riskier, [](const life::record& r) { return life::survived(r); });
    CHECK(plausible(lasted, many, std::exp(-0.0005 * 100 - 0.0015 * 1000)));
}

TEST_CASE("a leak sends the talks where public talks end") {
    tests::some_life in(calm());
    in.in.screen = {true, 0.004, 0.05};
    in.in.kept_secret = in.in.in_public;
    in.in.in_public.talks[0].status = talks::talks_status::no_agreement;
    in.in.in_public.talks[0].no_deal_shift = {-0.05, -0.05};
    in.in.in_public.talks[0].days = 60;
    in.in.in_public.talks[0].deal.clear();
    CHECK(near(life::last_round_began(in.in.kept_secret.talks[0]), 90));
    std::uint64_t late = 0;
    const std::uint64_t leaked = counted(in, [&](const life::record& one) {
        if (one.leaked) {
            CHECK(one.why == life::cause{stage::talks, cause_kind::deadline, 0});
            CHECK(near(one.values[0], 0.25 - 0.05));
            CHECK(one.ended_on >= 60);
            late += one.ended_on > 60 ? 1U : 0U;
        }
        return one.leaked;
    });
    CHECK(plausible(leaked, many, 1 - std::exp(-0.004 * 90)));
    CHECK(plausible(late, many, std::exp(-0.004 * 60) - std::exp(-0.004 * 90)));
}

TEST_CASE("talks that fail end a life") {
    tests::some_life in(calm());
    life::talk& only = in.in.in_public.talks[0];
    only.deal.clear();
    only.no_deal_shift = {-0.1, 0.2};
    for (const auto& [status, kind] :
         {std::pair{talks::talks_status::no_agreement, cause_kind::deadline},
          std::pair{talks::talks_status::walked_away, cause_kind::walked_away},
          std::pair{talks::talks_status::broken_down, cause_kind::broken_down}}) {
        only.status = status;
        CHECK_FALSE(life::agreed(only));
        const life::record one = in.lived(3);
        CHECK(one.why == life::cause{stage::talks, kind, 0});
        CHECK(near(one.values[0], 0.15));
        CHECK(near(one.values[1], 0.45));
        CHECK_FALSE(one.signed_on);
    }
}

TEST_CASE("talks played for one life or drawn are alike") {
    const tests::some_life in(tests::traders());
    life::record drawn;
    life::record own;
    for (std::uint64_t k = 0; k < 500; ++k) {
        life::live(in.in, 5, k, in.in.in_public.talks[0], &in.in.prospects[0], own);
        CHECK(own.values.size() == 2);
    }
    const std::uint64_t by_drawing =
        counted(in, [](const life::record& one) { return one.completed_on.has_value(); });
    std::uint64_t by_playing = 0;
    for (std::uint64_t k = 0; k < many; ++k) {
        life::live(in.in, 12, k, in.in.in_public.talks[0], &in.in.prospects[0], own);
        by_playing += own.completed_on ? 1U : 0U;
    }
    const double share = static_cast<double>(by_drawing) / many;
    CHECK(plausible(by_playing, many, share));
    CHECK_THROWS_AS(life::live(in.in, 5, 0, in.in.in_public.talks[0], nullptr, own),
                    std::invalid_argument);
}

TEST_CASE("a world without talks is refused") {
    tests::some_life in(calm());
    in.in.in_public = {};
    life::record one;
    CHECK_THROWS_AS(life::live(in.in, 1, 0, one), std::invalid_argument);
}

TEST_CASE("shocks that raise themselves without end are told") {
    scenario world = calm();
    survival::written_hazard spiral = hazard_called("spiral", 0.01);
    spiral.effect.ends = 0;
    spiral.effect.hazards = 2;
    world.survival->hazards = {spiral};
    const tests::some_life in(world);
    CHECK_THROWS_AS((void)in.lived(0), std::invalid_argument);
}

TEST_CASE("a chamber that decides sooner refuses first") {
    scenario world = calm();
    world.ratification = tests::traders().ratification;
    ratification::written_chamber later = world.ratification.chambers[0];
    later.name = "Court";
    later.days = 90;
    ratification::written_faction judges = world.ratification.factions[0];
    judges.name = "Judges";
    judges.chamber = "Court";
    judges.shock = 0;
    world.ratification.factions[0].shock = 0;
    world.ratification.chambers.insert(world.ratification.chambers.begin(), later);
    world.ratification.factions.push_back(judges);
    const tests::some_life in(world);
    const life::home_prospect& home = in.in.prospects[0].homes[0];
    CHECK(home.chambers == std::vector<std::uint32_t>{1, 0});
    CHECK(home.days == std::vector<double>{40, 90});
    const std::uint64_t board = counted(in, [](const life::record& one) {
        return one.why == life::cause{stage::ratification, cause_kind::refused, 1} &&
               near(one.ended_on, 140);
    });
    CHECK(plausible(board, many, 1 - home.passed[0]));
}

TEST_CASE("trust that a shock has shaken counts from then on only") {
    scenario world = calm();
    world.sequence->trust = {{}, {{"Seller", 0.6}, {"Buyer", 0.3}}};
    survival::written_event scandal;
    scandal.name = "scandal";
    scandal.days = 150;  // after the buyer has paid, which is all it risks
    scandal.effect.ends = 0;
    scandal.effect.odds = {{"Buyer", 0.01}};
    world.survival->events = {scandal};
    life::conduct how;
    how.cautious = true;
    const tests::some_life late(world, how);
    CHECK(counted(late, [](const life::record& one) {
              return one.why.kind == cause_kind::declined;
          }) == 0);
    world.survival->events[0].days = 50;
    const tests::some_life early(world, how);
    CHECK(counted(early, [](const life::record& one) {
              return one.why.kind == cause_kind::declined;
          }) > many / 10);
}
