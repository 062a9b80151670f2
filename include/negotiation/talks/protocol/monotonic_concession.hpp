#pragma once

/// @file
/// The simultaneous monotonic concession protocol.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <negotiation/model/clock.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/conclude.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/passage.hpp>
#include <negotiation/talks/preconditions.hpp>
#include <negotiation/talks/round_end.hpp>
#include <negotiation/talks/secrecy.hpp>
#include <negotiation/talks/turn.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief Parties propose at once, round by round, none seeing what the others say in it. They
/// agree as soon as somebody's proposal is worth as much to every other party as its own: then
/// nobody has a reason to prefer its own. Where several are, one is drawn. Otherwise each may
/// concede or stand still; after `patience` rounds in a row in which all stand still the talks
/// break down.
///
/// A proposal that is worth no more to any of the others than the one before is no concession, and
/// the one before stays on the table. Whether a proposal suits the others the protocol knows, and
/// tells nobody: a party sees what the others proposed, and as standing the best of it for itself.
/// There is nothing to accept. All must agree; other voting rules are refused.
/// @thread const use is safe; `proceedings`, agents and streams belong to one run
/// @source{rosenschein1994, Rosenschein and Zlotkin 1994}
/// @test tests/talks/protocol/monotonic_concession.cpp "who propose at once agree where offers
/// cross"
struct monotonic_concession {
    std::int64_t rounds = 100;            ///< the deadline N @range{[1, 2^32)}
    clock convention = clock::geniusweb;  ///< relative time
    voting_rule agreement;                ///< unanimity
    double breakdown = 0;                 ///< probability, after each round, that talks end
    calendar dates;                       ///< days, and what waiting costs
    secrecy screen;                       ///< whether the talks can leak
    std::int64_t patience = 1;            ///< rounds in a row that all may not stand still
                                          ///< @range{[1, inf)}

    /// @brief Plays one run.
    /// @tparam Agents    a `std::vector` of strategies of one type, or a `std::tuple` of several
    /// @tparam Mediation `direct_talks`, or `mediation`; a text that a mediator tables is heard and
    ///                   does not stand
    /// @param at      what is bargained over
    /// @param agents  one a party; changed by playing
    /// @param between what stands between the parties
    /// @param draws   random bits of the run
    /// @param said    where it is written down
    /// @return how it ended
    /// @throws std::invalid_argument what `check_preconditions` refuses, a voting rule other than
    /// unanimity, patience below 1, or an agent that makes a move which is not legal
    /// @complexity{O(rounds * parties) calls of `act`}
    /// @thread one run, one owner
    /// @test tests/talks/protocol/monotonic_concession.cpp "who propose at once agree where offers
    /// cross"
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                proceedings& said) const;
};

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

namespace detail {

/// One run of simultaneous concessions under way.
template <class Agents, class Mediation>
class concession_run {
public:
    concession_run(const monotonic_concession& rules, const arena& at, Agents& agents,
                   Mediation& between, run_streams& draws, proceedings& said)
        : rules_(rules),
          at_(at),
          agents_(agents),
          between_(between),
          draws_(draws),
          said_(said),
          table_(at.parties(), no_offer) {
        said_.begin(at);
        now_.rounds = rules.rounds;
    }

    ending run() {
        bool over = false;
        while (!over && now_.round <= now_.rounds) {
            now_.time = relative_time(rules_.convention, now_.round, now_.rounds);
            delays_ = 0;
            over = play_round();
            now_.days += std::max(rules_.dates.days_per_round, delays_);
            over = over || end_round();
            ++now_.round;
        }
        --now_.round;
        acceptances by;
        for (party_id i = 0; i < at_.parties(); ++i) {
            by.set(i);
        }
        return conclude(said_, status_, now_, offers_, agreed_, by, rules_.dates);
    }

private:
    /// @return true when the talks are over
    bool play_round() {
        std::vector<move> moves;
        for (party_id i = 0; i < at_.parties(); ++i) {
            said_.standing = best_of_others(i);
            const turn t(said_, i, now_, {true, false, false, true});
            moves.push_back(act(agents_, i, t, draws_.parties[i]));
            check(i, moves.back());
        }
        said_.standing = no_offer;
        bool moved = false;
        for (party_id i = 0; i < at_.parties(); ++i) {
            if (moves[i].kind == move_kind::walk_away) {
                said_.history.push_back({static_cast<std::uint32_t>(now_.round), no_offer, i,
                                         move_kind::walk_away, true});
                status_ = talks_status::walked_away;
                return true;
            }
            moved = put(i, moves[i].deal) || moved;
        }
        still_ = moved ? 0 : still_ + 1;
        if (settle()) {
            status_ = talks_status::agreement;
            return true;
        }
        status_ = still_ >= rules_.patience ? talks_status::broken_down : status_;
        return still_ >= rules_.patience;
    }

