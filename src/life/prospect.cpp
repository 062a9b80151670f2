#include <algorithm>
#include <numeric>
#include <utility>

#include <negotiation/life/prospect.hpp>
#include <negotiation/model/bargaining.hpp>
#include <negotiation/model/discount.hpp>
#include <negotiation/scenario/secured_sequence.hpp>
#include <negotiation/sequence/detection.hpp>
#include <negotiation/sequence/guarantee.hpp>
#include <negotiation/sequence/least_order.hpp>
#include <negotiation/survival/deal_course.hpp>

namespace negotiation::life {

namespace {

namespace seq = negotiation::sequence;

/// Chambers that decide for themselves, the earliest first.
[[nodiscard]] std::vector<std::size_t> deciders_of(const circumstances& in,
                                                   const ratification::home& of,
                                                   std::uint32_t first) {
    std::vector<std::size_t> deciders;
    for (std::size_t k = 0; k < of.chambers.size(); ++k) {
        if (!of.chambers[k].follows) {
            deciders.push_back(k);
        }
    }
    std::stable_sort(deciders.begin(), deciders.end(), [&](std::size_t a, std::size_t b) {
        return in.review[first + a] < in.review[first + b];
    });
    return deciders;
}

/// Chances that chambers pass one after another; `first` counts the chambers of homes before.
[[nodiscard]] home_prospect prospect_at_home(const circumstances& in, const ratification::home& of,
                                             std::uint32_t first, const outcome& deal,
                                             const ratification::conditions& how) {
    home_prospect home;
    ratification::home so_far;
    for (const std::size_t k : deciders_of(in, of, first)) {
        so_far.chambers.push_back(of.chambers[k]);
        home.chambers.push_back(first + static_cast<std::uint32_t>(k));
        home.days.push_back(in.review[first + k]);
        home.passed.push_back(
            ratification::passage_of(so_far, in.frozen->table.space, deal, how).probability);
    }
    return home;
}

/// Name of the order of the file that is kept to, or empty.
[[nodiscard]] std::string order_to_keep(const circumstances& in, const outcome& deal) {
    if (!in.how.order.empty() || !in.frozen->order) {
        return in.how.order;
    }
    const issue_id k = *in.frozen->order;
    return negotiation::to_string(in.world->issues[k].options[deal[k]]);
}

/// Some order that keeps to what waits for what.
[[nodiscard]] std::vector<seq::step_id> some_order(const seq::exchange& of) {
    std::vector<seq::step_id> order;
    seq::step_set done = 0;
    while (order.size() < of.size()) {
        for (seq::step_id s = 0; s < of.size(); ++s) {
            if ((done & seq::only(s)) == 0 && (of.order().before(s) & ~done) == 0) {
                order.push_back(s);
                done |= seq::only(s);
            }
        }
    }
    return order;
}

void choose_order(const circumstances& in, carrying_out& into) {
    const seq::exchange& made = *into.made;
    if (!into.steps.order.empty()) {
        into.report = seq::walk(made, into.steps.order, in.how.trusts);
        return;
    }
    seq::least_order found = seq::find_least_order(made, into.steps.names, {in.how.trusts});
    into.proven = found.proven;
    if (found.best) {
        into.report = std::move(*found.best);
        return;
    }
    into.report = seq::walk(made, some_order(made), in.how.trusts);
}

/// Where an untrustworthy party stops: at the hand-over to it where stopping is worth most to it.
[[nodiscard]] std::size_t stop_of(const carrying_out& of, party_id i, std::size_t parties) {
    const std::vector<seq::step_id>& order = of.report.order;
    std::size_t best = order.size();
    for (std::size_t k = 0; k < order.size(); ++k) {
        const auto acts = [&](std::size_t at) { return of.made->performer(order[at]) == i; };
        const bool handed_over = acts(k) && (k == 0 || !acts(k - 1));
        if (handed_over &&
            (best == order.size() ||
             of.report.halt_values[k * parties + i] > of.report.halt_values[best * parties + i])) {
            best = k;
        }
    }
    return best;
}

/// A step counts as honest where its detection keeps it so with waiting priced and without.
void plan_pretences(const circumstances& in, carrying_out& into) {
    std::vector<double> discounts;
    for (const discount& patience : in.patience) {
        discounts.push_back(discounted(patience, 1));
    }
    const auto plain = seq::honesty_along(into.steps.agreement, into.report.order);
    const auto waiting = seq::honesty_along(into.steps.agreement, into.report.order, discounts);
    for (std::size_t k = 0; k < plain.size(); ++k) {
        const seq::honesty& h = plain[k];
        if ((h.honest && waiting[k].honest) || h.done >= into.stops[h.party]) {
            continue;
        }
        const seq::faking& way = *into.steps.agreement.steps[h.which].pretence;
        into.pretended.push_back({h.done, h.party, h.saves, way.detection,
                                  into.done_days[h.done + 1] + way.window_days});
    }
}

/// What parties hold in the end, and what a collapse of the whole would leave.
void weigh(carrying_out& into, std::size_t parties) {
    const seq::agreement& of = into.steps.agreement;
    for (party_id i = 0; i < parties; ++i) {
        into.whole.push_back(static_cast<double>(into.made->total(i)) * into.made->grain(i));
        double kept = -of.breakdown[i];
        for (const seq::step& s : of.steps) {
            kept += (1 - s.undone[i]) * s.value[i];
        }
        into.kept.push_back(kept);
    }
}

/// Where trustworthy parties stop: those that are better off stopping always, those that trust too
/// little where they are cautious.
[[nodiscard]] std::optional<seq::break_off> declined_by(const circumstances& in,
                                                        const carrying_out& of,
                                                        std::size_t parties) {
    std::vector<double> beliefs(parties, 1);
    if (in.how.cautious && !in.trust.empty()) {
        beliefs = in.trust;
    }
    return seq::break_off_of(*of.made, of.report, beliefs, in.how.trusts);
}

/// The steps as agreed, with what mediators stand for.
void freeze_steps(const circumstances& in, prospect& into) {
    frozen_sequence steps =
        freeze_sequence(*in.world, *in.frozen, in.parties, in.how.variant,
                        steps_need_deal(*in.world) ? std::optional(into.deal) : std::nullopt);
    const std::string kept = order_to_keep(in, into.deal);
    if (!kept.empty()) {
        steps.order = order_named(*in.world, steps, kept);
    }
    std::vector<talks::surety> by;
    for (const std::size_t m : into.sureties) {
        by.push_back(in.mediators[m].what.value());
    }
    secured_sequence with =
        secured(*in.world, into.deal, std::move(steps), in.parties, by, in.how.trusts);
    into.steps.steps = std::move(with.steps);
    into.steps.effects = std::move(with.effects);
}

/// A cheat may cost more than an order does: what guarantors pay is bounded by what they planned.
void limit_guarantees(carrying_out& into) {
    const seq::agreement& of = into.steps.agreement;
    for (party_id i = 0; i < of.covered.size(); ++i) {
        const bool some = of.covered[i] > 0;
        into.most_made_good.push_back(
            some ? of.covered[i] * seq::greatest_loss(of, i, into.steps.order) : 0);
    }
}

void carry_out(const circumstances& in, prospect& into) {
    carrying_out& steps = into.steps;
    const std::size_t parties = in.parties.size();
    steps.done_days.push_back(into.vote_days);
    const bool some = in.world->sequence && !in.world->sequence->steps.empty();
    if (some) {
        freeze_steps(in, into);
    }
    if (steps.steps.steps.empty()) {
        steps.whole = into.gains;
        steps.kept.assign(parties, 0);
        steps.stops.assign(parties, 0);
        return;
    }
    steps.made.emplace(steps.steps.agreement);
    limit_guarantees(steps);
    choose_order(in, steps);
    for (const seq::step_id s : steps.report.order) {
        steps.done_days.push_back(steps.done_days.back() + steps.steps.agreement.steps[s].days);
    }
    weigh(steps, parties);
    for (party_id i = 0; i < parties; ++i) {
        steps.stops.push_back(stop_of(steps, i, parties));
    }
    plan_pretences(in, steps);
    steps.declined = declined_by(in, steps, parties);
}

/// Days before milestones for which some hazard rises.
[[nodiscard]] double longest_eve(const circumstances& in) {
    double eve = 0;
    for (const survival::hazard& source : in.lasting.hazards) {
        for (const survival::spike& s : source.spikes) {
            eve = std::max(eve, s.days_before);
        }
    }
    return eve;
}

/// The dates of a deal that is signed after so many days.
[[nodiscard]] survival::deal_course course_of(const circumstances& in, const prospect& of,
                                              double signature) {
    const std::vector<double>& done = of.steps.done_days;
    survival::deal_course dates;
    dates.signature = signature;
    dates.vote = signature + of.vote_days;
    dates.first_step = signature + (done.size() > 1 ? done[1] : done[0]);
    dates.completion = signature + done.back();
    dates.end = signature + std::max(in.lasting.horizon, done.back());
    const std::vector<seq::step_id>& order = of.steps.report.order;
    for (std::size_t k = 0; in.world->sequence && k < in.world->sequence->steps.size(); ++k) {
        dates.steps.push_back(-1);
        for (std::size_t place = 0; place < order.size(); ++place) {
            if (of.steps.steps.steps[order[place]] == in.world->sequence->steps[k].name) {
                dates.steps.back() = signature + done[place + 1];
            }
        }
    }
    return dates;
}

/// The time to the horizon, cut wherever a rate changes. Before signature what answers to a deal
/// answers to the status quo.
[[nodiscard]] std::vector<stretch> stretches_of(const circumstances& in, const prospect& of) {
    const double eve = longest_eve(in);
    const survival::deal_course dates = course_of(in, of, eve);
    const outcome_space& space = in.frozen->table.space;
    const auto signed_off = survival::timeline_of(in.lasting.hazards, space, of.deal, dates);
    const auto open =
        survival::timeline_of(in.lasting.hazards, space, in.frozen->status_quo, dates);
    std::vector<stretch> all;
    double from = -eve;
    for (std::size_t k = 0; k < signed_off.segments.size(); ++k) {
        const double until = from + signed_off.segments[k].duration;
        const auto& rates = (from + until < 0 ? open : signed_off).segments[k].rates;
        all.push_back({from, until, rates, std::accumulate(rates.begin(), rates.end(), 0.0)});
        from = until;
    }
    return all;
}

}  // namespace

void put_to_vote(const circumstances& in, const ratification::conditions& how, prospect& into) {
    into.homes.clear();
    into.vote_days = 0;
    std::uint32_t first = 0;
    for (const ratification::home& of : in.homes.homes) {
        into.homes.push_back(prospect_at_home(in, of, first, into.deal, how));
        for (std::size_t k = 0; k < of.chambers.size(); ++k) {  // whoever follows decides as well
            into.vote_days = std::max(into.vote_days, in.review[first + k]);
        }
        first += static_cast<std::uint32_t>(of.chambers.size());
    }
}

stretch rates_of_talks(const circumstances& in) {
    stretch one;
    for (const survival::hazard& source : in.lasting.hazards) {
        const double level =
            survival::level_of(source, in.frozen->table.space, in.frozen->status_quo);
        const bool threatens = source.threatens[static_cast<std::size_t>(survival::stage::talks)];
        one.rates.push_back(threatens ? survival::daily_rate(source, level) : 0);
        one.total += one.rates.back();
    }
    return one;
}

prospect look_ahead(const circumstances& in, const outcome& deal,
                    std::vector<std::size_t> sureties) {
    prospect ahead;
    ahead.deal = deal;
    ahead.sureties = std::move(sureties);
    const bargaining& table = in.frozen->table;
    for (party_id i = 0; i < in.parties.size(); ++i) {
        const utility_function& f = table.parties[i].utility;
        ahead.utilities.push_back(utility_of(table, i, deal));
        ahead.gains.push_back(gain_of(table.parties[i], sum_of(f, table.space.sizes, deal)));
    }
    put_to_vote(in, in.how.votes, ahead);
    carry_out(in, ahead);
    ahead.ahead = stretches_of(in, ahead);
    for (const survival::event& e : in.lasting.events) {
        ahead.shrugs_off.push_back(!e.unless.empty() && survival::all_hold(e.unless, deal));
    }
    return ahead;
}

}  // namespace negotiation::life
