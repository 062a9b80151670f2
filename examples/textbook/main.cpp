// What closed forms say where no scenario is needed. The numbers are assumed, and printed.
#include <fmt/core.h>

#include <negotiation/survival/waiting.hpp>
#include <negotiation/theory/audience_cost.hpp>
#include <negotiation/theory/back_channel.hpp>
#include <negotiation/theory/preventive_war.hpp>

namespace theory = negotiation::theory;
namespace lasting = negotiation::survival;

int main() {
    // success, chance in public and in secret, audience cost, cost of exposure, periods
    const theory::back_channel talks{1, 0.4, 0.5, 0.3, 0.2, 10};
    fmt::print(
        "back channel: {:.3f} in public, {:.3f} in secret without leaks; no worse up to {:.4f}"
        " leaks a period\n",
        theory::public_value(talks), theory::secret_value(talks, 0),
        theory::greatest_leak_rate(talks).value());

    const theory::contender loud{1, 0.5}, quiet{1, 0.25};  // prize, audience cost a period
    fmt::print(
        "rhetoric: the louder backs down with {:.3f}, the quieter with {:.3f}; after four"
        " periods {:.3f} and {:.3f} still stand firm\n",
        theory::backing_down_first(loud, quiet), theory::backing_down_first(quiet, loud),
        theory::standing_firm(quiet, 4), theory::standing_firm(loud, 4));

    // settled and collapsed a month: waiting for the whole deal, or for the rest of a framework
    const lasting::race whole{0.05, 0.08}, rest{0.1, 0.04};
    fmt::print("framework: worth {:+.3f} beyond waiting for the whole deal\n",
               lasting::worth_of_framework({0.1, rest}, 0.8, whole, 1, 0.01));

    const auto best = lasting::best_time(0.5, 0.06, 0.08, 24);  // now, growth, hazard, last month
    fmt::print(
        "timing: a text that gains 0.06 a month on 0.5 is signed after {:.1f} months at a"
        " hazard of 0.08, and waiting is worth {:.3f}\n",
        best.time, best.option);

    // discount, chances to win now and later, both costs of war
    const theory::declining_side limited{0.9, 0.9, 0.8, 0.05, 0.1},
        unlimited{0.9, 0.9, 0.4, 0.05, 0.1};
    fmt::print(
        "preventive war: a decline of {:.2f} against a price of {:.2f} is fought over, one of"
        " {:.2f} is not; a guaranteed share of {:.3f} makes up for it\n",
        theory::motive_of(unlimited).decline, theory::motive_of(unlimited).price,
        theory::motive_of(limited).decline, theory::guarantee_against_war(unlimited));
}
