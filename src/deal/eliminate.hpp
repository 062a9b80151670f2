#pragma once

/// @file
/// The engine for spaces of any size: variable elimination that carries efficient partial deals.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "deal/bucket.hpp"
#include "deal/budget_passed.hpp"
#include "deal/efficient_union.hpp"
#include "deal/elimination_order.hpp"
#include "deal/point_list.hpp"
#include "deal/reduced_problem.hpp"

namespace negotiation::deal::detail {

/// Bucket elimination (Dechter 1999) with Pareto sets for values (Rollon and Larrosa 2006). A
/// partial deal that another one over the same variables, with the same options where it still
/// matters, dominates cannot be part of an efficient deal; so cells hold efficient partial deals
/// only. Options that every term, ban and message treats alike share one class.
template <std::size_t P>
class elimination {
public:
    elimination(const reduced_problem& p, const key_space& layout, region within,
                const budget& limits)
        : p_(p),
          layout_(layout),
          cut_(within == region::zone),
          limits_(limits),
          store_(p),
          summed_out_(p.variables(), false),
          nothing_{{vector{}}, std::vector<std::uint64_t>(layout.words(), 0), {1}} {
        for (variable_id v = 0; v < p.variables(); ++v) {
            greatest_.push_back(greatest_row(p.values[v]));
        }
        for (const joint_term& term : p.terms) {
            greatest_of_terms_.push_back(greatest_row(term.values));
        }
    }

    /// The frontier. @throws budget_passed
    [[nodiscard]] point_list<P> run(const elimination_order& order) {
        if (p_.empty) {
            return {};
        }
        for (const variable_id v : order.variables) {
            sum_out(v);
        }
        return combine_roots();
    }

private:
    using vector = std::array<grains, P>;
    using points = point_list<P>;

    [[nodiscard]] vector greatest_row(const std::vector<grains>& rows) const {
        vector most{};
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const std::size_t i = k % p_.parties;
            most[i] = k < p_.parties ? rows[k] : std::max(most[i], rows[k]);
        }
        return most;
    }

    [[nodiscard]] static vector greatest_point(const std::vector<points>& cells) {
        vector most{};
        bool first = true;
        for (const points& cell : cells) {
            for (const vector& sums : cell.sums) {
                for (std::size_t i = 0; i < P; ++i) {
                    most[i] = first ? sums[i] : std::max(most[i], sums[i]);
                }
                first = false;
            }
        }
        return most;
    }

    static void add(vector& to, const vector& what) noexcept {
        for (std::size_t i = 0; i < P; ++i) {
            to[i] += what[i];
        }
    }

    /// What the rest of the problem can add at most: partial deals below a threshold even so are
    /// dropped.
    [[nodiscard]] vector most_to_come() const {
        vector most{};
        std::copy(p_.base.begin(), p_.base.end(), most.begin());
        for (std::size_t v = 0; v < p_.variables(); ++v) {
            if (!summed_out_[v]) {
                add(most, greatest_[v]);
            }
        }
        for (std::size_t t = 0; t < p_.terms.size(); ++t) {
            if (!store_.term_used(t)) {
                add(most, greatest_of_terms_[t]);
            }
        }
        for (const message<points>& m : store_.pending()) {
            add(most, greatest_point(m.cells));
        }
        for (const std::vector<points>& root : roots_) {
            add(most, greatest_point(root));
        }
        return most;
    }

    [[nodiscard]] bool hopeless(const vector& sums, const vector& most) const noexcept {
        for (std::size_t i = 0; cut_ && i < p_.parties; ++i) {
            if (sums[i] + most[i] < p_.thresholds[i]) {
                return true;
            }
        }
        return false;
    }

    /// A vector costs a sweep over staircases less than one over a plane, and that less than
    /// divide and conquer: about 4, 40 and 1000 ns.
    static constexpr double cost_of_vector = P == 2 ? 1 : P == 3 ? 8 : 256;
    /// Looking at a cell, found empty or not: about a microsecond.
    static constexpr double cost_of_cell = 256;

    void spend(double work) {
        work_ += work;
        if (work_ > static_cast<double>(limits_.visits)) {
            throw budget_passed{work_, "visits' worth of work", limits_.visits};
        }
    }

    void hold(std::size_t points_made) {
        held_ += static_cast<double>(points_made);
        if (held_ > static_cast<double>(limits_.points)) {
            throw budget_passed{held_, "partial deals", limits_.points};
        }
    }

