#pragma once

/// @file
/// What `searches` finds, under next turn without learning: by sweeps instead of labels.

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <negotiation/sequence/least_trust.hpp>

#include "sequence/next_turn_least.hpp"
#include "sequence/next_turn_orders.hpp"
#include "sequence/searches.hpp"

namespace negotiation::sequence {

/// @brief The searches for the least trust and its one order; no orders are looked for within
/// bounds before `least` has found some.
template <std::size_t N>
class next_turn_searches {
public:
    using general = searches<greatest_held, N>;
    using holdings = typename general::holdings;
    using odds = typename general::odds;
    using trusts = typename general::trusts;
    using limits = typename general::limits;

    explicit next_turn_searches(const ground& on) : on_(&on), at_(*on.of, *on.lattice) {}

    [[nodiscard]] std::size_t labels() const {
        return labels_ + (orders_ ? orders_->visited() : 0);
    }
    [[nodiscard]] bool exhausted() const { return exhausted_; }

    [[nodiscard]] std::optional<typename general::best> least() {
        std::optional<next_turn_least> sweeps(at_);
        const auto trust = sweeps->find();
        labels_ += sweeps->visited();
        if (!trust) {
            return std::nullopt;
        }
        std::vector<ideal_id> stages = sweeps->stages();
        sweeps.reset();  // the memory of one kind of sweeps before that of the other
        orders_.emplace(at_, std::move(stages));
        limits within;
        within.caps.fill(*trust);
        within.runs = orders_->fewest_runs(caps_of(within)).value();
        orders_->narrow(caps_of(within));
        return typename general::best{*trust, orders_->first_by_names(caps_of(within), on_->names)};
    }

    [[nodiscard]] std::optional<typename general::shortest> least_runs(limits within) {
        const auto runs = orders_->fewest_runs(caps_of(within));
        if (!runs) {
            return std::nullopt;
        }
        within.runs = *runs;
        return
            typename general::shortest{*runs, orders_->first_by_names(caps_of(within), on_->names)};
    }

    [[nodiscard]] std::optional<odds> least_of_one(party_id whose, const limits& within) {
        return orders_->least_of_one(whose, caps_of(within));
    }

    /// By labels: sweeps compare one trust at a time.
    template <bool Runs>
    [[nodiscard]] auto efficient(const limits& within, std::size_t limit) {
        const stage_values stages(*on_->of, *on_->lattice);
        ground on = *on_;
        on.stages = &stages;
        general with(on);
        auto all = with.template efficient<Runs>(within, limit);
        labels_ += with.labels();
        exhausted_ = exhausted_ || with.exhausted();
        return all;
    }

    [[nodiscard]] std::vector<step_id> named(const trusts& asked, std::size_t runs) {
        return orders_->first_by_names(caps_of({general::capped(asked), runs}), on_->names);
    }

private:
    [[nodiscard]] next_turn_caps caps_of(const limits& within) const {
        next_turn_caps caps{{}, std::min(within.runs, maximum_steps)};
        for (const std::optional<odds>& cap : within.caps) {
            caps.trusts.push_back(cap.value_or(next_turn_bound::any));
        }
        return caps;
    }

    const ground* on_;
    next_turn_runs at_;
    std::optional<next_turn_orders> orders_;
    std::size_t labels_ = 0;
    bool exhausted_ = false;
};

/// The order that needs least trust under next turn without learning. @param on without stages
[[nodiscard]] least_trust least_by_sweeps(const ground& on);

}  // namespace negotiation::sequence
