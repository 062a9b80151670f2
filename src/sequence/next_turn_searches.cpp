#include "sequence/next_turn_searches.hpp"

#include "sequence/one_order.hpp"

namespace negotiation::sequence {

namespace {

template <std::size_t N>
[[nodiscard]] least_trust least_of(const ground& on) {
    next_turn_searches<N> with(on);
    return one_order(with, on).find();
}

}  // namespace

least_trust least_by_sweeps(const ground& on) {
    const std::size_t parties = on.of->parties();
    if (parties <= 2) {
        return least_of<2>(on);
    }
    return parties <= 8 ? least_of<8>(on) : least_of<128>(on);
}

}  // namespace negotiation::sequence
