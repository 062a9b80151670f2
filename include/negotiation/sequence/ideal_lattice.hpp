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
/// Needs about 28 bytes an ideal. Not for posets that are wide and long at once: their ideals are
/// more than any memory holds, and `complete` then is false. @thread const access is safe
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

    /// @brief Where the ideals of so many steps begin.
    /// @param steps @range{[0, order().size() + 1]}
    /// @return place of the first of them; `size` for one more than all steps
    [[nodiscard]] ideal_id level(std::size_t steps) const noexcept { return levels_[steps]; }

private:
    poset order_;
    std::vector<step_set> sets_;
    std::vector<ideal_id> levels_;
    std::vector<ideal_id> slots_;  ///< open addressing, a power of two; all bits set: empty
    bool complete_ = false;
};

}  // namespace negotiation::sequence
