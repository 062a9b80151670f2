#pragma once

/// @file
/// Random recognition: whose turn it is to propose is drawn.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
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

/// @brief Bargaining in a legislature under the closed rule. Each round one party is recognised by
/// lot and proposes, or walks away; the others then vote on the proposal as it stands, in the
/// file's order, each hearing the votes before its own, until the voting rule is met or all have
/// voted. A proposal that is not carried falls, and the next round begins. Voting rules are the
/// usual ones; unanimity is one of them.
///
/// A text that a mediator tables after a round is voted on by all in the next, in place of a
/// proposal. What stands when a party is recognised is nothing.
/// @thread const use is safe; `proceedings`, agents and streams belong to one run
/// @source{baron1989, Baron and Ferejohn 1989}
/// @test tests/talks/protocol/random_recognition.cpp "one is recognised and the others vote"
struct random_recognition {
    std::int64_t rounds = 100;            ///< the deadline N @range{[1, 2^32)}
    clock convention = clock::geniusweb;  ///< relative time
    voting_rule agreement;                ///< who has to accept
    double breakdown = 0;                 ///< probability, after each round, that talks end
    calendar dates;                       ///< days, and what waiting costs
    secrecy screen;                       ///< whether the talks can leak
    std::vector<double> recognition;      ///< weights of the parties; alike when empty
                                          ///< @range{[0, inf), some above 0}

    /// @brief Plays one run.
    /// @tparam Agents    a `std::vector` of strategies of one type, or a `std::tuple` of several
    /// @tparam Mediation `direct_talks`, or `mediation`
    /// @param at      what is bargained over
    /// @param agents  one a party; changed by playing
    /// @param between what stands between the parties
    /// @param draws   random bits of the run
    /// @param said    where it is written down
    /// @return how it ended
    /// @throws std::invalid_argument what `check_preconditions` refuses, weights of recognition
    /// that do not fit the parties, or an agent that makes a move which is not legal
    /// @complexity{O(rounds * parties) calls of `act`}
    /// @thread one run, one owner
    /// @test tests/talks/protocol/random_recognition.cpp "one is recognised and the others vote"
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                proceedings& said) const;
};

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

namespace detail {

/// One run of random recognition under way.
template <class Agents, class Mediation>
class recognition_run {
public:
    recognition_run(const random_recognition& rules, std::vector<double> weights, const arena& at,
                    Agents& agents, Mediation& between, run_streams& draws, proceedings& said)
        : rules_(rules),
          weights_(std::move(weights)),
          at_(at),
          agents_(agents),
          between_(between),
          draws_(draws),
          said_(said) {
        for (const double w : weights_) {
            all_ += w;
        }
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
        return conclude(said_, status_, now_, offers_, said_.standing, accepts_, rules_.dates);
    }

private:
    /// @return true when the talks are over
    bool play_round() {
        accepts_.reset();
        std::size_t proposer = at_.parties();  // a mediator's text is nobody's own
        if (said_.standing == no_offer) {
            proposer = draw_weighted(draws_.protocol, weights_, all_);
            if (!propose(static_cast<party_id>(proposer))) {
                return status_ == talks_status::walked_away;
            }
        }
        for (party_id i = 0; i < at_.parties() && !is_carried(); ++i) {
            if (i != proposer) {
                vote(i);
            }
        }
        return is_carried();
    }

    /// @return whether there is something to vote on
    bool propose(party_id i) {
        const turn t(said_, i, now_, {true, false, false, true});
        const move made = act(agents_, i, t, draws_.parties[i]);
        event e{static_cast<std::uint32_t>(now_.round), made.deal, i, made.kind, true};
        if (made.kind == move_kind::walk_away) {
            said_.history.push_back(e);
            status_ = talks_status::walked_away;
            return false;
        }
        if (made.kind != move_kind::offer || !said_.knows(made.deal) ||
            said_.excluded(made.deal, i)) {
            refuse_move("random_recognition", i, now_.round, made.kind);
        }
        ++offers_;
        const bool arrived = send(e);
        if (arrived) {
            said_.standing = made.deal;
            accepts_.set(i, !said_.excluded(made.deal, i));
        }
        return arrived;
    }

