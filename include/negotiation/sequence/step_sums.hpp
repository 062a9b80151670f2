#pragma once

/// @file
/// Sums over the steps of a set.

#include <cstddef>
#include <vector>

#include <negotiation/sequence/step_set.hpp>

namespace negotiation::sequence {

/// @brief A number for each step, made ready to be added up over sets: a table of the sums of eight
/// steps at a time.
///
/// For numbers that are wanted of many sets; 32 of them a step are kept. Immutable. @thread const
/// access is safe
/// @tparam Number whole numbers, whose sums do not depend on the order of adding
template <class Number>
class step_sums {
public:
    /// @brief Of no steps.
    step_sums() = default;

    /// @brief Adds up.
    /// @tparam Of callable as Number(step_id)
    /// @param steps how many
    /// @param of    the number of each step
    /// @complexity{O(128 * steps)}
    /// @test tests/sequence/step_sums.cpp "a sum is that of the steps of the set"
    template <class Of>
    step_sums(std::size_t steps, Of of) : parts_((steps + 7) / 8 * sets_of_a_byte) {
        for (std::size_t s = 0; s < steps; ++s) {
            Number* const part = parts_.data() + s / 8 * sets_of_a_byte;
            const std::size_t bit = std::size_t{1} << (s % 8);
            const Number here = of(static_cast<step_id>(s));
            for (std::size_t set = bit; set < sets_of_a_byte; set = (set + 1) | bit) {
                part[set] += here;
            }
        }
    }

    /// @brief The sum over a set.
    /// @param set of those steps
    /// @return 0 for the empty set
    /// @complexity{O(steps / 8)}; thread-safe
    /// @test tests/sequence/step_sums.cpp "a sum is that of the steps of the set"
    [[nodiscard]] Number over(step_set set) const noexcept {
        Number sum{0};
        for (const Number* part = parts_.data(); set != 0; set >>= 8U, part += sets_of_a_byte) {
            sum += part[static_cast<std::size_t>(set) % sets_of_a_byte];
        }
        return sum;
    }

private:
    static constexpr std::size_t sets_of_a_byte = 256;

    std::vector<Number> parts_;  ///< by eight steps, by set of these
};

}  // namespace negotiation::sequence
