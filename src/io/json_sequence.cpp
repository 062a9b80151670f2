#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/json.hpp>
#include <negotiation/question/sequence_answer.hpp>

#include "io/json_parts.hpp"

namespace negotiation::io {

namespace {

using namespace json_parts;

/// Digits as a number while a double holds it exactly.
[[nodiscard]] json digits_of(const std::string& digits) {
    constexpr std::size_t exact = 15;
    if (digits.empty()) {
        return nullptr;
    }
    return digits.size() <= exact ? json(std::stoll(digits)) : json(digits);
}

[[nodiscard]] json by_party_of(const question::order_view& order) {
    json all = json::object();
    for (const question::trust_view& t : order.by_party) {
        all[t.party] = t.trust;
    }
    return all;
}

[[nodiscard]] json exact_of(const question::order_view& order) {
    json all = json::object();
    for (const question::trust_view& t : order.by_party) {
        all[t.party] = name_of(t.exact);
    }
    return all;
}

[[nodiscard]] json run_of(const question::run_view& run) {
    json one;
    one["party"] = run.party;
    one["steps"] = run.steps;
    one["trust"] = run.trust;
    one["loss"] = run.loss;
    one["gain"] = run.gain;
    one["hands_over"] = run.hands_over;
    one["binding"] = run.binding;
    return one;
}

[[nodiscard]] json break_of(const question::sequence_answer& answer,
                            const question::order_view& order) {
    if (!order.breaks) {
        return nullptr;
    }
    const question::break_view& stop = *order.breaks;
    return {{"party", stop.party},
            {"before", stop.before},
            {"done", stop.done},
            {"trust", stop.needed},
            {"up_to", name_of(stop.up_to)},
            {"left", keyed(answer.parties, stop.left)}};
}

[[nodiscard]] json waiting_of(const question::sequence_answer& answer,
                              const question::order_view& order) {
    if (!order.waiting) {
        return nullptr;
    }
    return {{"by_party", keyed(answer.parties, order.waiting->by_party)},
            {"refused_by", name_of(order.waiting->refused_by)},
            {"refused_after", order.waiting->refused_after}};
}

[[nodiscard]] json order_of(const question::sequence_answer& answer,
                            const question::order_view& order) {
    json runs = json::array();
    for (const question::run_view& run : order.runs) {
        runs.push_back(run_of(run));
    }
    json all;
    all["trust"] = order.trust;
    all["exact"] = exact_of(order);
    all["by_party"] = by_party_of(order);
    all["order"] = order.steps;
    all["runs"] = std::move(runs);
    all["feasible"] = order.feasible;
    all["refused"] = order.feasible ? json(nullptr)
                                    : json{{"party", order.refused_by},
                                           {"after", order.refused_after},
                                           {"tempted_by", order.tempted_by}};
    all["breaks_off"] = break_of(answer, order);
    all["discounted"] = waiting_of(answer, order);
    return all;
}

[[nodiscard]] json pareto_of(const question::sequence_variant& v) {
    json list = json::array();
    for (const question::order_view& point : v.pareto) {
        list.push_back(
            {{"by_party", by_party_of(point)}, {"exact", exact_of(point)}, {"order", point.steps}});
    }
    return list;
}

[[nodiscard]] json mends_of(const question::self_enforcing_view& view) {
    json list = json::array();
    for (const question::mend_view& m : view.mends) {
        json undone = json::object();
        for (const question::mending_step& step : m.undone) {
            undone[step.step] = step.share;
        }
        list.push_back({{"party", m.party},
                        {"belief", m.belief},
                        {"needed", m.needed},
                        {"guarantee", m.guarantee},
                        {"completion", number_of(m.completion)},
                        {"undone", std::move(undone)}});
    }
    return list;
}

/// The run at whose end somebody believes too little.
[[nodiscard]] json failing_run_of(const question::self_enforcing_view& view) {
    if (view.mends.empty()) {
        return nullptr;
    }
    for (const question::run_view& run : view.best.runs) {
        if (run.steps.back() == view.mends.front().failing_step) {
            return run_of(run);
        }
    }
    return nullptr;
}

[[nodiscard]] json self_enforcing_of(const question::sequence_answer& answer,
                                     const question::sequence_variant& v) {
    if (!v.self_enforcing) {
        return nullptr;
    }
    const question::self_enforcing_view& view = *v.self_enforcing;
    return {{"beliefs", keyed(answer.parties, view.beliefs)},
            {"feasible", view.feasible},
            {"shortfall", view.shortfall},
            {"failing_run", failing_run_of(view)},
            {"mends", mends_of(view)},
            {"order", view.best.steps}};
}

/// An infinite delay has no number: it is told apart by `any_delay`.
[[nodiscard]] json detection_of(const question::sequence_variant& v) {
    json list = json::array();
    for (const question::honesty_view& h : v.detection) {
        const bool any = h.longest_delay && std::isinf(*h.longest_delay);
        list.push_back({{"step", h.step},
                        {"minimum_probability", number_of(h.needed)},
                        {"maximum_delay", any ? json(nullptr) : number_of(h.longest_delay)},
                        {"any_delay", any},
                        {"probability", h.detection},
                        {"honest", h.honest},
                        {"discounted_probability", number_of(h.needed_discounted)},
                        {"probability_sooner", number_of(h.needed_sooner)}});
    }
    return list;
}

[[nodiscard]] json rows_of(const std::vector<question::sweep_row>& rows) {
    json list = json::array();
    for (const question::sweep_row& row : rows) {
        list.push_back({{"factor", row.factor}, {"trust", number_of(row.trust)}});
    }
    return list;
}

[[nodiscard]] json rows_of(const std::vector<question::belief_row>& rows) {
    json list = json::array();
    for (const question::belief_row& row : rows) {
        list.push_back({{"factor", row.factor}, {"shortfall", number_of(row.shortfall)}});
    }
    return list;
}

[[nodiscard]] json sureties_of(const question::sequence_variant& v) {
    json list = json::array();
    for (const question::standing_view& s : v.sureties) {
        list.push_back({{"mediator", s.mediator},
                        {"what", s.what},
                        {"share", s.share},
                        {"idle", s.idle.empty() ? json(nullptr) : json(s.idle)}});
    }
    return list;
}

[[nodiscard]] json escrows_of(const question::sequence_variant& v) {
    json list = json::array();
    for (const question::escrow_view& e : v.escrows) {
        list.push_back({{"payment", e.payment},
                        {"answer", e.answer},
                        {"release", e.release},
                        {"cost", e.cost}});
    }
    return list;
}

[[nodiscard]] json feasible_of(const question::sequence_variant& v) {
    return v.status == sequence::search_status::exhausted
               ? json(nullptr)
               : json(v.status == sequence::search_status::found);
}

[[nodiscard]] json variant_of(const question::sequence_answer& answer,
                              const question::sequence_variant& v) {
    json all;
    all["scenario"] = answer.scenario;
    all["variant"] = name_of(v.name);
    all["deal"] = name_of(answer.deal);
    all["steps"] = v.steps.size();
    all["ideals"] = digits_of(v.ideals);
    all["orders"] = digits_of(v.orders);
    all["feasible"] = feasible_of(v);
    all["reading"] = std::string(to_string(answer.trusts.how));
    all["least_trust"] =
        v.least_trust.steps.empty() ? json(nullptr) : order_of(answer, v.least_trust);
    all["pareto"] = pareto_of(v);
    all["peak_exposure"] = v.peak ? json{{"trust", v.peak->trust},
                                         {"by_party", by_party_of(*v.peak)},
                                         {"order", v.peak->steps}}
                                  : json(nullptr);
    all["self_enforcing"] = self_enforcing_of(answer, v);
    all["detection"] = detection_of(v);
    all["sweep"] = v.sweep ? json{{"completion", rows_of(v.sweep->completion)},
                                  {"undone", rows_of(v.sweep->undone)},
                                  {"beliefs", rows_of(v.sweep->beliefs)}}
                           : json(nullptr);
    all["whole"] = keyed(answer.parties, v.whole);
    all["learning"] = answer.trusts.learning;
    all["fixed"] = v.fixed;
    all["lower_bound"] = number_of(v.lower_bound);
    all["ties_broken"] = v.ties_broken;
    all["refused"] = name_of(v.refused);
    if (!answer.guarantees.empty()) {
        json shares = json::object();
        for (const auto& [party, share] : answer.guarantees) {  // each of what the others leave
            const double before = shares.value(party, 0.0);
            shares[party] = before + (1 - before) * share;
        }
        all["guarantees"] = std::move(shares);
    }
    if (!v.sureties.empty()) {
        all["sureties"] = sureties_of(v);
    }
    if (!v.escrows.empty()) {
        all["escrows"] = escrows_of(v);
    }
    if (answer.order) {
        all["order_report"] = order_of(answer, *answer.order);
    }
    if (!answer.deal.empty()) {
        all["outcome"] = outcome_of(answer.outcome);
    }
    all["assumed_numbers"] = answer.assumed_numbers;
    return all;
}

}  // namespace

std::string to_json(const question::sequence_answer& answer) {
    if (answer.variants.size() == 1) {
        return written(variant_of(answer, answer.variants.front()));
    }
    json list = json::array();
    for (const question::sequence_variant& v : answer.variants) {
        list.push_back(variant_of(answer, v));
    }
    return written({{"variants", std::move(list)}});
}

}  // namespace negotiation::io
