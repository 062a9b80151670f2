#pragma once

/// @file
/// The stream for problems with values that only whole deals have: visit deal by deal, and leave
/// branches that bounds rule out.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <numeric>
#include <vector>

#include "deal/budget_passed.hpp"
#include "deal/staircase.hpp"
#include "deal/stream.hpp"
#include "deal/table.hpp"

namespace negotiation::deal::detail {

/// Depth first over the variables. What a partial deal can still come to is its sum, the most that
/// each variable left can add, and the bounds of derived values.
class bounded_walk {
public:
    /// @param most partial deals it may look at
    bounded_walk(const reduced_problem& p, std::uint64_t most)
        : p_(p),
          most_(most),
          options_(p.variables(), 0),
          deal_(p.settled),
          levels_(p.variables() + 1) {
        for (level& l : levels_) {
            l.most.assign(p.parties, 0);
            l.sums.assign(p.parties, 0);
            l.derived.assign(p.parties, 0);
        }
        for (const joint_term& term : p.terms) {
            levels_[term.variables.back()].terms.push_back(&term);
        }
        for (const joint_ban& ban : p.bans) {
            levels_[ban.variables.back()].bans.push_back(&ban);
        }
        for (std::size_t v = p.variables(); v-- > 0;) {
            rank_options(v);
            for (std::size_t i = 0; i < p.parties; ++i) {
                levels_[v].most[i] = levels_[v + 1].most[i] + most_of(v, i);
            }
        }
    }

    /// @param hopeless (greatest sums by party) -> whether nothing there is of use
    /// @param visit    (options of the variables, sums by party) of every deal that is left, in no
    ///                 particular order
    /// @throws budget_passed
    template <class Hopeless, class Visit>
    void run(const Hopeless& hopeless, const Visit& visit) {
        if (p_.empty) {
            return;
        }
        levels_.front().sums = p_.base;
        bound_derived(0);
        descend(0, hopeless, visit);
    }

private:
    struct level {
        std::vector<grains> most;      ///< that this variable and those after it can add, by party
        std::vector<grains> sums;      ///< so far, by party
        std::vector<grains> derived;   ///< the most that derived values come to, by party
        std::vector<option_id> order;  ///< options, those first that are best for all together
        std::vector<const joint_term*> terms;  ///< complete with this variable
        std::vector<const joint_ban*> bans;    ///< likewise
    };

    [[nodiscard]] grains value(std::size_t v, option_id o, std::size_t i) const {
        return p_.values[v][o * p_.parties + i];
    }

    [[nodiscard]] grains most_of(std::size_t v, std::size_t i) const {
        grains most = value(v, 0, i);
        for (option_id o = 1; o < p_.size(v); ++o) {
            most = std::max(most, value(v, o, i));
        }
        for (const joint_term* term : levels_[v].terms) {
            grains best = term->values[i];
            for (std::size_t k = i; k < term->values.size(); k += p_.parties) {
                best = std::max(best, term->values[k]);
            }
            most += best;
        }
        return most;
    }

    /// Good deals early on rule out more: options by the parties' shares of what each could get.
    void rank_options(std::size_t v) {
        std::vector<double> worth(p_.size(v), 0);
        for (std::size_t i = 0; i < p_.parties; ++i) {
            grains least = value(v, 0, i);
            grains greatest = least;
            for (option_id o = 0; o < p_.size(v); ++o) {
                least = std::min(least, value(v, o, i));
                greatest = std::max(greatest, value(v, o, i));
            }
            const double weight = static_cast<double>(levels_[v + 1].most[i] + greatest) + 1;
            for (option_id o = 0; o < p_.size(v); ++o) {
                worth[o] += static_cast<double>(value(v, o, i) - least) / std::abs(weight);
            }
        }
        level& l = levels_[v];
        l.order.resize(p_.size(v));
        std::iota(l.order.begin(), l.order.end(), option_id{0});
        std::stable_sort(l.order.begin(), l.order.end(),
                         [&](option_id a, option_id b) { return worth[a] > worth[b]; });
    }

    [[nodiscard]] bool banned(std::size_t v) const {
        const auto& bans = levels_[v].bans;
        return std::any_of(bans.begin(), bans.end(),
                           [&](const joint_ban* ban) { return enumeration::hits(*ban, options_); });
    }

    void bound_derived(std::size_t v) {
        std::vector<grains>& derived = levels_[v].derived;
        std::fill(derived.begin(), derived.end(), 0);
        for (const derived_part& part : p_.derived) {
            derived[part.party] += part.bounds(deal_, v).greatest;
        }
    }

    /// A deal: bounds made room for rounding, the value itself does not.
    template <class Hopeless, class Visit>
    void take(const Hopeless& hopeless, const Visit& visit) {
        const std::size_t end = p_.variables();
        std::vector<grains>& derived = levels_[end].derived;
        std::fill(derived.begin(), derived.end(), 0);
        for (const derived_part& part : p_.derived) {
            derived[part.party] += part.value.value(deal_);
        }
        if (!hopeless(reach(end, derived))) {
            visit(options_, reach_);
        }
    }

    [[nodiscard]] const std::vector<grains>& reach(std::size_t v,
                                                   const std::vector<grains>& derived) {
        reach_.assign(p_.parties, 0);
        for (std::size_t i = 0; i < p_.parties; ++i) {
            reach_[i] = levels_[v].sums[i] + levels_[v].most[i] + derived[i];
        }
        return reach_;
    }

