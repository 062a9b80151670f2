#pragma once

/// @file
/// From the state of a run to its ending.

#include <cstdint>

#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/turn.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief How a run ended: utilities of the deal agreed, promises included, or of no deal, threats
/// and audiences included; and the same less what waiting costs. A deadline that passes is relative
/// time 1, whatever the clock.
/// @param said   the run
/// @param status why it is over
/// @param now    when
/// @param offers deals proposed
/// @param agreed the deal, where `status` is an agreement
/// @param by     who stands by it
/// @param dates  what waiting costs
/// @return the ending
/// @complexity{O(parties)}; thread-safe
/// @test tests/talks/conclude.cpp "an ending holds the deal or what no deal is worth by now"
[[nodiscard]] inline ending conclude(const proceedings& said, talks_status status,
                                     const moment& now, std::int64_t offers, offer_id agreed,
                                     const acceptances& by, const calendar& dates) {
    const arena& at = said.at();
    const bool signed_off = status == talks_status::agreement;
    ending end;
    end.status = status;
    end.round = now.round;
    end.offers = offers;
    end.time = status == talks_status::no_agreement ? 1 : now.time;
    end.days = now.days;
    end.leaked = said.is_public;
    end.deal = signed_off ? agreed : no_offer;
    end.utilities.reserve(at.parties());
    for (party_id i = 0; i < at.parties(); ++i) {
        end.accepted.push_back(signed_off && by[i]);
        const double shift = said.reservation_shift.empty() ? 0 : said.reservation_shift[i];
        end.utilities.push_back(signed_off ? said.utility(agreed, i)
                                           : at.view(i).reservation + shift);
    }
    apply_discount(dates, end);
    return end;
}

}  // namespace negotiation::talks
