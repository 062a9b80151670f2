#include "question/meta_game_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "question/standings_table.hpp"
#include "question/wording.hpp"

namespace negotiation::question::detail {

namespace {

/// a, b, …, z, aa, ab, …
[[nodiscard]] std::string letter(std::size_t k) {
    std::string text(1, static_cast<char>('a' + k % 26));
    return k < 26 ? text : letter(k / 26 - 1) + text;
}

/// The letters of the groups that a strategy belongs to.
[[nodiscard]] std::string letters_of(const laboratory::significance& told, std::size_t strategy) {
    std::string text;
    for (std::size_t g = 0; g < told.groups.size(); ++g) {
        const auto& group = told.groups[g];
        if (std::find(group.begin(), group.end(), strategy) != group.end()) {
            text += letter(g);
        }
    }
    return text.empty() ? "-" : text;
}

/// The place of a strategy in the meta-game.
[[nodiscard]] std::optional<std::size_t> place_in(const laboratory::meta_game& of,
                                                  std::size_t strategy) {
    const auto& all = of.game.strategies;
    const auto at = std::find(all.begin(), all.end(), strategy);
    return at == all.end() ? std::nullopt
                           : std::optional(static_cast<std::size_t>(at - all.begin()));
}

[[nodiscard]] std::optional<double> regret_of(const laboratory::meta_game& of,
                                              std::size_t strategy) {
    const auto place = place_in(of, strategy);
    return place ? std::optional(of.regrets[*place]) : std::nullopt;
}

/// What it takes to tell strategies apart, where there is too little of it.
[[nodiscard]] std::string too_few_text(const laboratory::significance& of) {
    return fmt::format(
        "With {} no two strategies can be told apart, however far apart their means are: only "
        "scenarios are independent draws, and {} {} {} of them at least.",
        counted(of.stages, "scenario", "scenarios"),
        counted(of.all.size(), "comparison", "comparisons"), of.all.size() == 1 ? "takes" : "take",
        grouped(of.stages_needed));
}

/// Where the test says one thing and the ranking the other.
void add_against_ranking(const tournament_answer& a, std::vector<report::block>& into) {
    std::vector<std::string> pairs;
    for (const laboratory::comparison& one : a.told_apart.all) {
        if (one.against_ranking) {
            const bool first = one.difference > 0;
            pairs.push_back(fmt::format("{} got more than {}",
                                        a.strategies[first ? one.first : one.second].name,
                                        a.strategies[first ? one.second : one.first].name));
        }
    }
    if (!pairs.empty()) {
        into.push_back(report::paragraph{fmt::format(
            "In the same places {}, though {} behind: ranks count what only one of two played as "
            "well, and put those that broke negotiations last.",
            joined(pairs), pairs.size() == 1 ? "it ranks" : "they rank")});
    }
}

/// "boulware", or "62 % micro and 38 % boulware".
[[nodiscard]] std::string mix_text(const tournament_answer& a,
                                   const laboratory::strategy_mix& mix) {
    constexpr double least = 5e-4;  // what a tenth of a percent shows
    std::vector<std::size_t> order;
    for (std::size_t k = 0; k < mix.size(); ++k) {
        if (mix[k] >= least) {
            order.push_back(k);
        }
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t x, std::size_t y) { return mix[x] > mix[y]; });
    std::vector<std::string> parts;
    for (const std::size_t k : order) {
        const std::string& name = a.strategies[a.meta_game.game.strategies[k]].name;
        parts.push_back(order.size() == 1 ? name : fmt::format("{:.1f} % {}", 100 * mix[k], name));
    }
    return joined(parts);
}

[[nodiscard]] std::string stability_text(laboratory::stability s) {
    return s == laboratory::stability::attracting ? "populations that copy success come back to it"
           : s == laboratory::stability::repelling
               ? "populations that copy success leave it"
               : "the linear terms do not tell what populations that copy success do";
}

[[nodiscard]] report::bullets equilibria_list(const tournament_answer& a) {
    constexpr std::size_t most = 5;
    report::bullets list;
    const auto& all = a.meta_game.equilibria.all;
    for (std::size_t k = 0; k < std::min(most, all.size()); ++k) {
        list.items.push_back(fmt::format("{}: {}; {}", mix_text(a, all[k].mix),
                                         number(all[k].payoff),
                                         stability_text(all[k].under_replicator)));
    }
    if (all.size() > most) {
        list.items.push_back("and " + counted(all.size() - most, "other", "others"));
    }
    return list;
}

/// The share of populations that end with a strategy alive; nothing where none came to rest.
[[nodiscard]] std::optional<double> basin_share(const laboratory::meta_game& of,
                                                std::size_t place) {
    if (of.replicator.all.empty()) {
        return std::nullopt;
    }
    double share = 0;
    for (const laboratory::basin& b : of.replicator.all) {
        share += b.mix[place] > 1e-6 ? b.share.share : 0;
    }
    return share;
}

[[nodiscard]] std::string percent_text(double share) {
    return fmt::format("{:.1f} %", 100 * share);
}

[[nodiscard]] report::table survival_table(const tournament_answer& a) {
    const laboratory::meta_game& of = a.meta_game;
    report::table table;
    table.caption =
        of.resamples > 0
            ? fmt::format(
                  "Who survives, and in how many of {} resamples of the {}:", grouped(of.resamples),
                  of.game.from == laboratory::sampling::stages ? "scenarios" : "repeats")
            : "Who survives:";
    using enum report::alignment;
    table.columns = {{"strategy", left}, {"populations", right}, {"alpha-rank", right}};
    if (of.resamples > 0) {
        table.columns.push_back({"in equilibrium", right});
        table.columns.push_back({"attracting", right});
    }
    for (const std::size_t k : by_rank(a.strategies)) {
        const auto place = place_in(of, k);
        if (!place) {
            continue;
        }
        std::vector<std::string> row{a.strategies[k].name, percent_or_dash(basin_share(of, *place)),
                                     percent_text(of.alpha_rank.shares[*place])};
        if (of.resamples > 0) {
            const laboratory::survival& sure = of.survive[*place];
            row.push_back(percent_text(sure.in_equilibrium.share));
            row.push_back(percent_text(sure.attracting.share));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

[[nodiscard]] std::vector<std::string> names_at(const tournament_answer& a,
                                                const std::vector<std::size_t>& places) {
    std::vector<std::string> names;
    for (const std::size_t k : places) {
        names.push_back(a.strategies[k].name);
    }
    return names;
}

/// Whether there were repeats, and none differed from another.
[[nodiscard]] bool all_alike(const laboratory::empirical_game& of) {
    return of.from == laboratory::sampling::repeats &&
           std::all_of(of.errors.begin(), of.errors.end(), [](const auto& row) {
               return std::all_of(row.begin(), row.end(), [](double error) { return error == 0; });
           });
}

/// What the game is, and what it leaves out.
[[nodiscard]] std::string meta_game_note(const tournament_answer& a) {
    const laboratory::meta_game& of = a.meta_game;
    std::string text =
        "The game of choosing a strategy pays the mean advantage against each one, over seats, "
        "then over scenarios.";
    if (!of.replicator.all.empty() || of.replicator.unsettled.share > 0) {
        text += fmt::format(" Populations that copy success began at {} mixes drawn at random",
                            grouped(of.replicator.starts));
        text +=
            of.replicator.unsettled.share > 0
                ? fmt::format(
                      "; {} of them came to no rest in {} steps, nor so near a mix "
                      "that it is proven to draw them; they count for no strategy.",
                      percent_text(of.replicator.unsettled.share), grouped(laboratory::usual_steps))
                : std::string(".");
    }
    if (of.equilibria.continuum) {
        text += " Mixtures of some of the equilibria are equilibria too.";
    }
    if (!of.equilibria.complete) {
        text +=
            " There may be mixed equilibria that were not found: too many strategies are left for "
            "all of their sets.";
    }
    if (of.resamples > 0 && !of.survival_complete) {
        text +=
            " That is so in resamples as well: shares in equilibrium and attracting are at least "
            "those told.";
    }
    if (!of.game.left_out.empty()) {
        text += fmt::format(" Without results against some other: {}.",
                            joined(names_at(a, of.game.left_out)));
    }
    if (!of.game.too_large.empty()) {
        std::vector<std::string> titles;
        for (const std::size_t k : of.game.too_large) {
            titles.push_back(a.scenarios[k].result.name);
        }
        text += fmt::format(" Left out, for more than two parties: {}.", joined(titles));
    }
    if (of.resamples == 0 && of.game.from == laboratory::sampling::none) {
        text += " With one scenario and no repeats nothing tells how sure this is.";
    }
    if (of.resamples == 0 && of.game.from != laboratory::sampling::none && !a.complete) {
        text += " After the stop nothing was drawn that would tell how sure this is.";
    }
    if (all_alike(of.game)) {
        text += " All repeats came out alike, so they tell nothing of how sure this is.";
    }
    return text;
}

}  // namespace

bool can_tell_apart(const laboratory::significance& of) {
    return of.stages_needed > 0 && of.stages >= of.stages_needed;
}

void add_told_apart(const tournament_answer& a, std::vector<report::block>& into) {
    if (a.strategies.size() < 2) {
        return;
    }
    const bool told = can_tell_apart(a.told_apart);
    if (!told && a.told_apart.stages > 0 && a.told_apart.stages_needed > 0) {
        into.push_back(report::paragraph{too_few_text(a.told_apart)});
    }
    report::table table;
    const std::string apart = "Who can be told apart (those that share a letter cannot), what ";
    // Else there is no game whose replies could be better.
    const bool replies = a.rotate && !a.meta_game.regrets.empty();
    table.caption = (told ? apart : std::string("What ")) + "all seats at their tables gained" +
                    (replies ? ", and what better replies would add:" : ":");
    using enum report::alignment;
    table.columns = {{"rank", right}, {"strategy", left}};
    if (told) {
        table.columns.push_back({"group", left});
    }
    table.columns.push_back({"together", right});
    table.columns.push_back({"product", right});
    if (replies) {
        table.columns.push_back({"regret", right});
    }
    const bool solved = std::any_of(a.strategies.begin(), a.strategies.end(), [](const auto& row) {
        return row.equilibrium_regret.has_value();
    });
    if (solved) {
        table.columns.push_back({"to equilibrium", right});
    }
    for (const std::size_t k : by_rank(a.strategies)) {
        const laboratory::standing& of = a.strategies[k];
        std::vector<std::string> row{fmt::format("{}", of.rank), of.name};
        if (told) {
            row.push_back(letters_of(a.told_apart, k));
        }
        row.push_back(or_dash(of.mean_sum));
        row.push_back(or_dash(of.mean_product));
        if (replies) {
            row.push_back(or_dash(regret_of(a.meta_game, k)));
        }
        if (solved) {
            row.push_back(or_dash(of.equilibrium_regret));
        }
        table.rows.push_back(std::move(row));
    }
    into.push_back(std::move(table));
    add_against_ranking(a, into);
}

void add_meta_game(const tournament_answer& a, std::vector<report::block>& into) {
    const laboratory::meta_game& of = a.meta_game;
    if (a.strategies.size() < 2) {
        return;
    }
    if (!a.rotate) {
        into.push_back(report::note{
            "What happens if everybody may choose a strategy hangs on every order of seats; it is "
            "told without --fixed-seats."});
        return;
    }
    if (of.game.strategies.size() < 2) {
        if (!of.game.too_large.empty() && of.game.stages.empty()) {
            into.push_back(report::note{
                "What happens if everybody may choose a strategy is asked of scenarios for two "
                "parties only; here is none."});
        }
        return;
    }
    into.push_back(report::heading{"If everybody may choose", 2});
    into.push_back(report::paragraph{
        "Nobody would rather choose another strategy where everybody plays one of these, with the "
        "advantage that it brings:"});
    into.push_back(equilibria_list(a));
    into.push_back(survival_table(a));
    into.push_back(report::note{meta_game_note(a)});
}

}  // namespace negotiation::question::detail
