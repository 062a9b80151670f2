#pragma once

/// @file
/// Stacked alternating offers: the standard protocol for two parties and more.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

#include <negotiation/model/clock.hpp>
#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/conclude.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/passage.hpp>
#include <negotiation/talks/preconditions.hpp>
#include <negotiation/talks/round_end.hpp>
#include <negotiation/talks/secrecy.hpp>
#include <negotiation/talks/turn.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief The stacked alternating offers protocol. Parties act in a fixed order; in a round every
/// one acts once. Facing a standing offer a party accepts it, or makes a counter-offer, which
/// rejects it, or walks away. A proposal counts as its proposer's own acceptance; agreement needs
/// the others to accept one after another, until the voting rule is met, without a counter-offer in
/// between. Two parties are the case n = 2.
///
/// A value: give it other numbers and play again.
/// @thread const use is safe; `proceedings`, agents and streams belong to one run
/// @source{aydogan2017, Aydogan et al. 2017}
/// @test tests/talks/protocol/alternating_offers.cpp "three parties accept one after another"
struct alternating_offers {
    std::int64_t rounds = 100;            ///< the deadline N @range{[1, 2^32)}
    clock convention = clock::geniusweb;  ///< relative time
    voting_rule agreement;                ///< who has to accept
    double breakdown = 0;                 ///< probability, after each round, that talks end
    calendar dates;                       ///< days, and what waiting costs
    secrecy screen;                       ///< whether the talks can leak

    /// @brief Plays one run.
    /// @tparam Agents    a `std::vector` of strategies of one type, or a `std::tuple` of several
    /// @tparam Mediation `direct_talks`, or `mediation`
    /// @param at      what is bargained over
    /// @param agents  one a party, in the order in which they act; changed by playing
    /// @param between what stands between the parties
    /// @param draws   random bits of the run
    /// @param said    where it is written down
    /// @return how it ended
    /// @throws std::invalid_argument what `check_preconditions` refuses, or an agent that makes a
    /// move which is not legal: an offer outside its red lines, or a number of another run
    /// @complexity{O(rounds * parties) calls of `act`}
    /// @thread one run, one owner
    /// @test tests/talks/protocol/alternating_offers.cpp "three parties accept one after another"
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                proceedings& said) const;
};

/// @brief Plays agents of any types against one another, directly, and forgets what was said.
///
/// For studies of a pair of strategies: no call is indirect.
/// @tparam Protocol e.g. `alternating_offers`
/// @tparam S        strategies
/// @param at       what is bargained over
/// @param protocol how
/// @param seed     of the experiment
/// @param agents   one a party
/// @return how it ended
/// @throws std::invalid_argument as `play`
/// @complexity{as `play`}; thread-safe
/// @test tests/talks/protocol/alternating_offers.cpp "concrete and forgotten types play alike"
template <class Protocol, strategy... S>
[[nodiscard]] ending play(const arena& at, const Protocol& protocol, std::uint64_t seed,
                          S... agents) {
    std::tuple<S...> seats(std::move(agents)...);
    direct_talks nothing;
    run_streams draws(seed, 0, sizeof...(S));
    proceedings said;
    return protocol.play(at, seats, nothing, draws, said);
}

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

namespace detail {

/// One run of alternating offers under way.
template <class Agents, class Mediation>
class alternating_run {
public:
    alternating_run(const alternating_offers& rules, const arena& at, Agents& agents,
                    Mediation& between, run_streams& draws, proceedings& said)
        : rules_(rules),
          at_(at),
          agents_(agents),
          between_(between),
          draws_(draws),
          said_(said),
          unanimous_(is_unanimity(rules.agreement)) {
        said_.begin(at);
        now_.rounds = rules.rounds;
    }

    /// Talks that others came before: begins at a moment, its deadline included, and measures time
    /// from the end of some round.
    void begin_at(const moment& start, std::int64_t rounds_before) {
        now_ = start;
        before_ = rounds_before;
    }

