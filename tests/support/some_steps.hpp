#pragma once

#include <negotiation/sequence/section.hpp>

namespace negotiation::tests {

/// Something of everything that a scenario can say of carrying out, for the parties and issues of
/// `tiny_scenario`.
inline sequence::section some_steps() {
    sequence::section said;
    said.completion = {{}, {{"Seller", 2}, {"Buyer", 3}}};
    said.breakdown = {0.5, {}};
    said.trust = {{}, {{"Seller", 0.25}, {"Buyer", 0.15}}};
    said.steps.resize(4);
    said.steps[0].name = "pay";
    said.steps[0].party = "Buyer";
    said.steps[0].value = {{}, {{"Seller", 2}, {"Buyer", -1.5}}};
    said.steps[0].days = 30;
    said.steps[0].defection = 0.3;
    said.steps[1].name = "ship, first half";
    said.steps[1].party = "Seller";
    said.steps[1].implements = sequence::implementation{"colour", 0.5};
    said.steps[1].undone = {0.4, {}};
    said.steps[1].pretence = sequence::faking{0, 0.9, 60};
    said.steps[1].saved_share = 0.5;
    said.steps[2].name = "ship, second half";
    said.steps[2].party = "Seller";
    said.steps[2].implements = sequence::implementation{"colour", 0.5};
    said.steps[2].undone = {{}, {{"Seller", 0.1}, {"Buyer", 0.3}}};
    said.steps[2].after = {"ship, first half"};
    said.steps[2].pretence = sequence::faking{1.5, 0.8, 10};
    said.steps[3].name = "thank";
    said.steps[3].party = "Buyer";
    said.steps[3].value = {1, {}};
    said.steps[3].note = "costs nothing";
    said.orders = {
        {"as agreed", {"pay", "ship, first half", "thank", "ship, second half"}, "", ""},
        {"ship first", {"ship, first half", "ship, second half", "pay", "thank"}, "", ""}};
    said.variants.resize(2);
    said.variants[0].name = "payment first";
    said.variants[0].after = {{"ship, first half", {"pay"}}, {"thank", {"pay"}}};
    said.variants[0].order = "as agreed";
    said.variants[1].name = "nothing comes back";
    said.variants[1].undone = 0;
    said.variants[1].completion = {3, {}};
    return said;
}

/// Tranches with everything that can be said of them; a source is not among it.
inline sequence::written_tranches some_tranches() {
    sequence::written_tranches said;
    said.what = "uranium against oil waivers";
    said.cost = 0.5;
    said.worth = 1;
    said.defection = 0.3;
    said.trust = 0.1;
    said.target = 0.95;
    said.days = 30;
    said.hazard = sequence::written_hazard{0.02, 30};
    said.note = "n";
    return said;
}

}  // namespace negotiation::tests
