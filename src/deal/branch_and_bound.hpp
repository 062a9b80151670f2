#pragma once

/// @file
/// The greatest sum of one kind among deals whose sum of another kind is large enough.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/model/utility_function.hpp>

#include "deal/budget_passed.hpp"
#include "deal/lagrangian_multipliers.hpp"
#include "deal/reduced_problem.hpp"
#include "deal/table.hpp"
#include "deal/term_bound.hpp"

namespace negotiation::deal::detail {

/// Depth first over the variables. With q, p > 0 every completion of a partial deal obeys
/// q * other + p * own <= B, the partial value plus the greatest such value of each variable left.
/// So one that reaches `least` has q * other <= B - p * least: branches that cannot beat the best
/// deal so far are left, in exact integers (`lagrangian_multipliers`).
///
/// Terms over several variables enter a partial deal's sums with the most that the variables
/// decided leave them, derived values one's own sum with the most that their bounds do.
///
/// All sums inside are counted from the least that each variable and term can add, and own sums
/// from `least`, so that they are no larger than the spans, and products with q and p fit.
class branch_and_bound {
public:
    struct found {
        grains other = 0;
        grains own = 0;
        std::vector<option_id> options;  ///< of each variable
    };

    /// @param p           of one party, not empty
    /// @param variable_of place of an issue among the variables; beyond them when it has no choice
    /// @param others      the other objective, terms over issues
    branch_and_bound(const reduced_problem& p, const std::vector<variable_id>& variable_of,
                     const std::vector<option_id>& sizes, const std::vector<utility_term>& others,
                     grains least, std::uint64_t most_visits)
        : p_(p),
          sizes_(sizes),
          most_(most_visits),
          deal_(p.settled),
          at_(p.variables(), 0),
          steps_(p.variables()) {
        floor_.own = p.base[0];
        for (std::size_t v = 0; v < p.variables(); ++v) {
            steps_[v].own = p.values[v];
            steps_[v].other.assign(p.size(v), 0);
        }
        for (const utility_term& term : others) {
            add(term, variable_of);
        }
        for (const joint_term& term : p.terms) {
            own_joint_.emplace_back(p, term.variables, term.values);
        }
        for (const joint_ban& ban : p.bans) {
            steps_[ban.variables.back()].bans.push_back(&ban);
        }
        for (step& s : steps_) {
            floor_.own += lift(s.own);
            floor_.other += lift(s.other);
        }
        for (const term_bound& joint : own_joint_) {
            floor_.own += joint.least();
            open_.own += joint.most();
            meet(joint, &step::own_joint);
        }
        for (const term_bound& joint : other_joint_) {
            floor_.other += joint.least();
            open_.other += joint.most();
            meet(joint, &step::other_joint);
        }
        for (const derived_part& part : p.derived) {
            const sum_range all = part.bounds(deal_, 0);
            derived_floor_ += all.least;
            derived_span_ += all.greatest - all.least;
        }
        floor_.own += derived_floor_;
        // Counted from the floor; below it every deal reaches `least`.
        least_ = least > floor_.own ? static_cast<wide>(least) - floor_.own : 0;
        bound();
    }

    branch_and_bound(const branch_and_bound&) = delete;  // its steps point into its own terms
    branch_and_bound& operator=(const branch_and_bound&) = delete;
    ~branch_and_bound() = default;

    /// One of the best deals, or nothing where none reaches `least`. @throws budget_passed
    [[nodiscard]] std::optional<found> best() {
        descend(0, open_, most_derived(0));
        return told();
    }

    /// The first deal, as the variables follow one another, that has the sums of a best one.
    /// @throws budget_passed
    [[nodiscard]] std::optional<found> first_like(const found& known) {
        best_ = found{known.other - floor_.other, known.own - floor_.own, {}};
        exact_ = true;
        descend(0, open_, most_derived(0));
        return told();
    }

    [[nodiscard]] std::uint64_t visits() const noexcept { return visits_; }

private:
    [[nodiscard]] std::optional<found> told() const {
        return best_ ? std::optional(found{best_->other + floor_.other, best_->own + floor_.own,
                                           best_->options})
                     : std::nullopt;
    }

    struct sums {
        grains own = 0;
        grains other = 0;
    };

