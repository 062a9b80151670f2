#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <negotiation/question/catalogue.hpp>
#include <negotiation/question/list.hpp>
#include <negotiation/question/seating.hpp>

#include "question/home_texts.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] listed_agent listed(const scenario& world, const party& who) {
    listed_agent agent{
        who.name, who.reservation, reservation_assumed(world, who), {}, who.patience};
    for (const red_line& line : who.red_lines) {
        agent.red_lines.push_back({line.issue, line.allow, line.is_public});
    }
    return agent;
}

/// The options of a list, long ones cut in the middle.
[[nodiscard]] std::string options_text(const std::vector<option_label>& options,
                                       const std::string& between = ", ") {
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t k = 0; k < options.size(); ++k) {
        if (options.size() > most && k >= most / 2 && k + 1 < options.size()) {
            if (k == most / 2) {
                text += between + "…";
            }
            continue;
        }
        text += (k == 0 ? "" : between) + to_string(options[k]);
    }
    return text;
}

[[nodiscard]] std::string issue_text(const listed_issue& of) {
    return fmt::format("{}{}: {}{}.", of.name,
                       of.unit.empty() ? std::string() : " [" + of.unit + "]",
                       options_text(of.options),
                       of.status_quo ? "; today " + to_string(*of.status_quo)
                                     : std::string(" (orders of steps, see below)"));
}

[[nodiscard]] std::string agent_text(const listed_agent& who) {
    std::string text = fmt::format("{}: no deal is worth {}{}", who.name, who.reservation,
                                   who.reservation_assumed ? " (assumed)" : "");
    for (const listed_line& line : who.red_lines) {
        text += fmt::format("; {} red line: {} only {}", line.is_public ? "public" : "private",
                            line.issue, options_text(line.allow, " or "));
    }
    if (who.patience) {
        const auto word = period_named(who.patience->period);
        text += fmt::format(
            "; worth {} after {}", who.patience->factor,
            word ? "a " + std::string(*word) : fmt::format("{} days", who.patience->period));
    }
    return text + ".";
}

/// What was cited, and what the author says about it.
[[nodiscard]] std::string source_text(const source& s) {
    return fmt::format("{}: {}{}", s.id, s.cite, s.note.empty() ? "" : " (" + s.note + ")");
}

[[nodiscard]] std::string assumption_text(const assumption& a) {
    return a.why.empty() ? a.what : a.what + ": " + a.why;
}

void add_part(const std::string& title, std::vector<std::string> items,
              std::vector<report::block>& into) {
    if (!items.empty()) {
        into.push_back(report::heading{title, 2});
        into.push_back(report::bullets{std::move(items)});
    }
}

[[nodiscard]] std::string deal_text(const listed_deal& of) {
    std::vector<std::string> clauses;
    for (const clause& part : of.clauses) {
        clauses.push_back(part.issue + "=" + to_string(part.option));
    }
    return of.name + ": " + (clauses.empty() ? "the status quo" : joined(clauses)) + ".";
}

[[nodiscard]] std::string protocol_text(const talks::section& said) {
    std::string text = fmt::format(
        "{}, at most {} of {}", said.protocol,
        counted(static_cast<std::size_t>(said.rounds), "round", "rounds"),
        said.days_per_round == 1 ? "a day" : fmt::format("{} days", said.days_per_round));
    if (said.breakdown > 0) {
        text += fmt::format(", each the last with probability {}", said.breakdown);
    }
    text += said.more_than_quota ? "; more than half of the votes must agree"
            : said.quota < 1     ? fmt::format("; {} of the votes must agree", said.quota)
                                 : std::string("; everybody must agree");
    for (const auto& [name, votes] : said.votes) {
        text += fmt::format("; {} has {} {}", name, votes, votes == 1 ? "vote" : "votes");
    }
    if (!said.veto.empty()) {
        text += "; not without " + joined(said.veto);
    }
    return text + ".";
}

