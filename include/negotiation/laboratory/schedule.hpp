#pragma once

/// @file
/// Which matches a tournament has, and in which order. Compiled in the library
/// negotiation::negotiation (src/laboratory/schedule.cpp).

#include <cstddef>
#include <cstdint>
#include <vector>

namespace negotiation::laboratory {

/// @brief Who meets whom, where.
struct pairing {
    std::size_t stage = 0;                 ///< place among the stages
    std::size_t mediation = 0;             ///< place among the mediations
    std::vector<std::size_t> contestants;  ///< by seat, places among the contestants

    bool operator==(const pairing&) const = default;
};

/// @brief Every pairing of a tournament: on every stage, under every mediation, every choice of
/// contestants for the seats, the same one twice included.
///
/// Rotated, every order of the contestants is a pairing of its own: C^n for C contestants and n
/// seats. Otherwise each choice plays once, in the order of the contestants: C(C+1)/2 of two.
/// Matches are numbered through all pairings once, then through all of them again: match k is
/// pairing k modulo `size()`, so more repeats continue fewer.
/// @thread const access is safe
/// @test tests/laboratory/schedule.cpp "every pair meets on every stage"
class schedule {
public:
    /// @brief What a schedule is made of.
    struct dimensions {
        std::vector<std::size_t> seats = {};  ///< by stage, at least 2 each
        std::size_t mediations = 1;           ///< at least 1
        std::size_t contestants = 1;          ///< at least 1
        bool rotate = true;                   ///< every order of the contestants
    };

    /// @brief Lays it out.
    /// @param of     its dimensions
    /// @param limit  the most pairings that are wanted
    /// @throws std::invalid_argument a dimension is too small, or more pairings than the limit; the
    /// message says how many
    /// @complexity{O(pairings)}
    /// @test tests/laboratory/schedule.cpp "what would never end is refused with its size"
    schedule(const dimensions& of, std::uint64_t limit);

    /// @brief Number of pairings.
    /// @return how many matches one repeat has
    [[nodiscard]] std::size_t size() const noexcept { return pairings_.size(); }

    /// @brief The pairing of a match.
    /// @param match its number, from 0, of any repeat
    /// @return who meets whom
    [[nodiscard]] const pairing& of(std::size_t match) const {
        return pairings_[match % pairings_.size()];
    }

    /// @brief Whose random bits a match draws: all matches of a stage and a repeat share a run, and
    /// seats have streams of their own there. So contestants that are compared on a stage, in a
    /// seat and against the same others meet the same luck, mediations as well, and one more
    /// contestant or mediation changes nothing about the others.
    /// @param match its number, from 0, of any repeat
    /// @return number of the run, from 0
    [[nodiscard]] std::uint64_t run_of(std::size_t match) const {
        return match / pairings_.size() * stages_ + of(match).stage;
    }

private:
    std::vector<pairing> pairings_;
    std::uint64_t stages_;  ///< different runs of one repeat
};

}  // namespace negotiation::laboratory
