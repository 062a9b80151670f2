#pragma once

/// @file
/// How good an ending is for all of the parties: its distance to what theory calls efficient and
/// fair. Compiled in the library negotiation::negotiation (src/laboratory/yardstick.cpp).

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::laboratory {

/// @brief What endings are measured against.
enum class mark : std::size_t {
    pareto,             ///< the nearest efficient deal of the zone
    nash,               ///< greatest product of gains
    kalai_smorodinsky,  ///< greatest least share of the ideal gain
    egalitarian,        ///< greatest least gain
    utilitarian         ///< greatest sum of utilities
};

/// @brief All marks, in order.
inline constexpr std::array marks{mark::pareto, mark::nash, mark::kalai_smorodinsky,
                                  mark::egalitarian, mark::utilitarian};

/// @brief The name of a mark.
/// @param m any
/// @return as in JSON
/// @complexity{O(1)}; thread-safe
/// @test tests/laboratory/yardstick.cpp "marks have names"
[[nodiscard]] constexpr const char* to_string(mark m) noexcept {
    switch (m) {
        case mark::pareto:
            return "pareto";
        case mark::nash:
            return "nash";
        case mark::kalai_smorodinsky:
            return "kalai_smorodinsky";
        case mark::egalitarian:
            return "egalitarian";
        case mark::utilitarian:
            return "utilitarian";
    }
    return "";
}

/// @brief A number for each mark; nothing where there is no such deal to measure against.
using distances = std::array<std::optional<double>, marks.size()>;

/// @brief The frontier and the fair deals of a problem, found once and asked often.
///
/// Distances are Euclidean, in utility. What is measured is a point of utilities, so an end without
/// a deal has a distance too: that of what the parties are left with. Where no deal suits all of
/// them, or the frontier could not be found, there is nothing to measure against.
/// @thread const access is safe
/// @test tests/laboratory/yardstick.cpp "distances are those that a walk along the frontier finds"
class yardstick {
public:
    /// @brief Searches a problem.
    /// @param table  the problem; binding red lines are applied
    /// @param limits what the search may use
    /// @throws std::invalid_argument no party, or more than 128
    /// @complexity{that of `pareto_frontier`}
    /// @test tests/laboratory/yardstick.cpp "distances are those that a walk along the frontier
    /// finds"
    explicit yardstick(const bargaining& table, const deal::budget& limits = {});

    /// @brief How far a point of utilities is from each mark.
    /// @param utilities of the parties @shape{parties}
    /// @return distances @unit{utility}
    /// @complexity{O(points of the frontier * parties) at worst, mostly few of them}; thread-safe
    /// @test tests/laboratory/yardstick.cpp "distances are those that a walk along the frontier
    /// finds"
    [[nodiscard]] distances to(std::span<const double> utilities) const;

    /// @brief Number of efficient points in the zone.
    /// @return 0 for an empty zone, and where `refused`
    [[nodiscard]] std::size_t efficient() const noexcept { return points_.size(); }

    /// @brief The four fair deals.
    /// @return absent where the frontier is empty
    [[nodiscard]] const deal::fair_deals& fair() const noexcept { return fair_; }

    /// @brief Why there is no frontier though there may be a zone.
    /// @return empty where it was found
    [[nodiscard]] const std::string& refused() const noexcept { return refused_; }

private:
    [[nodiscard]] double to_frontier(std::span<const double> utilities) const;

    deal::frontier points_;
    deal::fair_deals fair_;
    std::string refused_;
};

}  // namespace negotiation::laboratory
