#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/least_trust.hpp>

namespace seq = negotiation::sequence;

// The four steps of examples/scenarios/four-steps.toml: I1 and U1, then I2 and U2.
seq::agreement four_steps() {
    seq::agreement of;
    of.completion = {3, 3};
    of.breakdown = {0, 0};
    of.steps = {{.performer = 1, .value = {4, -2}, .undone = {0, 0}, .after = {}},
                {.performer = 0, .value = {-2, 4}, .undone = {0, 0}, .after = {}},
                {.performer = 1, .value = {5, -3}, .undone = {0, 0}, .after = {0}},
                {.performer = 0, .value = {-3, 6}, .undone = {0.5, 0.5}, .after = {1}}};
    return of;
}

void tell(const seq::order_report& report) {
    const char* const names[] = {"I1", "U1", "I2", "U2"};
    for (const seq::step_id step : report.order) {
        fmt::print("{} ", names[step]);
    }
    fmt::print("asks for {} and {}\n", seq::fraction_of(report.by_party[0]),
               seq::fraction_of(report.by_party[1]));
}

int main() {
    const seq::exchange of(four_steps());
    const seq::ideal_lattice stages(of.order());
    tell(seq::least_trust_order(of, stages).best);
    const std::vector<seq::step_id> in_turn{0, 1, 2, 3};
    tell(seq::walk(of, in_turn));
}
