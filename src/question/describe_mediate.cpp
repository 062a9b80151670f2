#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_mediate.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// "Qatar + Oman", or "direct".
[[nodiscard]] std::string way_text(const way_of_talking& way) {
    std::string text;
    for (const std::string& name : way.mediators) {
        text += (text.empty() ? "" : " + ") + name;
    }
    return text.empty() ? "direct" : text;
}

/// The same where it names a row: a row of everybody is too long to name.
[[nodiscard]] std::string row_text(const mediate_answer& a, const way_of_talking& way) {
    const std::size_t all = a.mediators.size();
    return all > 2 && way.mediators.size() == all ? fmt::format("all {}", all) : way_text(way);
}

/// "directly", "over Qatar", "over Qatar + Oman".
[[nodiscard]] std::string over_text(const way_of_talking& way) {
    return way.mediators.empty() ? "directly" : "over " + way_text(way);
}

[[nodiscard]] std::string share_text(double share) { return fmt::format("{:.1f} %", 100 * share); }

[[nodiscard]] std::string agreed_interval(const proportion& of) {
    return fmt::format("{:.1f}-{:.1f}", 100 * of.low, 100 * of.high);
}

/// Of all ways together.
[[nodiscard]] std::size_t runs_played(const mediate_answer& a) {
    std::size_t sum = 0;
    for (const way_of_talking& way : a.ways) {
        sum += way.runs;
    }
    return sum;
}

/// In prose: the digits that there are.
[[nodiscard]] std::string plain(double value) { return fmt::format("{:.6g}", value); }

/// Whether the difference between two shares is more than their intervals leave open.
[[nodiscard]] bool apart(const proportion& a, const proportion& b) {
    return a.low > b.high || b.low > a.high;
}

/// That a stop left no ways to compare, and what direct talks came to until then.
[[nodiscard]] std::string sentence_on_stop(const mediate_answer& a) {
    const way_of_talking& direct = a.ways.front();
    const std::string stopped = stopped_text(runs_played(a), a.ways.size() * a.runs);
    if (direct.runs == 0) {
        return stopped + ": there is nothing to compare.";
    }
    return fmt::format("{}: nothing is compared. Directly the talks end in agreement in {} of {}.",
                       stopped, share_text(direct.agreed.share),
                       counted(direct.runs, "run", "runs"));
}

/// How often the talks end in agreement, against direct talks.
[[nodiscard]] std::string sentence_on_agreement(const mediate_answer& a) {
    const way_of_talking& direct = a.ways.front();
    if (a.ways.size() == 1) {
        return fmt::format(
            "Without a mediator the talks end in agreement in {} of {}; the scenario has nobody to "
            "compare that with (--mediator NAME=ROLE tries somebody).",
            share_text(direct.agreed.share), counted(direct.runs, "run", "runs"));
    }
    const auto most = std::max_element(
        a.ways.begin(), a.ways.end(),
        [](const auto& one, const auto& other) { return one.agreed.share < other.agreed.share; });
    if (most->agreed.share <= direct.agreed.share) {
        return fmt::format(
            "No mediator brings agreement more often than direct talks, which end in it in {} of "
            "{}.",
            share_text(direct.agreed.share), counted(direct.runs, "run", "runs"));
    }
    return fmt::format("Agreement is most frequent {}: in {} of {}, directly in {}{}.",
                       over_text(*most), share_text(most->agreed.share),
                       counted(most->runs, "run", "runs"), share_text(direct.agreed.share),
                       apart(most->agreed, direct.agreed)
                           ? ""
                           : ", a difference that so many runs do not tell from chance");
}

/// Whom each party is best served by.
[[nodiscard]] std::string sentence_on_parties(const mediate_answer& a) {
    std::vector<std::string> parts;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < a.best.size(); ++i) {
        if (a.best[i] == 0) {
            others.push_back(a.parties[i].name);
            continue;
        }
        const way_of_talking& best = a.ways[a.best[i]];
        parts.push_back(fmt::format("{} {} (on average {}, directly {})", a.parties[i].name,
                                    over_text(best), number(best.discounted[i]),
                                    number(a.ways.front().discounted[i])));
    }
    if (parts.empty()) {
        return others.empty() ? "" : "No one is served better beyond chance than directly.";
    }
    std::string text = "Served best: " + joined(parts) + ".";
    if (!others.empty()) {
        text += fmt::format(" {} {} not served better beyond chance than directly.", joined(others),
                            others.size() == 1 ? "is" : "are");
    }
    return text;
}

/// What was measured of a way: agreed, its interval, by party, rounds, days, lost, leaked.
[[nodiscard]] std::vector<std::string> measured_cells(const mediate_answer& a,
                                                      const way_of_talking& way) {
    if (way.runs == 0) {
        return std::vector<std::string>(6 + a.parties.size(), "-");
    }
    std::vector<std::string> cells{share_text(way.agreed.share), agreed_interval(way.agreed)};
    for (const double mean : way.discounted) {
        cells.push_back(number(mean));
    }
    cells.push_back(fmt::format("{:.1f}", way.rounds));
    cells.push_back(fmt::format("{:.0f}", way.days));
    cells.push_back(fmt::format("{:.1f}", way.lost));
    cells.push_back(share_text(way.leaked.share));
    return cells;
}

