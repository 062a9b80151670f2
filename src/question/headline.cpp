#include <algorithm>
#include <functional>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include <negotiation/deal/margin.hpp>
#include <negotiation/deal/transfer.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/headline.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/talks/specification.hpp>

#include "question/headline_answers.hpp"
#include "question/line_up.hpp"
#include "question/lookups.hpp"
#include "question/world_look.hpp"

namespace negotiation::question {

namespace detail {
namespace {

using study::finding;

[[nodiscard]] finding none(std::string why) { return {std::nullopt, std::move(why)}; }

[[nodiscard]] finding found(const std::optional<double>& value, const char* why) {
    return value ? finding{value} : none(why);
}

[[nodiscard]] finding found(const std::optional<outcome_count>& count) {
    return count ? finding{static_cast<double>(*count)} : none("too many deals to count");
}

constexpr const char* no_deal_suits = "no deal suits everybody";

/// Why there is no solution.
[[nodiscard]] finding without_deal(world_look& at) {
    return none(at.points().refused ? at.points().refused->reason : no_deal_suits);
}

/// 0 where no deal suits everybody, nothing where that is not known.
[[nodiscard]] finding of_nash(world_look& at, const std::function<finding()>& then) {
    if (at.nash()) {
        return then();
    }
    return at.points().refused ? without_deal(at) : finding{0.0};
}

[[nodiscard]] std::optional<outcome_count> count_of(const bargaining& table) {
    const deal::zone_size size = deal::zone(table);
    return size.counted ? std::optional(size.count) : std::nullopt;
}

[[nodiscard]] finding share_of_feasible(world_look& at) {
    const deal::zone_size size = deal::zone(at.table());
    if (!size.counted || !size.feasible) {
        return none("too many deals to count");
    }
    return *size.feasible > 0
               ? finding{static_cast<double>(size.count) / static_cast<double>(*size.feasible)}
               : finding{0.0};
}

using solution = std::optional<deal::fair_deal> deal::fair_deals::*;

/// A utility of one party at a fair deal.
[[nodiscard]] finding at_solution(world_look& at, solution which, party_id who) {
    const auto all = deal::solve(at.points(), at.table());
    return all.*which ? finding{(all.*which)->utilities[who]} : without_deal(at);
}

[[nodiscard]] finding margin_of(world_look& at, party_id who) {
    const deal::margin one = deal::margins(at.table())[who];
    return one.refused ? none(one.refused->reason) : found(one.value, "no deal suits the others");
}

[[nodiscard]] finding gap_of(const bargaining& table) {
    const deal::transfer one = deal::least_transfer(table, {});
    if (one.refused) {
        return none(one.refused->reason);
    }
    return one.cheapest ? finding{std::max(one.cheapest->total, 0.0)}
                        : none("red lines leave no deal to pay for");
}

[[nodiscard]] finding lasts(world_look& at, double lasting_view::*until) {
    return of_nash(at, [&] {
        return at.lasting() ? finding{(*at.lasting()).*until} : none("nothing threatens the deal");
    });
}

[[nodiscard]] finding carried(world_look& at, std::optional<double> carrying_look::*which) {
    const std::optional<carrying_look>& look = at.carrying();
    if (!look) {
        return without_deal(at);
    }
    if (!look->known) {
        return none("the search for an order used all it may");
    }
    return found((*look).*which, "in every order somebody is better off stopping");
}

/// A headline and how a world is asked for it.
struct known_headline {
    question::headline of;
    std::function<finding(world_look&)> ask;                                ///< of the world alone
    std::function<finding(const scenario&, const headline_options&)> play;  ///< by asking the verb
};

/// All headlines of a world.
class headline_catalogue {
public:
    headline_catalogue(const scenario& world, const headline_options& options) : world_(world) {
        deals();
        named_deals();
        gap_and_scope();
        for (played_headline& one : talk_headlines(world)) {
            entries_.push_back({std::move(one.of), {}, std::move(one.ask)});
        }
        for (played_headline& one : tournament_headlines(line_up(options.strategies))) {
            entries_.push_back({std::move(one.of), {}, std::move(one.ask)});
        }
        homes();
        steps();
        lasting();
        for (played_headline& one : answer_headlines(world)) {
            entries_.push_back({std::move(one.of), {}, std::move(one.ask)});
        }
    }

    [[nodiscard]] const std::vector<known_headline>& entries() const noexcept { return entries_; }

private:
    void add(std::string name, std::string what, std::function<finding(world_look&)> ask) {
        entries_.push_back({{std::move(name), std::move(what)}, std::move(ask), {}});
    }

