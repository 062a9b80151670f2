#pragma once

/// Where matches are played: a stage and all that is made for it once.

#include <memory>
#include <string>
#include <vector>

#include <negotiation/laboratory/tournament.hpp>

namespace negotiation::laboratory {

/// A contestant made for a seat, to be copied; or why it could not be made.
struct prototype {
    std::unique_ptr<const talks::any_strategy> agent;
    std::string why;
};

/// A way of talking made for a stage; or why it could not be made.
struct way {
    mediation_choice::prepared ready;
    std::string why;
};

/// A stage with everything that does not change from match to match.
struct hall {
    talks::arena at;
    yardstick measure;
    bool secret = false;
    std::vector<std::vector<prototype>> seats = {};  ///< by seat, by contestant
    std::vector<way> ways = {};                      ///< by mediation
};

/// Halls stay where they are: an agent may look at its arena for as long as it lives.
[[nodiscard]] std::vector<hall> open_halls(const std::vector<stage>& stages,
                                           const std::vector<contestant>& contestants,
                                           const tournament_options& options);

/// What a stage is, and how it went there over all matches, from their sums.
[[nodiscard]] stage_result result_of(const hall& in, const std::string& name,
                                     const pairing_result& sums);

}  // namespace negotiation::laboratory
