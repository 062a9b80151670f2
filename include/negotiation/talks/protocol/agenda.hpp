#pragma once

/// @file
/// Issues settled one after another, in a chosen order.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <negotiation/model/clock.hpp>
#include <negotiation/model/draw.hpp>
#include <negotiation/talks/agenda_order.hpp>
#include <negotiation/talks/agenda_stage.hpp>
#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/calendar.hpp>
#include <negotiation/talks/conclude.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/leak.hpp>
#include <negotiation/talks/preconditions.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/secrecy.hpp>
#include <negotiation/talks/voting.hpp>

namespace negotiation::talks {

/// @brief Which talks a deadline belongs to.
enum class deadline_of : std::uint8_t {
    talks,  ///< all stages together have so many rounds
    stage   ///< each has as many, and time runs anew
};

/// @brief Issue-by-issue bargaining. The agenda is a choice: issues, or packages of them, are
/// settled one after another, each stage by alternating offers over what is then on the table; see
/// `bargaining_of` for what a stage is to a party. One package is `alternating_offers` itself.
///
/// With simultaneous implementation nothing counts until all is agreed: a stage that fails fails
/// the talks. With sequential implementation what was agreed stays and the rest remains at its
/// status quo: that is then the agreement, at the time when the talks end. Whose acceptance counts
/// in the end is that of the last stage agreed.
///
/// A stage begins in the round after that in which the one before was agreed, with the party listed
/// first. Every stage is played by agents in the state they had at the start: what they learned in
/// one they do not carry into the next. A turn holds the stage and what was said in it. In the
/// history of the run an offer stands as a deal of the whole, later issues at their status quo, or,
/// where constraints forbid that, at the first options that they allow.
///
/// Not with mediators, unless there is one stage only: they speak of whole deals. Nor does
/// `equilibrium_play` know of stages: it solves whole deals, and walks away from others.
///
/// A value: give it other numbers and play again.
/// @thread const use is safe; `proceedings`, agents and streams belong to one run
/// @source{fershtman1990, Fershtman 1990} (the agenda matters; simultaneous implementation),
/// @source{inderst2000, Inderst 2000}, @source{in2004, In and Serrano 2004},
/// @source{fatima2004, Fatima\, Wooldridge and Jennings 2004}
/// @test tests/talks/protocol/agenda.cpp "who settles first what matters to the other gains"
struct agenda {
    std::int64_t rounds = 100;                  ///< the deadline N @range{[1, 2^32)}
    clock convention = clock::geniusweb;        ///< relative time
    voting_rule agreement;                      ///< who has to accept
    double breakdown = 0;                       ///< probability, after each round, that talks end
    calendar dates;                             ///< days, and what waiting costs
    secrecy screen;                             ///< whether the talks can leak
    std::vector<std::vector<issue_id>> stages;  ///< in order; issues that are nowhere come last,
                                                ///< together: all at once where this is empty
    implementation counts = implementation::simultaneous;  ///< when what is agreed counts
    later_value expects = later_value::proportional;       ///< of later issues
    deadline_of deadline = deadline_of::talks;             ///< whose deadline `rounds` is
    outcome status_quo;                 ///< of every issue while nothing is agreed about it
                                        ///< @shape{issues}; empty: the first open options, and
                                        ///< sequential implementation is refused
    std::optional<agenda_order> named;  ///< an order by names that are still to be found; such an
                                        ///< agenda cannot be played

    /// @brief Plays one run.
    /// @tparam Agents    a `std::vector` of strategies of one type, or a `std::tuple` of several
    /// @tparam Mediation `direct_talks`; `mediation` where there is one stage only
    /// @param at      what is bargained over
    /// @param agents  one a party, in the order in which they act; changed by playing where there
    ///                is one stage only
    /// @param between what stands between the parties
    /// @param draws   random bits of the run
    /// @param said    where it is written down
    /// @return how it ended
    /// @throws std::invalid_argument what `check_preconditions` and `bargaining_of` refuse, stages
    /// that do not fit the space, a status quo that is missing or not open where it is needed,
    /// mediators between several stages, or an agent that makes a move which is not legal
    /// @complexity{O(rounds * parties) calls of `act`, and an arena a stage}
    /// @thread one run, one owner
    /// @test tests/talks/protocol/agenda.cpp "one package is alternating offers"
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                proceedings& said) const;
};

/// @brief Finds the issues of an agenda that was read.
/// @param rules  its `named` order is turned into `stages`
/// @param issues names, in the order of the space
/// @throws std::invalid_argument an issue that is not there, with near names, or there twice
/// @complexity{O(names * issues)}; thread-safe
/// @test tests/talks/protocol/agenda.cpp "an agenda by names is found before it is played"
inline void find_issues(agenda& rules, const std::vector<std::string>& issues) {
    if (rules.named) {
        rules.stages = stages_of(*rules.named, issues);
        rules.named.reset();
    }
}

}  // namespace negotiation::talks

