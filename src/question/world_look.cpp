#include "question/world_look.hpp"

#include <algorithm>
#include <utility>

#include <negotiation/deal/zone.hpp>
#include <negotiation/ratification/passage.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/beam.hpp>
#include <negotiation/sequence/ideal_lattice.hpp>
#include <negotiation/sequence/least_trust.hpp>

#include "question/lookups.hpp"

namespace negotiation::question::detail {

namespace {

namespace seq = negotiation::sequence;

/// Beliefs of the file; none where one party has none.
[[nodiscard]] std::vector<double> beliefs_in(const seating& at) {
    std::vector<double> beliefs;
    for (const std::string& name : party_names(at)) {
        beliefs.push_back(seq::number_of(at.world->sequence->trust, name, -1));
        if (beliefs.back() < 0) {
            return {};
        }
    }
    return beliefs;
}

[[nodiscard]] double greatest_lack(const seq::order_report& report,
                                   const std::vector<double>& beliefs) {
    double most = 0;
    for (party_id i = 0; i < beliefs.size(); ++i) {
        most = std::max(most, seq::probability_of(report.by_party[i]) - beliefs[i]);
    }
    return most;
}

/// An order that is given, or the only one that is followed.
[[nodiscard]] carrying_look look_at(const seq::order_report& report,
                                    const std::vector<double>& beliefs) {
    if (!report.feasible()) {
        return {};
    }
    const double trust = seq::probability_of(seq::greatest(report));
    return {trust, beliefs.empty() ? std::optional<double>() : greatest_lack(report, beliefs),
            true};
}

/// The least trust, and what the order that suits beliefs best misses.
[[nodiscard]] carrying_look search_orders(const seq::exchange& made,
                                          const std::vector<std::size_t>& names,
                                          const std::vector<double>& beliefs) {
    constexpr std::size_t most_ideals = 200'000;
    const seq::ideal_lattice lattice(made.order(), most_ideals);
    if (!lattice.complete()) {
        return {std::nullopt, std::nullopt, false};
    }
    constexpr std::size_t most_labels = 1'000'000;
    const seq::search_options how{{}, most_labels};
    const auto least = seq::least_trust_order(made, lattice, names, how);
    if (least.status != seq::search_status::found) {
        return {std::nullopt, std::nullopt, least.status == seq::search_status::infeasible};
    }
    carrying_look look = look_at(least.best, beliefs);
    if (!beliefs.empty() && *look.shortfall > 0) {
        const auto nearest = seq::least_shortfall_order(made, lattice, beliefs, how);
        if (nearest.status == seq::search_status::found) {
            look.shortfall = nearest.shortfall;
        } else {
            look.shortfall.reset();
            look.known = false;
        }
    }
    return look;
}

}  // namespace

bargaining world_look::table_in(publicity talks) const {
    return with_red_lines(table(), [&](party_id, const bargaining::line& line) {
        return talks == publicity::open || !line.is_public;
    });
}

const deal::frontier& world_look::points() {
    if (!points_) {
        points_ = deal::pareto_frontier(table());
    }
    return *points_;
}

const std::optional<deal::fair_deal>& world_look::nash() {
    if (!nash_) {
        nash_.emplace(deal::nash(points(), table()));
    }
    return *nash_;
}

double world_look::joint_gain() {
    double sum = 0;
    for (party_id i = 0; nash() && i < parties(); ++i) {
        sum += gain_of(at_, i, nash()->deal);
    }
    return sum;
}

std::optional<bool> world_look::has_deal(publicity talks) {
    const bargaining other = table_in(talks);
    if (other == table() && !points().refused) {
        return points().size() > 0;
    }
    return deal::any_deal(other);
}

const frozen_ratification& world_look::homes() {
    if (!homes_) {
        homes_ = freeze_ratification(*at_.world, party_names(at_));
    }
    return *homes_;
}

std::optional<double> world_look::passes(std::optional<party_id> home) {
    if (at_.world->ratification.chambers.empty() || !nash()) {
        return std::nullopt;
    }
    double chance = 1;
    for (party_id i = 0; i < homes().homes.size(); ++i) {
        if (!home || *home == i) {
            chance *= ratification::passage_of(homes().homes[i], table().space, nash()->deal,
                                               usual_vote())
                          .probability;
        }
    }
    return chance;
}

std::optional<double> world_look::passes_chamber(const std::string& name) {
    for (party_id i = 0; nash() && i < homes().homes.size(); ++i) {
        for (std::size_t c = 0; c < homes().chambers[i].size(); ++c) {
            if (homes().chambers[i][c] == name) {
                return ratification::passage_of(homes().homes[i], c, table().space, nash()->deal,
                                                usual_vote())
                    .probability;
            }
        }
    }
    return std::nullopt;
}

ratification::conditions world_look::usual_vote() const {
    return {ratification::members::common_shock, at_.talks == publicity::open};
}

const std::optional<lasting_view>& world_look::lasting() {
    if (!lasting_) {
        lasting_.emplace(nash() ? lasting_of(at_, nash()->deal) : std::nullopt);
    }
    return *lasting_;
}

const std::optional<carrying_look>& world_look::carrying() {
    if (carrying_) {
        return *carrying_;
    }
    carrying_.emplace();
    const scenario& world = *at_.world;
    const bool needs = steps_need_deal(world);
    if (!world.sequence || world.sequence->steps.empty() || (needs && !nash())) {
        return *carrying_;
    }
    const frozen_sequence steps =
        freeze_sequence(world, at_.frozen, party_names(at_), "",
                        needs ? std::optional(nash()->deal) : std::nullopt);
    const seq::exchange made(steps.agreement);
    const std::vector<double> beliefs = beliefs_in(at_);
    *carrying_ = steps.order.empty() ? search_orders(made, steps.names, beliefs)
                                     : look_at(seq::walk(made, steps.order, {}), beliefs);
    return *carrying_;
}

}  // namespace negotiation::question::detail