[[nodiscard]] std::vector<std::string> talks_texts(const talks::section& said) {
    std::vector<std::string> items{protocol_text(said)};
    for (const auto& [name, spec] : said.strategies) {
        items.push_back(fmt::format("{} plays {}.", name, spec));
    }
    if (said.leak_rate > 0 || said.audience_cost > 0) {
        items.push_back(
            fmt::format("Secrets leak at a rate of {} a day; failing in public costs {}.",
                        said.leak_rate, said.audience_cost));
    }
    for (const talks::mediator_entry& m : said.mediators) {
        items.push_back(
            fmt::format("{} mediates{}: {}{}{}.", m.name, m.chair ? " in the chair" : "", m.role,
                        m.bias > 0 ? fmt::format("; leans to {} by {}", m.toward, m.bias) : "",
                        m.reservation ? fmt::format("; withdraws below {}", *m.reservation) : ""));
    }
    return items;
}

[[nodiscard]] std::string step_text(const sequence::written_step& s) {
    std::string text = fmt::format("{}: by {}", s.name, s.party);
    if (s.implements) {
        text += s.implements->share < 1
                    ? fmt::format("; {} of {}", s.implements->share, s.implements->issue)
                    : "; " + s.implements->issue;
    }
    if (!s.after.empty()) {
        text += "; after " + joined(s.after);
    }
    if (s.days > 0) {
        text += fmt::format("; {} {}", s.days, s.days == 1 ? "day" : "days");
    }
    return text + ".";
}

[[nodiscard]] std::string variant_text(const sequence::variant& v) {
    std::vector<std::string> changes;
    for (const auto& [step, before] : v.after) {
        changes.push_back(fmt::format("{} after {}", step, joined(before)));
    }
    if (v.undone) {
        changes.push_back(fmt::format("a collapse undoes {} of every step", *v.undone));
    }
    if (is_given(v.completion)) {
        changes.emplace_back("completion is worth something else");
    }
    if (!v.order.empty()) {
        changes.push_back("in the order " + v.order);
    }
    std::string text;
    for (const std::string& change : changes) {
        text += (text.empty() ? "" : "; ") + change;
    }
    return v.name + ": " + (text.empty() ? "nothing is changed" : text) + ".";
}

[[nodiscard]] std::string tranches_text(const sequence::written_tranches& said) {
    std::string text = fmt::format(
        "{}: a unit costs {} and is worth {}; a belief of {} before the first; {} of the whole",
        said.what.empty() ? "the exchange" : said.what, said.cost, said.worth, said.trust,
        said.target);
    if (said.defection > 0) {
        text += fmt::format("; an untrustworthy other defects on each with {}", said.defection);
    }
    if (said.days > 0) {
        text += fmt::format("; {} {} each", said.days, said.days == 1 ? "day" : "days");
    }
    if (said.hazard) {
        const auto word = period_named(said.hazard->period);
        text += fmt::format(
            "; shocks at a rate of {} {}", said.hazard->rate,
            word ? "a " + std::string(*word) : fmt::format("in {} days", said.hazard->period));
    }
    return text + ".";
}

}  // namespace
}  // namespace detail

list_answer list(const scenario& world) {
    list_answer answer;
    answer.scenario = world.title;
    answer.talks = world.talks;
    for (const issue& of : world.issues) {
        answer.issues.push_back(
            {of.name, of.unit, std::string(to_string(of.kind)), of.options, std::nullopt});
        if (of.kind != issue_kind::order && of.status_quo < of.options.size()) {
            answer.issues.back().status_quo = of.options[of.status_quo];
        }
    }
    for (const party& who : world.parties) {
        answer.parties.push_back(detail::listed(world, who));
    }
    for (const party& who : world.onlookers) {
        answer.onlookers.push_back(detail::listed(world, who));
    }
    for (const negotiation::scope& of : world.scopes) {
        answer.scopes.push_back({of.name, of.issues});
    }
    for (const named_deal& of : world.deals) {
        draft clauses;
        for (const auto& [name, option] : of.outcome) {
            clauses.push_back({name, option});
        }
        answer.deals.push_back({of.name, std::move(clauses)});
    }
    for (const constraint& c : world.constraints) {
        answer.constraints.push_back(c.name);
    }
    for (const breakout& quantity : world.reported) {
        answer.reported.push_back(quantity.name);
    }
    answer.protocol = world.protocol;
    answer.ratification = world.ratification;
    answer.sequence = world.sequence;
    answer.note = world.note;
    answer.sources = world.sources;
    answer.assumptions = world.assumptions;
    return answer;
}

