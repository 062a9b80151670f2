#pragma once

/// @file
/// The engine for small spaces: write every deal down.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "deal/point_list.hpp"
#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// Visits every feasible combination of the variables `first..last-1` in enumeration order,
/// adding up the terms and testing the bans that lie within them. Derived values are added where it
/// runs over all variables: they need whole deals.
class enumeration {
public:
    enumeration(const reduced_problem& p, std::size_t first, std::size_t last)
        : p_(p),
          first_(first),
          last_(last),
          options_(p.variables(), 0),
          whole_(!p.derived.empty() && first == 0 && last == p.variables()) {
        terms_at_.resize(p.variables());
        bans_at_.resize(p.variables());
        for (std::size_t t = 0; t < p.terms.size(); ++t) {
            if (within(p.terms[t].variables)) {
                terms_at_[p.terms[t].variables.back()].push_back(t);
            }
        }
        for (std::size_t b = 0; b < p.bans.size(); ++b) {
            if (within(p.bans[b].variables)) {
                bans_at_[p.bans[b].variables.back()].push_back(b);
            }
        }
    }

    /// @param visit called with (options of all variables, sums by party)
    /// @param start sums to begin with, by party
    template <class Visit>
    void run(const std::vector<grains>& start, Visit&& visit) {
        std::vector<std::vector<grains>> sums(last_ - first_ + 1, start);
        descend(first_, sums, visit);
    }

    [[nodiscard]] static bool hits(const joint_ban& ban, const std::vector<option_id>& options) {
        for (std::size_t k = 0; k < ban.variables.size(); ++k) {
            if (!ban.masks[k][options[ban.variables[k]]]) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] static const grains* row(const reduced_problem& p, const joint_term& term,
                                           const std::vector<option_id>& options) {
        std::size_t place = 0;
        for (const variable_id v : term.variables) {
            place = place * p.size(v) + options[v];
        }
        return term.values.data() + place * p.parties;
    }

private:
    [[nodiscard]] bool within(const std::vector<variable_id>& variables) const {
        return variables.front() >= first_ && variables.back() < last_;
    }

    void add_derived(std::vector<grains>& sums) const {
        const outcome deal = whole_deal(p_, options_);
        for (const derived_part& part : p_.derived) {
            sums[part.party] += part.value.value(deal);
        }
    }

    template <class Visit>
    void descend(std::size_t v, std::vector<std::vector<grains>>& sums, Visit& visit) {
        const std::vector<grains>& before = sums[v - first_];
        if (v == last_) {
            if (whole_) {
                add_derived(sums[v - first_]);
            }
            visit(options_, before);
            return;
        }
        std::vector<grains>& after = sums[v - first_ + 1];
        for (option_id o = 0; o < p_.size(v); ++o) {
            options_[v] = o;
            if (std::any_of(bans_at_[v].begin(), bans_at_[v].end(),
                            [&](std::size_t b) { return hits(p_.bans[b], options_); })) {
                continue;
            }
            for (std::size_t i = 0; i < p_.parties; ++i) {
                after[i] = before[i] + p_.values[v][o * p_.parties + i];
            }
            for (const std::size_t t : terms_at_[v]) {
                const grains* values = row(p_, p_.terms[t], options_);
                for (std::size_t i = 0; i < p_.parties; ++i) {
                    after[i] += values[i];
                }
            }
            descend(v + 1, sums, visit);
        }
    }

    const reduced_problem& p_;
    std::size_t first_;
    std::size_t last_;
    std::vector<option_id> options_;
    bool whole_;  ///< there are derived values to add at the end
    std::vector<std::vector<std::size_t>> terms_at_;
    std::vector<std::vector<std::size_t>> bans_at_;
};

/// True when every party accepts the sums.
[[nodiscard]] inline bool accepted(const std::vector<grains>& sums,
                                   const std::vector<grains>& thresholds) noexcept {
    for (std::size_t i = 0; i < sums.size(); ++i) {
        if (sums[i] < thresholds[i]) {
            return false;
        }
    }
    return true;
}

/// The frontier by writing every deal of the region down, sorting, sweeping.
template <std::size_t P>
point_list<P> frontier_by_table(const reduced_problem& p, const key_space& layout, region within) {
    records<grains, P> rows;
    std::vector<std::uint64_t> keys;
    if (!p.empty) {
        enumeration all(p, 0, p.variables());
        all.run(p.base,
                [&](const std::vector<option_id>& options, const std::vector<grains>& sums) {
                    if (within == region::zone && !accepted(sums, p.thresholds)) {
                        return;
                    }
                    record<grains, P> r{};
                    std::copy(sums.begin(), sums.end(), r.u.begin());
                    r.a = static_cast<std::uint32_t>(rows.size());
                    rows.push_back(r);
                    keys.resize(keys.size() + layout.words(), 0);
                    for (std::size_t v = 0; v < options.size(); ++v) {
                        layout.put(keys.data() + keys.size() - layout.words(), v, options[v]);
                    }
                });
    }
    std::sort(rows.begin(), rows.end(), [](const auto& x, const auto& y) {
        return precedes(x, y) || (!precedes(y, x) && x.a < y.a);
    });
    keep_efficient(rows, p.parties);
    return collapse<P>(
        rows, layout.words(),
        [&](const auto& r, std::uint64_t* key) {
            std::copy_n(keys.data() + r.a * layout.words(), layout.words(), key);
        },
        [](const auto&) { return outcome_count{1}; });
}

}  // namespace negotiation::deal::detail
