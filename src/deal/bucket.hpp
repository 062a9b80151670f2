#pragma once

/// @file
/// What variable elimination passes around, whatever it computes: messages and buckets.

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "deal/option_classes.hpp"
#include "deal/reduced_problem.hpp"
#include "deal/table.hpp"

namespace negotiation::deal::detail {

/// What is known about the variables summed out, one cell for every combination of classes of the
/// variables they still depend on.
template <class Cell>
struct message {
    std::vector<variable_id> variables;   ///< ascending
    std::vector<option_classes> classes;  ///< of each
    std::vector<Cell> cells;              ///< last variable fastest

    /// The cell for given options of all variables.
    [[nodiscard]] std::size_t place(const std::vector<option_id>& options) const {
        std::size_t at = 0;
        for (std::size_t k = 0; k < variables.size(); ++k) {
            at = at * classes[k].size() + classes[k].of(options[variables[k]]);
        }
        return at;
    }
};

/// Everything that depends on one variable.
template <class Cell>
struct bucket {
    variable_id variable = 0;
    std::vector<std::size_t> terms;  ///< places in the problem
    std::vector<std::size_t> bans;
    std::vector<message<Cell>> messages;
    std::vector<variable_id> around;      ///< the other variables, ascending
    std::vector<option_classes> classes;  ///< of `around`
    option_classes own;                   ///< of the variable

    /// Combinations of classes around, as a double: only its size matters.
    [[nodiscard]] double cells() const {
        double n = 1;
        for (const option_classes& each : classes) {
            n *= static_cast<double>(each.size());
        }
        return n;
    }

    /// Sets `options` to a representative of every combination around in turn, last fastest.
    template <class Visit>
    void for_each_surrounding(std::vector<option_id>& options, Visit visit) const {
        std::vector<std::size_t> at(around.size(), 0);
        const auto total = static_cast<std::size_t>(cells());
        for (std::size_t n = 0; n < total; ++n) {
            for (std::size_t k = 0; k < at.size(); ++k) {
                options[around[k]] = classes[k].members(at[k]).front();
            }
            visit();
            for (std::size_t k = at.size(); k-- > 0 && ++at[k] == classes[k].size();) {
                at[k] = 0;
            }
        }
    }

    /// True when a ban of the bucket hits the options.
    [[nodiscard]] bool banned(const reduced_problem& p,
                              const std::vector<option_id>& options) const {
        return std::any_of(bans.begin(), bans.end(),
                           [&](std::size_t k) { return enumeration::hits(p.bans[k], options); });
    }
};

/// The terms, bans and messages not yet used, handed out bucket by bucket.
template <class Cell>
class bucket_store {
public:
    explicit bucket_store(const reduced_problem& p)
        : p_(p),
          term_used_(p.terms.size(), false),
          ban_used_(p.bans.size(), false) {}

    [[nodiscard]] bool term_used(std::size_t t) const { return term_used_[t]; }
    [[nodiscard]] const std::vector<message<Cell>>& pending() const noexcept { return pending_; }

    /// Puts a message where a later bucket will find it.
    void send(message<Cell> m) { pending_.push_back(std::move(m)); }

    /// Takes out what depends on the variable.
    [[nodiscard]] bucket<Cell> take(variable_id v) {
        bucket<Cell> b;
        b.variable = v;
        for (std::size_t t = 0; t < p_.terms.size(); ++t) {
            if (!term_used_[t] && uses(p_.terms[t].variables, v)) {
                term_used_[t] = true;
                b.terms.push_back(t);
                touch(b, p_.terms[t].variables);
            }
        }
        for (std::size_t k = 0; k < p_.bans.size(); ++k) {
            if (!ban_used_[k] && uses(p_.bans[k].variables, v)) {
                ban_used_[k] = true;
                b.bans.push_back(k);
                touch(b, p_.bans[k].variables);
            }
        }
        for (message<Cell>& m : pending_) {
            if (uses(m.variables, v)) {
                touch(b, m.variables);
                b.messages.push_back(std::move(m));
                m = {};
            }
        }
        std::erase_if(pending_, [](const message<Cell>& m) { return m.variables.empty(); });
        std::sort(b.around.begin(), b.around.end());
        b.around.erase(std::unique(b.around.begin(), b.around.end()), b.around.end());
        std::erase(b.around, v);
        for (const variable_id u : b.around) {
            b.classes.push_back(classes_in(b, u));
        }
        b.own = classes_in(b, v);
        return b;
    }

private:
    [[nodiscard]] static bool uses(const std::vector<variable_id>& variables, variable_id v) {
        return std::binary_search(variables.begin(), variables.end(), v);
    }

    static void touch(bucket<Cell>& b, const std::vector<variable_id>& variables) {
        b.around.insert(b.around.end(), variables.begin(), variables.end());
    }

    /// The coarsest partition of a variable's options that nothing in the bucket tells apart.
    [[nodiscard]] option_classes classes_in(const bucket<Cell>& b, variable_id u) const {
        option_classes classes(p_.size(u));
        for (const std::size_t t : b.terms) {
            classes.refine(p_, p_.terms[t], u);
        }
        for (const std::size_t k : b.bans) {
            classes.refine(p_.bans[k], u);
        }
        for (const message<Cell>& m : b.messages) {
            for (std::size_t k = 0; k < m.variables.size(); ++k) {
                if (m.variables[k] == u) {
                    classes.refine(m.classes[k]);
                }
            }
        }
        return classes;
    }

    const reduced_problem& p_;
    std::vector<bool> term_used_;
    std::vector<bool> ban_used_;
    std::vector<message<Cell>> pending_;
};

}  // namespace negotiation::deal::detail
