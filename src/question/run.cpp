#include <algorithm>
#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

#include <fmt/core.h>

#include <negotiation/laboratory/yardstick.hpp>
#include <negotiation/model/clock.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/expectation.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/model_error.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "question/lookups.hpp"
#include "question/prepared_talks.hpp"
#include "question/repeated_talks.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// The table under the red lines that bind when the talks are over.
[[nodiscard]] bargaining table_at_the_end(const seating& at, const run_options& options,
                                          const run_answer& answer) {
    const bool more_bind = answer.leaked && leaks_bind(options);
    return with_red_lines(at.frozen.table, [&](party_id, const bargaining::line& line) {
        return line.binds || (more_bind && line.is_public);
    });
}

/// Measures where the talks ended against what was possible.
void measure_deal(const seating& at, const run_options& options, run_answer& into) {
    const laboratory::yardstick measure(table_at_the_end(at, options, into), options.limits);
    if (!measure.refused().empty()) {
        note_refusal(into.refused, "the frontier", deal::refusal{measure.refused()});
        return;
    }
    into.zone_is_empty = measure.efficient() == 0;
    if (measure.fair().nash) {
        into.nash = measure.fair().nash->utilities;
    }
    if (into.status == talks::talks_status::agreement) {
        // The deal by itself: what mediators add is on no frontier.
        std::vector<double> deal = into.utilities;
        for (std::size_t i = 0; i < deal.size(); ++i) {
            deal[i] -= into.promised[i];
        }
        into.distance = measure.to(deal);
    }
}

[[nodiscard]] draft draft_of_offer(const seating& at, const talks::proceedings& said,
                                   talks::offer_id deal) {
    const auto options = said.deal(deal);
    return draft_of(at, outcome(options.begin(), options.end()));
}

/// Who speaks: a party, a mediator, or the chair of a single text that has none.
[[nodiscard]] std::string speaker(const seating& at, const run_answer& answer, std::size_t who) {
    if (who < at.parties.size()) {
        return at.parties[who]->name;
    }
    const std::size_t seat = who - at.parties.size();
    return seat < answer.mediators.size() ? answer.mediators[seat].name : "the chair";
}

/// The deal that an event is about, and what it is by itself: promises are told where they are
/// made.
void add_deal(const seating& at, const talks::proceedings& said, talks::offer_id deal,
              told_event& into) {
    if (deal == talks::no_offer) {
        return;
    }
    into.outcome = draft_of_offer(at, said, deal);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        into.utilities.push_back(said.utility(deal, i) - said.promised(deal, i));
        into.crosses.push_back(said.excluded(deal, i));
    }
}

[[nodiscard]] told_event told(const seating& at, const run_answer& answer,
                              const talks::proceedings& said, const talks::event& e) {
    told_event one;
    one.round = e.round;
    one.who = speaker(at, answer, e.who);
    one.action = to_string(e.kind);
    one.arrived = e.arrived;
    add_deal(at, said, e.deal, one);
    return one;
}

/// What a mediator did, other than tabling a text, which stands in the history.
[[nodiscard]] told_event told(const seating& at, const run_answer& answer,
                              const talks::proceedings& said, const talks::mediator_act& act) {
    told_event one;
    one.round = act.round;
    one.who = answer.mediators[act.seat].name;
    one.action = to_string(act.made.action);
    add_deal(at, said, act.made.deal, one);
    one.amounts = act.made.amounts;
    return one;
}

/// History and acts of mediators, which follow the moves of their round.
void tell(const seating& at, const talks::proceedings& said,
          const std::vector<talks::mediator_act>& acts, run_answer& into) {
    std::size_t next = 0;
    const auto tell_acts = [&](std::int64_t before) {
        for (; next < acts.size() && acts[next].round < before; ++next) {
            if (acts[next].made.action != talks::mediator_action::table) {
                into.events.push_back(told(at, into, said, acts[next]));
            }
        }
    };
    for (std::size_t k = 0; k <= said.history.size(); ++k) {
        const bool more = k < said.history.size();
        tell_acts(more ? said.history[k].round : std::numeric_limits<std::int64_t>::max());
        if (said.is_public && said.leaked_after == k) {
            told_event leak;
            leak.round = k == 0 ? 1 : said.history[k - 1].round;
            leak.who = "the world";
            leak.action = "leak";
            into.events.push_back(std::move(leak));
        }
        if (more) {
            into.events.push_back(told(at, into, said, said.history[k]));
        }
    }
}

void describe_table(const seating& at, const talks::section& said, const run_options& options,
                    run_answer& into) {
    into.scenario = at.world->title;
    into.scope = options.scope;
    into.talks = at.talks;
    into.protocol = said.protocol;
    into.convention = said.clock;
    into.rounds_limit = said.rounds;
    into.days_per_round = said.days_per_round;
    into.breakdown = said.breakdown;
    into.agreement = voting_of(at, said);
    into.discounting = said.discount;
    into.seed = options.seed;
    into.assumed_numbers = assumed_numbers_of_talks(*at.world, options.scope, options.seats);
    into.unsourced_numbers = unsourced_numbers(*at.world);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        into.no_deal.push_back(no_deal_of(at, i));
    }
}

void describe_players(const prepared_talks& prepared, run_answer& into) {
    into.written_down = prepared.arena().deals().has_value();
    into.parties = prepared.players();
    for (const talks::mediator_entry& m : prepared.mediators()) {
        into.mediators.push_back({m.name, m.role});
    }
}

void copy_ending(const talks::ending& end, run_answer& into) {
    into.status = end.status;
    into.round = end.round;
    into.offers = end.offers;
    into.time = end.time;
    into.days = end.days;
    into.leaked = end.leaked;
    into.utilities = end.utilities;
    into.discounted = end.discounted;
    into.accepted = end.accepted;
}

