#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/describe_sweep.hpp>

#include "question/quantity_text.hpp"
#include "question/wording.hpp"

namespace negotiation::question {

namespace detail {
namespace {

[[nodiscard]] std::string grid_cell(const sweep_answer& a, std::size_t point, std::size_t which) {
    const study::sweep_point& at = a.points[point];
    return at.looked_at ? finding_text(at.found[which]) : "";
}

[[nodiscard]] std::string level_text(double level) { return fmt::format("{}", level); }

/// Rows of the first axis, columns of the second.
[[nodiscard]] report::table crossed_table(const sweep_answer& a) {
    const study::axis& down = a.axes[0].of;
    const study::axis& across = a.axes[1].of;
    report::table table;
    table.caption = fmt::format("{} by {} (down) and {} (across):", a.of[0].name,
                                to_string(down.place), to_string(across.place));
    table.columns = {{"", report::alignment::right}};
    for (std::size_t j = 0; j < across.points; ++j) {
        table.columns.push_back({level_text(study::level_of(across, j)), report::alignment::right});
    }
    for (std::size_t i = 0; i < down.points; ++i) {
        table.rows.push_back({level_text(study::level_of(down, i))});
        for (std::size_t j = 0; j < across.points; ++j) {
            table.rows.back().push_back(grid_cell(a, i * across.points + j, 0));
        }
    }
    return table;
}

[[nodiscard]] report::table long_table(const sweep_answer& a) {
    report::table table;
    for (const sweep_axis& one : a.axes) {
        table.columns.push_back({to_string(one.of.place), report::alignment::right});
    }
    for (const question::headline& one : a.of) {
        table.columns.push_back({one.name, report::alignment::right});
    }
    for (std::size_t k = 0; k < a.points.size(); ++k) {
        if (!a.points[k].looked_at) {
            continue;
        }
        table.rows.emplace_back();
        for (const double level : a.points[k].levels) {
            table.rows.back().push_back(level_text(level));
        }
        for (std::size_t q = 0; q < a.of.size(); ++q) {
            table.rows.back().push_back(grid_cell(a, k, q));
        }
    }
    return table;
}

/// What is asked, and what it is as the scenario is written.
[[nodiscard]] report::bullets asked_list(const sweep_answer& a) {
    report::bullets list;
    for (std::size_t q = 0; q < a.of.size(); ++q) {
        const study::finding& now = a.as_written[q];
        list.items.push_back(
            fmt::format("{}: {}. As written: {}.", a.of[q].name, a.of[q].what,
                        now.value ? finding_text(now) : "none (" + now.reason + ")"));
    }
    return list;
}

[[nodiscard]] std::string varied_text(const sweep_answer& a) {
    std::string text;
    for (const sweep_axis& one : a.axes) {
        text += fmt::format("{}{} {}varies from {} to {} in {}; the scenario has {}.",
                            text.empty() ? "" : " ", to_string(one.of.place),
                            one.assumed ? "(an assumption) " : "", one.of.low, one.of.high,
                            counted(one.of.points, "level", "levels"), level_text(one.as_written));
    }
    return text;
}

/// Between which values each quantity moves; nothing where it has none.
[[nodiscard]] std::string range_text(const sweep_answer& a, std::size_t q) {
    const study::sweep_point* least = nullptr;
    const study::sweep_point* most = nullptr;
    for (const study::sweep_point& p : a.points) {
        if (p.looked_at && p.found[q].value) {
            least = !least || *p.found[q].value < *least->found[q].value ? &p : least;
            most = !most || *p.found[q].value > *most->found[q].value ? &p : most;
        }
    }
    const auto where = [&](const study::sweep_point& p) {
        std::vector<std::string> parts;
        for (const double level : p.levels) {
            parts.push_back(level_text(level));
        }
        return joined(parts);
    };
    if (!least) {
        return a.of[q].name + " has no number anywhere on the grid.";
    }
    if (!(*least->found[q].value < *most->found[q].value)) {
        return fmt::format("{} is {} wherever it has a number.", a.of[q].name,
                           finding_text(least->found[q]));
    }
    return fmt::format("{} lies between {} (at {}) and {} (at {}).", a.of[q].name,
                       finding_text(least->found[q]), where(*least), finding_text(most->found[q]),
                       where(*most));
}

/// Why some points have no number: each reason once.
void tell_reasons(const sweep_answer& a, report::document& into) {
    std::vector<std::pair<std::string, std::size_t>> reasons;
    for (const study::sweep_point& p : a.points) {
        for (const study::finding& f : p.found) {
            if (f.value) {
                continue;
            }
            const auto known = std::find_if(reasons.begin(), reasons.end(),
                                            [&](const auto& r) { return r.first == f.reason; });
            if (known == reasons.end()) {
                reasons.emplace_back(f.reason, 1);
            } else {
                ++known->second;
            }
        }
    }
    constexpr std::size_t most = 5;
    for (std::size_t k = 0; k < std::min(reasons.size(), most); ++k) {
        into.blocks.emplace_back(report::note{
            fmt::format("No number (-) at {}: {}.", counted(reasons[k].second, "place", "places"),
                        reasons[k].first)});
    }
    if (reasons.size() > most) {
        into.blocks.emplace_back(report::note{fmt::format(
            "And for {}.", counted(reasons.size() - most, "other reason", "other reasons"))});
    }
}

void tell_notes(const sweep_answer& a, report::document& into) {
    std::vector<std::string> roomy;
    for (const sweep_axis& one : a.axes) {
        if (one.makes_room) {
            roomy.push_back(to_string(one.of.place));
        }
    }
    if (!roomy.empty()) {
        into.blocks.emplace_back(report::note{
            fmt::format("Weights sum to 1: those beside {} keep their proportions and make room "
                        "(--keep-weights leaves them as they are).",
                        joined(roomy))});
    }
    tell_reasons(a, into);
    const bool drawn = std::any_of(a.of.begin(), a.of.end(), [](const question::headline& one) {
        const auto verb = one.name.substr(0, one.name.find('.'));
        return verb == "run" || verb == "mediate" || verb == "race" || verb == "life" ||
               verb == "tournament";
    });
    if (drawn) {
        into.blocks.emplace_back(
            report::note{fmt::format("Drawn from seed {} at every point.", a.seed)});
    }
}

}  // namespace
}  // namespace detail

report::document describe(const sweep_answer& answer) {
    report::document text;
    text.blocks.emplace_back(report::heading{"What varies with what: " + answer.scenario});
    text.blocks.emplace_back(report::paragraph{
        detail::varied_text(answer) +
        (answer.scope.empty() ? "" : fmt::format(" The scope is {}.", answer.scope))});
    text.blocks.emplace_back(detail::asked_list(answer));
    if (answer.done < answer.points.size()) {
        text.blocks.emplace_back(report::paragraph{
            fmt::format("Stopped after {} of {} points.", detail::grouped(answer.done),
                        detail::grouped(answer.points.size()))});
    }
    constexpr std::size_t most_columns = 12;
    const bool crossed = answer.axes.size() == 2 && answer.of.size() == 1 &&
                         answer.axes[1].of.points <= most_columns;
    text.blocks.emplace_back(crossed ? detail::crossed_table(answer) : detail::long_table(answer));
    std::string ranges;
    for (std::size_t q = 0; q < answer.of.size() && answer.done > 0; ++q) {
        ranges += (ranges.empty() ? "" : " ") + detail::range_text(answer, q);
    }
    if (!ranges.empty()) {
        text.blocks.emplace_back(report::paragraph{ranges});
    }
    detail::tell_notes(answer, text);
    return text;
}

report::document describe(const std::vector<question::headline>& all) {
    report::document text;
    report::table table;
    table.columns = {{"quantity", report::alignment::left}, {"what", report::alignment::left}};
    for (const question::headline& one : all) {
        table.rows.push_back({one.name, one.what});
    }
    const bool lives = std::any_of(all.begin(), all.end(), [](const question::headline& one) {
        return one.name.rfind("life.", 0) == 0;
    });
    text.blocks.emplace_back(std::move(table));
    if (lives) {
        text.blocks.emplace_back(report::note{
            "Quantities of lives with --runs N are those of the verb life with --runs 10N --played "
            "N: N talks are played, and ten lives are lived for each."});
    }
    return text;
}

}  // namespace negotiation::question