// ------------------------------------------------------------------------------------------------

namespace negotiation::talks {

namespace detail {

[[noreturn]] inline void refuse_agenda(const std::string& what) {
    throw std::invalid_argument("agenda: " + what);
}

/// The stages that settle anything, those left out last; each ascending.
[[nodiscard]] inline std::vector<std::vector<issue_id>> full_stages(const agenda& rules,
                                                                    const outcome_space& space) {
    std::vector<bool> seen(space.sizes.size(), false);
    std::vector<std::vector<issue_id>> stages;
    const auto add = [&](std::vector<issue_id> stage) {
        std::erase_if(stage, [&](issue_id k) { return space.domains[k].size() < 2; });
        std::sort(stage.begin(), stage.end());
        if (!stage.empty()) {
            stages.push_back(std::move(stage));
        }
    };
    for (const std::vector<issue_id>& stage : rules.stages) {
        for (const issue_id k : stage) {
            if (k >= seen.size() || seen[k]) {
                refuse_agenda("an issue must be one of the " + std::to_string(seen.size()) +
                              " of the space, and in one stage only; got " + std::to_string(k));
            }
            seen[k] = true;
        }
        add(stage);
    }
    std::vector<issue_id> rest;
    for (issue_id k = 0; k < seen.size(); ++k) {
        if (!seen[k]) {
            rest.push_back(k);
        }
    }
    add(rest);
    return stages;
}

/// The status quo where it is given, else the first open options.
[[nodiscard]] inline outcome base_of(const agenda& rules, const outcome_space& space) {
    const bool at_once = rules.counts == implementation::sequential;
    const bool given = !rules.status_quo.empty();
    if ((given && rules.status_quo.size() != space.sizes.size()) || (!given && at_once)) {
        refuse_agenda("needs the status quo of every issue, " + std::to_string(space.sizes.size()) +
                      (at_once ? "" : ", or of none") + "; got " +
                      std::to_string(rules.status_quo.size()));
    }
    outcome base;
    for (issue_id k = 0; k < space.sizes.size(); ++k) {
        const auto& domain = space.domains[k];
        const option_id now = given ? rules.status_quo[k] : domain.empty() ? 0 : domain.front();
        if (now >= space.sizes[k] ||
            (at_once && !std::binary_search(domain.begin(), domain.end(), now))) {
            refuse_agenda("the status quo of issue " + std::to_string(k) +
                          " must be one of its open options; got " + std::to_string(now));
        }
        base.push_back(now);
    }
    return base;
}

/// One run of an agenda of several stages under way.
template <class Agents>
class agenda_run {
public:
    agenda_run(const agenda& rules, std::vector<std::vector<issue_id>> stages, const arena& at,
               const Agents& agents, run_streams& draws, proceedings& said)
        : rules_(rules),
          stages_(std::move(stages)),
          at_(at),
          agents_(agents),
          draws_(draws),
          said_(said),
          turns_{rules.rounds,    rules.convention, rules.agreement,
                 rules.breakdown, rules.dates,      rules.screen} {
        stage_.base = base_of(rules, at.table().space);
        stage_.counts = rules.counts;
        stage_.expects = rules.expects;
        said_.begin(at);
        now_.rounds = rules.rounds;
    }

    ending run() {
        for (std::size_t k = 0; k < stages_.size(); ++k) {
            const bool last = k + 1 == stages_.size();
            set_stage(k);
            if (!play_stage() || (!last && !carry_on())) {
                break;
            }
            if (last) {
                status_ = talks_status::agreement;
            }
        }
        return finish();
    }

private:
    void set_stage(std::size_t k) {
        stage_.open = stages_[k];
        stage_.later.clear();
        for (std::size_t next = k + 1; next < stages_.size(); ++next) {
            stage_.later.insert(stage_.later.end(), stages_[next].begin(), stages_[next].end());
        }
        std::sort(stage_.later.begin(), stage_.later.end());
        stage_.first = k == 0;
        if (k > 0) {
            ++now_.round;
            now_.rounds += rules_.deadline == deadline_of::stage ? before_next() : 0;
        }
    }

    /// Moves the deadline of a stage of its own. @return rounds by which it moves
    std::int64_t before_next() {
        const std::int64_t used = now_.round - 1 - before_;
        before_ += used;
        return used;
    }

    [[nodiscard]] bargaining in_public() const {
        return with_red_lines(at_.table(), [](party_id, const bargaining::line& line) {
            return line.binds || line.is_public;
        });
    }

