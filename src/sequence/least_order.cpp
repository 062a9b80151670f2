#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/least_order.hpp>

namespace negotiation::sequence {

least_order find_least_order(const exchange& of, std::span<const std::size_t> names,
                             const order_search& how) {
    least_order found;
    const ideal_lattice lattice(of.order(), how.maximum_ideals);
    if (!lattice.complete()) {
        beam_options along;
        along.how = how.trusts.how;
        // the beam looks without learning; what its order asks for is read as that of any other
        if (const beam_result some = beam_order(of, names, along); some.best) {
            found.best = walk(of, some.best->order, how.trusts);
        }
        found.proven = false;
        return found;
    }
    auto searched = least_trust_order(of, lattice, names, {how.trusts, how.maximum_labels});
    if (searched.status == search_status::found) {
        found.best = std::move(searched.best);
    }
    found.proven = searched.status != search_status::exhausted;
    return found;
}

}  // namespace negotiation::sequence
