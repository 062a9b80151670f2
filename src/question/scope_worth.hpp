#pragma once

/// @file
/// What a scope is worth in one world: what the comparison and the search for flips share.

#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/question/scope.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/survival/survival_curve.hpp>

namespace negotiation::question::detail {

/// @brief One scope of a scenario at the table.
struct scope_at_table {
    seating at;
    std::vector<issue_id> extra;  ///< issues beyond the scope that it contains; empty without one
    std::string beyond;           ///< that scope
};

/// @brief Scopes in the order asked for. @throws as `scope`
[[nodiscard]] std::vector<scope_at_table> set_scopes(const scenario& world,
                                                     const std::vector<std::string>& names,
                                                     const scope_options& options);

/// @brief The same with its further issues made to move.
[[nodiscard]] bargaining linked_table(const scope_at_table& of);

/// @brief The Nash deal, or nothing; why it could not be looked for.
struct nash_found {
    std::optional<deal::fair_deal> deal;
    std::optional<deal::refusal> refused;
};

[[nodiscard]] nash_found nash_of(const bargaining& table, const deal::budget& limits);

/// @brief Whether a deal passes at home; nothing without chambers.
[[nodiscard]] std::optional<passing_view> passing_of(const seating& at, const outcome& deal);

/// @brief Whether a deal lasts; nothing where nothing threatens.
[[nodiscard]] std::optional<lasting_view> lasting_of(const seating& at, const outcome& deal);

/// @brief What may end a deal once it is carried out, up to the horizon.
struct lasting_dangers {
    survival::dangers all;  ///< spikes aside, events as if the talks ended at once
    double horizon = 0;     ///< @unit{days}
};

/// @brief The same that `lasting_of` counts; of a scenario with hazards or events.
[[nodiscard]] lasting_dangers dangers_of(const seating& at, const outcome& deal);

/// @brief The product times the chance of passing and of lasting twelve months.
[[nodiscard]] double expected_of(double product, const std::optional<passing_view>& passing,
                                 const std::optional<lasting_view>& lasting);

/// @brief What the search for flips compares: by scope, 0 without a deal.
struct scope_worths {
    std::vector<double> linked;    ///< product where linkage is mandatory
    std::vector<double> expected;  ///< see `expected_of`
};

/// @brief Nothing where a search was refused.
[[nodiscard]] std::optional<scope_worths> worths_of(const scenario& world,
                                                    const std::vector<std::string>& names,
                                                    const scope_options& options);

/// @brief The first of the greatest.
[[nodiscard]] std::size_t best_of(const std::vector<double>& worths);

/// @brief Finds the flips. Fills `tried`, `evaluations`, `complete` and `flips`.
void find_flips(const scenario& world, const std::vector<std::string>& names,
                const scope_options& options, scope_answer& into);

}  // namespace negotiation::question::detail
