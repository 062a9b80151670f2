#include "question/order_views.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <negotiation/sequence/discounting.hpp>

namespace negotiation::question::detail {

namespace {

/// A name between quotes, as DOT writes it.
[[nodiscard]] std::string dot_text(const std::string& name) {
    std::string text = "\"";
    for (const char c : name) {
        if (c == '"' || c == '\\') {
            text += '\\';
        }
        text += c;
    }
    return text + "\"";
}

/// Whether a party stops for the sake of a hand-over after the move it would have gone on with.
[[nodiscard]] bool asked_later(const sequence::order_report& report,
                               const sequence::break_off& stop) {
    std::size_t end = 0;
    for (const sequence::run& run : report.runs) {
        end += run.steps.size();
        if (stop.done < end) {
            return stop.hand_over > end;
        }
    }
    return false;
}

}  // namespace

order_namer::order_namer(const frozen_sequence& steps, const std::vector<std::string>& parties,
                         const std::vector<double>& beliefs, const std::vector<double>& discounts,
                         const sequence::trust_options& trusts)
    : steps_(&steps),
      parties_(&parties),
      beliefs_(&beliefs),
      discounts_(&discounts),
      trusts_(trusts),
      made_(steps.agreement) {}

trust_view order_namer::view(party_id i, const sequence::trust& of) const {
    return {
        (*parties_)[i], sequence::probability_of(of),
        trusts_.learning || !sequence::is_exact(of) ? std::string() : sequence::fraction_of(of)};
}

run_view order_namer::view(const sequence::run& of, const sequence::trust& most) const {
    run_view run;
    run.party = (*parties_)[of.party];
    run.given.assign(parties_->size(), 0);
    for (const sequence::step_id s : of.steps) {
        run.steps.push_back(steps_->steps[s]);
        for (std::size_t i = 0; i < parties_->size(); ++i) {
            run.given[i] += steps_->agreement.steps[s].value[i];
        }
    }
    run.hands_over = of.hands_over;
    run.trust = sequence::probability_of(of.needed);
    run.loss = of.loss;
    run.gain = of.gain;
    run.binding = of.needed.loss > 0 && !sequence::less(of.needed, most);
    return run;
}

std::optional<waiting_view> order_namer::waiting(const sequence::order_report& report) const {
    const auto takes_time = [](const sequence::step& s) { return s.days > 0; };
    const std::vector<sequence::step>& steps = steps_->agreement.steps;
    if (discounts_->empty() || std::none_of(steps.begin(), steps.end(), takes_time)) {
        return std::nullopt;
    }
    const sequence::discounted_trust found =
        sequence::trust_when_waiting_costs(steps_->agreement, report.order, *discounts_, trusts_);
    waiting_view view;
    view.by_party = found.by_party;
    if (found.refused_by) {
        view.refused_by = (*parties_)[*found.refused_by];
        view.refused_after = found.refused_after;
    }
    return view;
}

order_view order_namer::view(const sequence::order_report& report) const {
    order_view order;
    for (const sequence::step_id s : report.order) {
        order.steps.push_back(steps_->steps[s]);
    }
    order.feasible = report.feasible();
    if (report.refused) {
        order.refused_by = (*parties_)[report.refused->party];
        order.refused_after = report.refused->done;
        order.tempted_by = report.refused->tempted_by;
    }
    const sequence::trust most = sequence::greatest(report);
    order.trust = sequence::probability_of(most);
    for (party_id i = 0; i < parties_->size(); ++i) {
        order.by_party.push_back(view(i, report.by_party[i]));
    }
    for (const sequence::run& run : report.runs) {
        order.runs.push_back(view(run, most));
    }
    order.waiting = waiting(report);
    if (!beliefs_->empty()) {
        const auto stop = sequence::break_off_of(made_, report, *beliefs_, trusts_);
        if (stop && stop->done < order.steps.size()) {
            order.breaks = break_view{
                (*parties_)[stop->party],
                order.steps[stop->done],
                stop->done,
                sequence::probability_of(stop->needed),
                stop->left,
                asked_later(report, *stop) ? order.steps[stop->hand_over - 1] : std::string()};
        }
    }
    return order;
}

std::string order_namer::graph(const std::vector<std::size_t>& places) const {
    static const char* const colours[] = {"#dce9f7", "#f7e3d4", "#e2f0dc", "#efe0f2", "#f5f0c8"};
    std::string text =
        "digraph steps {\n    rankdir = LR;\n    node [shape = box, style = filled];\n";
    for (sequence::step_id s = 0; s < steps_->steps.size(); ++s) {
        const party_id by = made_.performer(s);
        const std::string place = places[s] == 0 ? "" : fmt::format("{}. ", places[s]);
        text += fmt::format(
            "    {} [label = {}, fillcolor = \"{}\"];\n", dot_text(steps_->steps[s]),
            dot_text(fmt::format("{}{} ({})", place, steps_->steps[s], (*parties_)[by])),
            colours[by % std::size(colours)]);
    }
    for (const auto& [a, b] : made_.order().covers()) {
        text +=
            fmt::format("    {} -> {};\n", dot_text(steps_->steps[a]), dot_text(steps_->steps[b]));
    }
    return text + "}\n";
}

}  // namespace negotiation::question::detail
