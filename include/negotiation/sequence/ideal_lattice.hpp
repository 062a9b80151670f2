#pragma once

/// @file
/// Every stage that carrying out can pass through. Compiled in the library negotiation::negotiation
/// (src/sequence/ideal_lattice.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

#include <negotiation/sequence/poset.hpp>

namespace negotiation::sequence {

/// @brief Place of an ideal in its lattice: by number of steps, then in the order they were found.
using ideal_id = std::uint32_t;

/// @brief The most ideals that are listed unless somebody asks for more.
inline constexpr std::size_t default_ideal_limit = 5'000'000;

/// @brief The order ideals of a poset (sets that hold, with a step, everything before it), level by
/// level. A chain from the empty set to all steps is an order of execution.
///
/// Needs 28 bytes an ideal and 5 for each way on from it. Not for posets that are wide and long at
/// once: their ideals are more than any memory holds, and `complete` then is false. @thread const
/// access is safe
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
    /// @complexity{O(1) expected}; thread-safe
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
        for (std::size_t e = first_way_[k]; e < first_way_[k + 1]; ++e) {
            visit(way_step_[e], way_to_[e]);
        }
    }

    /// @brief Where the ideals of so many steps begin.
    /// @param steps @range{[0, order().size() + 1]}
    /// @return place of the first of them; `size` for one more than all steps
    [[nodiscard]] ideal_id level(std::size_t steps) const noexcept { return levels_[steps]; }

private:
    void fill_slots();
    void join();

    poset order_;
    std::vector<step_set> sets_;
    std::vector<ideal_id> levels_;
    std::vector<std::uint32_t> first_way_;  ///< by ideal, and the end
    std::vector<std::uint8_t> way_step_;    ///< by way
    std::vector<ideal_id> way_to_;          ///< by way
    std::vector<ideal_id> slots_;  ///< open addressing, a power of two; all bits set: empty
    bool complete_ = false;
};

}  // namespace negotiation::sequence