report::document describe(const list_answer& answer) {
    std::vector<report::block> blocks;
    blocks.push_back(report::heading{answer.scenario, 1});
    blocks.push_back(
        report::paragraph{fmt::format("{} between {}; the talks are {}.",
                                      detail::counted(answer.issues.size(), "issue", "issues"),
                                      detail::counted(answer.parties.size(), "party", "parties"),
                                      answer.talks == publicity::secret ? "secret" : "public")});
    if (!answer.note.empty()) {
        blocks.push_back(report::paragraph{answer.note});
    }
    const auto texts = [](const auto& entries, auto text) {
        std::vector<std::string> items;
        for (const auto& entry : entries) {
            items.push_back(text(entry));
        }
        return items;
    };
    detail::add_part("Issues", texts(answer.issues, detail::issue_text), blocks);
    detail::add_part("Parties", texts(answer.parties, detail::agent_text), blocks);
    detail::add_part("Onlookers", texts(answer.onlookers, detail::agent_text), blocks);
    detail::add_part("Scopes",
                     texts(answer.scopes,
                           [](const listed_scope& of) {
                               return of.name + ": " + detail::joined(of.issues) + ".";
                           }),
                     blocks);
    detail::add_part("Named deals", texts(answer.deals, detail::deal_text), blocks);
    detail::add_part("Constraints", answer.constraints, blocks);
    detail::add_part("Reported of every deal", answer.reported, blocks);
    if (answer.protocol) {
        detail::add_part("Talks", detail::talks_texts(*answer.protocol), blocks);
    }
    detail::add_part("Who ratifies", detail::chambers_texts(answer.ratification), blocks);
    if (answer.sequence) {
        detail::add_part("Steps", texts(answer.sequence->steps, detail::step_text), blocks);
        detail::add_part("Orders",
                         texts(answer.sequence->orders,
                               [](const sequence::named_order& o) {
                                   return o.name + ": " + detail::joined(o.steps) + ".";
                               }),
                         blocks);
        detail::add_part("Variants of carrying out",
                         texts(answer.sequence->variants, detail::variant_text), blocks);
        if (answer.sequence->tranches) {
            detail::add_part("Tranches", {detail::tranches_text(*answer.sequence->tranches)},
                             blocks);
        }
    }
    detail::add_part("Sources", texts(answer.sources, detail::source_text), blocks);
    detail::add_part("Assumptions", texts(answer.assumptions, detail::assumption_text), blocks);
    return {std::move(blocks)};
}

report::document describe(const std::vector<listed_file>& files) {
    const report::paragraph more{fmt::format("What the talks may name is listed too: {}.",
                                             fmt::join(catalogue_names(), ", "))};
    if (files.empty()) {
        return {
            {report::paragraph{"No scenarios come with this program here; give the path of a file, "
                               "or name a folder of some in NEGOTIATION_SCENARIOS."},
             more}};
    }
    report::table table;
    table.columns = {{"scenario", report::alignment::left}, {"about", report::alignment::left}};
    for (const listed_file& file : files) {
        table.rows.push_back(
            {file.name, file.problem.empty() ? file.title : "(" + file.problem + ")"});
    }
    return {{std::move(table), more}};
}

}  // namespace negotiation::question
