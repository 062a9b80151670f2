#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_hazards.hpp>
#include <support/some_steps.hpp>
#include <support/tiny_scenario.hpp>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;

namespace {

const scenario& two_governments() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

const frozen_survival& dangers() {
    static const frozen_survival all =
        freeze_survival(two_governments(), {"United States", "Iran"});
    return all;
}

const outcome_space& space() {
    static const problem frozen = freeze(two_governments());
    return frozen.table.space;
}

outcome outcome_named(const std::string& name) {
    const scenario& world = two_governments();
    outcome deal = freeze(world).status_quo;
    for (const named_deal& d : world.deals) {
        for (std::size_t k = 0; d.name == name && k < world.issues.size(); ++k) {
            for (const auto& [issue, option] : d.outcome) {
                if (issue == world.issues[k].name) {
                    deal[k] = static_cast<option_id>(find_option(world.issues[k], option).value());
                }
            }
        }
    }
    return deal;
}

void put(outcome& deal, const std::string& issue, const std::string& option) {
    const auto& issues = two_governments().issues;
    for (std::size_t k = 0; k < issues.size(); ++k) {
        if (issues[k].name == issue) {
            deal[k] =
                static_cast<option_id>(find_option(issues[k], std::string_view(option)).value());
        }
    }
}

}  // namespace

TEST_CASE("the hazard of Israel comes out as the table says") {
    const survival::hazard& israel = dangers().hazards[2];
    REQUIRE(dangers().names[2] == "Israel");
    CHECK(dangers().agents[2] == "Israel");
    const auto level = [&](const char* name) {
        return level_of(israel, space(), outcome_named(name), false);
    };
    const auto year = [&](const char* name) {
        return std::exp(-12 * israel.period * daily_rate(israel, level(name)));
    };
    CHECK(level("J") == tests::printed(0.0943, 4));
    CHECK(level("N1") == tests::printed(0.0618, 4));
    CHECK(year("J") == tests::printed(0.305, 3));
    CHECK(year("N1") == tests::printed(0.465, 3));
}

TEST_CASE("what a deal leaves out adds to the hazard of Israel") {
    const survival::hazard& israel = dangers().hazards[2];
    outcome deal = outcome_named("J");
    const auto added = [&] {
        return level_of(israel, space(), deal) - level_of(israel, space(), deal, false);
    };
    CHECK(tests::near(added(), 0.02));
    put(deal, "proxies", "halve");
    CHECK(tests::near(added(), 0.01));
    put(deal, "proxies", "unchanged");
    CHECK(tests::near(added(), 0.02));
}

TEST_CASE("proxies are less of a danger where they are cut back") {
    const survival::hazard& proxies = dangers().hazards[1];
    outcome deal = outcome_named("J");
    CHECK(tests::near(level_of(proxies, space(), deal), 0.02));
    put(deal, "proxies", "freeze_arms");
    CHECK(tests::near(level_of(proxies, space(), deal), 0.02));
    for (const char* less : {"halve", "end"}) {
        put(deal, "proxies", less);
        CHECK(tests::near(level_of(proxies, space(), deal), 0.005));
    }
}

TEST_CASE("the bundled file says when what threatens") {
    const auto when = [](std::size_t k) { return dangers().hazards[k].threatens; };
    CHECK(dangers().names == std::vector<std::string>{"truce", "proxies", "Israel"});
    CHECK(when(0) == std::array<bool, 4>{true, true, true, false});
    CHECK(when(1) == std::array<bool, 4>{true, true, true, true});
    CHECK(when(2) == std::array<bool, 4>{false, true, true, true});
    CHECK(tests::near(dangers().horizon, 3652.5));
    const survival::event& election = dangers().events.front();
    CHECK(tests::near(election.days, 41 * 30.4375));
    CHECK(tests::near(election.probability, 0.5));
    CHECK(all_hold(election.unless, outcome_named("J")));
    CHECK_FALSE(all_hold(election.unless, freeze(two_governments()).status_quo));
}

TEST_CASE("spikes and effects name steps and parties by place") {
    scenario world = tests::tiny_scenario();
    world.sequence = tests::some_steps();
    world.survival = tests::some_hazards();
    REQUIRE(validate(world).empty());
    const frozen_survival all = freeze_survival(world, {"Seller", "Buyer"});
    const auto& spikes = all.hazards[1].spikes;
    CHECK(spikes[0] == survival::spike{survival::milestone::signature, 0, 0.05, 0, 30});
    CHECK(spikes[1] == survival::spike{survival::milestone::step, 0, 0.02, 5, 10});
    CHECK(all.hazards[1].effect == survival::effect{0.5, {0.02, 0}, {1, 0.5}, 2});
    CHECK(all.hazards[0].effect == survival::effect{1, {0, 0}, {1, 1}, 1});
    CHECK(all.hazards[1].terms[1].given ==
          std::vector<survival::holds>{{0, {true, false}}, {1, {false, true, false}}});
    CHECK(all.events[0].unless == std::vector<survival::holds>{{0, {false, true}}});
    CHECK(all.event_names == std::vector<std::string>{"vote"});
    CHECK(freeze_survival(world, {"Buyer"}).hazards[1].effect.reservation ==
          std::vector<double>{0});
}

TEST_CASE("a scenario that says nothing of lasting has no hazards") {
    CHECK(freeze_survival(tests::tiny_scenario(), {"Seller", "Buyer"}) == frozen_survival{});
}
