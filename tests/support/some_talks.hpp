#pragma once

#include <negotiation/talks/section.hpp>

namespace negotiation::tests {

/// Something of everything that a scenario can say of its talks, for the parties of
/// `tiny_scenario`.
inline talks::section some_talks() {
    talks::section said;
    said.protocol = "single-text(temperature=0.1)";
    said.rounds = 24;
    said.days_per_round = 15;
    said.quota = 0.5;
    said.more_than_quota = true;
    said.votes = {{"Seller", 2}, {"Neighbour", 1}};
    said.veto = {"Buyer"};
    said.strategies = {{"Seller", "boulware(e=0.3,offer=best,model=frequency)"},
                       {"Neighbour", "boulware(e=0.25)"}};
    said.leak_rate = 0.001;
    said.audience_cost = 0.05;
    said.mediators.resize(2);
    said.mediators[0].name = "Qatar";
    said.mediators[0].role = "relay(noise=0.05,delay=3)";
    said.mediators[0].chair = true;
    said.mediators[1].name = "Oman";
    said.mediators[1].role = "formulator";
    said.mediators[1].bias = 0.1;
    said.mediators[1].toward = "Seller";
    said.mediators[1].reservation = 0.25;
    return said;
}

}  // namespace negotiation::tests
