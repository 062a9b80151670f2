#pragma once

/// @file
/// Sets of steps as bits of one number.

#include <bit>
#include <cstddef>
#include <cstdint>

namespace negotiation::sequence {

/// @brief Place of a step in its agreement, from 0.
using step_id = std::uint32_t;

/// @brief The most steps an agreement may have: the bits of a `step_set`.
inline constexpr std::size_t maximum_steps = 128;

/// @brief A set of steps: bit s is there when step s is. `|`, `&`, `~` are union, intersection,
/// complement. @thread plain value.
__extension__ using step_set = unsigned __int128;

/// @brief The set of one step.
/// @param s a step @range{[0, 128)}
/// @return {s}
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr step_set only(step_id s) noexcept { return step_set{1} << s; }

/// @brief The first steps.
/// @param count how many @range{[0, 128]}
/// @return {0, …, count - 1}
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr step_set first_steps(std::size_t count) noexcept {
    return count == maximum_steps ? ~step_set{0} : (step_set{1} << count) - 1;
}

/// @brief Whether a set has a step.
/// @param set any set
/// @param s   a step @range{[0, 128)}
/// @return true where it has
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr bool has(step_set set, step_id s) noexcept {
    return ((set >> s) & 1U) != 0;
}

/// @brief Whether one set lies within another.
/// @param inner the smaller set
/// @param outer the larger one
/// @return true where every step of `inner` is one of `outer`
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr bool within(step_set inner, step_set outer) noexcept {
    return (inner & ~outer) == 0;
}

/// @brief Number of steps in a set.
/// @param set any set
/// @return how many
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr std::size_t count_of(step_set set) noexcept {
    return static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(set)) +
                                    std::popcount(static_cast<std::uint64_t>(set >> 64U)));
}

/// @brief The first step of a set.
/// @param set not empty
/// @return its smallest place; 128 for the empty set
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr step_id first_of(step_set set) noexcept {
    const auto low = static_cast<std::uint64_t>(set);
    return static_cast<step_id>(
        low != 0 ? std::countr_zero(low)
                 : 64 + std::countr_zero(static_cast<std::uint64_t>(set >> 64U)));
}

/// @brief The last step of a set.
/// @param set not empty
/// @return its greatest place
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
[[nodiscard]] constexpr step_id last_of(step_set set) noexcept {
    const auto high = static_cast<std::uint64_t>(set >> 64U);
    return static_cast<step_id>(high != 0 ? 127 - std::countl_zero(high)
                                          : 63 - std::countl_zero(static_cast<std::uint64_t>(set)));
}

/// @brief Visits the steps of a set, the smallest place first.
/// @tparam Visit callable as void(step_id)
/// @param set   any set
/// @param visit called for each step
/// @complexity{O(steps of the set)}; thread-safe
/// @test tests/sequence/step_set.cpp "a set knows its members"
template <class Visit>
constexpr void for_each(step_set set, Visit visit) {
    for (; set != 0; set &= set - 1) {
        visit(first_of(set));
    }
}

}  // namespace negotiation::sequence
