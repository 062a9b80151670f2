#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include <negotiation/talks/acceptance.hpp>
#include <negotiation/talks/mediator_view.hpp>

namespace negotiation::talks {

namespace {

[[nodiscard]] bool in_range(double value, double high) { return value >= 0 && value <= high; }

constexpr double largest_amount = std::numeric_limits<double>::max();

[[nodiscard]] bool is_about_message(mediator_action action) {
    return action == mediator_action::deliver || action == mediator_action::lose;
}

[[nodiscard]] bool is_commitment(mediator_action action) {
    return action == mediator_action::pay || action == mediator_action::guarantee ||
           action == mediator_action::threaten;
}

[[nodiscard]] std::optional<std::string> fault_in_commitment(const mediator_move& made,
                                                             const mediator_view& v) {
    const auto& amounts = made.amounts;
    if (amounts.size() != v.parties()) {
        return fmt::format("needs an amount a party, {}; got {}", v.parties(), amounts.size());
    }
    for (const double amount : amounts) {
        if (!in_range(amount, largest_amount)) {
            return fmt::format("amounts must be finite and at least 0; got {}", amount);
        }
    }
    if (!in_range(made.chance, 1)) {
        return fmt::format("a probability must lie in [0, 1]; got {}", made.chance);
    }
    const bool hangs_on_deal = made.action != mediator_action::threaten;
    if (hangs_on_deal != (made.deal != no_offer)) {
        return hangs_on_deal ? "needs a deal" : "a threat hangs on no deal";
    }
    const double left = v.left(made.deal);
    constexpr double rounding = 1e-12;
    if (cost_of(made) > left + rounding * (1 + v.committed(made.deal))) {
        return fmt::format("costs {}, and the budget has {} left", cost_of(made), left);
    }
    return std::nullopt;
}

}  // namespace

event mediator_view::heard(std::size_t k) const {
    event e = said_->history[k];
    const auto& read = notes_->read;
    if (!e.arrived && !std::binary_search(read.begin(), read.end(), k)) {
        e.kind = move_kind::lost;
        e.deal = no_offer;
    }
    return e;
}

std::size_t mediator_view::seconded() const noexcept {
    std::size_t count = 0;
    for (std::size_t k = said_->history.size(); k-- > 0;) {
        const event& e = said_->history[k];
        if (e.arrived && e.kind == move_kind::offer) {
            break;
        }
        count += e.arrived && e.kind == move_kind::accept && e.deal == said_->standing ? 1 : 0;
    }
    return count;
}

double mediator_view::shortfall(party_id i, offer_id number, double margin) const {
    const outcome options = deal(number);
    if (!told_->inside(i, options, is_public())) {
        return std::numeric_limits<double>::infinity();
    }
    const double shift = said_->reservation_shift.empty() ? 0 : said_->reservation_shift[i];
    const double missing = disagreement_utility(told_->table().parties[i]) + shift + margin -
                           (told_->utility(i, options) + said_->promised(number, i));
    return missing > said_->at().view(i).rounding() ? missing : 0;
}

double mediator_view::utility(const outcome& deal) const {
    double sum = 0;
    for (party_id i = 0; i < parties(); ++i) {
        sum += weight_of(*who_, i, parties()) * told_->share(i, deal);
    }
    return sum;
}

std::optional<double> mediator_view::best_offer() const {
    std::optional<double> best;
    const auto consider = [&](offer_id offer) {
        if (offer != no_offer) {
            const double worth = utility(offer);
            best = best ? std::max(*best, worth) : worth;
        }
    };
    consider(standing());
    for (const offer_id offer : notes_->last_offers) {
        consider(offer);
    }
    return best;
}

double mediator_view::committed(offer_id deal) const noexcept {
    double sum = 0;
    for (const auto& [on, cost] : notes_->commitments) {
        sum += on == deal ? cost : 0;
    }
    return sum;
}

std::optional<std::string> fault_in(const mediator_move& made, const mediator_view& v) {
    if (!in_range(made.days, largest_amount)) {
        return fmt::format("days must be finite and at least 0; got {}", made.days);
    }
    if (made.action == mediator_action::pass) {
        return std::nullopt;
    }
    if (v.message() != nullptr && !is_about_message(made.action)) {
        return "a message can be delivered or lost, no more";
    }
    if (v.message() == nullptr && is_about_message(made.action)) {
        return "there is no message to carry";
    }
    if (made.action == mediator_action::table && made.deal == no_offer) {
        return "there is no text to table";
    }
    return is_commitment(made.action) ? fault_in_commitment(made, v) : std::nullopt;
}

}  // namespace negotiation::talks
