// What acts and reports do to a belief that the other side can be trusted. All numbers are assumed.
#include <fmt/core.h>

#include <negotiation/compliance/evidence.hpp>
#include <negotiation/model/belief.hpp>
#include <negotiation/survival/terror.hpp>

namespace ng = negotiation;
namespace nc = negotiation::compliance;
namespace lasting = negotiation::survival;

// How likely an act is of who can be trusted, and of who cannot.
constexpr ng::likelihoods kept{0.9, 0.4}, left{0.2, 0.6}, strike{0.2, 0.5}, enriched{0.3, 0.6};

void tell(const char* what, double before, const ng::likelihoods& act) {
    fmt::print(
        "{}: an act {:.1f} times as likely of those who cannot be trusted turns a belief of"
        " {:.3f} into {:.3f}\n",
        what, act.untrustworthy / act.trustworthy, before, ng::updated(before, act));
}

int main() {
    const double after = ng::updated(0.5, kept);
    fmt::print(
        "history: a belief of 0.500 is {:.3f} after a deal kept, and then {:.3f} after one"
        " left\n",
        after, ng::updated(after, left));
    tell("strikes", 0.3, strike);
    tell("enrichment", 0.4, enriched);

    // detection, false alarm, how often rightly and wrongly laid to the party
    const nc::monitor watch{0.9, 0.02, 0.4, 0.1};
    for (const auto seen : {nc::observation::act, nc::observation::accusation}) {
        const auto weighed = nc::weigh(seen, watch, {0.3, 0.5}, 0.5, 1.0 / 3);
        fmt::print("an attack, {}: from {:.3f} to {:.3f}, the talks {}\n", to_string(seen),
                   weighed.before, weighed.after, weighed.talks_go_on ? "go on" : "end");
    }
    for (const double control : {0.8, 0.1}) {
        fmt::print("proxies held back with {:.1f}: an attack turns trust of 0.700 into {:.3f}\n",
                   control, lasting::trust_after_attack(0.7, control));
    }
}
