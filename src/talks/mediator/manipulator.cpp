#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/talks/mediator/manipulator.hpp>

namespace negotiation::talks {

namespace {

/// Whose last offer a deal is; the number of parties for a mediator's text.
[[nodiscard]] party_id author_of(const mediator_view& v, offer_id deal) {
    party_id j = 0;
    while (j < v.parties() && v.last_offer(j) != deal) {
        ++j;
    }
    return j;
}

/// What the parties lack to accept a deal, but for the one that made the offer.
[[nodiscard]] missing_amounts missing_for(const mediator_view& v, offer_id offer, party_id author,
                                          double margin) {
    missing_amounts here{offer, 0, std::vector<double>(v.parties(), 0)};
    for (party_id i = 0; i < v.parties(); ++i) {
        here.amounts[i] = i == author ? 0 : v.shortfall(i, offer, margin);
        here.sum += here.amounts[i];
    }
    return here;
}

}  // namespace

missing_amounts cheapest_transfer(const mediator_view& v, double margin) {
    missing_amounts best;
    const auto consider = [&](offer_id offer, party_id author) {
        if (offer == no_offer) {
            return;
        }
        missing_amounts here = missing_for(v, offer, author, margin);
        if (best.deal == no_offer || here.sum < best.sum) {
            best = std::move(here);
        }
    };
    consider(v.standing(), author_of(v, v.standing()));
    for (party_id j = 0; j < v.parties(); ++j) {
        consider(v.last_offer(j), j);
    }
    return best;
}

manipulator::manipulator(const leverage& means, std::int64_t after, relay channel)
    : means_(means),
      after_(after),
      channel_(std::move(channel)) {
    constexpr double most = std::numeric_limits<double>::max();
    const auto within = [](double value, double high) { return value >= 0 && value <= high; };
    if (!within(means.budget, most) || !within(means.damage, most) || !within(means.risk, 1) ||
        !within(means.carried_out, 1) || !within(means.margin, most) || after < 1) {
        throw std::invalid_argument(fmt::format(
            "manipulator: budget, damage and margin must be finite and at least 0, risk and "
            "carried_out lie in [0, 1], after be at least 1; got budget = {}, damage = {}, margin "
            "= {}, risk = {}, carried_out = {}, after = {}",
            means.budget, means.damage, means.margin, means.risk, means.carried_out, after));
    }
}

mediator_move manipulator::act(const mediator_view& v, random_stream& draws) {
    mediator_move made = channel_.act(v, draws);
    const bool time = v.now().round >= after_ && v.now().round < v.now().rounds;
    if (v.message() != nullptr || made.action == mediator_action::withdraw || !time) {
        return made;
    }
    missing_amounts missing = cheapest_transfer(v, means_.margin);
    if (missing.deal == no_offer || !(missing.sum > 0)) {
        return made;
    }
    const double purse = std::min(v.left(missing.deal), means_.budget - v.committed(missing.deal));
    if (missing.sum <= std::numeric_limits<double>::max() && means_.risk * missing.sum <= purse) {
        return means_.risk < 1
                   ? mediator_view::guarantee(missing.deal, std::move(missing.amounts), means_.risk)
                   : mediator_view::pay(missing.deal, std::move(missing.amounts));
    }
    return press(v, missing.amounts);
}

mediator_move manipulator::press(const mediator_view& v, const std::vector<double>& missing) {
    threatened_.resize(v.parties(), false);
    double purse = std::min(v.left(no_offer), means_.budget - v.committed(no_offer));
    const double cost = means_.carried_out * means_.damage;
    std::vector<double> damage(v.parties(), 0);
    bool threatens = false;
    for (party_id i = 0; cost > 0 && i < v.parties(); ++i) {
        if (missing[i] > 0 && !threatened_[i] && cost <= purse) {
            threatened_[i] = true;
            damage[i] = means_.damage;
            purse -= cost;
            threatens = true;
        }
    }
    return threatens ? mediator_view::threaten(std::move(damage), means_.carried_out)
                     : mediator_view::pass();
}

}  // namespace negotiation::talks
