#include <fmt/core.h>

#include <negotiation/theory/adjusted_winner.hpp>
#include <negotiation/theory/back_channel.hpp>
#include <negotiation/theory/biased_mediator.hpp>
#include <negotiation/theory/confidential_mediation.hpp>
#include <negotiation/theory/preventive_war.hpp>

namespace theory = negotiation::theory;

int main() {
    const auto motive = theory::motive_of({0.9, 0.8, 0.4, 0.05, 0.1});
    fmt::print("decline {:.2f}, price {:.2f}: {}\n", motive.decline, motive.price,
               motive.fights() ? "fights now" : "waits");

    // Sinai, recognition, West Bank and Gaza, linkage, Palestinian rights, Jerusalem
    const auto split = theory::adjusted_winner({35, 10, 20, 10, 5, 20}, {55, 5, 10, 5, 20, 5});
    fmt::print("Camp David: {:.4f} points each, Israel keeps {:.4f} of Sinai\n", split.first,
               split.shares[0]);

    const auto biases = theory::credible_biases({});
    fmt::print("believed from a bias of {:.4f} to {:.4f}; without one: {}\n", biases->least,
               *biases->most, biases->contains(0) ? "yes" : "no");

    const theory::dispute even{0.5, 0.8, 0.8};
    fmt::print("peace: {:.4f} over a mediator, {:.4f} face to face\n",
               theory::chance_of_peace(theory::best_mediated(even), 0.5),
               theory::chance_of_peace(theory::best_unmediated(even), 0.5));

    const auto leaks = theory::greatest_leak_rate({1, 0.4, 0.5, 0.3, 0.2, 10});
    fmt::print("a back channel may leak {:.4f} times a period\n", *leaks);
}