    template <class Ask>
    void by_party(const std::string& name, const std::string& what, Ask ask) {
        for (party_id i = 0; i < world_.parties.size(); ++i) {
            const std::string& who = world_.parties[i].name;
            add(with_key(name, who), fmt::format(fmt::runtime(what), who),
                [ask, i](world_look& at) { return ask(at, i); });
        }
    }

    void deals() {
        add("deals.zone", "deals that suit everybody",
            [](world_look& at) { return found(count_of(at.table())); });
        add("deals.zone_in_public", "the same with public red lines",
            [](world_look& at) { return found(count_of(at.table_in(publicity::open))); });
        add("deals.zone_in_secret", "the same with private red lines only",
            [](world_look& at) { return found(count_of(at.table_in(publicity::secret))); });
        add("deals.share", "share of the feasible deals that suit everybody", share_of_feasible);
        add("deals.efficient", "efficient combinations of utilities", [](world_look& at) {
            return at.points().refused ? without_deal(at)
                                       : finding{static_cast<double>(at.points().size())};
        });
        add("deals.joint_gain", "gain of all parties together from the Nash deal over no deal",
            [](world_look& at) { return of_nash(at, [&] { return finding{at.joint_gain()}; }); });
        add("deals.nash_product", "product of the gains from the Nash deal", [](world_look& at) {
            return of_nash(at, [&] { return finding{at.nash()->objective}; });
        });
        by_party("deals.gain", "gain of {} from the Nash deal over no deal",
                 [](world_look& at, party_id i) {
                     return of_nash(at,
                                    [&] { return finding{gain_of(at.at(), i, at.nash()->deal)}; });
                 });
        by_party("deals.nash", "utility of the Nash deal to {}", [](world_look& at, party_id i) {
            return at_solution(at, &deal::fair_deals::nash, i);
        });
        by_party("deals.kalai_smorodinsky", "utility of the Kalai-Smorodinsky deal to {}",
                 [](world_look& at, party_id i) {
                     return at_solution(at, &deal::fair_deals::kalai_smorodinsky, i);
                 });
        by_party("deals.margin", "reservation value of {} up to which there is a deal",
                 [](world_look& at, party_id i) { return margin_of(at, i); });
    }

    void named_deals() {
        for (const named_deal& d : world_.deals) {
            for (party_id i = 0; i < world_.parties.size(); ++i) {
                const std::string& who = world_.parties[i].name;
                const auto dealt = [text = d.name](world_look& at) {
                    return parse_deal(at.at(), text);
                };
                add(with_key(with_key("value.utility", d.name), who),
                    fmt::format("utility of the deal {} to {}", d.name, who),
                    [dealt, i](world_look& at) {
                        return finding{utility_of(at.table(), i, dealt(at))};
                    });
                add(with_key(with_key("value.gain", d.name), who),
                    fmt::format("gain of {} from the deal {} over no deal", who, d.name),
                    [dealt, i](world_look& at) { return finding{gain_of(at.at(), i, dealt(at))}; });
            }
        }
    }

    void gap_and_scope() {
        add("gap.total", "value that somebody outside must pay to close the gap; 0 without one",
            [](world_look& at) { return gap_of(at.table()); });
        add("gap.total_in_public", "the same with public red lines",
            [](world_look& at) { return gap_of(at.table_in(publicity::open)); });
        add("scope.expected",
            "product of the gains from the Nash deal times the chance that it passes at home, "
            "public "
            "red lines forgotten there, and lasts a year",
            [](world_look& at) {
                return of_nash(at, [&] {
                    return finding{expected_of(at.nash()->objective,
                                               passing_of(at.at(), at.nash()->deal), at.lasting())};
                });
            });
    }

    void homes() {
        const auto chance = [](world_look& at, std::optional<double> of) {
            return of ? finding{of} : without_deal(at);
        };
        if (world_.ratification.chambers.empty()) {
            return;
        }
        add("ratify.probability", "probability that the Nash deal passes everywhere at home",
            [chance](world_look& at) {
                return of_nash(at, [&] { return chance(at, at.passes({})); });
            });
        by_party("ratify.probability", "probability that the Nash deal passes at home in {}",
                 [chance](world_look& at, party_id i) {
                     return of_nash(at, [&] { return chance(at, at.passes(i)); });
                 });
        for (const ratification::written_chamber& c : world_.ratification.chambers) {
            const std::string name = with_key("ratify.probability", c.name);
            const bool taken =
                std::any_of(entries_.begin(), entries_.end(),
                            [&](const known_headline& e) { return e.of.name == name; });
            if (!taken) {
                add(name, fmt::format("probability that the Nash deal passes the {}", c.name),
                    [chance, chamber = c.name](world_look& at) {
                        return of_nash(at, [&] { return chance(at, at.passes_chamber(chamber)); });
                    });
            }
        }
    }

