#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_survival.hpp>
#include <negotiation/survival/deal_course.hpp>
#include <negotiation/survival/spoiler_response.hpp>
#include <negotiation/survival/survival_curve.hpp>
#include <negotiation/survival/terror.hpp>
#include <negotiation/survival/waiting.hpp>

namespace ng = negotiation;
namespace lasting = negotiation::survival;

// J and N1 of the file, and N1 with half of the proxies gone.
const ng::outcome jcpoa_like{3, 1, 1, 3, 3, 4, 3, 2, 0, 0, 0, 0};
const ng::outcome nash_deal{2, 0, 1, 3, 4, 2, 4, 3, 0, 0, 0, 0};
const ng::outcome with_proxies{2, 0, 1, 3, 4, 2, 4, 3, 0, 2, 0, 0};

// Signed after 9 months, passed two months later, carried out within a year.
constexpr double month = 30.4375;
const lasting::deal_course course{9 * month, 11 * month, 12 * month, 23 * month, 120 * month, {}};

void tell(const char* name, const ng::frozen_survival& all, const ng::outcome_space& space,
          const ng::outcome& deal) {
    lasting::dangers of{lasting::timeline_of(all.hazards, space, deal, course), {}};
    for (const lasting::event& e : all.events) {
        const bool spared = !e.unless.empty() && lasting::all_hold(e.unless, deal);
        of.events.push_back({e.days, spared ? 0 : e.probability * e.effect.ends});
    }
    const std::vector<double> dates{course.signature, course.completion, course.end};
    const auto at = lasting::survival_curve(of, dates);
    fmt::print("{}: {:.3f} at signature, {:.3f} carried out, {:.1f} months on average\n", name,
               at[0].alive, at[1].alive, lasting::mean_life(of, course.end) / month);
    fmt::print("ended first by: truce {:.2f}, proxies {:.2f}, Israel {:.2f}, election {:.2f}\n",
               at[2].by_source[0], at[2].by_source[1], at[2].by_source[2], at[2].by_event[0]);
}

int main() {
    const auto world = ng::io::read_scenario("examples/scenarios/backchannel-2025.toml");
    const auto frozen = ng::freeze(world);
    const ng::outcome_space& space = frozen.table.space;
    const auto all = ng::freeze_survival(world, {"United States", "Iran"});
    tell("J", all, space, jcpoa_like);
    tell("N1", all, space, nash_deal);
    tell("N1 and proxies", all, space, with_proxies);

    const auto israel = lasting::stance_of(all.hazards[2], space, jcpoa_like).value();
    fmt::print("Israel before J: {:.4f} a month; halved by {:.3f} more to it\n",
               lasting::hazard_of(israel),
               lasting::least_side_payment(israel, lasting::hazard_of(israel) / 2).value());
    const lasting::race talks{0.2, 0.08};
    fmt::print("talks settle first: {:.6f}; a month of calm adds {:.4f}\n",
               lasting::settles_first(talks), lasting::worth_of_calm(talks, 1, 0, 1));
    fmt::print("trust of 0.7 after an attack: {:.3f} or {:.3f}\n",
               lasting::trust_after_attack(0.7, 0.8), lasting::trust_after_attack(0.7, 0.1));
}