/// What no deal is worth when the talks are over, what mediators add to the one agreed, and how a
/// single text began and ended.
void tell_the_end(const seating& at, const prepared_talks& prepared, talks::proceedings& said,
                  const talks::ending& end, run_answer& into) {
    const bool agreed = end.deal != talks::no_offer;
    for (party_id i = 0; i < at.parties.size(); ++i) {
        const double shift = said.reservation_shift.empty() ? 0 : said.reservation_shift[i];
        into.no_deal_at_end.push_back(prepared.arena().view(i).reservation + shift);
        into.promised.push_back(agreed ? said.promised(end.deal, i) : 0);
        into.has_acceptable_deal.push_back(prepared.arena().view(i, end.leaked).some());
    }
    if (!prepared.has_text() || said.text == talks::no_offer) {
        return;
    }
    into.first_text = draft_of(at, at.frozen.status_quo);
    into.last_text = draft_of_offer(at, said, said.text);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        const talks::turn signing(said, i, {}, {});
        into.last_utilities.push_back(said.utility(said.text, i));
        into.would_sign.push_back(signing.suits(said.text));
    }
}

/// What every model makes of what each party heard, whoever played with which.
[[nodiscard]] std::vector<model_result> tried_models(const prepared_talks& prepared,
                                                     talks::proceedings& said,
                                                     const talks::ending& end, std::int64_t rounds,
                                                     clock convention) {
    std::vector<model_result> results;
    const talks::arena& at = prepared.arena();
    // The round's own time: a deadline that has passed is time 1.
    const double time = relative_time(convention, end.round, rounds);
    for (party_id i = 0; i < prepared.players().size(); ++i) {
        const talks::turn last(said, i, {end.round, rounds, time, end.days}, {});
        for (const talks::catalogue_entry& entry : talks::model_catalogue()) {
            model_result one{prepared.players()[i].name, entry.name, {}, {}};
            try {
                talks::any_model model = talks::read_model(entry.name)(at, i);
                model.observe(last);
                one.error = talks::error_of(model.terms(last), at, i);
            } catch (const std::invalid_argument& error) {
                one.refused = error.what();
            }
            results.push_back(std::move(one));
        }
    }
    return results;
}

void check_other_runs(const run_options& options) {
    constexpr std::size_t most = 100'000;
    if (options.other_runs.value_or(0) > most) {
        throw std::invalid_argument(
            fmt::format("at most {} runs are played beside the one that is told; got {}", most,
                        *options.other_runs));
    }
}

/// A program starts anew in every run, which takes far longer than to play it. Files name none.
[[nodiscard]] bool has_program(const run_options& options) {
    return std::any_of(options.strategies.begin(), options.strategies.end(),
                       [](const assignment& one) { return talks::is_external(one.role); });
}

}  // namespace
}  // namespace detail

assignment parse_assignment(const std::string& text, std::string_view form) {
    // A strategy's own parameters hold signs of equality too, behind a parenthesis; so do commands.
    const std::size_t own = std::min(text.find('('), text.find("exec:"));
    const std::size_t equals = text.substr(0, own).find('=');
    assignment read;
    if (equals != std::string::npos) {
        read.name = trimmed(text.substr(0, equals));
    }
    read.role = trimmed(equals == std::string::npos ? text : text.substr(equals + 1));
    if (read.role.empty() || (equals != std::string::npos && read.name.empty())) {
        throw std::invalid_argument(fmt::format("expected {}; got '{}'", form, shown(text)));
    }
    return read;
}

run_answer run(const scenario& world, const run_options& options) {
    detail::check_other_runs(options);
    const seating at =
        set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
    const talks::section said = detail::section_of(world, options);
    run_answer answer;
    detail::describe_table(at, said, options, answer);
    const detail::prepared_talks prepared(at, said, options);
    detail::describe_players(prepared, answer);
    detail::repeated_talks runs(prepared);
    const talks::ending end = runs.play(options.seed, 0);
    talks::proceedings& proceedings = runs.said();
    detail::copy_ending(end, answer);
    for (const talks::forfeit& one : proceedings.forfeits) {
        answer.forfeits.push_back({at.parties[one.party]->name, one.round, one.what});
    }
    detail::tell_the_end(at, prepared, proceedings, end, answer);
    if (end.deal != talks::no_offer) {
        const auto agreed = proceedings.deal(end.deal);
        answer.outcome = detail::draft_of_offer(at, proceedings, end.deal);
        answer.carried_out = carried_out(at, outcome(agreed.begin(), agreed.end()));
    }
    answer.expects = expectation_of(at);
    detail::tell(at, proceedings, runs.acts(), answer);
    detail::measure_deal(at, options, answer);
    if (options.models) {
        answer.models = detail::tried_models(prepared, proceedings, end, said.rounds, said.clock);
    }
    const talks::equilibrium::predicted_end perfect = prepared.predicted(options.limits);
    answer.equilibrium = perfect.discounted;
    answer.equilibrium_is_mean = perfect.drawn;
    answer.no_equilibrium = perfect.not_computed;
    answer.others_left_out = !options.other_runs && detail::has_program(options);
    answer.other_runs = options.other_runs.value_or(answer.others_left_out ? 0 : 100);
    for (std::size_t k = 1; k <= answer.other_runs; ++k) {
        const talks::ending& other = runs.play(options.seed, k);
        answer.agreed_runs += other.status == talks::talks_status::agreement ? 1U : 0U;
        answer.same_runs += other == end ? 1U : 0U;
        answer.mean_round +=
            static_cast<double>(other.round) / static_cast<double>(answer.other_runs);
        answer.mean_days += other.days / static_cast<double>(answer.other_runs);
    }
    return answer;
}

}  // namespace negotiation::question
