#pragma once

/// @file
/// Many lives, counted. Compiled in the library negotiation::negotiation (src/life/ensemble.cpp).

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <negotiation/life/episode.hpp>
#include <negotiation/model/proportion.hpp>
#include <negotiation/model/seed_number.hpp>
#include <negotiation/parallel.hpp>

namespace negotiation::life {

/// @brief How far a life may come. Each milestone is reached by no more lives than the one before.
enum class milestone : std::uint8_t {
    talks,        ///< every life begins with them
    signature,    ///< the parties agreed
    ratified,     ///< everybody at home did
    implemented,  ///< every step was done
    survived      ///< the deal was still there at the horizon
};

/// @brief How many milestones there are.
inline constexpr std::size_t milestone_count = 5;

/// @brief The name that answers use.
/// @param which a milestone
/// @return talks, signed, ratified, implemented or survived
/// @complexity{O(1)}; thread-safe
/// @test tests/life/ensemble.cpp "milestones have names"
[[nodiscard]] constexpr std::string_view to_string(milestone which) noexcept {
    switch (which) {
        case milestone::talks:
            return "talks";
        case milestone::signature:
            return "signed";
        case milestone::ratified:
            return "ratified";
        case milestone::implemented:
            return "implemented";
        case milestone::survived:
            return "survived";
    }
    return "";
}

/// @brief When a milestone was reached, over the lives that reached it.
struct waiting_time {
    double mean = 0;    ///< @unit{days since the talks began}
    double median = 0;  ///< to the day
    double p90 = 0;     ///< nine in ten had reached it by then; to the day

    bool operator==(const waiting_time&) const = default;
};

/// @brief What a party has in the end, over all lives.
struct mean_value {
    double mean = 0;      ///< @unit{value}
    double low = 0;       ///< of the 95 % interval of the mean
    double high = 0;      ///< of the same
    double no_talks = 0;  ///< what it has without talks

    bool operator==(const mean_value&) const = default;
};

/// @brief A cause, and how many lives it ended.
struct counted_cause {
    cause why;                ///< what ended them
    std::uint64_t lives = 0;  ///< how many

    bool operator==(const counted_cause&) const = default;
};

/// @brief What many lives come to.
struct summary {
    std::uint64_t planned = 0;                             ///< lives asked for
    std::uint64_t lives = 0;                               ///< lived; fewer after a stop
    std::uint64_t leaked = 0;                              ///< of which the talks became public
    std::array<std::uint64_t, milestone_count> reached{};  ///< lives by milestone
    std::array<std::optional<waiting_time>, milestone_count>
        times;                          ///< nothing where none came;
                                        ///< of `talks`, when the talks ended
    std::vector<counted_cause> causes;  ///< by stage, then the most frequent first
    std::vector<mean_value> values;     ///< by party @shape{parties}

    bool operator==(const summary&) const = default;
};

/// @brief How many lives, and on how many threads.
struct ensemble_options {
    std::uint64_t runs = 100'000;    ///< lives @range{[1, 10^12]}
    seed_number seed;                ///< of the experiment
    parallel_options parallel = {};  ///< threads, stop, progress (in blocks of lives)
};

/// @brief Lives one life of the experiment: number, and where it is written.
using life_player = std::function<void(std::uint64_t number, record& into)>;

/// @brief Lives many lives and counts.
///
/// Sums are kept in whole numbers of 10^-9, so that they do not depend on the order in which
/// threads add them up; times are counted by day. Memory does not grow with the number of lives.
/// @param in      the world
/// @param options how many
/// @return the counts
/// @throws std::invalid_argument no lives, or too many; a world without talks to draw
/// @complexity{O(runs) lives}; thread-safe
/// @test tests/life/ensemble.cpp "threads change nothing"
[[nodiscard]] summary live_many(const world& in, const ensemble_options& options);

/// @brief The same with lives that somebody else lives: each with talks of its own.
/// @param in          the world
/// @param options     how many
/// @param make_player called once on each thread that works
/// @return the counts
/// @throws std::invalid_argument no lives, or too many, or what a player throws
/// @complexity{O(runs) calls}; thread-safe
/// @test tests/life/ensemble.cpp "talks played for each life or drawn come to the same"
/// @overload
[[nodiscard]] summary live_many(const world& in, const ensemble_options& options,
                                const std::function<life_player()>& make_player);

}  // namespace negotiation::life