    ending run() {
        bool over = false;
        while (!over && now_.round <= now_.rounds) {
            now_.time =
                relative_time(rules_.convention, now_.round - before_, now_.rounds - before_);
            over = play_round();
            if (!over) {
                over = end_round();
            }
            ++now_.round;
        }
        --now_.round;
        return finish();
    }

private:
    /// @return true when the talks are over
    bool play_round() {
        delays_ = 0;
        for (party_id i = 0; i < at_.parties(); ++i) {
            // Nobody accepts twice: a message that was lost may leave one's own offer standing.
            // What crosses one's red lines one cannot accept.
            const bool facing =
                said_.standing != no_offer && !accepts_[i] && !said_.excluded(said_.standing, i);
            const turn t(said_, i, now_, {true, facing, false, true});
            const move made = act(agents_, i, t, draws_.parties[i]);
            const bool over = take(i, made, facing);
            if (leaked_) {
                // What a message says has its effect first, then the world knows of it.
                leaked_ = false;
                go_public();
            }
            if (over) {
                now_.days += std::max(rules_.dates.days_per_round, delays_);
                return true;
            }
        }
        now_.days += std::max(rules_.dates.days_per_round, delays_);
        return false;
    }

    /// Takes a move of party i. @return true when it ends the talks
    bool take(party_id i, const move& made, bool facing) {
        event e{static_cast<std::uint32_t>(now_.round), made.deal, i, made.kind, true};
        switch (made.kind) {
            case move_kind::offer:
                if (!said_.knows(made.deal) || said_.excluded(made.deal, i)) {
                    refuse_move("alternating_offers", i, now_.round, made.kind);
                }
                ++offers_;
                return send(e) && propose(i, made.deal);
            case move_kind::accept:
                if (!facing) {
                    refuse_move("alternating_offers", i, now_.round, made.kind);
                }
                e.deal = said_.standing;
                return send(e) && accept(i);
            case move_kind::walk_away:
                said_.history.push_back(e);
                status_ = talks_status::walked_away;
                return true;
            default:
                refuse_move("alternating_offers", i, now_.round, made.kind);
        }
    }

    /// A message on its way. @return whether it arrives
    bool send(event& e) {
        const passage way = between_.carry(e, said_, now_, draws_);
        delays_ += way.days;
        if (way.leaked) {
            leaked_ = true;
        }
        said_.history.push_back(e);
        return e.arrived;
    }

    /// A new standing offer, accepted by its proposer alone.
    bool propose(party_id i, offer_id deal) {
        said_.standing = deal;
        accepts_.reset();
        in_favour_ = 0;
        return accept(i);
    }

    bool accept(party_id i) {
        accepts_.set(i);
        ++in_favour_;
        const bool agreed = unanimous_ ? in_favour_ == at_.parties()
                                       : carries(rules_.agreement, accepts_, at_.parties());
        if (!agreed) {
            return false;
        }
        status_ = talks_status::agreement;
        return true;
    }

    /// Mediators, leaks and breakdown. @return true when the talks are over
    bool end_round() {
        if (now_.round == now_.rounds) {
            return false;  // the deadline has passed: nothing that happens now matters
        }
        const offer_id before = said_.standing;
        const round_end end = end_of_round(rules_, between_, said_, now_, draws_, delays_);
        if (said_.standing != before) {
            // A text tabled by a mediator: nobody has accepted it yet.
            accepts_.reset();
            in_favour_ = 0;
        }
        if (end.leaked) {
            go_public();
        }
        status_ = end.broken ? talks_status::broken_down : status_;
        return end.broken;
    }

    /// Who can no longer sign what stands no longer accepts it.
    void go_public() {
        if (!leak(rules_.screen, said_) || said_.standing == no_offer) {
            return;
        }
        for (party_id i = 0; i < at_.parties(); ++i) {
            if (said_.excluded(said_.standing, i)) {
                in_favour_ -= accepts_[i] ? 1U : 0U;
                accepts_.reset(i);
            }
        }
    }

    ending finish() {
        return conclude(said_, status_, now_, offers_, said_.standing, accepts_, rules_.dates);
    }

    const alternating_offers& rules_;
    const arena& at_;
    Agents& agents_;
    Mediation& between_;
    run_streams& draws_;
    proceedings& said_;
    bool unanimous_;
    acceptances accepts_;  ///< of the standing offer
    std::size_t in_favour_ = 0;
    moment now_;
    std::int64_t before_ = 0;  ///< rounds of talks that came before
    double delays_ = 0;        ///< of this round's messages @unit{days}
    bool leaked_ = false;      ///< a message of this turn
    std::int64_t offers_ = 0;
    talks_status status_ = talks_status::no_agreement;
};

}  // namespace detail

template <class Agents, class Mediation>
ending alternating_offers::play(const arena& at, Agents& agents, Mediation& between,
                                run_streams& draws, proceedings& said) const {
    check_preconditions("alternating_offers", at.parties(), agent_count(agents), rounds, agreement,
                        dates);
    return detail::alternating_run(*this, at, agents, between, draws, said).run();
}

}  // namespace negotiation::talks
