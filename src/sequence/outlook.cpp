#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/sequence/outlook.hpp>

namespace negotiation::sequence {

namespace {

[[nodiscard]] std::size_t place_in(const foreseen_step& s, const outcome& deal) {
    return s.issue ? deal[*s.issue] : 0;
}

[[nodiscard]] bool is_skipped(const foreseen_step& s, std::size_t option) {
    return s.issue && option == s.status_quo;
}

void check_outlook(const outlook& of) {
    const auto refuse = [](const std::string& what) {
        throw std::invalid_argument("worst_collapse: " + what);
    };
    if (!(of.belief >= 0 && of.belief <= 1)) {
        refuse(fmt::format("a belief must lie in [0, 1]; got {}", of.belief));
    }
    for (const foreseen_step& s : of.steps) {
        if (s.kept.empty() || (s.own && s.cost.size() != s.kept.size())) {
            refuse(fmt::format("a step needs a number for each option; got {} kept, {} costs",
                               s.kept.size(), s.cost.size()));
        }
        if (!(s.undone >= 0 && s.undone <= 1)) {
            refuse(fmt::format("a share undone must lie in [0, 1]; got {}", s.undone));
        }
    }
    for (const std::vector<step_id>& order : of.orders) {
        std::vector<step_id> sorted = order;
        std::sort(sorted.begin(), sorted.end());
        bool whole = sorted.size() == of.steps.size();
        for (std::size_t k = 0; whole && k < sorted.size(); ++k) {
            whole = sorted[k] == k;
        }
        if (!whole) {
            refuse(fmt::format("an order must have each of {} steps once", of.steps.size()));
        }
    }
}

/// An outlook with everything worked out that does not depend on the deal.
class prospect {
public:
    explicit prospect(outlook of) : of_(std::move(of)) {
        for (const foreseen_step& s : of_.steps) {
            kept_shares_.push_back(to_units(1 - s.undone));
            std::vector<units> kept;
            for (const units c : s.cost) {
                kept.push_back(rounded_quotient(kept_shares_.back() * c, unit_utility));
            }
            kept_costs_.push_back(std::move(kept));
        }
        disbelief_ = unit_utility - to_units(of_.belief);
    }

    [[nodiscard]] const outlook& of() const { return of_; }
    [[nodiscard]] units disbelief() const { return disbelief_; }
    [[nodiscard]] units kept_share(step_id s) const { return kept_shares_[s]; }
    /// What a collapse does not give back of the cost of an own step.
    [[nodiscard]] units kept_cost(step_id s, std::size_t option) const {
        return kept_costs_[s][option];
    }

private:
    outlook of_;
    units disbelief_ = 0;
    std::vector<units> kept_shares_;              ///< 1 - undone, by step
    std::vector<std::vector<units>> kept_costs_;  ///< by step, by option
};

/// What all own steps come to, by which the alternative is shared out among them.
struct own_steps {
    units cost = 0;
    units number = 0;  ///< in units, as shares are
};

[[nodiscard]] own_steps own_steps_of(const outlook& of, const outcome& deal) {
    own_steps all;
    for (const foreseen_step& s : of.steps) {
        const std::size_t option = place_in(s, deal);
        if (s.own && !is_skipped(s, option)) {
            all.cost += s.cost[option];
            all.number += unit_utility;
        }
    }
    return all;
}

/// Exactly (1 - p) of what the worst hand-over leaves.
[[nodiscard]] std::int64_t value_at(const prospect& on, const outcome& deal) {
    const outlook& of = on.of();
    const own_steps all = own_steps_of(of, deal);
    const bool by_cost = all.cost > 0;  // else every own step gives up as much
    units held = 0;
    units given = 0;
    bool in_control = false;
    std::optional<units> worst;
    for (const step_id s : of.orders[deal[of.order]]) {
        const foreseen_step& step = of.steps[s];
        const std::size_t option = place_in(step, deal);
        if (is_skipped(step, option)) {
            continue;
        }
        if (!step.own && in_control) {
            const units gone =
                rounded_quotient(of.given_up * given, by_cost ? all.cost : all.number);
            const units left = held - of.breakdown - gone;
            worst = worst ? std::min(*worst, left) : left;
        }
        held += step.kept[option];
        if (step.own) {
            given += by_cost ? on.kept_cost(s, option) : on.kept_share(s);
        }
        in_control = step.own;
    }
    return static_cast<std::int64_t>(
        rounded_quotient(on.disbelief() * worst.value_or(0), unit_utility));
}

/// An amount over several options, in floating point: bounds leave room for its rounding.
struct amount_range {
    double least = 0;
    double greatest = 0;

