#pragma once

/// @file
/// All deals of a space, with what they are worth to many at once.

#include <cstddef>
#include <utility>
#include <vector>

#include <negotiation/model/bargaining.hpp>

namespace negotiation::ratification::detail {

/// Walks a space in enumeration order. Sums of one-issue terms are carried along, so that a deal
/// costs an addition for each utility function; terms over more issues are looked up at the end.
class deal_walk {
public:
    deal_walk(const outcome_space& space, const std::vector<const utility_function*>& of)
        : space_(space),
          functions_(of),
          deal_(space.sizes.size(), 0) {
        const std::size_t depths = space.sizes.size();
        sums_.assign((depths + 1) * of.size(), 0);
        for (const option_id size : space.sizes) {
            added_.emplace_back(size * of.size(), 0);
        }
        for (std::size_t f = 0; f < of.size(); ++f) {
            for (const utility_term& term : of[f]->terms) {
                if (term.issues.size() != 1) {
                    others_.emplace_back(f, &term);
                    continue;
                }
                std::vector<grains>& table = added_[term.issues.front()];
                for (std::size_t o = 0; o < term.values.size(); ++o) {
                    table[o * of.size() + f] += term.values[o];
                }
            }
            derive_ = derive_ || !of[f]->derived.empty();
        }
        closing_.resize(depths);
        for (const forbidden_combination& ban : space.forbidden) {
            issue_id last = 0;
            for (const issue_id k : ban.issues) {
                last = std::max(last, k);
            }
            closing_[last].push_back(&ban);
        }
    }

    /// Shows every feasible deal with the sums, in grains of each function.
    template <class Visit>
    void run(Visit&& visit) {
        step(0, visit);
    }

private:
    template <class Visit>
    void step(std::size_t depth, Visit& visit) {
        const std::size_t width = functions_.size();
        const grains* before = sums_.data() + depth * width;
        if (depth == deal_.size()) {
            visit(std::as_const(deal_), finish(before));
            return;
        }
        grains* after = sums_.data() + (depth + 1) * width;
        for (const option_id option : space_.domains[depth]) {
            deal_[depth] = option;
            if (is_forbidden(depth)) {
                continue;
            }
            const grains* added = added_[depth].data() + option * width;
            for (std::size_t f = 0; f < width; ++f) {
                after[f] = before[f] + added[f];
            }
            step(depth + 1, visit);
        }
    }

    /// True when the option chosen last completes a forbidden combination.
    [[nodiscard]] bool is_forbidden(std::size_t depth) const {
        for (const forbidden_combination* ban : closing_[depth]) {
            bool all = true;
            for (std::size_t k = 0; all && k < ban->issues.size(); ++k) {
                all = ban->masks[k][deal_[ban->issues[k]]];
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /// The sums with what no single issue decides.
    [[nodiscard]] const grains* finish(const grains* carried) {
        if (others_.empty() && !derive_) {
            return carried;
        }
        complete_.assign(carried, carried + functions_.size());
        for (const auto& [f, term] : others_) {
            complete_[f] += value_of(*term, space_.sizes, deal_);
        }
        for (std::size_t f = 0; derive_ && f < functions_.size(); ++f) {
            for (const derived_value& part : functions_[f]->derived) {
                complete_[f] += part.value(deal_);
            }
        }
        return complete_.data();
    }

    const outcome_space& space_;
    std::vector<const utility_function*> functions_;
    outcome deal_;
    std::vector<std::vector<grains>> added_;  ///< by issue: of an option, to each function
    std::vector<grains> sums_;                ///< by depth: of the issues before it
    std::vector<grains> complete_;
    std::vector<std::pair<std::size_t, const utility_term*>> others_;
    std::vector<std::vector<const forbidden_combination*>> closing_;
    bool derive_ = false;
};

}  // namespace negotiation::ratification::detail
