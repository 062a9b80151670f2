#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/describe_sequence.hpp>

#include "question/order_text.hpp"
#include "question/sequence_tables.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

namespace seq = negotiation::sequence;

[[nodiscard]] std::string reading_text(const seq::trust_options& trusts) {
    const std::string learning =
        trusts.learning ? " Honoured steps teach on the way: a trust is what a party must believe "
                          "at the start."
                        : "";
    switch (trusts.how) {
        case seq::reading::drawdown:
            return "A trust is the least belief that the others carry on to the end at which a "
                   "party may go on: what it would lose, from the best it has held in control to "
                   "the worst later hand-over, against what completion adds (drawdown)." +
                   learning;
        case seq::reading::next_turn:
            return "A trust is the least belief at which a party may make its next move, if the "
                   "others stop at once or never (next turn)." +
                   learning;
        case seq::reading::peak_exposure:
            return "A trust is the least belief at which a party may begin at all, against its "
                   "worst moment on the way (peak exposure)." +
                   learning;
    }
    return "";
}

/// Who goes first and what it takes, in one sentence.
[[nodiscard]] std::string sentence(const sequence_variant& v) {
    const std::string name = v.name.empty() ? "" : "With " + v.name + ": ";
    if (v.status == seq::search_status::exhausted) {
        std::string text = name + v.refused + ".";
        if (v.lower_bound) {
            text += fmt::format(" No order can need less than a trust of {}; {}",
                                number(*v.lower_bound),
                                v.least_trust.steps.empty()
                                    ? "a search of the most promising ones found none that "
                                      "everybody would go through."
                                    : fmt::format("the best of the most promising ones, below, "
                                                  "needs {}.",
                                                  number(v.least_trust.trust)));
        }
        return text;
    }
    if (v.status == seq::search_status::infeasible) {
        if (v.fixed) {
            return name + refusal_text(v.least_trust, v.steps.size());
        }
        if (!v.refused_by.empty()) {
            return name + fmt::format(
                              "{} would not begin: completion is worth {} less to it than "
                              "not starting.",
                              v.refused_by, number(v.refused_by_worth));
        }
        return name +
               "There is no order that everybody would go through: in each of them somebody "
               "is better off stopping, or would not begin.";
    }
    if (v.least_trust.runs.empty()) {
        return name + "Nothing is left to be done.";
    }
    const run_view& first = v.least_trust.runs.front();
    return fmt::format(
        "{}{} goes first, with {}; {}, in {}, it takes trust: {}.", name, first.party,
        quoted_steps(first.steps), v.fixed ? "in this order" : "in the order that needs least",
        counted(v.least_trust.runs.size(), "move", "moves"), trusts_text(v.least_trust.by_party));
}

[[nodiscard]] report::bullets ways_to_mend(const mend_view& m) {
    report::bullets list;
    list.items.push_back(
        fmt::format("a guarantor or an escrow that makes good {:.1f} % of every "
                    "loss",
                    100 * m.guarantee));
    if (m.completion) {
        list.items.push_back(fmt::format("completion worth {} more to it", number(*m.completion)));
    }
    constexpr std::size_t told = 3;
    for (std::size_t k = 0; k < std::min(told, m.undone.size()); ++k) {
        list.items.push_back(
            fmt::format("a collapse that undoes {:.1f} % of '{}' for it instead of {:.1f} %",
                        100 * m.undone[k].share, m.undone[k].step, 100 * m.undone[k].now));
    }
    return list;
}

