#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/sequence/beam.hpp>

#include "sequence/given.hpp"
#include "sequence/held_in_control.hpp"

namespace negotiation::sequence {

namespace {

using odds = greatest_held::odds;

/// The start of an order, carried with it.
struct start {
    step_set done = 0;
    std::vector<step_id> order;
    std::vector<greatest_held> held;  ///< by party
    std::vector<grains> now;          ///< halt value by party
    odds asked;                       ///< so far
    odds pending;                     ///< so far, or if it handed over at once
    std::optional<party_id> in_control;
};

class beam {
public:
    beam(const exchange& of, std::vector<std::size_t> names, reading how)
        : of_(&of),
          names_(std::move(names)),
          how_(how) {}

    [[nodiscard]] std::vector<start> begin() const {
        start empty;
        empty.held.resize(of_->parties());
        empty.now.assign(of_->parties(), 0);
        for (party_id i = 0; how_ == reading::peak_exposure && i < of_->parties(); ++i) {
            empty.held[i].add(0, of_->total(i), 0);
        }
        return {empty};
    }

    /// All that one more step makes of some orders, the most promising first.
    [[nodiscard]] std::vector<start> longer(const std::vector<start>& all) const {
        std::vector<start> next;
        for (const start& from : all) {
            for_each(of_->order().available(from.done), [&](step_id s) {
                start order = from;
                if (extend(order, s)) {
                    next.push_back(std::move(order));
                }
            });
        }
        std::sort(next.begin(), next.end(),
                  [&](const start& a, const start& b) { return comes_first(a, b); });
        return next;
    }

    /// The first so many that are not beaten by one before them.
    [[nodiscard]] static std::vector<start> kept(std::vector<start>&& sorted, std::size_t width) {
        std::vector<start> all;
        std::map<std::pair<step_set, party_id>, std::vector<std::size_t>> same;
        for (start& order : sorted) {
            if (all.size() == width) {
                break;
            }
            std::vector<std::size_t>& rivals = same[{order.done, *order.in_control}];
            const bool beaten = std::any_of(rivals.begin(), rivals.end(),
                                            [&](std::size_t k) { return no_worse(all[k], order); });
            if (!beaten) {
                rivals.push_back(all.size());
                all.push_back(std::move(order));
            }
        }
        return all;
    }

private:
    [[nodiscard]] bool extend(start& order, step_id s) const {
        const party_id by = of_->performer(s);
        const bool new_run = order.in_control != by;
        if (new_run && order.in_control) {
            order.asked = order.pending;
            if (how_ == reading::next_turn) {
                order.held[*order.in_control].forget();
            }
        }
        if (order.now[by] > of_->total(by)) {
            return false;
        }
        if (how_ == reading::drawdown || (how_ == reading::next_turn && new_run)) {
            order.held[by].add(order.now[by], of_->total(by), 0);
        }
        order.in_control = by;
        order.done |= only(s);
        order.order.push_back(s);
        for (party_id i = 0; i < of_->parties(); ++i) {
            order.now[i] = of_->halt_value(i, order.done);
        }
        order.pending = order.asked;
        if (order.done != of_->order().all()) {
            const odds here = order.held[by].asks(order.now[by], of_->total(by));
            order.pending = greatest_held::below(order.pending, here) ? here : order.pending;
        }
        return true;
    }

    [[nodiscard]] static bool no_worse(const start& a, const start& b) {
        for (std::size_t i = 0; i < a.held.size(); ++i) {
            if (!greatest_held::no_worse(a.held[i], b.held[i])) {
                return false;
            }
        }
        return !greatest_held::below(b.asked, a.asked);
    }

    [[nodiscard]] bool comes_first(const start& a, const start& b) const {
        if (greatest_held::below(a.pending, b.pending)) {
            return true;
        }
        if (greatest_held::below(b.pending, a.pending)) {
            return false;
        }
        if (greatest_held::below(a.asked, b.asked) || greatest_held::below(b.asked, a.asked)) {
            return greatest_held::below(a.asked, b.asked);
        }
        return std::lexicographical_compare(
            a.order.begin(), a.order.end(), b.order.begin(), b.order.end(),
            [&](step_id x, step_id y) { return names_[x] < names_[y]; });
    }

    const exchange* of_;
    std::vector<std::size_t> names_;
    reading how_;
};

/// Whether party i may be asked for something by each of its costly steps: the greatest such.
[[nodiscard]] trust bound_of(const exchange& of, party_id i) {
    units won_back = 0;
    units least = -static_cast<units>(of.breakdown(i));
    for (step_id s = 0; s < of.size(); ++s) {
        won_back += of.performer(s) == i ? std::max<grains>(0, of.kept(s, i)) : 0;
        least += std::min<grains>(0, of.kept(s, i));
    }
    trust most;
    for (step_id s = 0; s < of.size(); ++s) {
        const units loss = -static_cast<units>(of.kept(s, i)) - won_back;
        if (of.performer(s) != i || loss <= 0) {
            continue;
        }
        const units room = of.total(i) - least;  // V - H at the hand-over, at most
        const trust here{static_cast<grains>(loss),
                         static_cast<grains>(std::max<units>(room - loss, 0)), of.covered(i)};
        most = less(most, here) ? here : most;
    }
    return most;
}

}  // namespace

trust trust_bound(const exchange& of, reading how) {
    if (how == reading::peak_exposure || of.size() == 0) {
        return {};
    }
    std::optional<trust> least;
    for (party_id last = 0; last < of.parties(); ++last) {
        trust most;
        for (party_id i = 0; i < of.parties(); ++i) {
            const trust here = i == last ? trust{} : bound_of(of, i);
            most = less(most, here) ? here : most;
        }
        least = !least || less(most, *least) ? most : *least;
    }
    return least.value_or(trust{});
}

beam_result beam_order(const exchange& of, std::span<const std::size_t> names,
                       const beam_options& options) {
    if (options.width == 0) {
        throw std::invalid_argument("beam: the width must be at least 1; got 0");
    }
    beam_result result;
    result.lower_bound = trust_bound(of, options.how);
    const beam along(of, name_ranks(of, names), options.how);
    std::vector<start> all = along.begin();
    for (std::size_t steps = 0; steps < of.size() && !all.empty(); ++steps) {
        all = beam::kept(along.longer(all), options.width);
    }
    if (!all.empty()) {
        order_report found = walk(of, all.front().order, {options.how, false});
        if (found.feasible()) {
            result.best = std::move(found);
        }
    }
    return result;
}

}  // namespace negotiation::sequence
