#pragma once

/// @file
/// How often somebody failed, and how at first.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include <negotiation/laboratory/match.hpp>

namespace negotiation::laboratory {

/// @brief The matches on one stage that one contestant failed in, or one mediation: their number,
/// and the first of them. It takes the same memory for a million of them as for twenty.
///
/// @code
/// for (const auto& of : found.broken) {
///     fmt::print("{} times on stage {}: {}\n", of.count, of.stage, of.first.front().fault.what);
/// }
/// @endcode
/// @test tests/laboratory/fault_tally.cpp "the order of what is added changes nothing"
struct fault_tally {
    static constexpr std::size_t most_examples = 20;  ///< are kept

    std::size_t stage = 0;                  ///< where
    std::optional<std::size_t> contestant;  ///< whose agent failed; nothing: the mediation
    std::size_t mediation = 0;              ///< which; 0 where it was a contestant, under any
    std::size_t count = 0;                  ///< matches, each once
    std::vector<broken_match> first = {};   ///< those of least number, in this order

    /// @brief Adds a match of this culprit on this stage, each once, in any order.
    /// @param m which, and what was wrong
    /// @complexity{O(most_examples)}
    /// @test tests/laboratory/fault_tally.cpp "the order of what is added changes nothing"
    void add(const broken_match& m);

    bool operator==(const fault_tally&) const = default;
};

/// @brief A tally without matches, for those like this one.
/// @param m a match that somebody failed in
/// @return whose it is, and where
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/fault_tally.cpp "a contestant is one culprit under all mediations"
[[nodiscard]] inline fault_tally tally_for(const broken_match& m) {
    fault_tally of;
    of.stage = m.who.stage;
    if (m.fault.seat) {
        of.contestant = m.who.contestants[*m.fault.seat];
    } else {
        of.mediation = m.who.mediation;
    }
    return of;
}

}  // namespace negotiation::laboratory

// ------------------------------------------------------------------------------------------------

namespace negotiation::laboratory {

inline void fault_tally::add(const broken_match& m) {
    ++count;
    const auto at = std::lower_bound(
        first.begin(), first.end(), m.number,
        [](const broken_match& one, std::size_t number) { return one.number < number; });
    if (at == first.end() && first.size() == most_examples) {
        return;
    }
    first.insert(at, m);
    if (first.size() > most_examples) {
        first.pop_back();
    }
}

}  // namespace negotiation::laboratory