    void steps() {
        if (!world_.sequence || world_.sequence->steps.empty()) {
            return;
        }
        add("sequence.least_trust", "trust that the order of steps asks for which asks for least",
            [](world_look& at) { return carried(at, &carrying_look::trust); });
        add("sequence.shortfall", "trust that is missing at the scenario's beliefs; 0: enough",
            [](world_look& at) {
                return at.carrying() && at.carrying()->trust && at.carrying()->known &&
                               !at.carrying()->shortfall
                           ? none("beliefs are not known")
                           : carried(at, &carrying_look::shortfall);
            });
    }

    void lasting() {
        if (!world_.survival) {
            return;
        }
        add("survival.year",
            "probability that the Nash deal, once carried out, lasts twelve months",
            [](world_look& at) { return lasts(at, &lasting_view::year); });
        add("survival.horizon", "the same until the scenario's horizon",
            [](world_look& at) { return lasts(at, &lasting_view::horizon); });
        add("survival.median", "months until half of such deals have ended", [](world_look& at) {
            return at.nash() ? found(median_months(at.at(), at.nash()->deal),
                                     "more than half outlast the horizon")
                             : without_deal(at);
        });
    }

    const scenario& world_;
    std::vector<known_headline> entries_;
};

void check_scope(const scenario& world, const std::string& name) {
    const std::vector<std::string> known = negotiation::detail::names_of(world.scopes);
    if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
        throw std::invalid_argument(
            fmt::format("no scope '{}'; {}", shown(name), nearest(name, known)));
    }
}

/// The strategy of a headline of tournaments, as one writes it without blanks; nothing of others.
[[nodiscard]] std::optional<std::string> strategy_of(const path& name) {
    const auto text_at = [&](std::size_t k) {
        const auto* key =
            k < name.steps.size() ? std::get_if<std::string>(&name.steps[k]) : nullptr;
        return key == nullptr ? std::string() : *key;
    };
    const bool of_tournament = name.steps.size() == 3 && text_at(0) == "tournament" &&
                               (text_at(1) == "utility" || text_at(1) == "advantage") &&
                               !text_at(2).empty();
    return of_tournament ? std::optional(talks::to_string(talks::parse_specification(text_at(2))))
                         : std::nullopt;
}

/// A name as the catalogue has it: blanks within a strategy do not count.
[[nodiscard]] std::optional<path> read_name(const std::string& name) {
    std::optional<path> asked = parse_path(name);
    const std::optional<std::string> strategy = asked ? strategy_of(*asked) : std::nullopt;
    if (strategy) {
        asked->steps.back() = *strategy;
    }
    return asked;
}

void refuse_who_does_not_play(const std::optional<path>& asked, const headline_options& options) {
    if (const auto strategy = asked ? strategy_of(*asked) : std::nullopt) {
        throw std::invalid_argument(
            fmt::format("quantity '{}': '{}' is not in the line-up of the tournament; {}",
                        shown(to_string(*asked)), shown(*strategy),
                        nearest(*strategy, line_up(options.strategies))));
    }
}

[[nodiscard]] study::quantity question_of(const known_headline& one,
                                          const headline_options& options) {
    if (one.play) {
        return [play = one.play, options](const scenario& w) { return play(w, options); };
    }
    return [ask = one.ask, options](const scenario& w) {
        world_look at(w, options.scope, options.talks);
        return ask(at);
    };
}

}  // namespace
}  // namespace detail

std::vector<question::headline> headlines(const scenario& world, const headline_options& options) {
    const detail::headline_catalogue known(world, options);
    std::vector<question::headline> all;
    for (const detail::known_headline& one : known.entries()) {
        all.push_back(one.of);
    }
    return all;
}

asked_headline headline_named(const scenario& world, const std::string& name,
                              const headline_options& options) {
    constexpr std::size_t most_runs = 1'000'000;
    if (options.runs == 0 || options.runs > most_runs) {
        throw std::invalid_argument(
            fmt::format("runs must lie between 1 and {}; got {}", most_runs, options.runs));
    }
    detail::check_scope(world, options.scope);
    const auto asked = detail::read_name(name);
    const detail::headline_catalogue all(world, options);
    std::vector<std::string> known;
    for (const detail::known_headline& one : all.entries()) {
        if (one.of.name == name || (asked && parse_path(one.of.name) == asked)) {
            return {one.of, detail::question_of(one, options)};
        }
        known.push_back(one.of.name);
    }
    detail::refuse_who_does_not_play(asked, options);
    throw std::invalid_argument(
        fmt::format("no quantity '{}' in this scenario; {}", shown(name), nearest(name, known)));
}

}  // namespace negotiation::question
