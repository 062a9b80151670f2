#pragma once

/// @file
/// One world, looked at as far as somebody asks: what headlines and conclusions share.

#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/model/count.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>

#include "question/scope_worth.hpp"

namespace negotiation::question::detail {

/// @brief How a deal is carried out in the order that misses beliefs by least.
struct carrying_look {
    std::optional<double> trust;      ///< the least; nothing where every order is infeasible
    std::optional<double> shortfall;  ///< nothing where that is so, or beliefs are not known
    bool known = true;                ///< false: a search used all it may
};

/// @brief Looks at a world when asked, and remembers. One owner; refers to the scenario.
class world_look {
public:
    /// @throws as `set_table`
    world_look(const scenario& world, const std::string& scope,
               const std::optional<publicity>& talks)
        : at_(set_table(world, {scope, talks, {}, {}})) {}

    [[nodiscard]] const seating& at() const noexcept { return at_; }
    [[nodiscard]] const bargaining& table() const noexcept { return at_.frozen.table; }
    [[nodiscard]] std::size_t parties() const noexcept { return at_.parties.size(); }

    /// The table with private red lines only, or with public ones as well.
    [[nodiscard]] bargaining table_in(publicity talks) const;

    /// Efficient deals, as red lines bind.
    [[nodiscard]] const deal::frontier& points();
    [[nodiscard]] const std::optional<deal::fair_deal>& nash();

    /// A sum of gains of the Nash deal, exact; 0 where there is none.
    [[nodiscard]] double joint_gain();

    /// Whether there is a deal; nothing where that could not be found out.
    [[nodiscard]] std::optional<bool> has_deal(publicity talks);

    /// How the Nash deal fares at home, public red lines as the talks have them; nothing without
    /// chambers or deal.
    [[nodiscard]] std::optional<double> passes(std::optional<party_id> home);

    /// The same in one chamber.
    [[nodiscard]] std::optional<double> passes_chamber(const std::string& name);

    /// How the Nash deal lasts; nothing where nothing threatens, or without a deal.
    [[nodiscard]] const std::optional<lasting_view>& lasting();

    /// How the Nash deal is carried out; nothing without steps, or without the deal they need.
    [[nodiscard]] const std::optional<carrying_look>& carrying();

private:
    [[nodiscard]] const frozen_ratification& homes();
    [[nodiscard]] ratification::conditions usual_vote() const;

    seating at_;
    std::optional<deal::frontier> points_;
    std::optional<std::optional<deal::fair_deal>> nash_;
    std::optional<std::optional<lasting_view>> lasting_;
    std::optional<std::optional<carrying_look>> carrying_;
    std::optional<frozen_ratification> homes_;
};

}  // namespace negotiation::question::detail