    /// @return whether the stage is agreed
    bool play_stage() {
        const bool binds = &at_.view(0, true) != &at_.view(0);  // a leak makes red lines bind
        const arena table(
            bargaining_of(binds && said_.is_public ? in_public() : at_.table(), stage_),
            {arena_options{}.maximum_rows, binds});
        Agents agents = agents_;
        direct_talks between;
        proceedings said;
        alternating_run turns(turns_, table, agents, between, draws_, said);
        said.is_public = said_.is_public;
        said.reservation_shift = said_.reservation_shift;
        turns.begin_at(now_, before_);
        const ending end = turns.run();
        write_down(said);
        offers_ += end.offers;
        now_.round = end.round;
        now_.days = end.days;
        now_.time = end.time;
        status_ = end.status;
        if (status_ != talks_status::agreement) {
            return false;
        }
        const auto deal = said.deal(end.deal);
        stage_.base.assign(deal.begin(), deal.end());
        for (party_id i = 0; i < at_.parties(); ++i) {
            by_.set(i, end.accepted[i]);
        }
        settled_ = true;
        status_ = talks_status::no_agreement;  // on everything, so far
        return true;
    }

    /// What may happen between two stages. @return false when the talks are over
    bool carry_on() {
        if (now_.round == now_.rounds && rules_.deadline == deadline_of::talks) {
            now_.time = 1;
            return false;  // the deadline has passed with issues open
        }
        if (leaks_within(rules_.screen, said_, rules_.dates.days_per_round, draws_.protocol)) {
            leak(rules_.screen, said_);
        }
        if (rules_.breakdown > 0 && draw_chance(draws_.protocol, rules_.breakdown)) {
            status_ = talks_status::broken_down;
            return false;
        }
        return true;
    }

    /// What was said in a stage, as said of the whole.
    void write_down(const proceedings& stage) {
        const std::size_t before = said_.history.size();
        std::map<offer_id, offer_id> numbers{{no_offer, no_offer}};
        const auto number = [&](offer_id deal) {
            const auto [place, fresh] = numbers.try_emplace(deal, no_offer);
            if (fresh) {
                const auto options = stage.deal(deal);
                const auto whole =
                    completed(at_.table().space, {options.begin(), options.end()}, stage_.later);
                place->second = whole ? said_.number_of(*whole) : no_offer;
            }
            return place->second;
        };
        for (event e : stage.history) {
            e.deal = number(e.deal);
            said_.history.push_back(e);
        }
        said_.standing = number(stage.standing);
        said_.forfeits.insert(said_.forfeits.end(), stage.forfeits.begin(), stage.forfeits.end());
        if (stage.is_public && !said_.is_public) {
            said_.is_public = true;
            said_.leaked_after = before + stage.leaked_after;
        }
        said_.reservation_shift = stage.reservation_shift;
    }

    ending finish() {
        const bool partly = settled_ && rules_.counts == implementation::sequential;
        const bool whole = status_ == talks_status::agreement;
        const offer_id agreed = whole || partly ? said_.number_of(stage_.base) : no_offer;
        if (partly && !whole) {
            now_.time = status_ == talks_status::no_agreement ? 1 : now_.time;
            status_ = talks_status::agreement;
        }
        return conclude(said_, status_, now_, offers_, agreed, by_, rules_.dates);
    }

    const agenda& rules_;
    std::vector<std::vector<issue_id>> stages_;
    const arena& at_;
    const Agents& agents_;  ///< as at the start
    run_streams& draws_;
    proceedings& said_;
    alternating_offers turns_;
    agenda_stage stage_;
    acceptances by_;  ///< of the last stage agreed
    moment now_;
    std::int64_t before_ = 0;  ///< rounds before the stage, where time runs anew
    std::int64_t offers_ = 0;
    bool settled_ = false;  ///< some stage is agreed
    talks_status status_ = talks_status::no_agreement;
};

}  // namespace detail

template <class Agents, class Mediation>
ending agenda::play(const arena& at, Agents& agents, Mediation& between, run_streams& draws,
                    proceedings& said) const {
    check_preconditions("agenda", at.parties(), agent_count(agents), rounds, agreement, dates);
    if (named) {
        detail::refuse_agenda("its issues are named and not yet found; see find_issues");
    }
    std::vector<std::vector<issue_id>> all = detail::full_stages(*this, at.table().space);
    if (all.size() < 2) {
        const alternating_offers turns{rounds, convention, agreement, breakdown, dates, screen};
        return turns.play(at, agents, between, draws, said);
    }
    if (!std::is_same_v<Mediation, direct_talks>) {
        detail::refuse_agenda(
            "mediators speak of whole deals: send them home, or settle all at "
            "once, order=package; got mediators and " +
            std::to_string(all.size()) + " stages");
    }
    constexpr std::int64_t most = std::int64_t{1} << 32;
    if (deadline == deadline_of::stage &&
        rounds > (most - 1) / static_cast<std::int64_t>(all.size())) {
        detail::refuse_agenda("all stages together must have fewer than 2^32 rounds; got " +
                              std::to_string(rounds) + " in each");
    }
    return detail::agenda_run(*this, std::move(all), at, agents, draws, said).run();
}

}  // namespace negotiation::talks
