#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_verify.hpp>

#include "question/order_text.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using compliance::observation;

[[nodiscard]] std::string order_looked_at_text(const verify_answer& a) {
    return a.order_name.empty() ? "the order that needs least trust" : "the order " + a.order_name;
}

/// Which steps are kept honest, in one sentence.
[[nodiscard]] std::string sentence_on_honesty(const verify_answer& a) {
    if (a.order.empty()) {
        return a.refused + ".";
    }
    if (a.steps.empty()) {
        return fmt::format("None of {} can be faked: nothing is to be inspected.",
                           counted(a.order.size(), "step", "steps"));
    }
    std::vector<std::string> faked;
    for (const verified_step& s : a.steps) {
        if (!s.honest) {
            faked.push_back(s.kept.step);
        }
    }
    return fmt::format(
        "Of {}, taken in {}, {} can be faked; {}.", counted(a.order.size(), "step", "steps"),
        order_looked_at_text(a), grouped(a.steps.size()),
        faked.empty() ? "the detection they have keeps all of them honest"
                      : "the detection they have is too little for " + joined(faked));
}

[[nodiscard]] std::string needed_text(const std::optional<double>& needed) {
    return needed ? number(*needed) : "none is enough";
}

[[nodiscard]] std::string window_text(const std::optional<double>& days) {
    return !days ? "at once is too late" : std::isinf(*days) ? "any" : fmt::format("{:.1f}", *days);
}