    /// A list moved by a constant, less the ends that are hopeless. Of two parties' lists, which
    /// fall in the first and rise in the second utility, only a stretch in the middle can pass.
    [[nodiscard]] moved_list<P> moved(const points& list, const vector& shift,
                                      const vector& most) const {
        moved_list<P> run{list.sums.data(), 0, static_cast<std::uint32_t>(list.size()), shift};
        if constexpr (P == 2) {
            const auto passes = [&](const vector& sums, std::size_t i) {
                return !cut_ || i >= p_.parties || sums[i] + shift[i] + most[i] >= p_.thresholds[i];
            };
            const auto first =
                std::partition_point(list.sums.begin(), list.sums.end(),
                                     [&](const vector& sums) { return !passes(sums, 1); });
            const auto last = std::partition_point(
                first, list.sums.end(), [&](const vector& sums) { return passes(sums, 0); });
            run.begin = static_cast<std::uint32_t>(first - list.sums.begin());
            run.end = static_cast<std::uint32_t>(last - list.sums.begin());
        }
        return run;
    }

    [[nodiscard]] records<grains, P> efficient(const std::vector<moved_list<P>>& lists,
                                               const vector& most) {
        std::size_t vectors = 0;
        for (const moved_list<P>& list : lists) {
            vectors += list.end - list.begin;
        }
        if (vectors > limits_.points) {
            throw budget_passed{static_cast<double>(vectors), "partial deals", limits_.points};
        }
        spend(cost_of_vector * static_cast<double>(vectors));
        return efficient_union(lists, p_.parties,
                               [&](const vector& sums) { return hopeless(sums, most); });
    }

    /// All sums of a point of one list and a point of the other, less dominated ones.
    [[nodiscard]] points sum(const points& x, const points& y, const vector& most) {
        const points& longer = x.size() < y.size() ? y : x;
        const points& shorter = x.size() < y.size() ? x : y;
        std::vector<moved_list<P>> lists;
        for (const vector& shift : shorter.sums) {
            lists.push_back(moved(longer, shift, most));
        }
        const std::size_t words = layout_.words();
        return collapse<P>(
            efficient(lists, most), words,
            [&](const auto& r, std::uint64_t* key) {
                for (std::size_t w = 0; w < words; ++w) {
                    key[w] = longer.key(r.a, words)[w] | shorter.key(r.b, words)[w];
                }
            },
            [&](const auto& r) {
                return saturating_multiply(longer.counts[r.a], shorter.counts[r.b]);
            });
    }

    /// Efficient options of a variable within one class.
    [[nodiscard]] points own_points(variable_id v, const std::vector<option_id>& members) const {
        records<grains, P> all;
        for (const option_id o : members) {
            record<grains, P> r{{}, o, 0};
            std::copy_n(p_.values[v].begin() + static_cast<std::ptrdiff_t>(o * p_.parties),
                        p_.parties, r.u.begin());
            all.push_back(r);
        }
        std::sort(all.begin(), all.end(),
                  [](const auto& x, const auto& y) { return precedes(x, y); });
        keep_efficient(all, p_.parties);
        return collapse<P>(
            all, layout_.words(),
            [&](const auto& r, std::uint64_t* key) { layout_.put(key, v, r.a); },
            [](const auto&) { return outcome_count{1}; });
    }

    /// What comes at most once the messages up to m of a bucket are joined.
    [[nodiscard]] vector most_after(const bucket<points>& b, std::size_t m, vector most) const {
        add(most, greatest_[b.variable]);
        for (const std::size_t t : b.terms) {
            add(most, greatest_of_terms_[t]);
        }
        for (++m; m < b.messages.size(); ++m) {
            add(most, greatest_point(b.messages[m].cells));
        }
        return most;
    }

    /// The cells that some options select, joined. With one message it is that cell itself; with
    /// more it does not depend on the rest of the surroundings, so it is made once for every
    /// selection.
    [[nodiscard]] const points& joined(const bucket<points>& b,
                                       const std::vector<option_id>& options, const vector& most) {
        if (b.messages.empty()) {
            return nothing_;
        }
        if (b.messages.size() == 1) {
            return b.messages.front().cells[b.messages.front().place(options)];
        }
        std::vector<std::size_t> places;
        for (const message<points>& m : b.messages) {
            places.push_back(m.place(options));
        }
        auto& entry = joined_[places];
        if (!entry) {
            points list = b.messages.front().cells[places.front()];
            for (std::size_t m = 1; m < places.size(); ++m) {
                list = sum(list, b.messages[m].cells[places[m]], most_after(b, m, most));
            }
            entry = std::move(list);
        }
        return *entry;
    }

