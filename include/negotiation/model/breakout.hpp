#pragma once

/// @file
/// Breakout time: how long declared machines need, from declared stock, for one weapon's worth.

#include <optional>
#include <string>
#include <vector>

#include <negotiation/model/option_label.hpp>

namespace negotiation {

/// @brief Some uranium in the stock.
struct stock_lot {
    double kilograms = 0;        ///< uranium, not UF6 @unit{kg} @range{[0, inf)}
    double enrichment = 0;       ///< @unit{% U-235} @range{(0, 100)}
    bool at_most_level = false;  ///< held down to the enrichment level that the deal allows

    bool operator==(const stock_lot&) const = default;
};

/// @brief The cascade arithmetic that a breakout estimate rests on.
struct breakout_terms {
    double product = 90;            ///< enrichment of the goal @unit{% U-235}
    double quantity = 25;           ///< uranium at that enrichment @unit{kg}
    double feed = 0.711;            ///< natural uranium @unit{% U-235}
    double tails = 0.3;             ///< @unit{% U-235}
    double work_per_machine = 0.9;  ///< @unit{kg SWU a machine and year} @range{(0, inf)}

    bool operator==(const breakout_terms&) const = default;
};

/// @brief A quantity a scenario reports of every deal though nobody's utility contains it: the
/// months to one significant quantity, from the issues that fix level, stock and machines.
///
/// Options without a level, or with no machines, have no breakout time.
struct breakout {
    /// @brief What an option of the enrichment issue allows.
    struct level {
        option_label option;  ///< of the enrichment issue
        double percent = 0;   ///< @unit{% U-235}
        bool operator==(const level&) const = default;
    };
    /// @brief What an option of the stock issue holds; several rows add up.
    struct holding {
        option_label option;  ///< of the stock issue
        stock_lot lot;        ///< some of what it holds
        bool operator==(const holding&) const = default;
    };

    std::string name;               ///< key of the quantity in answers
    std::string enrichment_issue;   ///< its options allow a level
    std::string stock_issue;        ///< its options hold lots
    std::string machines_issue;     ///< its options are numbers of machines
    breakout_terms terms;           ///< the cascade arithmetic
    std::vector<level> levels;      ///< at most one an option
    std::vector<holding> holdings;  ///< any number an option
    std::string source;             ///< id of a source, may be empty
    std::string note;               ///< free text, may be empty

    bool operator==(const breakout&) const = default;
};

/// @brief Months that `machines` need for the goal, the richest stock first, then natural feed.
///
/// An ideal-cascade lower bound; do not present it as an intelligence estimate.
///
/// @param terms    the cascade arithmetic
/// @param stock    lots of uranium; those no richer than natural feed save nothing
/// @param machines @range{[0, inf)}
/// @return months, or nothing when there are no machines
/// @throws std::invalid_argument a share that is needed lies outside the order tails < feed <
/// product
/// @complexity{O(lots log lots)}; thread-safe
/// @test tests/model/breakout.cpp "the JCPOA's limits give about ten months"
[[nodiscard]] std::optional<double> breakout_months(const breakout_terms& terms,
                                                    std::vector<stock_lot> stock, double machines);

/// @brief Breakout time of a deal that takes these options.
/// @param quantity   levels, holdings and arithmetic
/// @param enrichment option that the deal takes on the enrichment issue
/// @param stock      option that it takes on the stock issue
/// @param machines   number of machines @range{[0, inf)}
/// @return months, or nothing where the enrichment option has no level or there are no machines
/// @throws std::invalid_argument a share that is needed lies outside the order tails < feed <
/// product
/// @complexity{O(levels + holdings + lots log lots)}; thread-safe
/// @test tests/model/breakout.cpp "a deal's options fix level and stock and machines"
[[nodiscard]] std::optional<double> breakout_months(const breakout& quantity,
                                                    const option_label& enrichment,
                                                    const option_label& stock, double machines);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>

#include <negotiation/model/separative_work.hpp>

namespace negotiation {

inline std::optional<double> breakout_months(const breakout_terms& terms,
                                             std::vector<stock_lot> stock, double machines) {
    if (!(machines > 0)) {
        return std::nullopt;
    }
    std::stable_sort(stock.begin(), stock.end(), [](const stock_lot& a, const stock_lot& b) {
        return a.enrichment > b.enrichment;
    });
    const double x_product = terms.product / 100;
    const double x_tails = terms.tails / 100;
    double missing = terms.quantity;
    double work = 0;
    for (const stock_lot& lot : stock) {
        const double x = lot.enrichment / 100;
        if (missing <= 0 || x <= terms.feed / 100) {
            break;
        }
        if (x >= x_product) {
            missing -= lot.kilograms;
            continue;
        }
        const double product =
            std::min(missing, lot.kilograms * (x - x_tails) / (x_product - x_tails));
        work += separative_work(product, x_product, x, x_tails).work;
        missing -= product;
    }
    if (missing > 0) {
        work += separative_work(missing, x_product, terms.feed / 100, x_tails).work;
    }
    return 12 * work / (machines * terms.work_per_machine);
}

inline std::optional<double> breakout_months(const breakout& quantity,
                                             const option_label& enrichment,
                                             const option_label& stock, double machines) {
    const auto level = std::find_if(
        quantity.levels.begin(), quantity.levels.end(),
        [&](const breakout::level& row) { return same_option(row.option, enrichment); });
    if (level == quantity.levels.end()) {
        return std::nullopt;
    }
    std::vector<stock_lot> lots;
    for (const breakout::holding& row : quantity.holdings) {
        if (same_option(row.option, stock)) {
            lots.push_back(row.lot);
            if (row.lot.at_most_level) {
                lots.back().enrichment = std::min(row.lot.enrichment, level->percent);
            }
        }
    }
    return breakout_months(quantity.terms, std::move(lots), machines);
}

}  // namespace negotiation
