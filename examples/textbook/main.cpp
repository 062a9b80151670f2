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
        "back channel: talks are worth {:.3f} in public and {:.3f} in secret if nothing leaks,"
        " and secrecy is no worse up to {:.4f} leaks in each of {} periods\n",
        theory::public_value(talks), theory::secret_value(talks, 0),
        theory::greatest_leak_rate(talks).value(), talks.duration);

    const theory::contender loud{1, 0.5}, quiet{1, 0.25};  // prize, audience cost a period
    fmt::print(
        "rhetoric: the side that pays {} a period for backing down is the one that does with"
        " {:.3f}, the one that pays {} with {:.3f}; after four periods they still stand firm"
        " with {:.3f} and {:.3f}\n",
        loud.cost_rate, theory::backing_down_first(loud, quiet), quiet.cost_rate,
        theory::backing_down_first(quiet, loud), theory::standing_firm(quiet, 4),
        theory::standing_firm(loud, 4));

    // settled and collapsed a month: waiting for the whole deal, or for the rest of a framework
    const lasting::race whole{0.05, 0.08}, rest{0.1, 0.04};
    fmt::print(
        "framework: where {} deals are settled a month against {} collapses, and under a"
        " framework {} against {}, it is worth {:+.3f} beyond waiting for a deal of 1\n",
        whole.settlement, whole.collapse, rest.settlement, rest.collapse,
        lasting::worth_of_framework({0.1, rest}, 0.8, whole, 1, 0.01));

    for (const double hazard : {0.04, 0.08, 0.16}) {  // worth now, growth a month, last month 24
        const auto best = lasting::best_time(0.5, 0.06, hazard, 24);
        fmt::print("timing at {}: after {:.1f} months, and waiting is worth {:.3f}\n", hazard,
                   best.time, best.option);
    }

    // discount, chances to win now and later, both costs of war
    const theory::declining_side feared{0.9, 0.9, 0.4, 0.05, 0.1},
        limited{0.9, 0.9, 0.8, 0.05, 0.1};
    fmt::print(
        "preventive war: a decline of {:.2f} against a price of {:.2f} is {}, one of {:.2f} is"
        " {}; a guaranteed share of {:.3f} would make up for the first\n",
        theory::motive_of(feared).decline, theory::motive_of(feared).price,
        theory::motive_of(feared).fights() ? "fought over" : "borne",
        theory::motive_of(limited).decline,
        theory::motive_of(limited).fights() ? "fought over" : "borne",
        theory::guarantee_against_war(feared));
}