    void add(double amount) {
        least = std::min(least, amount);
        greatest = std::max(greatest, amount);
    }
    amount_range& operator+=(const amount_range& other) {
        least += other.least;
        greatest += other.greatest;
        return *this;
    }
};

/// What a step may amount to.
struct step_range {
    bool may_be_done = false;
    bool may_be_skipped = false;
    amount_range kept;
    amount_range cost;
    amount_range kept_cost;  ///< cost less what a collapse gives back

    void add(const step_range& other) {
        may_be_done = may_be_done || other.may_be_done;
        may_be_skipped = may_be_skipped || other.may_be_skipped;
        kept.add(other.kept.least);
        cost.add(other.cost.least);
        kept_cost.add(other.kept_cost.least);
    }
};

/// A step with one option.
[[nodiscard]] step_range range_of(const prospect& on, step_id s, std::size_t option) {
    const foreseen_step& step = on.of().steps[s];
    if (is_skipped(step, option)) {
        return {false, true, {}, {}, {}};
    }
    const auto exactly = [](units amount) {
        return amount_range{static_cast<double>(amount), static_cast<double>(amount)};
    };
    step_range range{true, false, exactly(step.kept[option]), {}, {}};
    if (step.own) {
        range.cost = exactly(step.cost[option]);
        range.kept_cost = exactly(on.kept_cost(s, option));
    }
    return range;
}

/// A step in the bounds: when it is decided, and what it amounts to before and after.
struct bounded_step {
    bool own = false;
    issue_id issue = 0;
    std::size_t turn = 0;               ///< decided once so many issues are
    step_range open;                    ///< before
    std::vector<step_range> by_option;  ///< after

    [[nodiscard]] const step_range& at(const outcome& deal, std::size_t decided) const {
        return turn < decided ? by_option[deal[issue]] : open;
    }
};

constexpr std::size_t not_in_turn = std::numeric_limits<std::size_t>::max();

[[nodiscard]] std::size_t turn_of(issue_id issue, const std::vector<issue_id>& in_turn) {
    const auto found = std::find(in_turn.begin(), in_turn.end(), issue);
    return found == in_turn.end() ? not_in_turn : static_cast<std::size_t>(found - in_turn.begin());
}

/// @param size gathers how large amounts may be
[[nodiscard]] bounded_step bounded(const prospect& on, step_id s, const open_options& open,
                                   const std::vector<issue_id>& in_turn, double& size) {
    const foreseen_step& step = on.of().steps[s];
    bounded_step made{step.own,
                      step.issue.value_or(0),
                      step.issue ? turn_of(*step.issue, in_turn) : not_in_turn,
                      {},
                      {}};
    double largest = 0;
    for (std::size_t option = 0; option < step.kept.size(); ++option) {
        made.by_option.push_back(range_of(on, s, option));
        largest = std::max(largest, std::abs(made.by_option.back().kept.least));
    }
    size += largest;
    if (!step.issue) {
        made.open = made.by_option.front();
        return made;
    }
    const std::vector<option_id>& options = open[*step.issue];
    for (std::size_t k = 0; k < options.size(); ++k) {
        const step_range& here = made.by_option[options[k]];
        if (k == 0) {
            made.open = here;
        } else {
            made.open.add(here);
        }
    }
    return made;
}

/// What partial deals can come to.
class outlook_bounds {
public:
    outlook_bounds(const prospect& on, const open_options& open,
                   const std::vector<issue_id>& in_turn)
        : issue_(on.of().order),
          turn_(turn_of(issue_, in_turn)),
          options_(open[issue_]),
          orders_(on.of().orders),
          given_up_(static_cast<double>(on.of().given_up)),
          breakdown_(static_cast<double>(on.of().breakdown)),
          disbelief_(static_cast<double>(on.disbelief()) / units_per_one) {
        double size = std::abs(given_up_) + breakdown_;
        for (step_id s = 0; s < on.of().steps.size(); ++s) {
            steps_.push_back(bounded(on, s, open, in_turn, size));
        }
        constexpr double rounding = 1e-13;  // of a few hundred sums of amounts
        room_ = 2 + size * rounding;
    }

