#include <fmt/core.h>

#include <negotiation/sequence/guarantee.hpp>

namespace negotiation::sequence {

agreement guaranteed(const agreement& of, party_id whose, double share) {
    check(of);
    if (whose >= parties_of(of)) {
        throw std::invalid_argument(
            fmt::format("guarantee: party {} is not one of {}", whose, parties_of(of)));
    }
    if (!(share >= 0 && share <= 1)) {
        throw std::invalid_argument(
            fmt::format("guarantee: the share made good must lie in [0, 1]; got {}", share));
    }
    agreement with = of;
    with.covered.resize(parties_of(of), 0);
    with.covered[whose] += (1 - with.covered[whose]) * share;
    return with;
}

}  // namespace negotiation::sequence
