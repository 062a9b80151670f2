#include <vector>

#include <fmt/core.h>

#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

namespace ng = negotiation;
namespace talks = negotiation::talks;

// Loses interest half-way.
struct impatient {
    talks::mediator_move act(const talks::mediator_view& v, ng::random_stream&) const {
        return v.now().time > 0.5 ? talks::mediator_view::withdraw() : talks::mediator_view::pass();
    }
};

int main() {
    const auto pie = ng::problem_builder{}
                         .issue("slices", 0, 100)
                         .party(
                             "first", [](auto at) { return at[0]; }, 20)
                         .party(
                             "second", [](auto at) { return 100 - at[0]; }, 20)
                         .build();
    const talks::arena at(pie);
    const talks::reports told(at);
    talks::mediation between({{"relay", talks::relay(0.1, 5)}, {"own", impatient{}}}, told);
    std::vector agents(2, talks::boulware());
    talks::run_streams draws(1, 0, 2, 2);
    talks::proceedings said;
    const auto end = talks::alternating_offers{}.play(at, agents, between, draws, said);
    fmt::print("{} after {} rounds and {} days\n", to_string(end.status), end.round, end.days);
}
