#pragma once

/// @file
/// Everything that is searched for over one lattice, for one kind of memory and number of parties.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <negotiation/sequence/order_report.hpp>

#include "sequence/bottleneck_search.hpp"
#include "sequence/first_by_names.hpp"
#include "sequence/label_search.hpp"

namespace negotiation::sequence {

/// A problem laid out for searches.
struct ground {
    const exchange* of;
    const ideal_lattice* lattice;
    const stage_values* stages;  ///< nothing where labels are not followed
    trust_options trusts;
    std::vector<std::size_t> names;
    std::size_t limit;
};

/// The searches for one kind of memory and one number of parties.
template <class Held, std::size_t N>
class searches {
public:
    using holdings = Held;
    using odds = typename Held::odds;
    using trusts = std::array<odds, N>;  ///< by party
    using limits = bounds<Held, N>;

    explicit searches(const ground& on) : on_(&on) {}

    [[nodiscard]] std::size_t labels() const { return labels_; }
    [[nodiscard]] bool exhausted() const { return exhausted_; }

    /// The least greatest trust of all orders, and one that asks for no more; nothing where none is
    /// feasible.
    struct best {
        odds trust{};
        std::vector<step_id> order;
    };
    [[nodiscard]] std::optional<best> least() {
        odds from{};
        if (on_->trusts.how == reading::drawdown) {
            // no order asks for less under drawdown than under next turn
            const auto lower = least_under(reading::next_turn, from);
            if (!lower) {
                return std::nullopt;
            }
            from = lower->trust;
        }
        return least_under(on_->trusts.how, from);
    }

    /// The fewest runs within bounds, and an order that has no more.
    struct shortest {
        std::size_t runs = 0;
        std::vector<step_id> order;
    };
    [[nodiscard]] std::optional<shortest> least_runs(const limits& within) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        bottleneck_search<Held, N, fewest_runs<Held>> search(next, {}, on_->limit);
        auto found = run(search, std::size_t{0});
        return found ? std::optional(shortest{found->at, std::move(found->order)}) : std::nullopt;
    }

    /// The least trust of one party within bounds.
    [[nodiscard]] std::optional<odds> least_of_one(party_id whose, const limits& within) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        bottleneck_search<Held, N, trust_of_one<Held>> search(next, {whose}, on_->limit);
        const auto found = run(search, odds{});
        return found ? std::optional(found->at) : std::nullopt;
    }

    /// The efficient trusts by party within bounds, with an order for each.
    template <bool Runs>
    [[nodiscard]] auto efficient(const limits& within, std::size_t limit) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        label_search<Held, N, Runs> search(next, limit);
        search.search();
        count(search);
        return search.wholes();
    }

    /// The order by fewest runs, then names, that asks nobody for more than this.
    [[nodiscard]] std::vector<step_id> named(const trusts& asked) {
        limits within;
        within.caps = capped(asked);
        const auto runs = least_runs(within);
        return runs ? named(asked, runs->runs) : std::vector<step_id>();
    }
    [[nodiscard]] std::vector<step_id> named(const trusts& asked, std::size_t runs) {
        const limits within{capped(asked), runs};
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, within);
        first_by_names<Held, N> search(next, on_->names, on_->limit);
        std::vector<step_id> order = search.find();
        exhausted_ = exhausted_ || search.exhausted();
        return order;
    }

    [[nodiscard]] std::vector<step_id> least_short(std::span<const double> beliefs) {
        const continuation<Held, N> next(*on_->stages, on_->trusts.how, {});
        greatest_shortfall<Held, N> criterion;
        std::copy(beliefs.begin(), beliefs.end(), criterion.beliefs.begin());
        bottleneck_search<Held, N, greatest_shortfall<Held, N>> search(next, criterion, on_->limit);
        const auto found = run(search, 0.0);
        return found ? found->order : std::vector<step_id>();
    }

    [[nodiscard]] static std::array<std::optional<odds>, N> capped(const trusts& asked) {
        std::array<std::optional<odds>, N> caps;
        std::copy(asked.begin(), asked.end(), caps.begin());
        return caps;
    }

private:
    [[nodiscard]] std::optional<best> least_under(reading how, const odds& from) {
        const continuation<Held, N> next(*on_->stages, how, {});
        bottleneck_search<Held, N, greatest_trust<Held>> search(next, {}, on_->limit);
        auto found = run(search, from);
        return found ? std::optional(best{found->at, std::move(found->order)}) : std::nullopt;
    }

    template <class Search>
    [[nodiscard]] auto run(Search& search, const typename Search::value& from) {
        auto found = search.search(from);
        count(search);
        return found;
    }

    template <class Search>
    void count(const Search& search) {
        labels_ += search.labels();
        exhausted_ = exhausted_ || search.exhausted();
    }

    const ground* on_;
    std::size_t labels_ = 0;
    bool exhausted_ = false;
};

/// Calls with the searches that fit the problem.
template <class Use>
auto with_searches(const ground& on, const Use& use) {
    const std::size_t parties = on.stages->of().parties();
    const auto sized = [&]<class Held>(const Held& /*kind*/) {
        if (parties <= 2) {
            return use(searches<Held, 2>(on));
        }
        if (parties <= 8) {
            return use(searches<Held, 8>(on));
        }
        return use(searches<Held, 128>(on));
    };
    // a guarantee is worth log-odds as well, and so are trusts then no fractions
    const bool learns = on.trusts.learning || on.stages->of().is_covered();
    return learns ? sized(learned_holdings{}) : sized(greatest_held{});
}

}  // namespace negotiation::sequence
