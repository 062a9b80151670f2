#pragma once

/// @file
/// A space cut in two: the last issues as blocks of rows, the first ones as constants.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "deal/reduced_problem.hpp"
#include "deal/table.hpp"

namespace negotiation::deal::detail {

/// How a fixed choice of the first variables shapes what the last ones may do and add: which bans
/// across the cut it arms, and where it reads the terms across it. Choices with equal signatures
/// share one block.
using signature = std::vector<std::uint64_t>;

/// The half deals over the last variables, as the choices with one signature see them.
struct block {
    std::vector<grains> sums;        ///< rows times parties, terms across the cut included
    std::vector<option_id> options;  ///< rows times last variables
    [[nodiscard]] std::size_t rows(std::size_t parties) const { return sums.size() / parties; }
};

/// The cut of a reduced problem before variable `at`.
class cut_space {
public:
    cut_space(const reduced_problem& p, std::size_t at) : p_(p), at_(at) {
        for (std::size_t t = 0; t < p.terms.size(); ++t) {
            if (crosses(p.terms[t].variables)) {
                terms_.push_back(t);
            }
        }
        for (std::size_t b = 0; b < p.bans.size(); ++b) {
            if (crosses(p.bans[b].variables)) {
                bans_.push_back(b);
            }
        }
    }

    [[nodiscard]] std::size_t at() const noexcept { return at_; }

    /// The signature of a choice of the first variables.
    [[nodiscard]] signature signature_of(const std::vector<option_id>& options) const {
        signature s((bans_.size() + 63) / 64, 0);
        for (std::size_t k = 0; k < bans_.size(); ++k) {
            s[k / 64] |= static_cast<std::uint64_t>(armed(p_.bans[bans_[k]], options)) << (k % 64);
        }
        for (const std::size_t t : terms_) {
            std::uint64_t place = 0;
            for (const variable_id v : p_.terms[t].variables) {
                if (v < at_) {
                    place = place * p_.size(v) + options[v];
                }
            }
            s.push_back(place);
        }
        return s;
    }

    /// Every choice of the first variables, in order. @param visit (options, sums)
    template <class Visit>
    void for_each_prefix(Visit visit) const {
        enumeration(p_, 0, at_).run(p_.base, visit);
    }

    /// The block for a choice of the first variables.
    [[nodiscard]] block make_block(const std::vector<option_id>& prefix) const {
        block rows;
        std::vector<option_id> options(prefix);
        enumeration all(p_, at_, p_.variables());
        all.run(std::vector<grains>(p_.parties, 0),
                [&](const std::vector<option_id>& suffix, const std::vector<grains>& sums) {
                    std::copy(suffix.begin() + static_cast<std::ptrdiff_t>(at_), suffix.end(),
                              options.begin() + static_cast<std::ptrdiff_t>(at_));
                    if (!banned(options)) {
                        append(rows, options, sums);
                    }
                });
        return rows;
    }

private:
    [[nodiscard]] bool crosses(const std::vector<variable_id>& variables) const {
        return variables.front() < at_ && variables.back() >= at_;
    }

    [[nodiscard]] bool armed(const joint_ban& ban, const std::vector<option_id>& options) const {
        for (std::size_t k = 0; k < ban.variables.size(); ++k) {
            if (ban.variables[k] < at_ && !ban.masks[k][options[ban.variables[k]]]) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] bool banned(const std::vector<option_id>& options) const {
        return std::any_of(bans_.begin(), bans_.end(),
                           [&](std::size_t b) { return enumeration::hits(p_.bans[b], options); });
    }

    void append(block& rows, const std::vector<option_id>& options,
                const std::vector<grains>& sums) const {
        const std::size_t start = rows.sums.size();
        rows.sums.insert(rows.sums.end(), sums.begin(), sums.end());
        for (const std::size_t t : terms_) {
            const grains* values = enumeration::row(p_, p_.terms[t], options);
            for (std::size_t i = 0; i < p_.parties; ++i) {
                rows.sums[start + i] += values[i];
            }
        }
        rows.options.insert(rows.options.end(), options.begin() + static_cast<std::ptrdiff_t>(at_),
                            options.end());
    }

    const reduced_problem& p_;
    std::size_t at_;
    std::vector<std::size_t> terms_;
    std::vector<std::size_t> bans_;
};

/// The cut at which the last variables have as many combinations as possible up to `rows`.
[[nodiscard]] inline std::size_t cut_for_blocks(const reduced_problem& p, double rows) {
    std::size_t at = p.variables();
    double n = 1;
    while (at > 0 && n * static_cast<double>(p.size(at - 1)) <= rows) {
        n *= static_cast<double>(p.size(--at));
    }
    return at;
}

/// The cut that makes the larger half as small as possible.
[[nodiscard]] inline std::size_t middle_cut(const reduced_problem& p) {
    const double all = combinations(p);
    double first = 1;
    double best = all;
    std::size_t at = 0;
    for (std::size_t v = 0; v < p.variables(); ++v) {
        first *= static_cast<double>(p.size(v));
        const double larger = std::max(first, all / first);
        if (larger < best) {
            best = larger;
            at = v + 1;
        }
    }
    return at;
}

}  // namespace negotiation::deal::detail
