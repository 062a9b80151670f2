// A scenario is frozen before anything is searched in it.
// expect: (of type|from) 'const negotiation::scenario'

#include <negotiation/deal/frontier.hpp>
#include <negotiation/scenario/freeze.hpp>

std::size_t points(const negotiation::scenario& world) {
#if NEGOTIATION_MUST_FAIL
    return negotiation::deal::pareto_frontier(world).size();
#else
    return negotiation::deal::pareto_frontier(negotiation::freeze(world)).size();
#endif
}