    /// The others' proposal on the table that is worth most to a party.
    [[nodiscard]] offer_id best_of_others(party_id i) const {
        offer_id best = no_offer;
        for (party_id j = 0; j < at_.parties(); ++j) {
            const bool counts = j != i && table_[j] != no_offer;
            if (counts &&
                (best == no_offer || said_.utility(table_[j], i) > said_.utility(best, i))) {
                best = table_[j];
            }
        }
        return best;
    }

    void check(party_id i, const move& made) const {
        const bool offers = made.kind == move_kind::offer && said_.knows(made.deal) &&
                            !said_.excluded(made.deal, i);
        if (!offers && made.kind != move_kind::walk_away) {
            refuse_move("monotonic_concession", i, now_.round, made.kind);
        }
    }

    /// Puts a proposal on the table if it arrives and is a concession. @return whether it is
    bool put(party_id i, offer_id deal) {
        ++offers_;
        event e{static_cast<std::uint32_t>(now_.round), deal, i, move_kind::offer, true};
        const passage way = between_.carry(e, said_, now_, draws_);
        delays_ += way.days;
        leaked_ = leaked_ || way.leaked;
        said_.history.push_back(e);
        if (!e.arrived || said_.excluded(e.deal, i) || !concedes(i, e.deal)) {
            return false;
        }
        table_[i] = e.deal;
        return true;
    }

    [[nodiscard]] bool concedes(party_id i, offer_id deal) const {
        if (table_[i] == no_offer) {
            return true;
        }
        for (party_id j = 0; j < at_.parties(); ++j) {
            if (j != i && said_.utility(deal, j) > said_.utility(table_[i], j)) {
                return true;
            }
        }
        return false;
    }

    /// Whether somebody's proposal suits everybody as much as its own; several are drawn from.
    bool settle() {
        if (std::find(table_.begin(), table_.end(), no_offer) != table_.end()) {
            return false;
        }
        std::vector<offer_id> fit;
        for (const offer_id deal : table_) {
            bool suits = true;
            for (party_id j = 0; j < at_.parties() && suits; ++j) {
                const turn t(said_, j, now_, {});
                suits = t.suits(deal) && t.utility(deal) >= t.utility(table_[j]) - t.rounding();
            }
            if (suits && std::find(fit.begin(), fit.end(), deal) == fit.end()) {
                fit.push_back(deal);
            }
        }
        if (fit.empty()) {
            return false;
        }
        agreed_ = fit.size() == 1 ? fit.front() : fit[draw_place(draws_.protocol, fit.size())];
        return true;
    }

    /// Mediators, leaks and breakdown. @return true when the talks are over
    bool end_round() {
        if (now_.round == now_.rounds) {
            return false;  // the deadline has passed: nothing that happens now matters
        }
        const round_end end = end_of_round(rules_, between_, said_, now_, draws_, delays_, leaked_);
        if (end.leaked) {
            leaked_ = false;
            go_public();
        }
        status_ = end.broken ? talks_status::broken_down : status_;
        return end.broken;
    }

    /// Proposals that their own proposers could no longer sign are off the table.
    void go_public() {
        if (!leak(rules_.screen, said_)) {
            return;
        }
        for (party_id i = 0; i < at_.parties(); ++i) {
            if (table_[i] != no_offer && said_.excluded(table_[i], i)) {
                table_[i] = no_offer;
            }
        }
    }

    const monotonic_concession& rules_;
    const arena& at_;
    Agents& agents_;
    Mediation& between_;
    run_streams& draws_;
    proceedings& said_;
    std::vector<offer_id> table_;  ///< what each party proposes
    moment now_;
    double delays_ = 0;       ///< of this round's messages @unit{days}
    bool leaked_ = false;     ///< a message of this round
    std::int64_t still_ = 0;  ///< rounds in a row without a concession
    std::int64_t offers_ = 0;
    offer_id agreed_ = no_offer;
    talks_status status_ = talks_status::no_agreement;
};

}  // namespace detail

template <class Agents, class Mediation>
ending monotonic_concession::play(const arena& at, Agents& agents, Mediation& between,
                                  run_streams& draws, proceedings& said) const {
    check_preconditions("monotonic_concession", at.parties(), agent_count(agents), rounds,
                        agreement, dates);
    if (!is_unanimity(agreement) || patience < 1) {
        throw std::invalid_argument(
            "monotonic_concession: all must agree, and patience be at least 1; got a quota of " +
            std::to_string(agreement.quota) + " and patience = " + std::to_string(patience));
    }
    return detail::concession_run(*this, at, agents, between, draws, said).run();
}

}  // namespace negotiation::talks
