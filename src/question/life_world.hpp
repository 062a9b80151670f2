#pragma once

/// @file
/// From a scenario to a world in which lives are lived: talks that were played, and what lies ahead
/// of each deal agreed in them.

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/life/episode.hpp>
#include <negotiation/question/life.hpp>
#include <negotiation/question/seating.hpp>

#include "question/prepared_talks.hpp"
#include "question/repeated_talks.hpp"

namespace negotiation::question::detail {

/// What `run` would be asked for the same talks.
[[nodiscard]] run_options talks_asked(const life_options& options, publicity talks);

/// A run of talks as lives see it.
[[nodiscard]] life::talk talk_of(const prepared_talks& prepared, const talks::ending& end,
                                 const talks::proceedings& said);

/// One life, its talks, and what lay ahead of its deal.
struct told_life {
    life::record went;
    life::talk talked;
    std::shared_ptr<const life::prospect> ahead;  ///< empty without agreement
};

/// Tables, talks and prospects of a question. Lives refer to it: it stays where it was made.
class life_world {
public:
    /// @throws std::invalid_argument as `life`
    life_world(const scenario& world, const life_options& options);
    life_world(const life_world&) = delete;
    life_world& operator=(const life_world&) = delete;

    [[nodiscard]] const life::world& lives() const noexcept { return lives_; }
    [[nodiscard]] const seating& table() const noexcept { return first_; }

    /// Someone who lives lives, on a thread of its own.
    [[nodiscard]] life::life_player make_player() const;

    /// From now on public red lines do not count at home. @return false where nothing changes, or
    /// lives play talks of their own
    bool drop_lines_at_home();

    /// One life with all that a story of it needs.
    [[nodiscard]] told_life live(std::uint64_t number) const;

private:
    /// A deal, and the mediators that stand for it.
    using signed_deal = std::pair<outcome, std::vector<std::size_t>>;
    using shared_prospect = std::shared_ptr<const life::prospect>;

    void play_beforehand();
    void note_prospects();
    [[nodiscard]] life::talk play_for(std::uint64_t number, repeated_talks& runs) const;
    /// What lies ahead of what was agreed, looked up or looked for.
    [[nodiscard]] shared_prospect ahead_of(const life::talk& own) const;

    life_options options_;
    seating first_;  ///< as the talks begin
    talks::section said_;
    life::world lives_;
    mutable std::mutex knowing_;
    mutable std::map<signed_deal, shared_prospect> known_;  ///< of talks played for one life each
    std::optional<prepared_talks> own_;  ///< likewise: the talks, ready to be played
};

}  // namespace negotiation::question::detail
