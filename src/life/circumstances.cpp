#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/sequence/section.hpp>

namespace negotiation::life {

namespace {

/// Days from signature to the decision of a chamber.
[[nodiscard]] double review_of(const scenario& world, const std::string& chamber) {
    const auto& all = world.ratification.chambers;
    return std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == chamber; })
        ->days;
}

[[nodiscard]] const party& agent_named(const scenario& world, const std::string& name) {
    for (const std::vector<party>* group : {&world.parties, &world.onlookers}) {
        for (const party& one : *group) {
            if (one.name == name) {
                return one;
            }
        }
    }
    throw std::invalid_argument("life: no party '" + name + "'");
}

[[nodiscard]] std::vector<double> beliefs_of(const scenario& world,
                                             const std::vector<std::string>& parties) {
    std::vector<double> beliefs;
    for (const std::string& name : parties) {
        const double belief =
            world.sequence ? sequence::number_of(world.sequence->trust, name, -1) : -1;
        if (belief < 0) {
            return {};
        }
        beliefs.push_back(belief);
    }
    return beliefs;
}

[[nodiscard]] std::vector<double> chances_of(const std::vector<double>& beliefs,
                                             std::size_t parties) {
    if (beliefs.empty() || parties < 2) {
        return std::vector<double>(parties, 1);
    }
    const double others = static_cast<double>(parties - 1);
    std::vector<double> chances;
    for (std::size_t j = 0; j < parties; ++j) {
        double sum = 0;
        for (std::size_t i = 0; i < parties; ++i) {
            sum += i == j ? 0 : std::pow(beliefs[i], 1 / others);
        }
        chances.push_back(sum / others);
    }
    return chances;
}

/// Lives meet events in the order of their dates.
void sort_by_date(frozen_survival& of) {
    std::vector<std::size_t> order(of.events.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return of.events[a].days < of.events[b].days;
    });
    frozen_survival sorted = of;
    for (std::size_t k = 0; k < order.size(); ++k) {
        sorted.events[k] = of.events[order[k]];
        sorted.event_names[k] = of.event_names[order[k]];
    }
    of = std::move(sorted);
}

}  // namespace

circumstances gather(const scenario& world, const problem& frozen,
                     const std::vector<std::string>& parties, const conduct& how) {
    circumstances in;
    in.world = &world;
    in.frozen = &frozen;
    in.parties = parties;
    in.how = how;
    if (world.ratification.chambers.empty()) {
        in.homes.homes.resize(parties.size());
        in.homes.chambers.resize(parties.size());
    } else {
        in.homes = freeze_ratification(world, parties, how.alternative);
    }
    for (const std::vector<std::string>& home : in.homes.chambers) {
        for (const std::string& chamber : home) {
            in.review.push_back(review_of(world, chamber));
        }
    }
    in.lasting = freeze_survival(world, parties);
    sort_by_date(in.lasting);
    in.trust = beliefs_of(world, parties);
    in.trustworthy = chances_of(in.trust, parties.size());
    for (const std::string& name : parties) {
        in.patience.push_back(agent_named(world, name).patience.value_or(discount{}));
    }
    return in;
}

}  // namespace negotiation::life
