#include <algorithm>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/talks/mediation.hpp>

namespace negotiation::talks {

mediation::mediation(std::vector<mediator_seat> seats, const reports& told)
    : seats_(std::move(seats)),
      told_(&told),
      notes_(seats_.size()) {
    for (mediator_notes& notes : notes_) {
        notes.last_offers.assign(told.parties(), no_offer);
    }
}

/// What only a whole run can show to fit.
void mediation::begin(const proceedings& said, const run_streams& draws) {
    if (draws.mediators.size() < seats_.size()) {
        throw std::invalid_argument(
            fmt::format("mediation: needs a random stream a mediator, {}; got {}", seats_.size(),
                        draws.mediators.size()));
    }
    if (said.at().parties() != told_->parties()) {
        throw std::invalid_argument(
            fmt::format("mediation: the reports are of {} parties, the talks of {}",
                        told_->parties(), said.at().parties()));
    }
}

mediator_move mediation::ask(std::size_t m, proceedings& said, const moment& now,
                             run_streams& draws, const event* message) {
    const mediator_view view(said, *told_, seats_[m].who, notes_[m], now, message);
    mediator_move made = seats_[m].role.act(view, draws.mediators[m]);
    if (const auto fault = fault_in(made, view)) {
        throw std::invalid_argument(
            fmt::format("mediation: '{}' made a move that is not legal in round {}: {}; got '{}'",
                        seats_[m].name, now.round, *fault, to_string(made.action)));
    }
    return made;
}

passage mediation::carry(event& e, proceedings& said, const moment& now, run_streams& draws) {
    begin(said, draws);
    passage way;
    std::size_t reached = 0;  // seats that the message passed, or came to
    for (std::size_t m = 0; m < seats_.size() && e.arrived; ++m) {
        reached = m + 1;
        if (notes_[m].gone || !seats_[m].role.carries()) {
            continue;
        }
        const mediator_move made = ask(m, said, now, draws, &e);
        way.days += made.days;
        way.leaked = way.leaked || made.leaks;
        e.arrived = made.action != mediator_action::lose;
    }
    hear_offer(e, reached);
    for (std::size_t m = 0; !e.arrived && m < reached; ++m) {
        if (!notes_[m].gone && seats_[m].role.carries()) {
            notes_[m].read.push_back(said.history.size());
        }
    }
    return way;
}

/// Who carries hears of what reaches it, everybody else of what arrives.
void mediation::hear_offer(const event& e, std::size_t reached) {
    if (e.kind != move_kind::offer || e.who >= told_->parties()) {
        return;
    }
    for (std::size_t m = 0; m < seats_.size(); ++m) {
        if (e.arrived || (m < reached && !notes_[m].gone && seats_[m].role.carries())) {
            notes_[m].last_offers[e.who] = e.deal;
        }
    }
}

passage mediation::after_round(proceedings& said, const moment& now, run_streams& draws) {
    begin(said, draws);
    passage way;
    for (std::size_t m = 0; m < seats_.size() && !way.cut; ++m) {
        if (notes_[m].gone) {
            continue;
        }
        mediator_move made = ask(m, said, now, draws, nullptr);
        perform(m, made, said, now, way);
        if (made.action != mediator_action::pass) {
            acts_.push_back({now.round, m, std::move(made)});
        }
    }
    return way;
}

void mediation::perform(std::size_t m, const mediator_move& made, proceedings& said,
                        const moment& now, passage& way) {
    const std::size_t parties = told_->parties();
    switch (made.action) {
        case mediator_action::table:
            said.standing = made.deal;
            said.history.push_back({static_cast<std::uint32_t>(now.round), made.deal,
                                    static_cast<std::uint32_t>(parties + m), move_kind::offer,
                                    true});
            break;
        case mediator_action::pay:
        case mediator_action::guarantee:
            for (party_id i = 0; i < parties; ++i) {
                if (made.amounts[i] > 0) {
                    said.promises.push_back({i, made.deal, made.amounts[i]});
                }
            }
            notes_[m].commitments.emplace_back(made.deal, cost_of(made));
            break;
        case mediator_action::threaten:
            said.reservation_shift.resize(parties, 0);
            for (party_id i = 0; i < parties; ++i) {
                said.reservation_shift[i] -= made.chance * made.amounts[i];
            }
            notes_[m].commitments.emplace_back(no_offer, cost_of(made));
            break;
        case mediator_action::stand_surety:
            if (std::find(said.sureties.begin(), said.sureties.end(), m) == said.sureties.end()) {
                said.sureties.push_back(m);
            }
            break;
        case mediator_action::withdraw:
            notes_[m].gone = true;
            way.cut = made.cuts;
            break;
        default:
            way.days += made.action == mediator_action::adjourn ? made.days : 0;
    }
}

}  // namespace negotiation::talks
