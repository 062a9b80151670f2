#pragma once

/// @file
/// Options that nothing in sight tells apart.

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// A partition of a variable's options, refined by everything that tells options apart. "No
/// machines without enrichment at home" splits seven enrichment options into two classes: a
/// message about them needs two lists, not seven.
class option_classes {
public:
    /// All options in one class.
    explicit option_classes(std::size_t options = 0)
        : class_of_(options, 0),
          members_(options == 0 ? 0 : 1) {
        for (option_id o = 0; o < options; ++o) {
            members_.front().push_back(o);
        }
    }

    /// Number of classes.
    [[nodiscard]] std::size_t size() const noexcept { return members_.size(); }
    /// The class of an option.
    [[nodiscard]] std::size_t of(option_id o) const noexcept { return class_of_[o]; }
    /// The options of a class, ascending.
    [[nodiscard]] const std::vector<option_id>& members(std::size_t c) const noexcept {
        return members_[c];
    }

    /// Separates options inside a ban's mask from those outside.
    void refine(const joint_ban& ban, variable_id v) {
        const auto found = std::find(ban.variables.begin(), ban.variables.end(), v);
        if (found != ban.variables.end()) {
            const auto& mask = ban.masks[static_cast<std::size_t>(found - ban.variables.begin())];
            refine_by([&](option_id o) { return mask[o]; });
        }
    }

    /// Separates options between which a term's values differ anywhere.
    void refine(const reduced_problem& p, const joint_term& term, variable_id v) {
        const auto found = std::find(term.variables.begin(), term.variables.end(), v);
        if (found == term.variables.end()) {
            return;
        }
        std::size_t inner = p.parties;
        for (auto after = found + 1; after != term.variables.end(); ++after) {
            inner *= p.size(*after);
        }
        const std::size_t outer = term.values.size() / (inner * p.size(v));
        refine_by([&](option_id o) {
            std::vector<grains> slice;
            slice.reserve(outer * inner);
            for (std::size_t n = 0; n < outer; ++n) {
                const auto begin =
                    term.values.begin() + static_cast<std::ptrdiff_t>((n * p.size(v) + o) * inner);
                slice.insert(slice.end(), begin, begin + static_cast<std::ptrdiff_t>(inner));
            }
            return slice;
        });
    }

    /// Separates options of different classes of another partition.
    void refine(const option_classes& other) {
        refine_by([&](option_id o) { return other.of(o); });
    }

private:
    /// Splits classes by a property of options; classes keep the order of their first option.
    template <class Property>
    void refine_by(Property property) {
        using value = decltype(property(option_id{}));
        std::map<std::pair<std::size_t, value>, std::size_t> names;
        std::vector<std::vector<option_id>> members;
        for (option_id o = 0; o < class_of_.size(); ++o) {
            const auto [place, added] =
                names.try_emplace({class_of_[o], property(o)}, members.size());
            if (added) {
                members.emplace_back();
            }
            members[place->second].push_back(o);
            class_of_[o] = place->second;
        }
        members_ = std::move(members);
    }

    std::vector<std::size_t> class_of_;
    std::vector<std::vector<option_id>> members_;
};

}  // namespace negotiation::deal::detail