    /// The efficient points over all own options, the surroundings held fixed.
    [[nodiscard]] points cell(const bucket<points>& b, const std::vector<points>& own_lists,
                              std::vector<option_id>& options, const vector& most) {
        struct origin {
            const points* rest;
            const points* own;
            std::size_t place;
        };
        std::vector<origin> origins;
        std::vector<moved_list<P>> lists;
        for (std::size_t own = 0; own < b.own.size(); ++own) {
            options[b.variable] = b.own.members(own).front();
            if (b.banned(p_, options)) {
                continue;
            }
            vector constant{};
            for (const std::size_t t : b.terms) {
                const grains* row = enumeration::row(p_, p_.terms[t], options);
                for (std::size_t i = 0; i < p_.parties; ++i) {
                    constant[i] += row[i];
                }
            }
            const points& rest = joined(b, options, most);
            for (std::size_t k = 0; k < own_lists[own].size(); ++k) {
                vector shift = constant;
                add(shift, own_lists[own].sums[k]);
                lists.push_back(moved(rest, shift, most));
                origins.push_back({&rest, &own_lists[own], k});
            }
        }
        const std::size_t words = layout_.words();
        return collapse<P>(
            efficient(lists, most), words,
            [&](const auto& r, std::uint64_t* key) {
                const origin& from = origins[r.b];
                for (std::size_t w = 0; w < words; ++w) {
                    key[w] = from.rest->key(r.a, words)[w] | from.own->key(from.place, words)[w];
                }
            },
            [&](const auto& r) {
                const origin& from = origins[r.b];
                return saturating_multiply(from.rest->counts[r.a], from.own->counts[from.place]);
            });
    }

    void sum_out(variable_id v) {
        const bucket<points> b = store_.take(v);
        summed_out_[v] = true;
        if (b.cells() > static_cast<double>(limits_.points)) {
            throw budget_passed{b.cells(), "partial deals", limits_.points};
        }
        spend(cost_of_cell * b.cells());
        const vector most = most_to_come();
        std::vector<points> own_lists;
        for (std::size_t own = 0; own < b.own.size(); ++own) {
            own_lists.push_back(own_points(v, b.own.members(own)));
        }
        message<points> sent{b.around, b.classes, {}};
        std::vector<option_id> options(p_.variables(), 0);
        b.for_each_surrounding(options, [&] {
            sent.cells.push_back(cell(b, own_lists, options, most));
            hold(sent.cells.back().size());
        });
        for (const message<points>& m : b.messages) {
            for (const points& used : m.cells) {
                held_ -= static_cast<double>(used.size());
            }
        }
        joined_.clear();
        if (sent.variables.empty()) {
            roots_.push_back(std::move(sent.cells));
        } else {
            store_.send(std::move(sent));
        }
    }

    /// Joins the independent parts of the problem, the largest first, so that the last and most
    /// expensive sums have a short partner.
    [[nodiscard]] points combine_roots() {
        std::stable_sort(roots_.begin(), roots_.end(), [](const auto& x, const auto& y) {
            return x.front().size() > y.front().size();
        });
        points list = nothing_;
        std::copy(p_.base.begin(), p_.base.end(), list.sums.front().begin());
        if (roots_.empty() && hopeless(list.sums.front(), vector{})) {
            return {};
        }
        for (std::size_t k = 0; k < roots_.size(); ++k) {
            vector most{};
            for (std::size_t later = k + 1; later < roots_.size(); ++later) {
                add(most, greatest_point(roots_[later]));
            }
            list = sum(list, roots_[k].front(), most);
        }
        return list;
    }

    const reduced_problem& p_;
    const key_space& layout_;
    bool cut_;
    budget limits_;
    double work_ = 0;  ///< done, in visits
    double held_ = 0;  ///< points in messages
    bucket_store<points> store_;
    std::vector<bool> summed_out_;
    points nothing_;  ///< the partial deal over no variables
    std::vector<vector> greatest_;
    std::vector<vector> greatest_of_terms_;
    std::vector<std::vector<points>> roots_;
    std::map<std::vector<std::size_t>, std::optional<points>> joined_;
};

}  // namespace negotiation::deal::detail