[[nodiscard]] report::table steps_to_verify(const verify_answer& a) {
    const bool waiting = std::any_of(a.steps.begin(), a.steps.end(), [](const verified_step& s) {
        return number(s.kept.needed.value_or(-1)) != number(s.kept.needed_discounted.value_or(-1));
    });
    report::table table;
    table.caption = "Probability that a pretence is found out, and days until then:";
    table.columns = {{"step"}, {"by"}, {"needed", report::alignment::right}};
    if (waiting) {
        table.columns.push_back({"waiting counted", report::alignment::right});
    }
    table.columns.push_back({"it has", report::alignment::right});
    table.columns.push_back({"honest"});
    table.columns.push_back({"days", report::alignment::right});
    table.columns.push_back({"sooner than", report::alignment::right});
    for (const verified_step& s : a.steps) {
        std::vector<std::string> cells{s.kept.step, s.kept.party, needed_text(s.kept.needed)};
        if (waiting) {
            cells.push_back(needed_text(s.kept.needed_discounted));
        }
        cells.push_back(number(s.kept.detection));
        cells.emplace_back(s.honest ? "yes" : "no");
        cells.push_back(fmt::format("{:.1f}", s.days));
        cells.push_back(window_text(s.kept.longest_delay));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] std::string inspector_text(const inspector_view& v) {
    return fmt::format(
        "An inspection finds a violation with probability {}, reported within {:.1f} days; a false "
        "alarm has {}.",
        number(v.said.detection), v.said.days, number(v.said.false_alarm));
}

[[nodiscard]] report::table inspections_needed(const inspector_view& v) {
    const bool games = std::any_of(v.steps.begin(), v.steps.end(),
                                   [](const watched_step& s) { return s.game.has_value(); });
    report::table table;
    table.columns = {{"step"},
                     {"needed", report::alignment::right},
                     {"share of times", report::alignment::right},
                     {"inspections", report::alignment::right},
                     {"cost", report::alignment::right},
                     {"honest"}};
    if (games) {
        table.columns.push_back({"violated unannounced", report::alignment::right});
    }
    for (const watched_step& s : v.steps) {
        std::vector<std::string> cells{s.step,
                                       needed_text(s.needed),
                                       s.rate ? number(*s.rate) : "always is too little",
                                       s.visits ? grouped(*s.visits) : "no number",
                                       s.visits ? fmt::format("{:.2f}", s.cost) : "-",
                                       s.kept_honest ? "yes" : "no"};
        if (games) {
            cells.push_back(s.game ? number(s.game->violated) : "-");
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] std::string budget_text(const inspector_view& v) {
    std::size_t visits = 0;
    for (const watched_step& s : v.steps) {
        visits += s.visits.value_or(0);
    }
    std::string text = fmt::format("In all {}, at a cost of {:.2f}.",
                                   counted(visits, "inspection", "inspections"), v.cost);
    if (v.said.budget) {
        text += v.short_of > 0
                    ? fmt::format(
                          " The budget of {:.2f} lacks {:.2f}; {:.2f} of it are spent where "
                          "they keep most steps honest.",
                          *v.said.budget, v.short_of, v.spent)
                    : fmt::format(" The budget of {:.2f} is enough.", *v.said.budget);
    }
    return text;
}

[[nodiscard]] std::string observation_text(observation seen, const inspector_view& v) {
    switch (seen) {
        case observation::accusation:
            return "an alarm";
        case observation::act:
            return "an act nobody can lay to anyone";
        case observation::silence:
            break;
    }
    return v.said.detection < 1 ? "silence" : "silence, which proves there was nothing";
}

[[nodiscard]] std::string verdict_text(const watched_belief& b, const believed_report& r) {
    if (!r.enough) {
        return "-";
    }
    const bool before = b.before >= *b.needed;
    return *r.enough ? (before ? "goes on" : "turns to enough")
                     : (before ? "ends it" : "too little");
}

[[nodiscard]] report::table beliefs_moved(const inspector_view& v) {
    report::table table;
    table.caption = "What its word does to beliefs:";
    table.columns = {{"believer"},
                     {"of"},
                     {"before", report::alignment::right},
                     {"reported"},
                     {"after", report::alignment::right},
                     {"the order asks", report::alignment::right},
                     {"so"}};
    for (const watched_belief& b : v.beliefs) {
        for (const believed_report& r : b.reports) {
            table.rows.push_back({b.believer, b.about, number(b.before),
                                  observation_text(r.seen, v), number(r.after),
                                  b.needed ? number(*b.needed) : "-", verdict_text(b, r)});
        }
    }
    return table;
}

/// Which steps an inspector keeps honest that are not by themselves; empty where none.
[[nodiscard]] std::string difference_text(const verify_answer& a, const inspector_view& v) {
    std::vector<std::string> names;
    for (const watched_step& s : v.steps) {
        const auto own = std::find_if(a.steps.begin(), a.steps.end(), [&](const verified_step& o) {
            return o.kept.step == s.step;
        });
        if (own != a.steps.end() && !own->honest && s.kept_honest) {
            names.push_back(fmt::format("{} (reported within {:.1f} days, by itself after {:.1f})",
                                        s.step, v.said.days, own->days));
        }
    }
    return names.empty() ? std::string()
                         : fmt::format(
                               "Here the inspector's detection and delay count, in the "
                               "first table those of the step: so {} {} kept honest here "
                               "and not there.",
                               joined(names), names.size() == 1 ? "is" : "are");
}

void add_inspector(const verify_answer& a, const inspector_view& v,
                   std::vector<report::block>& blocks) {
    blocks.push_back(report::heading{"Inspector " + v.said.name, 2});
    blocks.push_back(report::paragraph{inspector_text(v)});
    if (v.steps.empty()) {
        blocks.push_back(report::paragraph{"Nothing that it watches is part of this deal."});
        return;
    }
    blocks.push_back(inspections_needed(v));
    blocks.push_back(report::paragraph{budget_text(v)});
    if (const std::string text = difference_text(a, v); !text.empty()) {
        blocks.push_back(report::paragraph{text});
    }
    if (!v.beliefs.empty()) {
        blocks.push_back(beliefs_moved(v));
    }
}

}  // namespace
}  // namespace detail

report::document describe(const verify_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"How good inspection must be: " + answer.scenario});
    blocks.push_back(report::paragraph{detail::sentence_on_honesty(answer)});
    if (!answer.steps.empty()) {
        blocks.push_back(detail::steps_to_verify(answer));
        for (const verified_step& s : answer.steps) {
            if (s.kept.needed_sooner) {
                blocks.push_back(report::paragraph{detail::boundary_text(s.kept)});
            }
        }
    }
    if (!answer.order.empty() && answer.watching.empty() && !answer.steps.empty()) {
        blocks.push_back(report::paragraph{
            "The file names no inspector; with an [[inspector]] it is told how many inspections "
            "this takes and what an alarm does to beliefs."});
    }
    for (const inspector_view& v : answer.watching) {
        detail::add_inspector(answer, v, blocks);
    }
    if (!answer.order.empty() && !answer.refused.empty()) {
        blocks.push_back(report::note{answer.refused + "."});
    }
    if (!answer.order.empty() && !answer.feasible) {
        blocks.push_back(report::note{
            "This order is not carried out, however much the parties trust one another; see "
            "negotiate sequence."});
    }
    blocks.push_back(report::note{fmt::format(
        "{}Share of times: inspected at random so often, and announced, a violation does not pay. "
        "Rests on {}.",
        answer.deal.empty() ? "" : fmt::format("The deal: {}. ", answer.deal),
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
