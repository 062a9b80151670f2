#pragma once

/// @file
/// What is asked when somebody asks who goes first: the table, the deal, the beliefs, the steps.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <negotiation/question/seating.hpp>
#include <negotiation/question/sequence.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>

#include "question/order_views.hpp"

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
[[nodiscard]] frozen_sequence steps_alone(const enquiry& on, const std::string& name);

/// @brief Frozen steps of a variant, or of the scenario kept to an order of that name, with the
/// guarantees and escrows asked about.
[[nodiscard]] frozen_sequence steps_of(const enquiry& on, const std::string& name);

/// @brief What the file says of a variant or an order.
[[nodiscard]] std::string note_of(const scenario& world, const std::string& name);

/// @brief An order by its name, for these steps. @throws std::invalid_argument by names: there is
/// none, it is a variant, or a step comes before one that it waits for
[[nodiscard]] std::vector<sequence::step_id> order_asked_for(const enquiry& on,
                                                             const order_namer& names,
                                                             const std::string& name);

/// @brief An order of the file may not suit a variant. @throws std::invalid_argument by names
void check_order(const order_namer& names, const std::vector<sequence::step_id>& order,
                 const std::string& name);

/// @brief The order that the deal itself takes, where that was on the table; else empty.
[[nodiscard]] std::string order_agreed(const enquiry& on);

/// @brief What keeps the steps of an order honest that can be faked.
[[nodiscard]] std::vector<honesty_view> honesty_views(const enquiry& on,
                                                      const frozen_sequence& steps,
                                                      std::span<const sequence::step_id> order);

/// @brief On how many assumed numbers carrying out rests, as written and in some variants.
[[nodiscard]] std::size_t assumed_numbers_of_carrying_out(const enquiry& on,
                                                          const std::vector<std::string>& variants);

}  // namespace negotiation::question::detail