    /// A term that a variable has a part in, and how many of the term's come before it.
    struct met {
        const term_bound* term;
        std::size_t before;
    };

    /// What one variable adds, and the most that it and those after it can add by themselves.
    struct step {
        std::vector<grains> own;             ///< by option
        std::vector<grains> other;           ///< by option
        std::vector<option_id> order;        ///< options, the most promising first
        std::vector<met> own_joint;          ///< terms that it has a part in
        std::vector<met> other_joint;        ///< likewise
        std::vector<const joint_ban*> bans;  ///< bans complete here
        grains most_own = 0;                 ///< of this variable and all later ones
        grains most_other = 0;               ///< likewise
        wide most_both = 0;                  ///< likewise, of q * other + p * own
        std::vector<sums> after;             ///< by option, of the partial deal that is looked at
    };

    [[nodiscard]] static grains least_of(const std::vector<grains>& values) {
        return *std::min_element(values.begin(), values.end());
    }

    /// Counts values from their least. @return the least
    static grains lift(std::vector<grains>& values) {
        const grains least = least_of(values);
        for (grains& value : values) {
            value -= least;
        }
        return least;
    }

    void meet(const term_bound& joint, std::vector<met> step::*where) {
        for (std::size_t j = 0; j < joint.variables().size(); ++j) {
            (steps_[joint.variables()[j]].*where).push_back({&joint, j});
        }
    }

    void add(const utility_term& term, const std::vector<variable_id>& variable_of) {
        std::vector<variable_id> open;
        for (const issue_id k : term.issues) {
            if (variable_of[k] < p_.variables()) {
                open.push_back(variable_of[k]);
            }
        }
        std::sort(open.begin(), open.end());
        if (open.empty()) {
            floor_.other += value_of(term, sizes_, deal_);
        } else if (term.issues.size() == 1) {
            const variable_id v = open.front();
            for (std::size_t o = 0; o < p_.size(v); ++o) {
                steps_[v].other[o] += term.values[p_.options[v][o]];
            }
        } else {
            other_joint_.push_back(bound_of(p_, term, std::move(open), sizes_, deal_));
        }
    }

    void bound() {
        multipliers_ =
            best_multipliers(steps_, least_,
                             {static_cast<double>(open_.own) + static_cast<double>(derived_span_),
                              static_cast<double>(open_.other)});
        grains own = 0;
        grains other = 0;
        wide both = 0;
        for (std::size_t v = steps_.size(); v-- > 0;) {
            step& s = steps_[v];
            own += greatest(s.own);
            other += greatest(s.other);
            s.order.resize(s.own.size());
            std::iota(s.order.begin(), s.order.end(), option_id{0});
            const auto worth = [&](option_id o) { return weighed(s.own[o], s.other[o]); };
            sort_by_promise(s, worth);
            both += worth(s.order.front());
            s.most_own = own;
            s.most_other = other;
            s.most_both = both;
        }
    }

    [[nodiscard]] wide weighed(wide own, wide other) const {
        return multipliers_.other * other + multipliers_.own * own;
    }

    [[nodiscard]] bool banned(const step& s) const {
        return std::any_of(s.bans.begin(), s.bans.end(),
                           [&](const joint_ban* ban) { return enumeration::hits(*ban, at_); });
    }

    /// The most that derived values come to once `v` variables are decided; all of it at the end.
    [[nodiscard]] grains most_derived(std::size_t v) const {
        if (p_.derived.empty()) {
            return 0;
        }
        grains most = -derived_floor_;
        for (const derived_part& part : p_.derived) {
            most += v == steps_.size() ? part.value.value(deal_) : part.bounds(deal_, v).greatest;
        }
        return most;
    }

    /// True when nothing below the partial deal can serve; `v` variables are decided, and own sums
    /// have the most of derived values in them.
    [[nodiscard]] bool hopeless(std::size_t v, const sums& so_far) const {
        const bool leaf = v == steps_.size();
        const grains own = so_far.own + (leaf ? 0 : steps_[v].most_own);
        const grains other = so_far.other + (leaf ? 0 : steps_[v].most_other);
        if (own < least_) {
            return true;
        }
        if (!best_) {
            return false;
        }
        const wide both = weighed(so_far.own, so_far.other) + (leaf ? 0 : steps_[v].most_both);
        if (exact_) {
            return other < best_->other || own < best_->own ||
                   both < weighed(best_->own, best_->other);
        }
        if (other < best_->other || (other == best_->other && own <= best_->own)) {
            return true;
        }
        return both < weighed(least_, static_cast<wide>(best_->other) + 1) &&
               both < weighed(static_cast<wide>(best_->own) + 1, best_->other);
    }

