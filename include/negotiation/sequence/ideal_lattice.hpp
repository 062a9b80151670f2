#pragma once

/// @file
/// Every stage that carrying out can pass through. Compiled in the library negotiation::negotiation
/// (src/sequence/ideal_lattice.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/sequence/poset.hpp>
#include <negotiation/sequence/step_sums.hpp>

namespace negotiation::sequence {

/// @brief Place of an ideal in its lattice: by number of steps, then in the order they were found.
using ideal_id = std::uint32_t;

/// @brief The most ideals that are listed unless somebody asks for more.
inline constexpr std::size_t default_ideal_limit = 5'000'000;

/// @brief The order ideals of a poset (sets that hold, with a step, everything before it), level by
/// level. A chain from the empty set to all steps is an order of execution.
///
/// Needs 16 bytes an ideal, and 4 to 16 to find it: by its place in the product of a few chains
/// that cover the steps where most places are taken, by hashing otherwise. Not for posets that are
/// wide and long at once: their ideals are more than any memory holds, and `complete` then is
/// false.
/// @thread const access is safe
class ideal_lattice {
public:
    /// @brief Lists them.
    /// @param of    the order
    /// @param limit the most ideals that are listed @range{[1, 2^32 - 1]}
    /// @complexity{O(ideals * width)} time
    /// @test tests/sequence/ideal_lattice.cpp "ideals are counted as the textbooks count them"
    explicit ideal_lattice(poset of, std::size_t limit = default_ideal_limit);

    /// @brief Whether all ideals are listed. @return false where there are more than the limit
    [[nodiscard]] bool complete() const noexcept { return complete_; }

    /// @brief Number of ideals listed. @return all of them where `complete`
    [[nodiscard]] std::size_t size() const noexcept { return sets_.size(); }

    /// @brief The order it was made of. @return the poset
    [[nodiscard]] const poset& order() const noexcept { return order_; }

    /// @brief An ideal by its place.
    /// @param k @range{[0, size)}
    /// @return its steps
    [[nodiscard]] step_set at(ideal_id k) const noexcept { return sets_[k]; }

    /// @brief The place of an ideal.
    /// @param set an ideal that is listed
    /// @return its place
    /// @complexity{O(steps / 8), O(1) expected where hashed}; thread-safe
    /// @test tests/sequence/ideal_lattice.cpp "an ideal is found where it stands"
    [[nodiscard]] ideal_id find(step_set set) const noexcept;

    /// @brief Visits the ways on from an ideal, by step.
    /// @tparam Visit callable as void(step_id, ideal_id)
    /// @param k     place of an ideal of a complete lattice
    /// @param visit called with each step that can be next, and the ideal that it leads to
    /// @complexity{O(steps that can be next)}; thread-safe
    /// @test tests/sequence/ideal_lattice.cpp "the ways on are the steps that can be next"
    template <class Visit>
    void for_each_next(ideal_id k, Visit visit) const {
        const step_set done = sets_[k];
        const step_set next = order_.available(done);
        if (strides_.empty()) {
            for_each(next, [&](step_id s) { visit(s, find(done | only(s))); });
            return;
        }
        const std::size_t place = places_.over(done);
        for_each(next, [&](step_id s) { visit(s, slots_[place + strides_[s]]); });
    }

    /// @brief Where the ideals of so many steps begin.
    /// @param steps @range{[0, order().size() + 1]}
    /// @return place of the first of them; `size` for one more than all steps
    [[nodiscard]] ideal_id level(std::size_t steps) const noexcept { return levels_[steps]; }

private:
    void fill_slots();

    poset order_;
    std::vector<step_set> sets_;
    std::vector<ideal_id> levels_;
    std::vector<std::uint32_t> strides_;  ///< by step, along its chain; none: hashed
    step_sums<std::uint32_t> places_;     ///< of strides
    std::vector<ideal_id> slots_;  ///< by place; or open addressing, a power of two. All bits set:
                                   ///< empty
    bool complete_ = false;
};

}  // namespace negotiation::sequence
