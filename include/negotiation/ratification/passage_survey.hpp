#pragma once

/// @file
/// How likely every deal of a space is to pass. Compiled in the library negotiation::negotiation
/// (src/ratification/passage_survey.cpp).

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <negotiation/model/bargaining.hpp>
#include <negotiation/ratification/passage.hpp>

namespace negotiation::ratification {

/// @brief Which deals a question looks at.
enum class deal_range : std::uint8_t {
    feasible,   ///< all that constraints leave
    acceptable  ///< those that every party at the table would sign: the zone
};

/// @brief What was looked at.
struct passage_survey {
    std::uint64_t deals = 0;       ///< visited
    std::size_t combinations = 0;  ///< of values to the factions of a home, each worked out once
    double error = 0;              ///< largest of any probability, as in `passage`

    bool operator==(const passage_survey&) const = default;
};

/// @brief Where listing deals stops being an answer.
inline constexpr std::uint64_t most_deals_surveyed = 200'000'000;

/// @brief What is done with a deal: the deal, and the probability that it passes in each home.
/// Both are good during the call only.
using passage_visit = std::function<void(const outcome&, const std::vector<double>&)>;

/// @brief Visits deals in enumeration order with the probability that each home ratifies.
///
/// Deals differ in millions of ways, but far fewer combinations of values to the factions of one
/// home occur, since weights and values are round numbers: each combination is worked out once, and
/// the same way as `passage_of` does for one deal, so that the numbers are the same to the last
/// bit.
/// @param table the problem; parties' binding red lines and reservation values count where the
///              range is what is acceptable
/// @param homes everyone at home, by party @shape{any}
/// @param range which deals
/// @param how   whether there is a mood, and whether factions stand by public red lines
/// @param visit what to do with each
/// @return what was looked at; nothing where the space has more than `most_deals_surveyed` deals
/// before constraints, none of which is visited
/// @complexity{O(deals factions) and the integrals of the combinations, whose memory it takes};
/// thread-safe as far as `visit` is
/// @source{putnam1988, Putnam 1988\, Diplomacy and domestic politics}
/// @test tests/ratification/passage_survey.cpp "a survey says of every deal what is said of it
/// alone"
std::optional<passage_survey> survey_passages(const bargaining& table,
                                              const std::vector<home>& homes, deal_range range,
                                              const conditions& how, const passage_visit& visit);

}  // namespace negotiation::ratification
