#pragma once

/// @file
/// The single negotiating text: a chair proposes changes of one text, the parties vote.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/deal/trade_off.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/conclude.hpp>
#include <negotiation/talks/cooling.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/one_change.hpp>
#include <negotiation/talks/overriding.hpp>
#include <negotiation/talks/preconditions.hpp>
#include <negotiation/talks/secrecy.hpp>
#include <negotiation/talks/turn.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief The single negotiating text. In every round the chair proposes the text with one issue
/// changed at random, of all changes that the constraints leave; every party accepts or rejects,
/// not knowing how the others vote; the change is kept if the voting rule carries it. When the
/// rounds are over, the text is the agreement if those whom the rule needs find it no worse than no
/// deal and inside their red lines.
///
/// With `temperature` above 0 the chair anneals for the parties: while it is hot it keeps some
/// changes that only *weak* rejections stood against; see `overriding`. A strong rejection is never
/// overridden where the rule needs that party.
///
/// In the history the chair's proposals are offers, and its acceptances the changes that are kept.
///
/// Before the end nothing is signed, so a party may let a change pass that stays outside its red
/// lines where the text is outside already; a change that leaves them it cannot accept.
///
/// Mediators fit in as in other protocols. A vote that a relay loses does not count as an
/// acceptance, and cannot be overridden. A text that a mediator tables is what the chair proposes
/// next.
///
/// A value: give it other numbers and play again.
/// @thread const use is safe; `proceedings`, agents and streams belong to one run
/// @source{raiffa1982, Raiffa 1982}, @source{klein2003, Klein et al. 2003}
/// @test tests/talks/protocol/single_text.cpp "hill climbing never takes a step down"
struct single_text {
    std::int64_t rounds = 100;            ///< proposals @range{[1, 2^32)}
    clock convention = clock::geniusweb;  ///< relative time
    voting_rule agreement;                ///< who has to accept
    outcome start;                        ///< the first text; empty: the first feasible deal
    double temperature = 0;   ///< of the chair at the start @unit{utility} @range{[0, inf)}
    double weak_loss = 0.05;  ///< what the chair takes a weak rejection to cost that party
                              ///< @unit{utility} @range{[0, inf)}
    double breakdown = 0;     ///< probability, after each round, that talks end
    calendar dates;           ///< days, and what waiting costs
    secrecy screen;           ///< whether the talks can leak
    std::size_t chair = 0;    ///< which mediator's name the proposals bear in the history

    /// @brief Plays one run.
    /// @tparam Agents    a `std::vector` of strategies of one type, or a `std::tuple` of several
    /// @tparam Mediation `direct_talks`, or `mediation`
    /// @param at      what is bargained over
    /// @param agents  one a party, in the order in which they act; changed by playing
    /// @param between what stands between the parties
    /// @param draws   random bits of the run
    /// @param said    where it is written down
    /// @return how it ended; `offers` counts the proposals
    /// @throws std::invalid_argument another number of agents than parties, rounds out of range, a
    /// start that the constraints forbid, or an agent that makes a move which is not legal
    /// @complexity{O(rounds * (parties calls of `act` + open options * constraints))}
    /// @thread one run, one owner
    /// @test tests/talks/protocol/single_text.cpp "hill climbing never takes a step down"
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                proceedings& said) const;
};

/// @brief The first deal that the constraints leave, in enumeration order.
/// @param at the talks
/// @return a deal; nothing where the constraints leave none
/// @complexity{O(1) where deals are written down, else one search}; thread-safe
/// @test tests/talks/protocol/single_text.cpp "the first text is given or the first feasible deal"
[[nodiscard]] std::optional<outcome> first_feasible(const arena& at);

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

inline std::optional<outcome> first_feasible(const arena& at) {
    if (const auto& deals = at.deals()) {
        if (deals->rows() == 0) {
            return std::nullopt;
        }
        const auto first = deals->deal(0);
        return outcome(first.begin(), first.end());
    }
    const deal::trade_off_search search(at.table().space, bargaining::seat{});
    const auto found = search.best(0, {});
    return found.best ? std::optional(found.best->deal) : std::nullopt;
}

namespace detail {

/// One run of the single negotiating text under way.
template <class Agents, class Mediation>
class single_text_run {
public:
    single_text_run(const single_text& rules, const arena& at, Agents& agents, Mediation& between,
                    run_streams& draws, proceedings& said)
        : rules_(rules),
          at_(at),
          agents_(agents),
          between_(between),
          draws_(draws),
          said_(said),
          chair_{rules.temperature, rules.weak_loss, std::vector<std::int64_t>(at.parties(), 0)} {
        now_.rounds = rules.rounds;
    }

    ending run(const outcome& start) {
        said_.begin(at_);
        said_.text = said_.number_of(start);
        bool over = false;
        while (!over && now_.round <= now_.rounds) {
            now_.time = relative_time(rules_.convention, now_.round, now_.rounds);
            over = !propose();
            if (!over) {
                over = !vote() || end_round();
                ++now_.round;
            }
        }
        now_.round = std::max<std::int64_t>(now_.round - 1, 1);
        return finish();
    }

private:
    /// @return false where there is nothing to propose
    bool propose() {
        const outcome text = text_now();
        if (tabled_ == no_offer) {
            const auto changes = feasible_changes(at_.table().space, text);
            if (changes.empty()) {
                return false;
            }
            const one_change& drawn = changes[draw_place(draws_.protocol, changes.size())];
            said_.standing = said_.number_of(changed(text, drawn));
        } else {
            said_.standing = std::exchange(tabled_, no_offer);
        }
        ++offers_;
        said_.history.push_back({static_cast<std::uint32_t>(now_.round), said_.standing,
                                 static_cast<std::uint32_t>(at_.parties() + rules_.chair),
                                 move_kind::offer, true});
        return true;
    }

