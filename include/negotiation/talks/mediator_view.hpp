#pragma once

/// @file
/// What a mediator knows and may do when it is to act. Its longer bodies are compiled in the
/// library negotiation::negotiation (src/talks/mediator_view.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/talks/mediator_move.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/reports.hpp>
#include <negotiation/talks/stance.hpp>
#include <negotiation/talks/turn.hpp>

namespace negotiation::talks {

/// @brief What the table remembers for one mediator in the course of a run.
struct mediator_notes {
    std::vector<offer_id> last_offers;  ///< by party, as far as it heard of them
    std::vector<std::size_t> read;      ///< places in the history of lost messages that reached it
    std::vector<std::pair<offer_id, double>> commitments;  ///< deal and cost; no deal for threats
    bool gone = false;                                     ///< it has withdrawn

    bool operator==(const mediator_notes&) const = default;
};

/// @brief A mediator's occasion to act: a message that it is asked to carry, or the end of a round.
///
/// It knows the clock, the messages that reached it, what the parties report of their preferences,
/// and its own interests. It can read a message and lose it, but never change it.
/// @copycost a few pointers; valid during one call of `act` only
/// @thread one run, one owner
/// @test tests/talks/mediator_view.cpp "a mediator knows what passed through it"
class mediator_view {
public:
    /// @brief For protocols: a mediator's occasion.
    /// @param said    the run so far
    /// @param told    the parties' reports
    /// @param who     its interests
    /// @param notes   of this mediator
    /// @param now     the clock
    /// @param message what it is asked to carry, or nothing after a round
    mediator_view(proceedings& said, const reports& told, const stance& who,
                  const mediator_notes& notes, const moment& now,
                  const event* message = nullptr) noexcept
        : said_(&said),
          told_(&told),
          who_(&who),
          notes_(&notes),
          message_(message),
          now_(now) {}

    // When, and what was said.

    /// @brief Round, deadline, relative time, days. @return the clock
    [[nodiscard]] const moment& now() const noexcept { return now_; }
    /// @brief How many sit at the table. @return parties
    [[nodiscard]] std::size_t parties() const noexcept { return told_->parties(); }
    /// @brief Whether the world can see the talks by now. @return true after a leak
    [[nodiscard]] bool is_public() const noexcept { return said_->is_public; }
    /// @brief What it is asked to carry. @return the message; null after a round
    [[nodiscard]] const event* message() const noexcept { return message_; }
    /// @brief Number of things said so far. @return length of the history
    [[nodiscard]] std::size_t heard() const noexcept { return said_->history.size(); }
    /// @brief The k-th thing said, as this mediator heard it: of a message that was lost before it
    /// came by only that something was sent.
    /// @param k from 0, in order @range{[0, heard())}
    /// @return the event; kind `lost` and no deal where it knows no more
    /// @complexity{O(log lost messages)}
    [[nodiscard]] event heard(std::size_t k) const;
    /// @brief The last offer of a party that it heard of. @param i a party @return `no_offer` where
    /// there is none
    [[nodiscard]] offer_id last_offer(party_id i) const noexcept {
        return notes_->last_offers.empty() ? no_offer : notes_->last_offers[i];
    }
    /// @brief What can be accepted. @return `no_offer` where nothing stands
    [[nodiscard]] offer_id standing() const noexcept { return said_->standing; }
    /// @brief How many have accepted what stands since it was put there, its author aside.
    /// @return acceptances that arrived
    /// @complexity{O(events since)}
    /// @test tests/talks/mediator_view.cpp "acceptances of what stands are counted"
    [[nodiscard]] std::size_t seconded() const noexcept;
    /// @brief The options of a deal. @param number of the deal @return an option for every issue
    [[nodiscard]] outcome deal(offer_id number) const {
        const auto options = said_->deal(number);
        return {options.begin(), options.end()};
    }
    /// @brief The number of a deal. @param deal an option for every issue @return `no_offer` for a
    /// deal that the constraints forbid
    [[nodiscard]] offer_id find(const outcome& deal) const { return said_->number_of(deal); }

    // What the parties report.

    /// @brief The reports. @return preferences over the deals of the talks
    [[nodiscard]] const reports& told() const noexcept { return *told_; }
    /// @brief How much a party lacks to find a deal no worse than no deal, by its report and after
    /// what has been promised and threatened.
    /// @param i      a party
    /// @param number of the deal
    /// @param margin what it is to gain over no deal @unit{utility} @range{[0, inf)}
    /// @return (r_i + margin - v_i)^+; infinite for a deal outside its red lines @unit{utility}
    /// @complexity{O(terms + promises)}
    /// @test tests/talks/mediator_view.cpp "a shortfall is what is missing to no deal"
    [[nodiscard]] double shortfall(party_id i, offer_id number, double margin = 0) const;

    // Its own side.

