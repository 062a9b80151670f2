#include <algorithm>
#include <cstddef>
#include <functional>
#include <stdexcept>
#include <utility>

#include <fmt/core.h>

#include <negotiation/deal/zone.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/scope.hpp>
#include <negotiation/scenario/numbers.hpp>

#include "question/lookups.hpp"
#include "question/scope_worth.hpp"

namespace negotiation::question {

namespace detail {
namespace {

void check_scope_options(const scope_options& options) {
    if (!(options.spread >= 0 && options.spread <= 1)) {
        throw std::invalid_argument(
            fmt::format("scope: numbers may be changed by a share in [0, 1] of themselves; got {}",
                        options.spread));
    }
    constexpr std::size_t most = 100'000;
    if (options.runs > most) {
        throw std::invalid_argument(
            fmt::format("scope: at most {} runs of the talks; got {}", most, options.runs));
    }
}

/// All scopes of the file unless some are named; one alone against every issue.
[[nodiscard]] std::vector<std::string> scopes_asked(const scenario& world,
                                                    const scope_options& options) {
    std::vector<std::string> names = options.scopes;
    for (const auto& of : world.scopes) {
        if (options.scopes.empty()) {
            names.push_back(of.name);
        }
    }
    if (names.size() == 1) {
        names.emplace_back();
    }
    if (names.empty()) {
        throw std::invalid_argument(
            "scope: nothing to compare; a [[scope]] of the scenario names issues, see the guide");
    }
    for (auto name = names.begin(); name != names.end(); ++name) {
        if (std::find(names.begin(), name, *name) != name) {
            throw std::invalid_argument(fmt::format("scope: '{}' is named twice", shown(*name)));
        }
    }
    return names;
}

/// Counts a zone, or finds out whether it is empty.
void count_zone_of(const bargaining& table, const scope_options& options,
                   std::optional<outcome_count>& count, std::optional<bool>& empty) {
    if (options.counts) {
        const deal::zone_size size = deal::zone(table, {deal::engine::automatic, options.limits});
        if (size.counted) {
            count = size.count;
            empty = size.count == 0;
            return;
        }
    }
    const auto some = deal::any_deal(table, options.limits);
    empty = some ? std::optional(!*some) : std::nullopt;
}

[[nodiscard]] linked_view linked_of(const scope_at_table& of, const scope_options& options,
                                    std::string& refused) {
    linked_view view;
    view.beyond = of.beyond;
    for (const issue_id k : of.extra) {
        view.extra.push_back(of.at.world->issues[k].name);
    }
    const bargaining table = linked_table(of);
    count_zone_of(table, options, view.count, view.empty);
    const nash_found best = nash_of(table, options.limits);
    note_refusal(refused, "mandatory linkage", best.refused);
    if (best.deal) {
        view.product = best.deal->objective;
    }
    return view;
}

[[nodiscard]] std::optional<scope_talks> talks_of_scope(const scenario& world,
                                                        const std::string& name,
                                                        const scope_options& options) {
    if (options.runs == 0) {
        return std::nullopt;
    }
    run_options asked;
    asked.scope = name;
    asked.talks = options.talks;
    asked.red_lines = options.red_lines;
    asked.seats = options.seats;
    asked.seed = options.seed;
    asked.other_runs = options.runs;
    asked.limits = options.limits;
    const run_answer found = run(world, asked);
    return scope_talks{found.other_runs, found.agreed_runs, found.mean_round, found.mean_days};
}

/// What becomes of the Nash deal.
void follow_nash(const scope_at_table& of, const deal::fair_deal& best, scope_view& into) {
    scope_deal view{draft_of(of.at, best.deal), best.utilities, {}, best.objective};
    for (party_id i = 0; i < of.at.parties.size(); ++i) {
        view.gains.push_back(gain_of(of.at, i, best.deal));
    }
    into.nash = std::move(view);
    into.passing = passing_of(of.at, best.deal);
    into.lasting = lasting_of(of.at, best.deal);
    into.expected = expected_of(best.objective, into.passing, into.lasting);
}

[[nodiscard]] scope_view view_of_scope(const scenario& world, const std::string& name,
                                       const scope_at_table& of, const scope_options& options,
                                       std::string& refused) {
    scope_view view;
    view.name = name;
    for (const issue_id k : of.at.frozen.in_scope) {
        view.issues.push_back(world.issues[k].name);
    }
    const bargaining& table = of.at.frozen.table;
    view.raw = raw_count(table.space);
    view.feasible = deal::count_feasible(table.space, options.limits);
    count_zone_of(table, options, view.zone, view.empty);
    if (view.zone && view.feasible && *view.feasible > 0) {
        view.share = static_cast<double>(*view.zone) / static_cast<double>(*view.feasible);
    }
    const nash_found best = nash_of(table, options.limits);
    note_refusal(refused, "the Nash deal", best.refused);
    if (best.deal) {
        follow_nash(of, *best.deal, view);
    } else if (!best.refused) {
        view.expected = 0;
    }
    if (!of.extra.empty()) {
        view.linked = linked_of(of, options, refused);
    }
    view.talks = talks_of_scope(world, name, options);
    if (view.talks && view.expected) {
        view.overall = *view.expected * static_cast<double>(view.talks->agreed) /
                       static_cast<double>(view.talks->runs);
    }
    return view;
}

/// The greatest of numbers that all scopes have.
void judge(const std::string& criterion, const std::vector<scope_view>& scopes,
           const std::function<std::optional<double>(const scope_view&)>& worth,
           scope_answer& into) {
    std::vector<double> worths;
    for (const scope_view& of : scopes) {
        const auto value = worth(of);
        if (!value) {
            return;
        }
        worths.push_back(*value);
    }
    const std::size_t best = best_of(worths);
    const auto ties = std::count_if(worths.begin(), worths.end(),
                                    [&](double value) { return value >= worths[best]; });
    into.verdicts.push_back({criterion, scopes[best].name, ties > 1});
}

[[nodiscard]] double product_of_scope(const scope_view& of) {
    return of.nash ? of.nash->product : 0;
}

void judge_all(scope_answer& into) {
    using worth = std::optional<double>;
    const auto by = [&](const char* criterion, auto read) {
        judge(criterion, into.scopes, read, into);
    };
    by("zone",
       [](const scope_view& s) { return s.zone ? worth(static_cast<double>(*s.zone)) : worth(); });
    by("share", [](const scope_view& s) { return s.share; });
    by("product",
       [](const scope_view& s) { return s.empty ? worth(product_of_scope(s)) : worth(); });
    by("linked", [](const scope_view& s) {
        return s.linked ? worth(s.linked->product.value_or(0)) : worth(product_of_scope(s));
    });
    by("passing",
       [](const scope_view& s) { return s.passing ? worth(s.passing->joint) : worth(); });
    by("passing_with_lines", [](const scope_view& s) {
        return s.passing ? worth(s.passing->joint_with_lines) : worth();
    });
    by("spoilers", [](const scope_view& s) { return s.lasting ? s.lasting->spoilers : worth(); });
    by("year", [](const scope_view& s) { return s.lasting ? worth(s.lasting->year) : worth(); });
    by("horizon",
       [](const scope_view& s) { return s.lasting ? worth(s.lasting->horizon) : worth(); });
    by("agreement", [](const scope_view& s) {
        return s.talks ? worth(static_cast<double>(s.talks->agreed)) : worth();
    });
    by("time", [](const scope_view& s) { return s.talks ? worth(-s.talks->days) : worth(); });
    by("expected", [](const scope_view& s) { return s.expected; });
    by("overall", [](const scope_view& s) { return s.overall; });
}

/// The most that any of the scopes rests on.
[[nodiscard]] std::size_t numbers_behind(const scenario& world,
                                         const std::vector<std::string>& names,
                                         const scope_options& options) {
    std::size_t most = 0;
    for (const std::string& name : names) {
        most =
            std::max(most, options.runs > 0 ? assumed_numbers_of_talks(world, name, options.seats)
                                            : assumed_numbers(world, name, options.seats));
    }
    return most + assumed_numbers_of_ratification(world) + assumed_numbers_of_survival(world);
}

}  // namespace
}  // namespace detail

scope_answer scope(const scenario& world, const scope_options& options) {
    detail::check_scope_options(options);
    const std::vector<std::string> names = detail::scopes_asked(world, options);
    const auto all = detail::set_scopes(world, names, options);
    scope_answer answer;
    answer.scenario = world.title;
    answer.talks = all.front().at.talks;
    answer.red_lines_chosen = options.red_lines.rule != red_line_rule::as_written;
    answer.parties = detail::party_names(all.front().at);
    answer.assumed_numbers = detail::numbers_behind(world, names, options);
    answer.unsourced_numbers = unsourced_numbers(world);
    answer.seed = options.seed;
    answer.spread = options.spread;
    for (std::size_t k = 0; k < names.size(); ++k) {
        answer.scopes.push_back(
            detail::view_of_scope(world, names[k], all[k], options, answer.refused));
    }
    detail::judge_all(answer);
    detail::find_flips(world, names, options, answer);
    return answer;
}

}  // namespace negotiation::question
