#pragma once

/// @file
/// What is asked when somebody asks who goes first: the table, the deal, the beliefs, the steps.

#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/seating.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

namespace negotiation::question::detail {

/// @brief What every variant of a question shares.
struct enquiry {
    seating at;
    std::vector<std::string> parties;
    std::optional<outcome> deal;
    std::string deal_name;
    std::vector<double> beliefs;    ///< empty where they are not known
    std::vector<double> discounts;  ///< what a day's delay leaves, by party; empty where nobody
                                    ///< minds waiting
    const sequence_options* asked = nullptr;
};

/// @throws std::invalid_argument as `sequence`
[[nodiscard]] enquiry enquire(const scenario& world, const sequence_options& asked);

[[nodiscard]] bool is_variant(const scenario& world, const std::string& name);

/// @brief Frozen steps of a variant, or of the scenario kept to an order of that name.
[[nodiscard]] frozen_sequence steps_of(const enquiry& on, const std::string& name);

/// @brief What the file says of a variant or an order.
[[nodiscard]] std::string note_of(const scenario& world, const std::string& name);

}  // namespace negotiation::question::detail
