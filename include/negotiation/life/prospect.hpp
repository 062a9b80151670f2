#pragma once

/// @file
/// What lies ahead of a deal on the day it is signed. Compiled in the library
/// negotiation::negotiation (src/life/prospect.cpp).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/life/circumstances.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/sequence/exchange.hpp>

namespace negotiation::life {

/// @brief Where a deal may fail in one home.
struct home_prospect {
    std::vector<std::uint32_t> chambers;  ///< that decide for themselves, counted over all homes,
                                          ///< the earliest first
    std::vector<double> passed;           ///< probability that this one and all before it pass
                                          ///< @shape{chambers}
    std::vector<double> days;             ///< when each decides, after signature @shape{chambers}

    bool operator==(const home_prospect&) const = default;
};

/// @brief A step that an untrustworthy performer would pretend.
struct pretended_step {
    std::size_t done = 0;       ///< steps before it
    party_id party = 0;         ///< who pretends
    double saves = 0;           ///< what that saves it @unit{utility}
    double detection = 0;       ///< probability of being found out
    double found_out_days = 0;  ///< when, after signature @unit{days}

    bool operator==(const pretended_step&) const = default;
};

/// @brief A stretch of time in which no rate changes.
struct stretch {
    double from = 0;            ///< after signature, negative before it @unit{days}
    double until = 0;           ///< likewise
    std::vector<double> rates;  ///< by hazard @unit{1/day}
    double total = 0;           ///< their sum

    bool operator==(const stretch&) const = default;
};

/// @brief How a deal is carried out by those who carry it out, walked in advance.
struct carrying_out {
    frozen_sequence steps;                   ///< as agreed; none where the scenario has no steps
    std::optional<sequence::exchange> made;  ///< the same, ready; nothing without steps
    sequence::order_report report;           ///< the order and what it asks for
    std::vector<surety_effect> effects;      ///< of the mediators that stand for it
                                             ///< @shape{sureties}
    std::vector<double> most_made_good;     ///< by party: all that guarantors pay it at most; empty
                                            ///< without guarantors @unit{utility}
    bool proven = true;                     ///< no order needs less trust, where none was fixed
    std::vector<double> done_days;          ///< when each number of steps is done, after signature:
                                            ///< place 0 is the vote @shape{steps + 1}
    std::vector<double> whole;              ///< V by party @unit{utility} @shape{parties}
    std::vector<double> kept;               ///< by party: what a collapse after completion leaves
    std::vector<std::size_t> stops;         ///< by party: steps done where it would stop if it were
                                            ///< untrustworthy; the number of steps where it never
                                            ///< has a chance
    std::vector<pretended_step> pretended;  ///< by untrustworthy parties, in order
    std::optional<sequence::break_off> declined;  ///< where trustworthy parties would stop
};

/// @brief What lies ahead of a deal on the day it is signed: votes, steps, rates of shocks. It
/// depends on the deal and on who stands for it, so one is made for both and used by every life
/// that signs it.
struct prospect {
    outcome deal;                       ///< what was signed
    std::vector<std::size_t> sureties;  ///< mediators, by seat, that stand for the carrying out
    std::vector<double> utilities;      ///< by party, of the deal by itself
    std::vector<double> gains;          ///< by party, over no deal
    std::vector<home_prospect> homes;   ///< by party
    double vote_days = 0;               ///< when everybody at home has decided, after signature
    carrying_out steps;                 ///< how it is carried out
    std::vector<stretch> ahead;         ///< to the horizon, in order, from signature or from where
                                        ///< a window before it begins
    std::vector<bool> shrugs_off;       ///< by event: it does nothing to this deal
};

/// @brief Looks ahead of a deal.
///
/// Chambers: with a mood that moves all members of a home at once, the chance that the first k
/// chambers pass is integrated over it, so that which of them refuses first is drawn with the
/// probabilities of the voting itself. The order of steps is the one of least trust unless one was
/// agreed or is fixed; where some of its stages are too many to search it is the best of a beam.
/// Where in every order somebody is better off stopping, the file's own order is taken, and that
/// party stops. Guarantees and escrows of mediators that stand for the carrying out are part of the
/// steps: see `secured`.
/// @param in       the world
/// @param deal     what is signed @shape{issues}
/// @param sureties mediators, by seat, that stand for it
/// @return the prospect
/// @throws std::invalid_argument an order that does not have the deal's steps; too many stages to
/// find the step that answers an escrow's payment best
/// @complexity{that of the least-trust order and of the chambers' integrals}; thread-safe
/// @test tests/life/prospect.cpp "what lies ahead of a deal is what each room says of it"
/// @test tests/life/prospect.cpp "an escrow or a guarantor changes what the steps ask for"
[[nodiscard]] prospect look_ahead(const circumstances& in, const outcome& deal,
                                  std::vector<std::size_t> sureties = {});

/// @brief Puts a deal to the vote under other conditions.
/// @param in   the world
/// @param how  whether there is a mood, and whether public red lines count
/// @param into a prospect of that world; its `homes` are replaced
/// @complexity{that of the chambers' integrals}; thread-safe
/// @test tests/life/prospect.cpp "public red lines count at home or not"
void put_to_vote(const circumstances& in, const ratification::conditions& how, prospect& into);

/// @brief Rates of shocks while nothing is signed: what answers to a deal answers to the status
/// quo.
/// @param in the world
/// @return the rates, for any length of time
/// @complexity{O(hazards)}; thread-safe
/// @test tests/life/prospect.cpp "what lies ahead of a deal is what each room says of it"
[[nodiscard]] stretch rates_of_talks(const circumstances& in);

}  // namespace negotiation::life