    [[nodiscard]] outcome text_now() const {
        const auto options = said_.deal(said_.text);
        return {options.begin(), options.end()};
    }

    /// All votes are cast before any is heard. @return false where somebody's agent failed
    bool vote() {
        votes_.clear();
        for (party_id i = 0; i < at_.parties(); ++i) {
            const bool may_accept =
                !said_.excluded(said_.standing, i) || said_.excluded(said_.text, i);
            const turn t(said_, i, now_, {false, may_accept, true, false});
            const move made = act(agents_, i, t, draws_.parties[i]);
            if (!said_.forfeits.empty()) {
                said_.history.push_back({static_cast<std::uint32_t>(now_.round), no_offer, i,
                                         move_kind::walk_away, true});
                status_ = talks_status::walked_away;
                return false;
            }
            if (made.kind != move_kind::reject && (made.kind != move_kind::accept || !may_accept)) {
                refuse_move("single_text", i, now_.round, made.kind);
            }
            votes_.push_back(made);
        }
        collect();
        return true;
    }

    /// Votes on their way to the chair, and what it makes of them.
    void collect() {
        ballot cast;
        bool leaked = false;
        delays_ = 0;
        for (party_id i = 0; i < at_.parties(); ++i) {
            event e{static_cast<std::uint32_t>(now_.round), said_.standing, i, votes_[i].kind,
                    true};
            const passage way = between_.carry(e, said_, now_, draws_);
            delays_ += way.days;
            leaked = leaked || way.leaked;
            said_.history.push_back(e);
            if (e.arrived) {
                cast.accepts[i] = e.kind == move_kind::accept;
                cast.weakly_rejects[i] = e.kind == move_kind::reject &&
                                         votes_[i].strength == vote_strength::weak &&
                                         !said_.excluded(said_.standing, i);
            }
        }
        if (carries(rules_.agreement, cast.accepts, at_.parties()) ||
            chair_.keeps(cast, rules_.agreement, now_, draws_.protocol)) {
            said_.text = said_.standing;
            said_.history.push_back({static_cast<std::uint32_t>(now_.round), said_.text,
                                     static_cast<std::uint32_t>(at_.parties() + rules_.chair),
                                     move_kind::accept, true});
        }
        if (leaked) {
            leak(rules_.screen, said_);
        }
    }

    /// Mediators, leaks and breakdown. @return true when the talks are over
    bool end_round() {
        const double days = std::max(rules_.dates.days_per_round, delays_);
        now_.days += days;
        said_.standing = said_.text;
        const passage way = between_.after_round(said_, now_, draws_);
        now_.days += way.days;
        tabled_ = said_.standing == said_.text ? no_offer : said_.standing;
        if (now_.round == now_.rounds) {
            return false;  // the deadline has passed: nothing that happens now matters
        }
        if (way.leaked || leaks_within(rules_.screen, said_, days + way.days, draws_.protocol)) {
            leak(rules_.screen, said_);
        }
        const bool broken =
            way.cut || (rules_.breakdown > 0 && draw_chance(draws_.protocol, rules_.breakdown));
        status_ = broken ? talks_status::broken_down : status_;
        return broken;
    }

    ending finish() {
        acceptances signs;
        for (party_id i = 0; i < at_.parties(); ++i) {
            const turn t(said_, i, now_, {});
            signs[i] = t.suits(said_.text);
        }
        if (status_ == talks_status::no_agreement &&
            carries(rules_.agreement, signs, at_.parties())) {
            status_ = talks_status::agreement;
        }
        return conclude(said_, status_, now_, offers_, said_.text, signs, rules_.dates);
    }

    const single_text& rules_;
    const arena& at_;
    Agents& agents_;
    Mediation& between_;
    run_streams& draws_;
    proceedings& said_;
    overriding chair_;
    std::vector<move> votes_;  ///< of this round, by party
    moment now_;
    offer_id tabled_ = no_offer;  ///< by a mediator, to be proposed next
    double delays_ = 0;           ///< of this round's messages @unit{days}
    std::int64_t offers_ = 0;
    talks_status status_ = talks_status::no_agreement;
};

}  // namespace detail

template <class Agents, class Mediation>
ending single_text::play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                         proceedings& said) const {
    check_preconditions("single_text", at.parties(), agent_count(agents), rounds, agreement, dates);
    if (!start.empty() &&
        (start.size() != at.table().space.sizes.size() || !feasible(at.table().space, start))) {
        throw std::invalid_argument("single_text: the constraints forbid the first text");
    }
    const auto first = start.empty() ? first_feasible(at) : std::optional(start);
    if (!first) {
        said.begin(at);
        moment end;
        end.rounds = rounds;
        return conclude(said, talks_status::no_agreement, end, 0, no_offer, {}, dates);
    }
    return detail::single_text_run(*this, at, agents, between, draws, said).run(*first);
}

}  // namespace negotiation::talks
