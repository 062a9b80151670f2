#include <limits>
#include <utility>

#include <negotiation/deal/reach.hpp>
#include <negotiation/deal/trade_off.hpp>

namespace negotiation::deal {

namespace {

/// A derived value with its sign turned.
struct turned {
    derived_value of;

    [[nodiscard]] std::int64_t value(const outcome& deal) const { return -of.value(deal); }
    [[nodiscard]] std::vector<issue_id> decides_first() const { return of.decides_first(); }
    [[nodiscard]] auto bounds(const open_options& open,
                              const std::vector<issue_id>& in_turn) const {
        return [within = of.bounds(open, in_turn)](const outcome& deal, std::size_t decided) {
            const sum_range range = within(deal, decided);
            return sum_range{-range.greatest, -range.least};
        };
    }
};

[[nodiscard]] bargaining::seat turned_seat(bargaining::seat who) {
    for (utility_term& term : who.utility.terms) {
        for (grains& value : term.values) {
            value = -value;
        }
    }
    for (derived_value& part : who.utility.derived) {
        part = derived_value(turned{part});
    }
    return who;
}

}  // namespace

reach reach_of(const outcome_space& space, const bargaining::seat& who, const budget& limits) {
    constexpr grains anything = std::numeric_limits<grains>::min() / 4;
    // Where all deals are the same to the other side, one's own sum decides.
    const auto greatest = [&](const bargaining::seat& of) {
        return trade_off_search(space, of).best(anything, {}, engine::automatic, limits);
    };
    trading_off best = greatest(who);
    trading_off worst = greatest(turned_seat(who));
    if (best.refused || worst.refused) {
        return {{}, std::move(best.refused ? best.refused : worst.refused)};
    }
    if (!best.best || !worst.best) {
        return {};
    }
    return {sum_range{-worst.best->own, best.best->own}, {}};
}

}  // namespace negotiation::deal
