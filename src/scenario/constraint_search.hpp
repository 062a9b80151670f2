#pragma once

/// @file
/// Whether constraints leave any deal at all, and which of them do not.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::detail {

/// Exact search for one deal outside all forbidden combinations, by branching on "this issue lies
/// in this mask" with forward checking. Gives up when its work is spent.
class deal_search {
public:
    enum class verdict { some_deal, no_deal, unknown };

    explicit deal_search(std::uint64_t work) : work_(work) {}

    /// Treats groups of constraints that share no issue one after the other.
    verdict run(const std::vector<option_id>& sizes,
                const std::vector<const forbidden_combination*>& forbidden) {
        verdict all = verdict::some_deal;
        for (const group& tied : groups(forbidden)) {
            domains d;
            for (const forbidden_combination* f : tied) {
                for (const issue_id k : f->issues) {
                    d.emplace(k, option_mask(sizes[k], true));
                }
            }
            const verdict one = search(tied, std::move(d));
            if (one == verdict::no_deal) {
                return one;
            }
            all = one == verdict::unknown ? one : all;
        }
        return all;
    }

private:
    using domains = std::map<issue_id, option_mask>;
    using group = std::vector<const forbidden_combination*>;

    /// The parts of a combination against the open options.
    struct state {
        bool excluded = false;  ///< some part cannot hold: nothing is forbidden any more
        std::size_t open = 0;   ///< parts that may hold or not
        std::size_t first_open = 0;
    };

    static std::vector<group> groups(const group& forbidden) {
        std::map<issue_id, issue_id> parent;
        const auto root = [&](issue_id k) {
            while (parent.at(k) != k) {
                k = parent.at(k) = parent.at(parent.at(k));
            }
            return k;
        };
        for (const forbidden_combination* f : forbidden) {
            for (const issue_id k : f->issues) {
                parent.emplace(k, k);
                parent[root(k)] = root(f->issues.front());
            }
        }
        std::map<issue_id, group> by_root;
        for (const forbidden_combination* f : forbidden) {
            by_root[root(f->issues.front())].push_back(f);
        }
        std::vector<group> list;
        for (auto& entry : by_root) {
            list.push_back(std::move(entry.second));
        }
        return list;
    }

    state look(const forbidden_combination& f, const domains& d) {
        state s;
        for (std::size_t p = 0; p < f.issues.size(); ++p) {
            const option_mask& open = d.at(f.issues[p]);
            bool inside = false;
            bool outside = false;
            for (std::size_t o = 0; o < open.size() && !(inside && outside); ++o) {
                inside = inside || (open[o] && f.masks[p][o]);
                outside = outside || (open[o] && !f.masks[p][o]);
            }
            spend(open.size());
            if (!inside) {
                s.excluded = true;
                return s;
            }
            if (outside) {
                s.first_open = s.open == 0 ? p : s.first_open;
                ++s.open;
            }
        }
        return s;
    }

    static void keep(option_mask& open, const option_mask& mask, bool inside) {
        for (std::size_t o = 0; o < open.size(); ++o) {
            open[o] = open[o] && mask[o] == inside;
        }
    }

    verdict search(const group& forbidden, domains d) {
        const forbidden_combination* branch = nullptr;
        std::size_t part = 0;
        for (bool changed = true; changed;) {
            changed = false;
            branch = nullptr;
            for (const forbidden_combination* f : forbidden) {
                if (work_ == 0) {
                    return verdict::unknown;
                }
                const state s = look(*f, d);
                if (s.excluded) {
                    continue;
                }
                if (s.open == 0) {
                    return verdict::no_deal;
                }
                if (s.open == 1) {
                    keep(d.at(f->issues[s.first_open]), f->masks[s.first_open], false);
                    changed = true;
                } else if (branch == nullptr) {
                    branch = f;
                    part = s.first_open;
                }
            }
        }
        return branch == nullptr ? verdict::some_deal : split(forbidden, d, *branch, part);
    }

    verdict split(const group& forbidden, const domains& d, const forbidden_combination& f,
                  std::size_t part) {
        verdict all = verdict::no_deal;
        for (const bool inside : {false, true}) {
            domains half = d;
            spend(64 * half.size());
            keep(half.at(f.issues[part]), f.masks[part], inside);
            const verdict one = search(forbidden, std::move(half));
            if (one == verdict::some_deal) {
                return one;
            }
            all = one == verdict::unknown ? one : all;
        }
        return all;
    }

    void spend(std::uint64_t amount) { work_ -= std::min(work_, amount + 1); }

    std::uint64_t work_;
};

/// A smallest-by-deletion set of constraints that no deal satisfies: leaving any one out opens
/// the space, as far as the search can tell.
///
/// @param sizes     options of each issue
/// @param forbidden for each constraint what it forbids
/// @return places of constraints, empty when there is a deal or the search gave up
inline std::vector<std::size_t> emptying_constraints(
    const std::vector<option_id>& sizes,
    const std::vector<std::vector<forbidden_combination>>& forbidden) {
    constexpr std::uint64_t work = 20'000'000;
    std::vector<std::size_t> kept(forbidden.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    const auto empties = [&](const std::vector<std::size_t>& some) {
        std::vector<const forbidden_combination*> all;
        for (const std::size_t c : some) {
            for (const forbidden_combination& f : forbidden[c]) {
                all.push_back(&f);
            }
        }
        return deal_search(work / 4).run(sizes, all) == deal_search::verdict::no_deal;
    };
    if (!empties(kept)) {
        return {};
    }
    // Whole blocks first, so that a long list with a short clash costs few searches.
    std::size_t searches = 0;
    for (std::size_t block = std::max<std::size_t>(1, kept.size() / 2); block > 0; block /= 2) {
        for (std::size_t start = 0; start < kept.size() && searches < 200;) {
            std::vector<std::size_t> fewer = kept;
            const std::size_t end = std::min(start + block, kept.size());
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(start),
                        fewer.begin() + static_cast<std::ptrdiff_t>(end));
            ++searches;
            if (empties(fewer)) {
                kept = std::move(fewer);
            } else {
                start = end;
            }
        }
    }
    return kept;
}

}  // namespace negotiation::detail