    template <class Hopeless, class Visit>
    void descend(std::size_t v, const Hopeless& hopeless, const Visit& visit) {
        if (++visits_ > most_) {
            throw budget_passed{static_cast<double>(visits_), "partial deals", most_};
        }
        if (v == p_.variables()) {
            take(hopeless, visit);
            return;
        }
        for (const option_id o : levels_[v].order) {
            options_[v] = o;
            if (banned(v)) {
                continue;
            }
            deal_[p_.issues[v]] = p_.options[v][o];
            add_up(v, o);
            // the bounds from before this option come free
            if (hopeless(reach(v + 1, levels_[v].derived))) {
                continue;
            }
            bound_derived(v + 1);
            if (!hopeless(reach(v + 1, levels_[v + 1].derived))) {
                descend(v + 1, hopeless, visit);
            }
        }
    }

    void add_up(std::size_t v, option_id o) {
        for (std::size_t i = 0; i < p_.parties; ++i) {
            grains sum = levels_[v].sums[i] + value(v, o, i);
            for (const joint_term* term : levels_[v].terms) {
                sum += enumeration::row(p_, *term, options_)[i];
            }
            levels_[v + 1].sums[i] = sum;
        }
    }

    const reduced_problem& p_;
    std::uint64_t most_;
    std::uint64_t visits_ = 0;
    std::vector<option_id> options_;  ///< the partial deal, variables
    outcome deal_;                    ///< the partial deal, all issues
    std::vector<level> levels_;       ///< by variable, and the end
    std::vector<grains> reach_;
};

/// True when some party cannot be satisfied.
[[nodiscard]] inline bool out_of_reach(const std::vector<grains>& most,
                                       const std::vector<grains>& thresholds) {
    return !accepted(most, thresholds);
}

/// The zone, counted. @throws budget_passed
[[nodiscard]] inline outcome_count count_by_walk(const reduced_problem& p, const budget& limits) {
    outcome_count n = 0;
    bounded_walk(p, limits.visits)
        .run([&](const std::vector<grains>& most) { return out_of_reach(most, p.thresholds); },
             [&](const std::vector<option_id>&, const std::vector<grains>&) { ++n; });
    return n;
}

/// Whether some deal suits everybody: the walk ends with the first. @throws budget_passed
[[nodiscard]] inline bool any_by_walk(const reduced_problem& p, const budget& limits) {
    bool found = false;
    bounded_walk(p, limits.visits)
        .run(
            [&](const std::vector<grains>& most) {
                return found || out_of_reach(most, p.thresholds);
            },
            [&](const std::vector<option_id>&, const std::vector<grains>&) { found = true; });
    return found;
}

/// The efficient vectors found so far, to leave what they dominate.
template <std::size_t P>
class best_so_far {
public:
    explicit best_so_far(std::size_t parties) : parties_(parties) {}

    /// True when some vector is no smaller anywhere and greater somewhere.
    [[nodiscard]] bool dominate(const std::vector<grains>& sums) const {
        if constexpr (P == 2) {
            if (parties_ == 2) {
                return plane_.covers(sums[0] + 1, sums[1]) || plane_.covers(sums[0], sums[1] + 1);
            }
        }
        return std::any_of(list_.begin(), list_.end(), [&](const std::vector<grains>& known) {
            return known != sums && no_smaller(known, sums);
        });
    }

    void add(const std::vector<grains>& sums) {
        if constexpr (P == 2) {
            if (parties_ == 2) {
                if (!plane_.covers(sums[0], sums[1])) {
                    plane_.insert(sums[0], sums[1]);
                }
                return;
            }
        }
        if (std::none_of(list_.begin(), list_.end(),
                         [&](const auto& known) { return no_smaller(known, sums); })) {
            std::erase_if(list_, [&](const auto& known) { return no_smaller(sums, known); });
            list_.push_back(sums);
        }
    }

private:
    [[nodiscard]] static bool no_smaller(const std::vector<grains>& a,
                                         const std::vector<grains>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), std::greater_equal<>{});
    }

    std::size_t parties_;
    staircase<grains> plane_;                ///< of two parties
    std::vector<std::vector<grains>> list_;  ///< of one, or more than two
};

/// The frontier of such a problem. @throws budget_passed
/// @param p      with its variables in the turn in which they are to be decided
/// @param layout of the same problem in enumeration order
/// @param places of the variables in `layout`
template <std::size_t P>
point_list<P> frontier_by_walk(const reduced_problem& p, const key_space& layout,
                               const std::vector<std::size_t>& places, region within,
                               const budget& limits) {
    running_frontier<P> points(p.parties, layout.words(), limits.points);
    best_so_far<P> best(p.parties);
    bounded_walk(p, limits.visits)
        .run(
            [&](const std::vector<grains>& most) {
                return (within == region::zone && out_of_reach(most, p.thresholds)) ||
                       best.dominate(most);
            },
            [&](const std::vector<option_id>& options, const std::vector<grains>& sums) {
                best.add(sums);
                std::array<grains, P> vector{};
                std::copy(sums.begin(), sums.end(), vector.begin());
                std::uint64_t* key = points.add(vector, 1);
                for (std::size_t v = 0; v < options.size(); ++v) {
                    layout.put(key, places[v], options[v]);
                }
            });
    return points.take();
}

}  // namespace negotiation::deal::detail
