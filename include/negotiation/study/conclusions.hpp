#pragma once

/// @file
/// In how many worlds conclusions hold. Compiled in the library negotiation::negotiation
/// (src/study/conclusions.cpp).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <negotiation/model/proportion.hpp>
#include <negotiation/parallel.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::study {

/// @brief What holds in a world: yes, no, or nothing where that could not be found out. As many
/// verdicts for every world, in the same order. Called on several threads at once.
using judge = std::function<std::vector<std::optional<bool>>(const scenario&)>;

/// @brief How to draw worlds.
struct conclusion_options {
    double spread = 0.1;             ///< see `sample_assumptions` @range{[0, 1)}
    std::size_t worlds = 200;        ///< how many @range{[1, 10^6]}
    std::uint64_t seed = 1;          ///< of all that is drawn
    parallel_options parallel = {};  ///< threads, stop, progress (in worlds)
};

/// @brief How often one conclusion holds.
struct conclusion_share {
    std::size_t holds = 0;   ///< worlds in which it does
    std::size_t judged = 0;  ///< worlds in which it was found out whether it does
    proportion share = {};   ///< of those judged, with Wilson's 95 % interval

    bool operator==(const conclusion_share&) const = default;
};

/// @brief Shares over worlds.
struct conclusion_shares {
    std::vector<conclusion_share> shares;  ///< by conclusion; empty where no world was looked at
    std::size_t planned = 0;               ///< worlds asked for
    std::size_t worlds = 0;                ///< looked at; fewer after a stop
};

/// @brief Draws worlds as `sample_assumptions` does, and counts in how many each conclusion holds.
/// @param world   a sound scenario
/// @param of      what holds in a world
/// @param options how
/// @return shares, the same for any number of threads unless it was stopped
/// @throws std::invalid_argument options out of range; what the judge throws, of the first such
/// world
/// @complexity{worlds}; thread-safe where the judge is
/// @source{wilson1927, Wilson 1927\, Journal of the American Statistical Association 22}
/// @test tests/study/conclusions.cpp "a threshold on one number holds as often as it is drawn"
[[nodiscard]] conclusion_shares conclusions(const scenario& world, const judge& of,
                                            const conclusion_options& options = {});

}  // namespace negotiation::study
