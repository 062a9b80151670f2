#pragma once

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <support/tiny_scenario.hpp>

#include <negotiation/life/episode.hpp>
#include <negotiation/scenario/freeze.hpp>

namespace negotiation::tests {

/// A world of two traders in which something can go wrong at every stage: a board that votes, two
/// steps, a storm at a constant rate, an election, beliefs of 0.6 and 0.5.
[[nodiscard]] inline scenario traders() {
    scenario world = tiny_scenario();
    world.ratification.chambers.resize(1);
    world.ratification.chambers[0].name = "Board";
    world.ratification.chambers[0].party = "Seller";
    world.ratification.chambers[0].decides = {ratification::rule_kind::quota, 3};
    world.ratification.chambers[0].days = 40;
    world.ratification.factions.resize(1);
    world.ratification.factions[0].name = "Owners";
    world.ratification.factions[0].chamber = "Board";
    world.ratification.factions[0].size = 5;
    world.ratification.factions[0].threshold = 0.95;
    world.ratification.factions[0].noise = 0.1;
    world.ratification.factions[0].shock = 0.1;

    sequence::section steps;
    steps.completion = {0.1, {}};
    steps.trust = {{}, {{"Seller", 0.6}, {"Buyer", 0.5}}};
    steps.steps.resize(2);
    steps.steps[0].name = "pay";
    steps.steps[0].party = "Buyer";
    steps.steps[0].value = {{}, {{"Seller", 0.3}, {"Buyer", -0.2}}};
    steps.steps[0].undone = {0.8, {}};
    steps.steps[0].days = 30;
    steps.steps[1].name = "ship";
    steps.steps[1].party = "Seller";
    steps.steps[1].value = {{}, {{"Seller", -0.2}, {"Buyer", 0.4}}};
    steps.steps[1].undone = {0.5, {}};
    steps.steps[1].days = 60;
    steps.steps[1].after = {"pay"};
    world.sequence = steps;

    world.survival.emplace();
    world.survival->horizon = 1000;
    world.survival->hazards.resize(1);
    world.survival->hazards[0].name = "storm";
    world.survival->hazards[0].value = 0.001;
    return world;
}

/// Lives in a scenario whose talks all end in the same way: agreement on blue at 100 in round 10 of
/// ten days each.
class some_life {
public:
    explicit some_life(scenario said, const life::conduct& how = {})
        : said_(std::move(said)),
          frozen_(freeze(said_)) {
        in.in = life::gather(said_, frozen_, {"Seller", "Buyer"}, how);
        in.talking = life::rates_of_talks(in.in);
        life::talk one;
        one.status = talks::talks_status::agreement;
        one.round = 10;
        one.days = 100;
        one.deal = {1, 2};
        one.promised = {0, 0};
        in.in_public.talks = {one};
        in.in_public.prospects = {0};
        in.prospects.push_back(life::look_ahead(in.in, one.deal));
    }
    some_life(const some_life&) = delete;
    some_life& operator=(const some_life&) = delete;

    [[nodiscard]] life::record lived(std::uint64_t number, std::uint64_t seed = 7) const {
        life::record one;
        life::live(in, seed, number, one);
        return one;
    }

    life::world in;

private:
    scenario said_;
    problem frozen_;
};

/// Whether a count is what a probability gives, within five standard deviations.
[[nodiscard]] inline bool plausible(std::uint64_t successes, std::uint64_t tries,
                                    double probability) {
    const auto n = static_cast<double>(tries);
    return std::abs(static_cast<double>(successes) - n * probability) <=
           5 * std::sqrt(n * probability * (1 - probability)) + 1e-9;
}

}  // namespace negotiation::tests
