#include <vector>

#include <fmt/core.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/laboratory/tournament.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/strategy/micro.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>

namespace ng = negotiation;
namespace lab = negotiation::laboratory;
namespace talks = negotiation::talks;

// Loses interest half-way, and shuts the door.
struct impatient {
    talks::mediator_move act(const talks::mediator_view& v, ng::random_stream&) const {
        return v.now().time > 0.5 ? talks::mediator_view::withdraw(true)
                                  : talks::mediator_view::pass();
    }
};

// A row that has to know the problem: it is made once for each, and copied for every match.
std::vector<talks::mediator_seat> relay_and_text(const talks::arena&, const talks::reports& told) {
    return {{"relay", talks::relay(0.1)},
            {"text", talks::formulator(talks::text_rule::egalitarian, told, 5)}};
}

int main() {
    const auto orange = ng::freeze(ng::io::read_scenario("examples/scenarios/orange.toml"));
    const auto found = lab::tournament(orange,
                                       {{"boulware", talks::boulware()},
                                        {"conceder", talks::conceder()},
                                        {"micro", talks::micro{}},
                                        {"tit-for-tat", talks::tit_for_tat()}},
                                       {.seed = 7,
                                        .mediations = {lab::directly(),
                                                       {"impatient", impatient{}},
                                                       {"relay", talks::relay(0.1)},
                                                       {"relay and text", relay_and_text}}});
    for (const auto& row : found.table.mediations) {
        fmt::print("{}: rank {}, utility {:.4f}, agreed in {:.0f} %\n", row.name, row.rank,
                   *row.mean_utility, 100 * *row.agreement_rate);
    }
}
