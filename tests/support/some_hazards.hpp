#pragma once

#include <negotiation/survival/section.hpp>

namespace negotiation::tests {

/// Something of everything that a scenario can say of lasting, for the parties and issues of
/// `tiny_scenario` and the steps of `some_steps`.
inline survival::section some_hazards() {
    survival::section said;
    said.horizon = 730.5;
    said.period = 365.25;
    said.hazards.resize(2);
    said.hazards[0].name = "storm";
    said.hazards[0].value = 0.08;
    said.hazards[0].period = 30.4375;
    said.hazards[0].stages = {survival::stage::talks, survival::stage::implementation};
    said.hazards[0].note = "n";
    said.hazards[1].name = "spite";
    said.hazards[1].stated = survival::measure::probability;
    said.hazards[1].value = 0.02;
    said.hazards[1].period = 10;
    said.hazards[1].spoiler = survival::written_spoiler{"Neighbour", 0.1, 0.05};
    said.hazards[1].terms = {
        {{{"colour", {std::string("blue")}}}, 0.03},
        {{{"colour", {std::string("red")}}, {"price", {std::int64_t{50}}}}, -0.01}};
    said.hazards[1].spikes = {{"signature", 0.05, 0, 30}, {"pay", 0.02, 5, 10}};
    said.hazards[1].effect = {0.5, {{"Seller", 0.02}}, {{"Buyer", 0.5}}, 2};
    said.events.resize(1);
    said.events[0].name = "vote";
    said.events[0].days = 60.875;
    said.events[0].period = 30.4375;
    said.events[0].probability = 0.4;
    said.events[0].unless = {{"colour", {std::string("blue")}}};
    said.events[0].effect.odds = {{"Seller", 0.25}};
    return said;
}

}  // namespace negotiation::tests
