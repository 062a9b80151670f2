#include <stdexcept>
#include <vector>

#include <negotiation/sequence/order_count.hpp>

namespace negotiation::sequence {

big_count count_orders(const ideal_lattice& of) {
    if (!of.complete()) {
        throw std::invalid_argument("count_orders: not all ideals are listed");
    }
    const std::size_t steps = of.order().size();
    std::vector<big_count> here{1};  // ways to each ideal of a level
    for (std::size_t level = 0; level < steps; ++level) {
        const ideal_id from = of.level(level);
        const ideal_id next = of.level(level + 1);
        std::vector<big_count> ahead(of.level(level + 2) - next);
        for (ideal_id k = from; k < next; ++k) {
            const step_set done = of.at(k);
            for_each(of.order().available(done),
                     [&](step_id s) { ahead[of.find(done | only(s)) - next] += here[k - from]; });
        }
        here = std::move(ahead);
    }
    return here.front();
}

}  // namespace negotiation::sequence