void add_beliefs(const sequence_answer& a, const sequence_variant& v,
                 std::vector<report::block>& into) {
    if (!v.self_enforcing) {
        return;
    }
    const self_enforcing_view& view = *v.self_enforcing;
    std::vector<std::string> beliefs;
    for (std::size_t i = 0; i < a.parties.size(); ++i) {
        beliefs.push_back(fmt::format("{} {}", a.parties[i], number(view.beliefs[i])));
    }
    const std::string given = "With beliefs of " + joined(beliefs);
    if (view.feasible) {
        into.push_back(report::paragraph{
            given + (v.fixed ? " the order carries itself out." : " it carries itself out.")});
        return;
    }
    if (!view.best.feasible) {
        return;
    }
    const bool other = view.best.steps != v.least_trust.steps;
    into.push_back(report::paragraph{
        fmt::format("{} {}; {} by {}{}", given,
                    v.fixed ? "it does not carry itself out" : "no order carries itself out",
                    v.fixed ? "it misses" : "the best misses", number(view.shortfall),
                    other ? ", in another order than the one above:" : ".")});
    if (other) {
        into.push_back(moves_of(a, view.best));
    }
    for (const mend_view& m : view.mends) {
        into.push_back(report::paragraph{
            fmt::format("{} would have to believe {} where it hands over after '{}'. What would be "
                        "enough for it, each by itself:",
                        m.party, number(m.needed), m.failing_step)});
        into.push_back(ways_to_mend(m));
    }
}

[[nodiscard]] std::string comparison_word(const sequence_variant& v) {
    return v.status == seq::search_status::found        ? number(v.least_trust.trust)
           : v.status == seq::search_status::infeasible ? "infeasible"
                                                        : "not known";
}

void add_comparison(const sequence_answer& a, std::vector<report::block>& into) {
    if (a.variants.size() < 2) {
        return;
    }
    into.push_back(report::heading{"Side by side", 2});
    report::table table;
    table.columns = {{"", report::alignment::left}, {"trust", report::alignment::right}};
    for (const std::string& name : a.parties) {
        table.columns.push_back({name, report::alignment::right});
    }
    table.columns.push_back({"moves", report::alignment::right});
    table.columns.push_back({"goes first", report::alignment::left});
    const bool beliefs = std::any_of(a.variants.begin(), a.variants.end(),
                                     [](const auto& v) { return v.self_enforcing.has_value(); });
    if (beliefs) {
        table.columns.push_back({"best misses by", report::alignment::right});
    }
    for (const sequence_variant& v : a.variants) {
        const bool found = v.status == seq::search_status::found;
        std::vector<std::string> row{v.name.empty() ? "as written" : v.name, comparison_word(v)};
        for (std::size_t i = 0; i < a.parties.size(); ++i) {
            row.push_back(found ? trust_text(v.least_trust.by_party[i]) : "");
        }
        row.push_back(found ? fmt::format("{}", v.least_trust.runs.size()) : "");
        row.push_back(found && !v.least_trust.runs.empty() ? v.least_trust.runs.front().party : "");
        if (beliefs) {
            row.push_back(found && v.self_enforcing ? number(v.self_enforcing->shortfall) : "");
        }
        table.rows.push_back(std::move(row));
    }
    into.push_back(std::move(table));
    report::bullets list;
    for (std::size_t k = 1; k < a.variants.size(); ++k) {
        list.items.push_back(sentence(a.variants[k]));
    }
    into.push_back(std::move(list));
}

/// What the steps are, as far as the file says it.
void add_legend(const sequence_variant& v, std::vector<report::block>& into) {
    report::bullets list;
    for (std::size_t k = 0; k < v.steps.size(); ++k) {
        if (!v.notes[k].empty()) {
            list.items.push_back(v.steps[k] + ": " + v.notes[k]);
        }
    }
    if (!list.items.empty()) {
        into.push_back(report::heading{"The steps", 2});
        into.push_back(std::move(list));
    }
}

[[nodiscard]] std::string counts_text(const sequence_variant& v) {
    std::string text = counted(v.steps.size(), "step", "steps");
    if (!v.ideals.empty()) {
        text += fmt::format(", {} stages that carrying out can pass through, {} orders",
                            grouped_digits(v.ideals), grouped_digits(v.orders));
    }
    return text;
}