    [[nodiscard]] sum_range operator()(const outcome& deal, std::size_t decided) const {
        amount_range cost;
        for (const bounded_step& s : steps_) {
            if (s.own) {
                cost += s.at(deal, decided).cost;
            }
        }
        if (turn_ < decided) {
            return weighed(along(orders_[deal[issue_]], deal, decided, cost));
        }
        amount_range all{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
        for (const option_id option : options_) {
            const amount_range one = along(orders_[option], deal, decided, cost);
            all.least = std::min(all.least, one.least);
            all.greatest = std::max(all.greatest, one.greatest);
        }
        return weighed(all);
    }

private:
    [[nodiscard]] sum_range weighed(const amount_range& left) const {
        return {static_cast<std::int64_t>(std::floor(disbelief_ * left.least - room_)),
                static_cast<std::int64_t>(std::ceil(disbelief_ * left.greatest + room_))};
    }

    /// What is gone of the alternative: the share of all costs that has been paid for good.
    [[nodiscard]] amount_range gone(const amount_range& given, const amount_range& cost) const {
        const double low = cost.greatest > 0 ? given.least / cost.greatest : 0;
        const double high = cost.least > 0 ? std::min(1.0, given.greatest / cost.least) : 1;
        const double a = given_up_ * low;
        const double b = given_up_ * high;
        return {std::min(a, b), std::max(a, b)};
    }

    /// One order. Where a step of one's own that is surely done is followed by one of another's
    /// that is surely done, there is a hand-over in between, whatever becomes of the steps between
    /// them: what can be held at most by then bounds the worst from above.
    [[nodiscard]] amount_range along(const std::vector<step_id>& order, const outcome& deal,
                                     std::size_t decided, const amount_range& cost) const {
        amount_range kept;
        amount_range given;
        bool surely_in_control = false;
        bool maybe_in_control = false;
        bool some = false;                                   // surely some hand-over
        double surely = std::numeric_limits<double>::max();  // that leaves no more than this
        amount_range anywhere;                               // a hand-over that may be; none is 0
        for (const step_id s : order) {
            const bounded_step& step = steps_[s];
            const step_range& here = step.at(deal, decided);
            if (!here.may_be_done) {
                continue;
            }
            if (!step.own && maybe_in_control) {
                const amount_range lost = gone(given, cost);
                const double most = kept.greatest - lost.least - breakdown_;
                anywhere.add(kept.least - lost.greatest - breakdown_);
                anywhere.add(most);
                if (surely_in_control && !here.may_be_skipped) {
                    some = true;
                    surely = std::min(surely, most);
                }
            }
            maybe_in_control = step.own || (maybe_in_control && here.may_be_skipped);
            surely_in_control = (step.own && !here.may_be_skipped) ||
                                (surely_in_control && (step.own || here.may_be_skipped));
            kept += here.kept;
            given += here.kept_cost;
        }
        return {anywhere.least, some ? surely : anywhere.greatest};
    }

    issue_id issue_;
    std::size_t turn_;  ///< of the issue over orders
    std::vector<option_id> options_;
    std::vector<std::vector<step_id>> orders_;
    std::vector<bounded_step> steps_;
    double given_up_;
    double breakdown_;
    double disbelief_;  ///< 1 - p
    double room_ = 0;   ///< for rounding
};

/// The rule as `derived_value` wants it.
class worst_collapse_rule {
public:
    explicit worst_collapse_rule(outlook of) : on_(std::move(of)) {}

    [[nodiscard]] std::int64_t value(const outcome& deal) const { return value_at(on_, deal); }
    /// Who goes first tells most of what a party may have to fear.
    [[nodiscard]] std::vector<issue_id> decides_first() const { return {on_.of().order}; }
    [[nodiscard]] outlook_bounds bounds(const open_options& open,
                                        const std::vector<issue_id>& in_turn) const {
        return {on_, open, in_turn};
    }

private:
    prospect on_;
};

}  // namespace

derived_value worst_collapse(outlook of) {
    check_outlook(of);
    return derived_value(worst_collapse_rule(std::move(of)));
}

}  // namespace negotiation::sequence
