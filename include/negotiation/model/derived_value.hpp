#pragma once

/// @file
/// A part of what a deal is worth that hangs on so many issues at once that no table of terms holds
/// it: another room computes it from the whole deal.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation {

/// @brief Bounds of a sum over many deals. @unit{grains}
struct sum_range {
    std::int64_t least = 0;     ///< no deal among them has less
    std::int64_t greatest = 0;  ///< and none has more

    bool operator==(const sum_range&) const = default;
};

/// @brief The options that are still open, by issue. @shape{issues}
using open_options = std::vector<std::vector<option_id>>;

/// @brief What bounds a derived value while a deal is being put together, issue by issue.
template <class Bounds>
concept bounds_partial_deals = requires(const Bounds& bounds, const outcome& deal, std::size_t n) {
    { bounds(deal, n) } -> std::same_as<sum_range>;
};

/// @brief A rule that gives every deal a whole number, and bounds it where a deal is half done.
///
/// * `value(deal)` is exact;
/// * `decides_first()` names the issues, if any, whose choice tells most about the value;
/// * `bounds(open, in_turn)` prepares bounds for deals with these options whose issues are decided
///   in this turn: called with (deal, n) they hold for every deal that agrees with `deal` on the
///   first n issues of `in_turn` and takes open options of all others. The tighter they are, the
///   less a search has to visit.
template <class Rule>
concept derives_value = std::copyable<Rule> &&
    requires(const Rule& rule, const outcome& deal, const open_options& open,
             const std::vector<issue_id>& in_turn) {
    { rule.value(deal) } -> std::same_as<std::int64_t>;
    { rule.decides_first() } -> std::same_as<std::vector<issue_id>>;
    { rule.bounds(open, in_turn) } -> bounds_partial_deals;
};

class derived_value;

namespace detail {

/// A rule that is not one already; asked first, so that copying a value never asks whether it is.
template <class Rule>
concept rule_of_its_own = !std::same_as<Rule, derived_value> && derives_value<Rule>;

}  // namespace detail

/// @brief Such a rule as a value.
///
/// Engines that enumerate carry it (`table`, `stream`, branch and bound); elimination cannot, for
/// it works with tables over few issues. Not for what a table over two or three issues can say: a
/// `utility_term` is faster everywhere.
/// @copycost a shared pointer
/// @thread const access is safe where the rule's is
/// @test tests/model/derived_value.cpp "a rule becomes a part of a sum"
class derived_value {
public:
    /// @brief Bounds that were prepared.
    /// @copycost a shared pointer
    class partial_bounds;

    /// @brief Takes a rule.
    /// @param rule what computes the value
    template <detail::rule_of_its_own Rule>
    explicit derived_value(Rule rule);

    /// @brief The value of a deal.
    /// @param deal an option for every issue @shape{issues}
    /// @return exact @unit{grains}
    /// @complexity{the rule's}; thread-safe
    /// @test tests/model/derived_value.cpp "a rule becomes a part of a sum"
    [[nodiscard]] std::int64_t value(const outcome& deal) const;

    /// @brief The issues to decide first in a search.
    /// @return those whose choice tells most, maybe none
    /// @complexity{the rule's}; thread-safe
    /// @test tests/model/derived_value.cpp "a rule becomes a part of a sum"
    [[nodiscard]] std::vector<issue_id> decides_first() const;

    /// @brief Prepares bounds.
    /// @param open    the options that deals may take @shape{issues}
    /// @param in_turn issues in the turn in which they are decided; those that are not named stay
    ///                open
    /// @return bounds by partial deal
    /// @complexity{the rule's}; thread-safe
    /// @test tests/model/derived_value.cpp "bounds hold for every way to go on"
    [[nodiscard]] partial_bounds bounds(const open_options& open,
                                        const std::vector<issue_id>& in_turn) const;

    /// @brief The same rule object. @param other another @return whether both share one
    bool operator==(const derived_value& other) const noexcept = default;

private:
    struct any_rule;

    std::shared_ptr<const any_rule> rule_;
};

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <functional>
#include <utility>

namespace negotiation {

/// @brief Bounds that were prepared, as a value.
/// @copycost a shared pointer or a copy of what bounds
class derived_value::partial_bounds {
public:
    /// @brief Takes what bounds. @param bounds called as said above
    template <bounds_partial_deals Bounds>
        requires(!std::same_as<Bounds, partial_bounds>)
    explicit partial_bounds(Bounds bounds) : bounds_(std::move(bounds)) {}

    /// @brief Bounds over all ways to go on from a partial deal.
    /// @param deal    an option for every issue; those of open issues are not looked at
    /// @param decided how many issues are decided, in their turn
    /// @return bounds, not always the tightest @unit{grains}
    /// @complexity{the rule's}; thread-safe
    /// @test tests/model/derived_value.cpp "bounds hold for every way to go on"
    [[nodiscard]] sum_range operator()(const outcome& deal, std::size_t decided) const {
        return bounds_(deal, decided);
    }

private:
    std::function<sum_range(const outcome&, std::size_t)> bounds_;
};

/// @brief What a rule can do, whatever its type.
struct derived_value::any_rule {
    std::function<std::int64_t(const outcome&)> value;     ///< of a deal
    std::function<std::vector<issue_id>()> decides_first;  ///< what tells most
    /// Prepares bounds.
    std::function<partial_bounds(const open_options&, const std::vector<issue_id>&)> bounds;
};

template <detail::rule_of_its_own Rule>
derived_value::derived_value(Rule rule) {
    const auto shared = std::make_shared<const Rule>(std::move(rule));
    rule_ = std::make_shared<const any_rule>(
        any_rule{[shared](const outcome& deal) { return shared->value(deal); },
                 [shared] { return shared->decides_first(); },
                 [shared](const open_options& open, const std::vector<issue_id>& in_turn) {
                     return partial_bounds(shared->bounds(open, in_turn));
                 }});
}

inline std::int64_t derived_value::value(const outcome& deal) const { return rule_->value(deal); }

inline std::vector<issue_id> derived_value::decides_first() const { return rule_->decides_first(); }

inline derived_value::partial_bounds derived_value::bounds(
    const open_options& open, const std::vector<issue_id>& in_turn) const {
    return rule_->bounds(open, in_turn);
}

}  // namespace negotiation
