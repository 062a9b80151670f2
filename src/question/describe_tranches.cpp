#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/question/describe_tranches.hpp>

#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// "uranium against oil waivers", or what stands for it.
[[nodiscard]] std::string exchanged(const tranches_answer& a) {
    return a.said.what.empty() ? "the exchange" : a.said.what;
}

/// Why no plan reaches the target.
[[nodiscard]] std::string why_no_plan(const tranches_answer& a) {
    if (a.said.worth <= a.said.cost) {
        return "a unit costs whoever gives it no less than it is worth to whoever receives it";
    }
    if (a.said.target >= 1 && a.said.defection <= 0) {
        return fmt::format(
            "a belief that learns nothing never finishes below {}, what the last tranche asks",
            number(a.equal.last));
    }
    return "the belief grows too slowly";
}

/// How small the first tranche must be and how many it takes, in one sentence.
[[nodiscard]] std::string sentence_on_tranches(const tranches_answer& a) {
    if (a.sizes.empty()) {
        return fmt::format("At a belief of {} no plan of at most {} brings {} to {}: {}.",
                           number(a.said.trust), counted(a.limit, "tranche", "tranches"),
                           exchanged(a), number(a.said.target), why_no_plan(a));
    }
    const std::string chance =
        a.said.hazard ? fmt::format(", with a chance of {} that no shock comes before the end",
                                    number(*a.survival))
                      : std::string();
    if (a.sizes.size() == 1 && a.sizes.front() >= 1) {
        return fmt::format("At a belief of {} all of {} can be given at once{}.",
                           number(a.said.trust), exchanged(a), chance);
    }
    return fmt::format(
        "At a belief of {} the first tranche of {} may be {} of the whole and no more; {} then "
        "come to {}{}.",
        number(a.said.trust), exchanged(a), number(a.sizes.front()),
        counted(a.sizes.size(), "tranche", "tranches"), number(a.said.target), chance);
}

/// Every tranche; of many those of the beginning and the end.
[[nodiscard]] report::table tranches_in_turn(const tranches_answer& a) {
    constexpr std::size_t most = 20;
    constexpr std::size_t early = 12;
    constexpr std::size_t late = 5;
    report::table table;
    table.columns = {{"tranche", report::alignment::right},
                     {"share of the whole", report::alignment::right},
                     {"so far", report::alignment::right},
                     {"belief before it", report::alignment::right}};
    double so_far = 0;
    for (std::size_t k = 0; k < a.sizes.size(); ++k) {
        so_far += a.sizes[k];
        if (a.sizes.size() <= most || k < early || k + late >= a.sizes.size()) {
            table.rows.push_back(
                {grouped(k + 1), number(a.sizes[k]), number(so_far), number(a.beliefs[k])});
        } else if (k == early) {
            table.rows.push_back({"…", "", "", ""});
        }
    }
    return table;
}

[[nodiscard]] std::string fixed_trust_text(const tranches_answer& a) {
    if (a.fixed.share <= 0) {
        return "Were nothing learned: no tranche could be risked.";
    }
    const std::string reached =
        a.fixed.count
            ? fmt::format("{} would come to {}", counted(*a.fixed.count, "tranche", "tranches"),
                          number(a.said.target))
            : fmt::format("they would never come to {}", number(a.said.target));
    return fmt::format("Were nothing learned: {} of what is left each time; {}.",
                       number(a.fixed.share), reached);
}

[[nodiscard]] std::string equal_start_text(const tranches_answer& a) {
    const std::string last =
        fmt::format("the last asks for {} whatever their number", number(a.equal.last));
    if (!a.equal.to_start) {
        return "Equal tranches: no number is enough to start; " + last + ".";
    }
    return fmt::format("Equal tranches: {} would do to start, the first asking for {}; {}.",
                       grouped(*a.equal.to_start), number(*a.equal.first), last);
}

[[nodiscard]] std::string equal_best_text(const tranches_answer& a) {
    if (!a.said.hazard || a.said.hazard->rate <= 0) {
        return "Without a hazard more equal tranches are never worse.";
    }
    if (!a.equal.best) {
        return "Under the hazard no number of equal tranches is worth more than nothing to whoever "
               "gives first.";
    }
    return fmt::format(
        "Under the hazard {} would be worth most to whoever gives first: {}, and with a chance of "
        "{} they come to the end.",
        counted(a.equal.best->count, "equal tranche", "equal tranches"),
        number(a.equal.best->value), number(a.equal.best->survival));
}

[[nodiscard]] report::table swept(const tranches_answer& a) {
    report::table table;
    table.caption = "How small must the first step be? By belief:";
    table.columns = {{"belief", report::alignment::right},
                     {"first tranche", report::alignment::right},
                     {"tranches", report::alignment::right}};
    if (a.said.hazard) {
        table.columns.push_back({"no shock before the end", report::alignment::right});
    }
    for (const tranche_row& row : a.sweep) {
        std::vector<std::string> cells{number(row.trust), row.first ? number(*row.first) : "none",
                                       row.count ? grouped(*row.count) : "-"};
        if (a.said.hazard) {
            cells.push_back(row.survival ? number(*row.survival) : "-");
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

[[nodiscard]] std::string reading_of_tranches(const tranches_answer& a) {
    switch (a.how) {
        case sequence::reading::drawdown:
            return std::string(
                       "A tranche is as large as the belief at every moment up to it "
                       "allows, because the other may have waited for it (drawdown)") +
                   (a.readings_agree ? "; here the belief of its moment says the same." : ".");
        case sequence::reading::next_turn:
            return std::string(
                       "A tranche is as large as the belief of its moment allows (next "
                       "turn)") +
                   (a.readings_agree
                        ? "; here the moments before it ask for no less."
                        : "; another who waits for it could take more than was believed before "
                          "(drawdown asks for smaller ones).");
        case sequence::reading::peak_exposure:
            return "A tranche is as large as the belief at the start allows (peak exposure).";
    }
    return "";
}

[[nodiscard]] std::string terms_text(const tranches_answer& a) {
    std::string text =
        fmt::format("A unit costs {} and is worth {}.", number(a.said.cost), number(a.said.worth));
    if (a.said.defection > 0) {
        text += fmt::format(
            " An untrustworthy other would not have honoured a tranche with a chance of {}.",
            number(a.said.defection));
    }
    return text;
}

}  // namespace
}  // namespace detail

report::document describe(const tranches_answer& answer) {
    report::document text;
    std::vector<report::block>& blocks = text.blocks;
    blocks.push_back(report::heading{"How small the first step must be: " + answer.scenario});
    blocks.push_back(report::paragraph{detail::sentence_on_tranches(answer)});
    if (!answer.sizes.empty()) {
        blocks.push_back(detail::tranches_in_turn(answer));
    }
    blocks.push_back(
        report::bullets{{detail::fixed_trust_text(answer), detail::equal_start_text(answer),
                         detail::equal_best_text(answer)}});
    blocks.push_back(detail::swept(answer));
    blocks.push_back(report::note{fmt::format(
        "{} {} Rests on {}.", detail::terms_text(answer), detail::reading_of_tranches(answer),
        detail::basis_text(answer.assumed_numbers, answer.unsourced_numbers))});
    return text;
}

}  // namespace negotiation::question