    void vote(party_id i) {
        const bool may_accept = !said_.excluded(said_.standing, i);
        const turn t(said_, i, now_, {false, may_accept, true, false});
        const move made = act(agents_, i, t, draws_.parties[i]);
        if (made.kind != move_kind::reject && (made.kind != move_kind::accept || !may_accept)) {
            refuse_move("random_recognition", i, now_.round, made.kind);
        }
        event e{static_cast<std::uint32_t>(now_.round), said_.standing, i, made.kind, true};
        if (send(e) && made.kind == move_kind::accept && !said_.excluded(said_.standing, i)) {
            accepts_.set(i);
        }
    }

    /// A message on its way. @return whether it arrives
    bool send(event& e) {
        const passage way = between_.carry(e, said_, now_, draws_);
        delays_ += way.days;
        said_.history.push_back(e);
        if (way.leaked) {
            go_public();
        }
        return e.arrived;
    }

    /// Who can no longer sign what stands no longer accepts it.
    void go_public() {
        if (!leak(rules_.screen, said_) || said_.standing == no_offer) {
            return;
        }
        for (party_id i = 0; i < at_.parties(); ++i) {
            accepts_.set(i, accepts_[i] && !said_.excluded(said_.standing, i));
        }
    }

    bool is_carried() {
        const bool yes =
            said_.standing != no_offer && carries(rules_.agreement, accepts_, at_.parties());
        status_ = yes ? talks_status::agreement : status_;
        return yes;
    }

    /// Mediators, leaks and breakdown; what was not carried falls. @return true when the talks are
    /// over
    bool end_round() {
        if (now_.round == now_.rounds) {
            return false;  // the deadline has passed: nothing that happens now matters
        }
        const offer_id fallen = said_.standing;
        const round_end end = end_of_round(rules_, between_, said_, now_, draws_, delays_);
        said_.standing = said_.standing == fallen ? no_offer : said_.standing;
        if (end.leaked) {
            go_public();
        }
        status_ = end.broken ? talks_status::broken_down : status_;
        return end.broken;
    }

    const random_recognition& rules_;
    std::vector<double> weights_;
    double all_ = 0;  ///< of the weights
    const arena& at_;
    Agents& agents_;
    Mediation& between_;
    run_streams& draws_;
    proceedings& said_;
    acceptances accepts_;  ///< of the standing offer
    moment now_;
    double delays_ = 0;  ///< of this round's messages @unit{days}
    std::int64_t offers_ = 0;
    talks_status status_ = talks_status::no_agreement;
};

/// Weights of recognition that fit the parties.
[[nodiscard]] inline std::vector<double> recognition_weights(const random_recognition& rules,
                                                             std::size_t parties) {
    if (rules.recognition.empty()) {
        return std::vector<double>(parties, 1);
    }
    double all = 0;
    for (const double w : rules.recognition) {
        all += w >= 0 ? w : std::nan("");
    }
    if (rules.recognition.size() != parties || !(all > 0) || !std::isfinite(all)) {
        throw std::invalid_argument(
            "random_recognition: needs a weight of at least 0 for every party, one of them above "
            "0, or none at all; got " +
            std::to_string(rules.recognition.size()) + " for " + std::to_string(parties) +
            " parties, their sum " + std::to_string(all));
    }
    return rules.recognition;
}

}  // namespace detail

template <class Agents, class Mediation>
ending random_recognition::play(const arena& at, Agents& agents, Mediation& between,
                                run_streams& draws, proceedings& said) const {
    check_preconditions("random_recognition", at.parties(), agent_count(agents), rounds, agreement,
                        dates);
    return detail::recognition_run(*this, detail::recognition_weights(*this, at.parties()), at,
                                   agents, between, draws, said)
        .run();
}

}  // namespace negotiation::talks
