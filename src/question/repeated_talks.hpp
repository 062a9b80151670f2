#pragma once

/// @file
/// Talks that are played again and again, as often as chance makes a difference.

#include <cstdint>
#include <vector>

#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/proceedings.hpp>

#include "question/prepared_talks.hpp"

namespace negotiation::question::detail {

/// Runs of the same talks, one after the other. Once nobody has drawn in one of them all others are
/// that one, whatever their seeds, and are not played again. Refers to the talks, which must
/// outlive it. One owner; others may play the same talks elsewhere.
class repeated_talks {
public:
    explicit repeated_talks(const prepared_talks& prepared) : prepared_(&prepared) {}

    /// How a run ends. What was said in it is there until the next is played.
    const talks::ending& play(std::uint64_t seed, std::uint64_t episode) {
        if (last_.has_drawn) {
            last_ = prepared_->play(seed, episode, said_);
        }
        return last_.end;
    }

    [[nodiscard]] talks::proceedings& said() noexcept { return said_; }

    /// What mediators did in the last run.
    [[nodiscard]] const std::vector<talks::mediator_act>& acts() const noexcept {
        return last_.acts;
    }

private:
    const prepared_talks* prepared_;
    talks::proceedings said_;
    played_talks last_;
};

}  // namespace negotiation::question::detail
