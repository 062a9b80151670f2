#pragma once

#include <negotiation/compliance/section.hpp>

namespace negotiation::tests {

/// Something of everything that a scenario can say of inspectors, for `some_steps`.
inline compliance::section some_inspectors() {
    compliance::section said;
    said.inspectors.resize(2);
    said.inspectors[0].name = "Agency";
    said.inspectors[0].steps = {"ship, first half", "ship, second half"};
    said.inspectors[0].detection = 0.6;
    said.inspectors[0].false_alarm = 0.05;
    said.inspectors[0].attribution = 0.9;
    said.inspectors[0].misattribution = 0.1;
    said.inspectors[0].others = 0.2;
    said.inspectors[0].days = 30;
    said.inspectors[0].cost = 1;
    said.inspectors[0].loss = 20;
    said.inspectors[0].budget = 3;
    said.inspectors[0].note = "n";
    said.inspectors[1].name = "Neighbours";
    return said;
}

}  // namespace negotiation::tests
