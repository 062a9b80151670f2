#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/one_change.hpp>

namespace negotiation::talks {

namespace {

/// Utilities are sums of some ten rounded numbers of about one: less than this is no difference.
constexpr double no_difference = 1e-12;

[[nodiscard]] std::optional<outcome> fair_text(text_rule rule, const bargaining& table) {
    const deal::frontier points = deal::pareto_frontier(table);
    const auto chosen = rule == text_rule::nash ? deal::nash(points, table)
                        : rule == text_rule::kalai_smorodinsky
                            ? deal::kalai_smorodinsky(points, table)
                            : deal::egalitarian(points, table);
    return chosen ? std::optional(chosen->deal) : std::nullopt;
}

[[nodiscard]] bool nobody_loses(const reports& told, const outcome& from, const outcome& to) {
    for (party_id i = 0; i < told.parties(); ++i) {
        if (told.utility(i, to) < told.utility(i, from)) {
            return false;
        }
    }
    return true;
}

[[nodiscard]] bool nobody_lacks(const mediator_view& v, const outcome& text) {
    const offer_id number = v.find(text);
    for (party_id i = 0; i < v.parties(); ++i) {
        if (v.shortfall(i, number) > 0) {
            return false;
        }
    }
    return true;
}

/// The best for the mediator of what its climbs from the parties' last offers arrive at.
[[nodiscard]] std::optional<outcome> best_climb(const mediator_view& v) {
    std::optional<outcome> best;
    for (party_id i = 0; i < v.parties(); ++i) {
        if (v.last_offer(i) == no_offer) {
            continue;
        }
        outcome text = climb(v, v.deal(v.last_offer(i)));
        const bool better = !best || v.utility(text) > v.utility(*best) + no_difference;
        if (better && nobody_lacks(v, text)) {
            best = std::move(text);
        }
    }
    return best;
}

}  // namespace

double distance_to(const mediator_view& v, const outcome& text) {
    double sum = 0;
    for (party_id i = 0; i < v.parties(); ++i) {
        const offer_id last = v.last_offer(i);
        const double asked = last == no_offer ? 1 : v.told().share(i, v.deal(last));
        sum += std::max(0.0, asked - v.told().share(i, text));
    }
    return sum;
}

outcome climb(const mediator_view& v, outcome text) {
    for (bool better = true; better;) {
        better = false;
        outcome best;
        double worth = v.utility(text) + no_difference;
        for (const one_change& change : feasible_changes(v.told().table().space, text)) {
            outcome next = changed(text, change);
            if (v.utility(next) > worth && nobody_loses(v.told(), text, next)) {
                worth = v.utility(next);
                best = std::move(next);
                better = true;
            }
        }
        if (better) {
            text = std::move(best);
        }
    }
    return text;
}

formulator::formulator(text_rule rule, const reports& told, std::int64_t after, relay channel,
                       std::int64_t pause)
    : rule_(rule),
      after_(after),
      pause_(pause),
      channel_(std::move(channel)) {
    if (after < 1 || pause < 1) {
        throw std::invalid_argument(fmt::format(
            "formulator: after and pause must be at least 1; got after = {}, pause = {}", after,
            pause));
    }
    if (rule == text_rule::single_text) {
        return;
    }
    in_private_ = fair_text(rule, told.table());
    const bargaining shown = with_red_lines(
        told.table(), [](party_id, const auto& line) { return line.binds || line.is_public; });
    in_public_ = shown == told.table() ? in_private_ : fair_text(rule, shown);
}

mediator_move formulator::act(const mediator_view& v, random_stream& draws) {
    mediator_move made = channel_.act(v, draws);
    if (v.message() != nullptr || made.action == mediator_action::withdraw || !may_table(v)) {
        return made;
    }
    const std::optional<outcome> text = next_text(v);
    const offer_id number = text ? v.find(*text) : no_offer;
    if (number == no_offer || number == v.standing() ||
        (v.standing() != no_offer &&
         !(v.utility(*text) > v.utility(v.standing()) + no_difference))) {
        return made;
    }
    const double distance = distance_to(v, *text);
    if (number == tabled_ && !(distance < distance_ - no_difference)) {
        return made;
    }
    tabled_in_ = v.now().round;
    tabled_ = number;
    distance_ = distance;
    return mediator_view::table(number);
}

bool formulator::may_table(const mediator_view& v) const {
    const std::int64_t round = v.now().round;
    const bool time = round >= after_ && round < v.now().rounds;
    const bool rested = tabled_in_ == 0 || round - tabled_in_ >= pause_;
    return time && rested && v.seconded() == 0;
}

std::optional<outcome> formulator::next_text(const mediator_view& v) const {
    return rule_ == text_rule::single_text ? best_climb(v) : text(v.is_public());
}

}  // namespace negotiation::talks