    [[nodiscard]] bool take(const sums& whole) {
        if (!hopeless(steps_.size(), whole)) {
            best_ = found{whole.other, whole.own, at_};
        }
        return exact_ && best_->own == whole.own && best_->other == whole.other;
    }

    /// @param derived the most that derived values come to
    /// @return true when the search is over
    bool descend(std::size_t v, const sums& so_far, grains derived) {
        if (++visits_ > most_) {
            throw budget_passed{static_cast<double>(visits_), "partial deals", most_};
        }
        if (v == steps_.size()) {
            return take({so_far.own + derived, so_far.other});
        }
        step& s = steps_[v];
        look_ahead(s, so_far);
        for (std::size_t k = 0; k < s.order.size(); ++k) {
            const option_id o = exact_ ? static_cast<option_id>(k) : s.order[k];
            at_[v] = o;
            deal_[p_.issues[v]] = p_.options[v][o];
            if (!banned(s) && follow(v + 1, s.after[o], derived)) {
                return true;
            }
        }
        return false;
    }

    /// The sums after each option of a variable, and the options in the turn in which to try them.
    void look_ahead(step& s, const sums& so_far) {
        s.after.resize(s.own.size());
        for (std::size_t o = 0; o < s.own.size(); ++o) {
            s.after[o] = {so_far.own + s.own[o], so_far.other + s.other[o]};
        }
        if (s.own_joint.empty() && s.other_joint.empty()) {
            return;
        }
        narrow(s.own_joint, s.after, &sums::own);
        narrow(s.other_joint, s.after, &sums::other);
        if (!exact_) {
            sort_by_promise(s,
                            [&](option_id o) { return weighed(s.after[o].own, s.after[o].other); });
        }
    }

    /// What terms lose by each option.
    void narrow(const std::vector<met>& joint, std::vector<sums>& after, grains sums::*what) const {
        for (const met& m : joint) {
            const grains before = m.term->most(p_, m.before, at_);
            const grains* then = m.term->most_by_option(p_, m.before, at_);
            for (std::size_t o = 0; o < after.size(); ++o) {
                after[o].*what -= before - then[o];
            }
        }
    }

    template <class Worth>
    static void sort_by_promise(step& s, Worth worth) {
        std::sort(s.order.begin(), s.order.end(), [&](option_id a, option_id b) {
            const auto of_a = worth(a);
            const auto of_b = worth(b);
            return of_b < of_a || (of_a == of_b && a < b);
        });
    }

    /// Goes on where that is of use: by the bounds from before, which come free, then by new ones.
    bool follow(std::size_t v, const sums& so_far, grains derived) {
        const auto with = [&](grains most) { return sums{so_far.own + most, so_far.other}; };
        if (hopeless(v, with(derived))) {
            return false;
        }
        const grains most = most_derived(v);
        return (p_.derived.empty() || !hopeless(v, with(most))) && descend(v, so_far, most);
    }

    const reduced_problem& p_;
    const std::vector<option_id>& sizes_;
    wide least_ = 0;
    std::uint64_t most_;
    std::uint64_t visits_ = 0;
    outcome deal_;               ///< the partial deal, all issues
    std::vector<option_id> at_;  ///< the partial deal, variables
    std::vector<step> steps_;
    std::vector<term_bound> own_joint_;
    std::vector<term_bound> other_joint_;
    sums floor_;                ///< what every deal has at least
    sums open_;                 ///< the most that terms over several variables add to that
    grains derived_floor_ = 0;  ///< the least that derived values come to
    grains derived_span_ = 0;   ///< and how much more they may
    lagrangian_multipliers multipliers_;
    std::optional<found> best_;
    bool exact_ = false;  ///< the best sums are known; find the first deal that has them
};

}  // namespace negotiation::deal::detail