[[nodiscard]] report::table ways_table(const mediate_answer& a) {
    report::table table;
    table.caption = fmt::format(
        "How the talks go over whom, {}:",
        a.complete ? counted(a.runs, "run", "runs") + " each" : "by the runs that were played");
    const auto right = [](std::string title) {
        return report::column{std::move(title), report::alignment::right};
    };
    table.columns = {{"over"}};
    if (!a.complete) {
        table.columns.push_back(right("runs"));
    }
    table.columns.push_back(right("agreed"));
    table.columns.push_back(right("95 % interval"));
    for (const player& one : a.parties) {
        table.columns.push_back(right(one.name));
    }
    for (const char* title : {"rounds", "days", "lost", "leaked"}) {
        table.columns.push_back(right(title));
    }
    for (const way_of_talking& way : a.ways) {
        std::vector<std::string> cells{row_text(a, way)};
        if (!a.complete) {
            cells.push_back(grouped(way.runs));
        }
        for (std::string& cell : measured_cells(a, way)) {
            cells.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] report::table chains_table(const mediate_answer& a) {
    report::table table;
    table.caption = fmt::format(
        "What a message is worth at the end of the chain (a yes from a "
        "prior of {}):",
        plain(a.prior));
    table.columns = {{"over"},
                     {"an offer arrives", report::alignment::right},
                     {"a yes is turned round", report::alignment::right},
                     {"belief after a yes", report::alignment::right}};
    for (const way_of_talking& way : a.ways) {
        table.rows.push_back({row_text(a, way), number(way.arrival), number(way.turned_round),
                              number(way.belief_after_yes)});
    }
    return table;
}

[[nodiscard]] report::table believed_table(const mediate_answer& a) {
    report::table table;
    table.caption = "Who would be believed when it counsels restraint:";
    table.columns = {{"mediator"}, {"leans to"}};
    for (const player& one : a.parties) {
        table.columns.push_back({"bias for " + one.name, report::alignment::right});
        table.columns.push_back({"believed"});
    }
    for (const mediator_credibility& m : a.mediators) {
        std::vector<std::string> cells{m.name, m.bias > 0 ? m.toward : "nobody"};
        for (std::size_t i = 0; i < m.leaning.size(); ++i) {
            cells.push_back(number(m.leaning[i]));
            cells.emplace_back(m.believed[i] ? "yes" : "no");
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] std::string range_text(const mediate_answer& a) {
    const std::string numbers = fmt::format(
        "war costs a strong side {}, a weak one {}, the side that demands {}, the mediator {}; "
        "weak with {} where it looks weak, with {} where it looks strong",
        plain(a.counsel.strong_cost), plain(a.counsel.weak_cost), plain(a.counsel.proposer_cost),
        plain(a.counsel.mediator_cost), plain(a.counsel.weak_if_weak),
        plain(a.counsel.weak_if_strong));
    const std::string whose =
        a.counsel_assumed ? "the textbook's numbers, assumed; --counsel gives others" : "as given";
    if (!a.biases) {
        return fmt::format(
            "No mediator would be believed and heeded here, whatever its bias ({}: {}).", whose,
            numbers);
    }
    const std::string most =
        a.biases->most ? fmt::format("to {}", plain(*a.biases->most)) : std::string("on");
    return fmt::format(
        "A mediator is believed when it counsels restraint if its bias toward whom it counsels is "
        "from {} {} ({}: {}). One without bias, who only wants peace, would say so in any case "
        "(Kydd 2003).",
        plain(a.biases->least), most, whose, numbers);
}

[[nodiscard]] std::string confidence_text(const mediate_answer& a) {
    const double gain = a.peace_mediated - a.peace_unmediated;
    return fmt::format(
        "What a mediator can add who keeps what it is told to itself, between two sides that are "
        "strong with {}, win then with {} and would leave {} ({}): peace with {} instead of {} {} "
        "(Hörner, Morelli and Squintani 2015).",
        plain(a.dispute.strong), plain(a.dispute.victory), plain(a.dispute.left_over),
        a.dispute_assumed ? "the textbook's numbers, assumed; --dispute gives others" : "as given",
        plain(a.peace_mediated), plain(a.peace_unmediated),
        gain > 0 ? "where they talk to one another" : "in open talks: no more");
}

/// What must be said wherever relays are compared with direct talks.
[[nodiscard]] std::string caution_text() {
    return "A mediator without information of its own adds nothing to what direct talks could "
           "achieve (Fey and Ramsay 2010). Where a mere messenger does better here than direct "
           "talks, these strategies profit from its noise or its delays; no rational party would "
           "need it for that. It may still permit contact at all, or confidence.";
}

}  // namespace
}  // namespace detail

report::document describe(const mediate_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"Which mediator: " + answer.scenario});
    if (answer.complete) {
        const std::string parties = detail::sentence_on_parties(answer);
        blocks.push_back(report::paragraph{
            detail::sentence_on_agreement(answer) +
            (answer.mediators.empty() || parties.empty() ? std::string() : " " + parties)});
    } else {
        blocks.push_back(report::paragraph{detail::sentence_on_stop(answer)});
    }
    blocks.push_back(detail::ways_table(answer));
    if (!answer.mediators.empty()) {
        blocks.push_back(detail::chains_table(answer));
        blocks.push_back(detail::believed_table(answer));
    }
    blocks.push_back(
        report::bullets{{detail::range_text(answer), detail::confidence_text(answer)}});
    if (!answer.mediators.empty()) {
        blocks.push_back(report::paragraph{detail::caution_text()});
    }
    blocks.push_back(report::note{fmt::format(
        "{}, {} talks, at most {}, seed {}. Utilities are means over all runs, less what waiting "
        "costs, promises of mediators included. Rests on {}.",
        answer.scope.empty() ? "Every issue" : "Scope " + answer.scope,
        answer.talks == publicity::secret ? "secret" : "public",
        detail::counted(static_cast<std::size_t>(answer.rounds_limit), "round", "rounds"),
        answer.seed, detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