/// What somebody outside stands for.
void add_safeguards(const sequence_answer& a, const sequence_variant& v,
                    std::vector<report::block>& into) {
    report::bullets list;
    for (const auto& [party, share] : a.guarantees) {
        list.items.push_back(fmt::format(
            "{:g} % of what {} loses if the others stop is made good to it", 100 * share, party));
    }
    for (const escrow_view& e : v.escrows) {
        list.items.push_back(fmt::format(
            "'{}' is paid into an escrow, and comes into force with '{}', not before '{}'; if that "
            "never comes it goes back{}",
            e.payment, e.release, e.answer,
            e.cost > 0 ? ", less " + number(e.cost) : std::string(" whole")));
    }
    report::bullets idle;
    for (const standing_view& s : v.sureties) {
        report::bullets& where = s.idle.empty() ? list : idle;
        where.items.push_back(
            fmt::format("{} {}{}", s.mediator, s.what, s.idle.empty() ? "" : ": " + s.idle));
    }
    if (!list.items.empty()) {
        into.push_back(report::paragraph{"Somebody outside, who is believed, stands for this:"});
        into.push_back(std::move(list));
    }
    if (!idle.items.empty()) {
        into.push_back(report::paragraph{"This does not come into force here:"});
        into.push_back(std::move(idle));
    }
}

void add_deal(const sequence_answer& a, std::vector<report::block>& into) {
    if (a.deal.empty()) {
        return;
    }
    std::vector<std::string> clauses;
    for (const clause& c : a.outcome) {
        clauses.push_back(c.issue + " " + to_string(c.option));
    }
    into.push_back(report::paragraph{fmt::format("What is carried out is the deal '{}': {}.",
                                                 a.deal, comma_separated(clauses))});
}

}  // namespace
}  // namespace detail

report::document describe(const sequence_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    const sequence_variant& v = answer.variants.front();
    blocks.push_back(report::heading{"Who goes first: " + answer.scenario});
    blocks.push_back(report::paragraph{detail::sentence(v)});
    detail::add_safeguards(answer, v, blocks);
    detail::add_deal(answer, blocks);
    if (!v.least_trust.runs.empty()) {
        detail::add_order(answer, v.least_trust, blocks);
    }
    detail::add_beliefs(answer, v, blocks);
    detail::add_sweep(v, blocks);
    detail::add_detection(v, blocks);
    detail::add_pareto(answer, v, blocks);
    if (v.peak && !v.peak->steps.empty() &&
        answer.trusts.how != detail::seq::reading::peak_exposure && !v.fixed) {
        blocks.push_back(report::paragraph{fmt::format(
            "Looking at the start alone, whatever tempts on the way (peak exposure), least "
            "is {}, in the order {}.",
            detail::number(v.peak->trust), detail::comma_separated(v.peak->steps))});
    }
    detail::add_comparison(answer, blocks);
    if (answer.order) {
        blocks.push_back(report::heading{"The order " + answer.order->name, 2});
        blocks.push_back(report::paragraph{
            answer.order->feasible
                ? "It takes trust: " + detail::trusts_text(answer.order->by_party) + "."
                : detail::refusal_text(*answer.order, answer.order->steps.size())});
        detail::add_order(answer, *answer.order, blocks);
    }
    detail::add_legend(v, blocks);
    if (answer.trusts.learning && !v.teaches) {
        blocks.push_back(report::note{
            "Learning changes nothing here: every chance of defection is 0, so that no step "
            "teaches anything."});
    }
    if (v.status == detail::seq::search_status::found && !v.refused.empty()) {
        blocks.push_back(report::note{v.refused + "."});
    }
    if (!v.ties_broken) {
        blocks.push_back(
            report::note{"The order is one of those that need least trust; the search "
                         "for the first of them used all it may."});
    }
    blocks.push_back(report::note{fmt::format(
        "{} {}. Rests on {}.", detail::reading_text(answer.trusts), detail::counts_text(v),
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
