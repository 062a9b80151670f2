#pragma once

/// @file
/// A party's preferences as exact whole numbers. Expects a scenario that `validate` found sound.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/bargaining.hpp>
#include <negotiation/model/keeney_raiffa.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>

#include "scenario/freeze_constraint.hpp"

namespace negotiation::detail {

inline const party* find_agent(const scenario& world, const std::string& name) {
    for (const auto* group : {&world.parties, &world.onlookers}) {
        for (const party& who : *group) {
            if (who.name == name) {
                return &who;
            }
        }
    }
    return nullptr;
}

/// The values a party gives the options of an issue, its own or those it shares.
inline std::vector<double> values_of(const scenario& world, const party& who, const issue& of) {
    const party* owner = &who;
    for (std::size_t hops = 0;
         owner != nullptr && hops <= world.parties.size() + world.onlookers.size(); ++hops) {
        for (const auto& [name, f] : owner->values) {
            if (name == of.name) {
                return option_values(f, of);
            }
        }
        owner = owner->values_from.empty() ? nullptr : find_agent(world, owner->values_from);
    }
    return std::vector<double>(of.options.size(), 0.0);
}

/// A term in units, before it is known how coarse the grains may be.
struct unit_term {
    std::vector<issue_id> issues;
    std::vector<units> values;
};

/// Every combination of options of some issues, last fastest.
template <class Visit>
void for_each_combination(const std::vector<std::size_t>& sizes, Visit visit) {
    std::vector<std::size_t> at(sizes.size(), 0);
    const std::size_t total = std::accumulate(sizes.begin(), sizes.end(), std::size_t{1},
                                              [](std::size_t a, std::size_t b) { return a * b; });
    for (std::size_t n = 0; n < total; ++n) {
        visit(at, n);
        for (std::size_t k = sizes.size(); k-- > 0 && ++at[k] == sizes[k];) {
            at[k] = 0;
        }
    }
}

inline unit_term interaction_term(const scenario& world, const party& who,
                                  const interaction& together) {
    unit_term term;
    std::vector<std::size_t> sizes;
    std::vector<std::vector<double>> values;
    for (const std::string& name : together.issues) {
        term.issues.push_back(issue_place(world, name));
        const issue& of = world.issues[term.issues.back()];
        sizes.push_back(of.options.size());
        values.push_back(values_of(world, who, of));
    }
    for_each_combination(sizes, [&](const std::vector<std::size_t>& at, std::size_t n) {
        long double product = together.weight;
        if (together.table.empty()) {
            for (std::size_t k = 0; k < at.size(); ++k) {
                product *= values[k][at[k]];
            }
        } else {
            product *= together.table[n];
        }
        term.values.push_back(to_units(product));
    });
    return term;
}

/// One-issue terms: w v, or logarithms in a multiplicative model.
inline unit_term weighted_term(const scenario& world, const party& who, const std::string& name,
                               double weight, double k) {
    const issue_id id = issue_place(world, name);
    unit_term term{{id}, {}};
    for (const double value : values_of(world, who, world.issues[id])) {
        const long double product = static_cast<long double>(weight) * value;
        term.values.push_back(
            to_units(k == 0.0 ? product : logarithmic_term(k, static_cast<double>(product))));
    }
    return term;
}

inline units common_divisor(const std::vector<unit_term>& terms) {
    units divisor = 0;
    for (const unit_term& term : terms) {
        for (const units value : term.values) {
            units a = value < 0 ? -value : value;
            while (a != 0) {
                std::swap(divisor %= a, a);
            }
        }
    }
    return divisor == 0 ? 1 : divisor;
}

/// Sums of any options must stay inside 62 bits of grains, so that sums and differences of sums
/// never overflow.
inline void check_span(const std::vector<unit_term>& terms, units grain, const std::string& who) {
    units span = 0;
    for (const unit_term& term : terms) {
        units most = 0;
        for (const units value : term.values) {
            most = std::max(most, (value < 0 ? -value : value) / grain);
        }
        span += most;
    }
    if (span >= (units{1} << 62)) {
        throw scenario_error(
            {{"party[\"" + who + "\"]",
              fmt::format("utilities are too large to be summed exactly; got up "
                          "to {:.3g} in steps of {:.3g}; scale them down or round "
                          "them to fewer decimals",
                          from_units(span) * static_cast<double>(grain), from_units(grain))}});
    }
}

/// @param grain divides every term
inline utility_function in_grains(const std::vector<unit_term>& terms, units grain,
                                  const std::string& who) {
    utility_function f;
    f.scale.grain = grain;
    check_span(terms, f.scale.grain, who);
    for (const unit_term& term : terms) {
        utility_term exact{term.issues, {}};
        exact.values.reserve(term.values.size());
        for (const units value : term.values) {
            exact.values.push_back(static_cast<grains>(value / f.scale.grain));
        }
        f.terms.push_back(std::move(exact));
    }
    return f;
}

inline utility_function freeze_utility(const scenario& world, const party& who) {
    std::vector<double> weights;
    for (const auto& [name, weight] : who.weights) {
        weights.push_back(weight);
    }
    const double k =
        who.combine == aggregation::multiplicative ? keeney_raiffa_constant(weights) : 0;
    std::vector<unit_term> terms;
    for (const auto& [name, weight] : who.weights) {
        if (weight < 0 || weight > 0) {
            terms.push_back(weighted_term(world, who, name, weight, k));
        }
    }
    for (const interaction& together : who.interactions) {
        terms.push_back(interaction_term(world, who, together));
    }
    utility_function f = in_grains(terms, common_divisor(terms), who.name);
    f.scale.multiplicative = k;
    f.scale.risk = who.risk;
    f.scale.reservation = who.reservation;
    return f;
}

/// The reservation value on the scale of the sums of terms.
inline units freeze_reservation(const party& who, const utility_scale& scale) {
    const double k = scale.multiplicative;
    if (k == 0.0) {
        return to_units(who.reservation);
    }
    if (k * who.reservation <= -1) {
        // Beyond the model's asymptote: below every value when K > 0, above every one when K < 0.
        return to_units(k > 0 ? -1e6L : 1e6L);
    }
    return to_units(logarithmic_term(k, who.reservation));
}

/// The least sum at or above the reservation value, or equal to it but for rounding.
inline grains freeze_threshold(const utility_function& f, units reservation) {
    const units grain = f.scale.grain;
    const units least = reservation - rounding_slack(f);
    const units floor = least / grain - (least % grain < 0 ? 1 : 0);
    const units ceiling = floor + (floor * grain < least ? 1 : 0);
    constexpr units bound = units{1} << 62;
    return static_cast<grains>(std::clamp(ceiling, -bound, bound));
}

}  // namespace negotiation::detail
