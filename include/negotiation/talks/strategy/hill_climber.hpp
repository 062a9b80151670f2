#pragma once

/// @file
/// A party that takes every text no worse than the one before.

#include <negotiation/talks/strategy/annealer.hpp>

namespace negotiation::talks {

/// @brief Votes on changes of a single negotiating text: takes what is no worse than the text. An
/// `annealer` without heat; it draws no random bits.
///
/// Assumes nothing of the others. Where all parties climb, every text kept is no worse for anybody
/// than the one before, so the last is no worse than the first; where utilities are rugged they
/// stop at the first deal that no single change improves for all.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | weak | 0.05 | votes on changes no greater than this are weak, in shares of its range |
/// @copycost two numbers
/// @source{klein2003, Klein et al. 2003}
/// @test tests/talks/protocol/single_text.cpp "hill climbing never takes a step down"
class hill_climber {
public:
    /// @brief A voter.
    /// @param weak greatest change on which a vote is weak @range{[0, inf)}
    /// @throws std::invalid_argument weak out of range
    explicit hill_climber(double weak = 0.05) : votes_(0, weak) {}

    /// @brief Its vote. @param t the turn @param draws random bits, not used @return the move
    move act(const turn& t, random_stream& draws) const { return votes_.act(t, draws); }

private:
    annealer votes_;
};

}  // namespace negotiation::talks
