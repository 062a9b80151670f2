#pragma once

/// @file
/// Headlines that are read off the answer of a verb.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/headline.hpp>
#include <negotiation/question/seating.hpp>

namespace negotiation::question::detail {

/// @brief `deals.nash["United States"]` of `deals.nash`.
[[nodiscard]] inline std::string with_key(const std::string& name, const std::string& key) {
    return name + "[\"" + key + "\"]";
}

/// @brief A headline, and the verb that is asked for it.
struct played_headline {
    question::headline of;
    std::function<study::finding(const scenario&, const headline_options&)> ask;
};

/// @brief Of run, equilibrium, mediate and race.
[[nodiscard]] std::vector<played_headline> talk_headlines(const scenario& world);

/// @brief Of tournaments, by strategy of the line-up.
[[nodiscard]] std::vector<played_headline> tournament_headlines(
    const std::vector<std::string>& strategies);

/// @brief Of tranches, verify and life.
[[nodiscard]] std::vector<played_headline> answer_headlines(const scenario& world);

/// @brief When half of deals like this, once carried out, have ended; nothing where more than half
/// outlast the horizon. @unit{months}
[[nodiscard]] std::optional<double> median_months(const seating& at, const outcome& deal);

}  // namespace negotiation::question::detail
