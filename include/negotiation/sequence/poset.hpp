#pragma once

/// @file
/// Which step has to come before which. Compiled in the library negotiation::negotiation
/// (src/sequence/poset.cpp).

#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include <negotiation/sequence/step_set.hpp>

namespace negotiation::sequence {

/// @brief Steps that wait for one another in a circle.
class cycle_error : public std::invalid_argument {
public:
    /// @brief Makes one.
    /// @param cycle steps, each before the next and the last before the first
    explicit cycle_error(std::vector<step_id> cycle);

    /// @brief The circle. @return steps, each before the next and the last before the first
    [[nodiscard]] const std::vector<step_id>& cycle() const noexcept { return cycle_; }

private:
    std::vector<step_id> cycle_;
};

/// @brief A partial order of steps, closed under transitivity.
///
/// Immutable, cheap to copy. @thread const access is safe
class poset {
public:
    /// @brief Pairs (a, b): step a comes before step b.
    using relations = std::vector<std::pair<step_id, step_id>>;

    /// @brief Closes some relations.
    /// @param size   number of steps @range{[0, 128]}
    /// @param before pairs (a, b): a before b; any number of times, implied ones too
    /// @throws cycle_error the pairs contradict one another; it names the steps
    /// @throws std::invalid_argument more than 128 steps, or a pair with a step that is not there
    /// @complexity{O(size^2 + pairs)}
    /// @test tests/sequence/poset.cpp "a cycle is named"
    poset(std::size_t size, const relations& before);

    /// @brief Number of steps. @return how many
    [[nodiscard]] std::size_t size() const noexcept { return before_.size(); }

    /// @brief Everything that has to come before a step.
    /// @param s a step @range{[0, size)}
    /// @return all of them, not only the nearest
    [[nodiscard]] step_set before(step_id s) const noexcept { return before_[s]; }

    /// @brief Everything that has to wait for a step.
    /// @param s a step @range{[0, size)}
    /// @return all of them, not only the nearest
    [[nodiscard]] step_set behind(step_id s) const noexcept { return behind_[s]; }

    /// @brief All steps. @return {0, …, size - 1}
    [[nodiscard]] step_set all() const noexcept { return first_steps(size()); }

    /// @brief The steps that can be next.
    /// @param done steps that have been done, an order ideal
    /// @return those outside `done` with everything that comes before them inside
    /// @complexity{O(steps that can be next)} where steps stand behind what they wait for, O(size)
    /// for each of them at worst; thread-safe
    /// @test tests/sequence/poset.cpp "what can be next has everything before it done"
    [[nodiscard]] step_set available(step_set done) const noexcept;

    /// @brief The covering relations: those that do not follow from others.
    /// @return pairs (a, b), ascending
    /// @complexity{O(size^2)}; thread-safe
    /// @test tests/sequence/poset.cpp "implied relations are not covers"
    [[nodiscard]] relations covers() const;

    bool operator==(const poset&) const = default;

private:
    std::vector<step_set> before_;
    std::vector<step_set> behind_;
};

/// @brief The steps as chains, as few as can be (Dilworth 1950), by a matching of the comparable
/// pairs.
/// @param of a partial order
/// @return chains of steps, each waiting for the one before it; every step is in one
/// @complexity{O(size^3)}; thread-safe
/// @source{dilworth1950, Dilworth 1950\, Annals of Mathematics 51}
/// @test tests/sequence/poset.cpp "chains cover every step once"
[[nodiscard]] std::vector<std::vector<step_id>> chains_of(const poset& of);

/// @brief The largest number of steps of which none waits for another.
/// @param of a partial order
/// @return its width: as many chains cover it
/// @complexity{O(size^3)}; thread-safe
/// @source{dilworth1950, Dilworth 1950\, Annals of Mathematics 51}
/// @test tests/sequence/poset.cpp "the width is that of the largest antichain"
[[nodiscard]] std::size_t width_of(const poset& of);

}  // namespace negotiation::sequence