    /// @brief What a deal is worth to the mediator itself; see `stance`.
    /// @param deal feasible, an option for every issue
    /// @return utility
    /// @complexity{O(terms)}
    /// @test tests/talks/mediator_view.cpp "a mediator's utility is the parties' own, tilted"
    [[nodiscard]] double utility(const outcome& deal) const;
    /// @brief The same by number. @param number of the deal @return utility
    [[nodiscard]] double utility(offer_id number) const { return utility(deal(number)); }
    /// @brief The best for itself of what is on the table: the parties' last offers, and what
    /// stands.
    /// @return utility; nothing before the first offer it hears of
    /// @complexity{O(parties * terms)}
    /// @test tests/talks/mediator_view.cpp "a mediator's utility is the parties' own, tilted"
    [[nodiscard]] std::optional<double> best_offer() const;
    /// @brief Below which utility of its own it withdraws. @return nothing: never
    [[nodiscard]] const std::optional<double>& reservation() const noexcept {
        return who_->reservation;
    }
    /// @brief What it may commit to each ending of the talks. @return utility, or infinity
    [[nodiscard]] double budget() const noexcept { return who_->budget; }
    /// @brief What it has committed to an ending so far.
    /// @param deal the deal that payments hang on; `no_offer` for threats, which hang on no deal
    /// @return utility
    /// @complexity{O(commitments)}
    /// @test tests/talks/mediator_view.cpp "each ending of the talks has the whole budget"
    [[nodiscard]] double committed(offer_id deal) const noexcept;
    /// @brief What it may still commit to an ending. Talks end in one way only, so every deal, and
    /// no deal, has the whole budget to itself.
    /// @param deal as in `committed`
    /// @return budget less what is committed
    /// @complexity{O(commitments)}
    /// @test tests/talks/mediator_view.cpp "each ending of the talks has the whole budget"
    [[nodiscard]] double left(offer_id deal) const noexcept { return budget() - committed(deal); }

    // Moves with a message.

    /// @brief Hands it on. @param days it takes @param leaks the world hears of it @return the move
    [[nodiscard]] static mediator_move deliver(double days = 0, bool leaks = false) {
        return {mediator_action::deliver, days, leaks, false, no_offer, {}, 1};
    }
    /// @brief Does not. @param days lost with it @param leaks the world hears of it @return the
    /// move
    [[nodiscard]] static mediator_move lose(double days = 0, bool leaks = false) {
        return {mediator_action::lose, days, leaks, false, no_offer, {}, 1};
    }

    // Moves after a round.

    /// @brief Does nothing. @return the move
    [[nodiscard]] static mediator_move pass() { return {}; }
    /// @brief Puts a text before the parties in place of what stands; nobody has accepted it yet.
    /// @param deal a number @return the move
    [[nodiscard]] static mediator_move table(offer_id deal) {
        return {mediator_action::table, 0, false, false, deal, {}, 1};
    }
    /// @brief Promises payments for a deal. @param deal a number @param amounts by party
    /// @return the move
    [[nodiscard]] static mediator_move pay(offer_id deal, std::vector<double> amounts) {
        return {mediator_action::pay, 0, false, false, deal, std::move(amounts), 1};
    }
    /// @brief Guarantees parties something for a deal. @param deal a number @param amounts what it
    /// is worth, by party @param called probability that it has to pay @return the move
    [[nodiscard]] static mediator_move guarantee(offer_id deal, std::vector<double> amounts,
                                                 double called) {
        return {mediator_action::guarantee, 0, false, false, deal, std::move(amounts), called};
    }
    /// @brief Threatens parties with damage if there is no deal. @param damage by party
    /// @param carried_out probability that it is @return the move
    [[nodiscard]] static mediator_move threaten(std::vector<double> damage, double carried_out) {
        return {mediator_action::threaten, 0,          false, false, no_offer,
                std::move(damage),         carried_out};
    }
    /// @brief Says that it stands for the carrying out of whatever is agreed; for what, its role
    /// says (`surety_of`). @return the move
    [[nodiscard]] static mediator_move stand_surety() {
        return {mediator_action::stand_surety, 0, false, false, no_offer, {}, 1};
    }
    /// @brief Lets some days pass. @param days how many @return the move
    [[nodiscard]] static mediator_move adjourn(double days) {
        return {mediator_action::adjourn, days, false, false, no_offer, {}, 1};
    }
    /// @brief Leaves the talks for good; what it has promised stays promised.
    /// @param cuts the parties have no other way to talk @return the move
    [[nodiscard]] static mediator_move withdraw(bool cuts = false) {
        return {mediator_action::withdraw, 0, false, cuts, no_offer, {}, 1};
    }

private:
    proceedings* said_;
    const reports* told_;
    const stance* who_;
    const mediator_notes* notes_;
    const event* message_;
    moment now_;
};

/// @brief Why a mediator may not make a move: wrong occasion, numbers out of range, over budget.
/// @param made what it wants to do
/// @param v    when it wants to do it
/// @return the reason in words; nothing for a legal move
/// @complexity{O(parties + commitments)}; thread-safe
/// @test tests/talks/mediator_view.cpp "moves that are not legal are named"
[[nodiscard]] std::optional<std::string> fault_in(const mediator_move& made,
                                                  const mediator_view& v);

}  // namespace negotiation::talks
