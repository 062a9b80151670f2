#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <fmt/core.h>

#include <negotiation/ratification/seat_share.hpp>

namespace negotiation::ratification {

namespace {

/// Whole numbers in proportion to others, by largest remainders.
/// @param sum of `votes`, above 0
[[nodiscard]] std::vector<std::uint64_t> apportioned(const std::vector<std::uint64_t>& votes,
                                                     std::uint64_t sum, std::uint64_t seats) {
    std::vector<std::uint64_t> got;
    std::vector<std::size_t> by_remainder;
    std::uint64_t left = seats;
    for (std::size_t k = 0; k < votes.size(); ++k) {
        got.push_back(seats * votes[k] / sum);
        left -= got.back();
        by_remainder.push_back(k);
    }
    std::stable_sort(by_remainder.begin(), by_remainder.end(), [&](std::size_t a, std::size_t b) {
        return seats * votes[a] % sum > seats * votes[b] % sum;
    });
    for (std::size_t k = 0; k < left; ++k) {
        ++got[by_remainder[k]];
    }
    return got;
}

}  // namespace

chamber with_share(const chamber& of, std::size_t which, double share) {
    if (which >= of.factions.size() || of.factions.size() < 2) {
        throw std::invalid_argument(
            fmt::format("with_share: needs a faction and another one; got place {} of {}", which,
                        of.factions.size()));
    }
    if (!(share >= 0 && share <= 1)) {
        throw std::invalid_argument(
            fmt::format("with_share: the share must lie in [0, 1]; got {}", share));
    }
    const std::uint64_t all = votes_in(of);
    const auto seats =
        static_cast<std::uint64_t>(std::floor(share * static_cast<double>(all) + 0.5));
    std::vector<std::uint64_t> others;
    for (std::size_t k = 0; k < of.factions.size(); ++k) {
        others.push_back(k == which ? 0 : of.factions[k].votes);
    }
    std::vector<std::uint64_t> votes =
        apportioned(others, all - of.factions[which].votes, all - seats);
    votes[which] = seats;
    chamber changed = of;
    changed.factions.clear();
    for (std::size_t k = 0; k < of.factions.size(); ++k) {
        if (votes[k] > 0) {
            changed.factions.push_back(of.factions[k]);
            changed.factions.back().votes = static_cast<std::uint32_t>(votes[k]);
        }
    }
    return changed;
}

}  // namespace negotiation::ratification
