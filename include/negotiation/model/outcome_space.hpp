#pragma once

/// @file
/// Every deal that could be written down: options of the issues, less what constraints forbid.

#include <cstdint>
#include <vector>

#include <negotiation/model/count.hpp>

namespace negotiation {

using issue_id = std::uint32_t;   ///< place of an issue in the scenario, from 0
using option_id = std::uint32_t;  ///< place of an option in its issue, from 0
using party_id = std::uint32_t;   ///< place of a party at the table, from 0

/// @brief A deal: one option for every issue, in the issues' order.
///
/// Enumeration order is lexicographic (last issue fastest); every tie of the library goes to the
/// smaller deal in this order.
using outcome = std::vector<option_id>;

/// @brief For each option of an issue, whether it belongs to a set.
using option_mask = std::vector<bool>;

/// @brief A combination that no deal may contain: every listed issue inside its mask.
///
/// An implication "A and B then C" is the combination A, B, not C.
struct forbidden_combination {
    std::vector<issue_id> issues;    ///< distinct
    std::vector<option_mask> masks;  ///< one an issue listed, over all its options

    bool operator==(const forbidden_combination&) const = default;
};

/// @brief The factored space: a set of open options for each issue, and forbidden combinations.
///
/// Never enumerated unless an engine chooses to. Dense and free of names; share it between
/// threads.
/// @invariant `domains[k]` is ascending and below `sizes[k]`
struct outcome_space {
    std::vector<option_id> sizes;                  ///< options each issue has in all
    std::vector<std::vector<option_id>> domains;   ///< the open ones: the whole issue, or only the
                                                   ///< status quo of an issue out of scope
    std::vector<forbidden_combination> forbidden;  ///< what no deal may contain

    bool operator==(const outcome_space&) const = default;
};

/// @brief A space in which every option of every issue is open.
/// @param sizes options of each issue @shape{issues}
/// @return the space, without constraints
/// @complexity{O(options)}; thread-safe
/// @test tests/model/outcome_space.cpp "raw counts beyond 64 bits are exact"
[[nodiscard]] outcome_space make_outcome_space(std::vector<option_id> sizes);

/// @brief Deals before constraints: the product of the open options.
/// @param space any space
/// @return their number, saturating
/// @complexity{O(issues)}; thread-safe
/// @test tests/model/outcome_space.cpp "raw counts beyond 64 bits are exact"
[[nodiscard]] outcome_count raw_count(const outcome_space& space);

/// @brief True when the deal takes open options only and contains no forbidden combination.
/// @param space any space
/// @param deal  an option for every issue @shape{issues}
/// @return false for a closed option or a forbidden combination
/// @complexity{O(issues + constraints)}; thread-safe
/// @test tests/model/outcome_space.cpp "a forbidden combination needs all of its parts"
[[nodiscard]] bool feasible(const outcome_space& space, const outcome& deal);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace negotiation {

inline outcome_space make_outcome_space(std::vector<option_id> sizes) {
    outcome_space space;
    space.sizes = std::move(sizes);
    for (const option_id size : space.sizes) {
        std::vector<option_id> all(size);
        std::iota(all.begin(), all.end(), option_id{0});
        space.domains.push_back(std::move(all));
    }
    return space;
}

inline outcome_count raw_count(const outcome_space& space) {
    outcome_count n = 1;
    for (const auto& domain : space.domains) {
        n = saturating_multiply(n, domain.size());
    }
    return n;
}

/// @brief Whether a deal contains a forbidden combination.
/// @param combination what is forbidden
/// @param deal        an option for every issue @shape{issues}
/// @return true when every listed issue takes an option of its mask
/// @complexity{O(issues listed)}; thread-safe
/// @test tests/model/outcome_space.cpp "a forbidden combination needs all of its parts"
inline bool contains(const forbidden_combination& combination, const outcome& deal) {
    for (std::size_t k = 0; k < combination.issues.size(); ++k) {
        if (!combination.masks[k][deal[combination.issues[k]]]) {
            return false;
        }
    }
    return true;
}

inline bool feasible(const outcome_space& space, const outcome& deal) {
    for (std::size_t k = 0; k < space.domains.size(); ++k) {
        if (!std::binary_search(space.domains[k].begin(), space.domains[k].end(), deal[k])) {
            return false;
        }
    }
    return std::none_of(space.forbidden.begin(), space.forbidden.end(),
                        [&](const auto& combination) { return contains(combination, deal); });
}

}  // namespace negotiation
