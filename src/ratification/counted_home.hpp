#pragma once

/// @file
/// One home with one deal after another before it.

#include <algorithm>
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include <negotiation/ratification/passage.hpp>

#include "ratification/combination_memory.hpp"
#include "ratification/mood_integral.hpp"

namespace negotiation::ratification::detail {

/// Remembers what it has worked out. The factions of its deciding chambers are numbered in order.
class counted_home {
public:
    counted_home(const home& of, const conditions& how)
        : how_(how),
          tallies_(tallies_of(of)),
          memory_(0) {
        for (const tally& t : tallies_) {
            for (const faction& f : t.of().factions) {
                if (!(f.noise > 0) && !(f.shock > 0)) {
                    certain_.push_back(factions_.size());
                }
                factions_.push_back(&f);
                add_lines(f);
            }
        }
        key_.resize(factions_.size());
        margins_.resize(factions_.size());
        memory_ = combination_memory(factions_.size());
        std::vector<tally*> all;
        for (tally& t : tallies_) {
            all.push_back(&t);
        }
        integral_ = mood_integral(std::move(all));
    }
    counted_home(const counted_home&) = delete;
    counted_home& operator=(const counted_home&) = delete;
    counted_home(counted_home&&) = default;  // the tallies stay where they are
    counted_home& operator=(counted_home&&) = delete;
    ~counted_home() = default;

    [[nodiscard]] const std::vector<const faction*>& factions() const { return factions_; }
    [[nodiscard]] std::size_t combinations() const { return memory_.size(); }
    [[nodiscard]] double error() const { return error_; }

    /// @param sums of each faction, in its grains
    [[nodiscard]] double probability(const outcome& deal, const grains* sums) {
        return remembered(deal, sums, [this] {
            const passage found = integral_.result(how_.votes);
            error_ = std::max(error_, found.error);
            return found.probability;
        });
    }

    /// Whether the probability reaches a level; all questions to one home have the same level.
    [[nodiscard]] bool reaches(const outcome& deal, const grains* sums, double level,
                               double low_mood, double high_mood) {
        return remembered(deal, sums, [&] {
                   return integral_.reaches(level, how_.votes, low_mood, high_mood) ? 1.0 : 0.0;
               }) > 0;
    }

private:
    struct line {
        std::size_t faction;
        issue_id issue;
        const option_mask* allowed;
    };

    static std::vector<tally> tallies_of(const home& of) {
        std::vector<tally> made;
        for (const chamber& c : of.chambers) {
            if (!c.follows) {
                made.emplace_back(c);
            }
        }
        return made;
    }

    // No sums: those have at most 62 bits.
    static constexpr grains crossed = std::numeric_limits<grains>::min();
    static constexpr grains agreed = std::numeric_limits<grains>::max();

    void add_lines(const faction& f) {
        for (const bargaining::line& l : f.red_lines) {
            if (how_.public_lines || !l.is_public) {
                lines_.push_back({factions_.size() - 1, l.issue, &l.allowed});
            }
        }
    }

    /// Of a faction whose sum stands in the key.
    [[nodiscard]] units margin(std::size_t f) const {
        return static_cast<units>(key_[f]) * factions_[f]->utility.scale.grain -
               factions_[f]->threshold;
    }

    /// Of those who never waver only the verdict is remembered, or each deal would be a combination
    /// of its own.
    template <class WorkOut>
    double remembered(const outcome& deal, const grains* sums, WorkOut work_out) {
        std::copy(sums, sums + key_.size(), key_.begin());
        for (const std::size_t f : certain_) {
            key_[f] = margin(f) >= 0 ? agreed : crossed;
        }
        for (const line& l : lines_) {
            if (!(*l.allowed)[deal[l.issue]]) {
                key_[l.faction] = crossed;
            }
        }
        return memory_.get(key_.data(), [&] {
            for (std::size_t f = 0; f < key_.size(); ++f) {
                margins_[f] = std::nullopt;
                if (key_[f] != crossed) {
                    margins_[f] = key_[f] == agreed ? units{0} : margin(f);
                }
            }
            const std::optional<units>* next = margins_.data();
            for (tally& t : tallies_) {
                t.put(next);
                next += t.of().factions.size();
            }
            return work_out();
        });
    }

    conditions how_;
    std::vector<tally> tallies_;
    std::vector<const faction*> factions_;
    std::vector<std::size_t> certain_;  ///< factions without noise and mood
    std::vector<line> lines_;
    std::vector<grains> key_;
    std::vector<std::optional<units>> margins_;
    combination_memory memory_;
    mood_integral integral_{{}};
    double error_ = 0;
};

}  // namespace negotiation::ratification::detail
