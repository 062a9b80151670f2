#pragma once

/// A match as a row of a store, and back.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/laboratory/store.hpp>

#include "laboratory/database.hpp"

namespace negotiation::laboratory {

/// A row is not what a store has written.
struct changed_by_hand : std::runtime_error {
    explicit changed_by_hand(const std::string& how)
        : std::runtime_error("a row was changed by hand; " + how) {}
};

/// Lists are written as JSON, numbers as short as they can be and still be read back exactly.
struct stored_row {
    std::int64_t number = 0;
    std::int64_t repeat = 0;
    std::string_view status;  ///< how it ended, or `broken`
    std::int64_t round = 0;
    std::int64_t offers = 0;
    double time = 0;
    double days = 0;
    bool leaked = false;
    std::optional<std::int64_t> deal;  ///< its number in the run
    std::string options;               ///< of the deal
    std::string accepted;
    std::string utilities;
    std::string discounted;  ///< empty: as the utilities
    std::string advantages;
    std::optional<std::int64_t> fault_seat;
    std::string fault;  ///< empty: none

    /// Places of columns, in the order of a select or an insert.
    enum column : int {
        at_number,
        at_repeat,
        at_status,
        at_round,
        at_offers,
        at_time,
        at_days,
        at_leaked,
        at_deal,
        at_options,
        at_accepted,
        at_utilities,
        at_discounted,
        at_advantages,
        at_fault_seat,
        at_fault,
        columns
    };
    /// Their names, with commas between.
    static constexpr std::string_view names =
        "number, repeat, status, round, offers, time, days, leaked, deal, options, accepted, "
        "utilities, discounted, advantages, fault_seat, fault";
};

[[nodiscard]] stored_row row_of(std::size_t number, std::size_t pairings, const match& m,
                                std::span<const option_id> deal);

/// Binds a row, its columns from a place on.
void bind(statement& to, int from, const stored_row& row);

/// Reads a JSON list of places. @throws changed_by_hand it is none
[[nodiscard]] std::vector<std::size_t> places_in(std::string_view list);

/// What a select of `stored_row::names` stands at, and who played, from the pairings of its
/// experiment.
/// @throws std::runtime_error somebody else has changed the row
[[nodiscard]] stored_match read_row(const statement& at, const std::vector<pairing>& pairings);

}  // namespace negotiation::laboratory
