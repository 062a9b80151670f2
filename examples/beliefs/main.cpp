// What acts and reports do to a belief that the other side can be trusted. All numbers are assumed.
#include <fmt/core.h>

#include <negotiation/compliance/evidence.hpp>
#include <negotiation/model/belief.hpp>
#include <negotiation/survival/terror.hpp>

namespace nc = negotiation::compliance;
namespace lasting = negotiation::survival;
using negotiation::updated;

int main() {
    // how likely an act is of who can be trusted, and of who cannot
    const double kept = updated(0.5, {0.9, 0.4}), left = updated(kept, {0.2, 0.6});
    fmt::print("history: 0.500 at first, {:.3f} after a deal kept, {:.3f} after one left\n", kept,
               left);
    fmt::print("strikes: Iran's belief falls from 0.300 to {:.3f}\n", updated(0.3, {0.2, 0.5}));
    fmt::print("enrichment: the belief in Iran falls from 0.400 to {:.3f}\n",
               updated(0.4, {0.3, 0.6}));

    const nc::monitor watch{0.9, 0.02, 0.4,
                            0.1};  // detection, false alarm, rightly and wrongly laid
    for (const auto seen : {nc::observation::act, nc::observation::accusation}) {
        const auto weighed = nc::weigh(seen, watch, {0.3, 0.5}, 0.5, 1.0 / 3);
        fmt::print("an attack, {}: from 0.500 to {:.3f}, the talks {}\n", to_string(seen),
                   weighed.after, weighed.talks_go_on ? "go on" : "end");
    }
    fmt::print(
        "proxies: trust of 0.700 falls to {:.3f} after an attack of groups that could be held"
        " back with 0.8, to {:.3f} with 0.1\n",
        lasting::trust_after_attack(0.7, 0.8), lasting::trust_after_attack(0.7, 0.1));
}
