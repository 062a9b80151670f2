#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/mediate.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/stance.hpp>
#include <negotiation/theory/relay_noise.hpp>

#include "question/lookups.hpp"
#include "question/paired_difference.hpp"
#include "question/played_runs.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Names and places of the numbers of a situation.
using fields = std::vector<std::pair<std::string, double*>>;

void read_field(const std::string& part, const char* what, const fields& into) {
    const std::size_t equals = part.find('=');
    const std::string name(trimmed(std::string_view(part).substr(0, equals)));
    const std::string_view text = equals == std::string::npos
                                      ? std::string_view()
                                      : trimmed(std::string_view(part).substr(equals + 1));
    std::vector<std::string> known;
    double* place = nullptr;
    for (const auto& [field, number] : into) {
        known.push_back(field);
        place = field == name ? number : place;
    }
    if (place == nullptr) {
        throw std::invalid_argument(
            fmt::format("{}: no number '{}'; {}", what, shown(name), nearest(name, known)));
    }
    const auto number = parse_finite_number(text);
    if (!number) {
        throw std::invalid_argument(
            fmt::format("{}: {} must be a number; got '{}'", what, name, shown(text)));
    }
    *place = *number;
}

void read_fields(const std::string& text, const char* what, const fields& into) {
    for (const std::string& part : split(text, ',')) {
        read_field(part, what, into);
    }
}

/// The options of a run, without mediators.
[[nodiscard]] run_options run_options_of(const mediate_options& asked) {
    run_options options;
    options.scope = asked.scope;
    options.talks = asked.talks;
    options.red_lines = asked.red_lines;
    options.seats = asked.seats;
    options.rounds = asked.rounds;
    options.convention = asked.convention;
    options.strategies = asked.strategies;
    options.seed = asked.seed;
    return options;
}

using entries = std::vector<talks::mediator_entry>;

[[nodiscard]] const talks::mediator_entry& mediator_named(const entries& all,
                                                          const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const talks::mediator_entry& m) { return m.name == name; });
    if (found == all.end()) {
        throw std::invalid_argument(fmt::format("together: no mediator '{}'; {}", shown(name),
                                                nearest(name, negotiation::detail::names_of(all))));
    }
    return *found;
}

[[nodiscard]] entries row_named(const entries& all, const std::string& names) {
    entries row;
    for (const std::string& name : split(names, '+')) {
        row.push_back(mediator_named(all, name));
        for (std::size_t k = 0; k + 1 < row.size(); ++k) {
            if (row[k].name == name) {
                throw std::invalid_argument(
                    fmt::format("together: mediator '{}' is there twice", shown(name)));
            }
        }
    }
    return row;
}

/// Directly, over each alone, over all, and over the rows asked for.
[[nodiscard]] std::vector<entries> ways_to_ask(const entries& all, const mediate_options& asked) {
    std::vector<entries> rows{{}};
    for (const talks::mediator_entry& one : all) {
        rows.push_back({one});
    }
    if (all.size() > 1) {
        rows.push_back(all);
    }
    for (const std::string& names : asked.together) {
        entries row = row_named(all, names);
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) {
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

/// Noise of those of a row that carry messages.
[[nodiscard]] std::vector<double> noises_of(const entries& row) {
    std::vector<double> noises;
    for (const talks::mediator_entry& one : row) {
        const talks::specification given = talks::parse_specification(one.role);
        const talks::catalogue_entry& entry =
            talks::find_entry(talks::mediator_catalogue(), "mediator", given.name);
        const bool carries =
            std::any_of(entry.parameters.begin(), entry.parameters.end(),
                        [](const talks::parameter& p) { return p.name == "noise"; });
        if (carries) {
            noises.push_back(talks::parameter_reader(entry, given).number("noise", 0, 1));
        }
    }
    return noises;
}

/// Sums over runs, in their order, so that threads change nothing.
void add_up(const std::vector<std::optional<played_run>>& runs, way_of_talking& into) {
    std::uint64_t agreed = 0;
    std::uint64_t leaked = 0;
    const auto add = [](const std::vector<double>& from, std::vector<double>& to) {
        to.resize(from.size(), 0);
        for (std::size_t i = 0; i < from.size(); ++i) {
            to[i] += from[i];
        }
    };
    for (const std::optional<played_run>& run : runs) {
        if (!run) {
            continue;
        }
        ++into.runs;
        agreed += run->end.status == talks::talks_status::agreement ? 1U : 0U;
        leaked += run->end.leaked ? 1U : 0U;
        add(run->end.utilities, into.utilities);
        add(run->end.discounted, into.discounted);
        into.rounds += static_cast<double>(run->end.round);
        into.days += run->end.days;
        into.lost += static_cast<double>(run->lost);
    }
    into.agreed = proportion_of(agreed, into.runs);
    into.leaked = proportion_of(leaked, into.runs);
    const auto count = static_cast<double>(std::max<std::size_t>(into.runs, 1));
    for (std::vector<double>* sums : {&into.utilities, &into.discounted}) {
        for (double& sum : *sums) {
            sum /= count;
        }
    }
    into.rounds /= count;
    into.days /= count;
    into.lost /= count;
}

/// By party, whether it gets more than in direct talks, run by run, beyond chance.
[[nodiscard]] std::vector<bool> better_than_directly(
    const std::vector<std::optional<played_run>>& runs,
    const std::vector<std::optional<played_run>>& direct, std::size_t parties,
    std::size_t comparisons) {
    std::vector<paired_difference> ahead(parties);
    for (std::size_t k = 0; k < direct.size(); ++k) {
        for (std::size_t i = 0; runs[k] && direct[k] && i < parties; ++i) {
            ahead[i].add(runs[k]->end.discounted[i] - direct[k]->end.discounted[i]);
        }
    }
    std::vector<bool> better;
    for (const paired_difference& one : ahead) {
        better.push_back(one.above_chance(comparisons));
    }
    return better;
}

/// What theory says of a chain of messengers.
void judge_chain(const entries& row, double prior, way_of_talking& into) {
    for (const talks::mediator_entry& one : row) {
        into.mediators.push_back(one.name);
    }
    into.noises = noises_of(row);
    into.turned_round = theory::chain_noise(into.noises);
    into.arrival = theory::chance_of_arrival(into.noises);
    into.belief_after_yes = theory::belief_after_yes(prior, into.turned_round);
}

/// The bias toward each party: how much more its gain counts than the others' do on average.
[[nodiscard]] std::vector<double> leaning_of(const seating& at, const talks::mediator_entry& m) {
    talks::stance who;
    who.bias = m.bias;
    if (!m.toward.empty()) {
        who.toward = seat_of(at, m.toward, "mediators");
    }
    const std::size_t n = at.parties.size();
    std::vector<double> leaning;
    for (party_id i = 0; i < n; ++i) {
        const double weight = talks::weight_of(who, i, n);
        const double others = n > 1 ? (1 - weight) / static_cast<double>(n - 1) : weight;
        leaning.push_back(who.toward ? weight - others : 0);
    }
    return leaning;
}

void judge_mediators(const seating& at, const entries& all, mediate_answer& into) {
    into.risk_threshold = theory::risk_threshold(into.counsel);
    into.biases = theory::credible_biases(into.counsel);
    into.peace_mediated =
        theory::chance_of_peace(theory::best_mediated(into.dispute), into.dispute.strong);
    into.peace_unmediated =
        theory::chance_of_peace(theory::best_unmediated(into.dispute), into.dispute.strong);
    for (const talks::mediator_entry& m : all) {
        mediator_credibility one{m.name, m.role, m.bias, m.toward, leaning_of(at, m), {}};
        for (const double leaning : one.leaning) {
            one.believed.push_back(into.biases && into.biases->contains(leaning));
        }
        into.mediators.push_back(std::move(one));
    }
}

/// For each party the way it does best with, of those that are better than direct talks beyond
/// chance.
[[nodiscard]] std::vector<std::size_t> best_ways(const std::vector<way_of_talking>& ways) {
    std::vector<std::size_t> best;
    for (std::size_t i = 0; i < ways.front().discounted.size(); ++i) {
        std::size_t found = 0;
        for (std::size_t k = 1; k < ways.size(); ++k) {
            found =
                ways[k].better[i] && ways[k].discounted[i] > ways[found].discounted[i] ? k : found;
        }
        best.push_back(found);
    }
    return best;
}

/// Numbers of the situations that are the textbook's: nobody gave them, or gave the same.
[[nodiscard]] std::size_t textbook_numbers(const theory::counsel& of, const theory::dispute& also) {
    const theory::counsel c;
    const theory::dispute d;
    const auto same = [](double a, double b) { return !(a < b) && !(b < a); };
    const std::array all{same(of.strong_cost, c.strong_cost),
                         same(of.weak_cost, c.weak_cost),
                         same(of.proposer_cost, c.proposer_cost),
                         same(of.mediator_cost, c.mediator_cost),
                         same(of.weak_if_weak, c.weak_if_weak),
                         same(of.weak_if_strong, c.weak_if_strong),
                         same(also.strong, d.strong),
                         same(also.victory, d.victory),
                         same(also.left_over, d.left_over)};
    return static_cast<std::size_t>(std::count(all.begin(), all.end(), true));
}

/// What was asked for, as far as the answer repeats it.
[[nodiscard]] mediate_answer blank_mediation(const seating& at, const talks::section& said,
                                             const mediate_options& asked) {
    check_runs(asked.runs);
    if (!(asked.prior >= 0 && asked.prior <= 1)) {
        throw std::invalid_argument(
            fmt::format("the prior must lie in [0, 1]; got {}", asked.prior));
    }
    mediate_answer answer;
    answer.scenario = at.world->title;
    answer.scope = asked.scope;
    answer.talks = at.talks;
    answer.seed = asked.seed;
    answer.runs = asked.runs;
    answer.rounds_limit = said.rounds;
    answer.prior = asked.prior;
    answer.counsel_assumed = !asked.counsel;
    answer.counsel = asked.counsel.value_or(theory::counsel{});
    answer.dispute_assumed = !asked.dispute;
    answer.dispute = asked.dispute.value_or(theory::dispute{});
    answer.assumed_numbers = assumed_numbers_of_talks(*at.world, asked.scope, asked.seats) +
                             textbook_numbers(answer.counsel, answer.dispute);
    answer.unsourced_numbers = unsourced_numbers(*at.world);
    for (party_id i = 0; i < at.parties.size(); ++i) {
        answer.no_deal.push_back(no_deal_of(at, i));
    }
    return answer;
}

}  // namespace
}  // namespace detail

theory::counsel parse_counsel(const std::string& text) {
    theory::counsel read;
    detail::read_fields(text, "counsel",
                        {{"strong_cost", &read.strong_cost},
                         {"weak_cost", &read.weak_cost},
                         {"proposer_cost", &read.proposer_cost},
                         {"mediator_cost", &read.mediator_cost},
                         {"weak_if_weak", &read.weak_if_weak},
                         {"weak_if_strong", &read.weak_if_strong}});
    return read;
}

theory::dispute parse_dispute(const std::string& text) {
    theory::dispute read;
    detail::read_fields(
        text, "dispute",
        {{"strong", &read.strong}, {"victory", &read.victory}, {"left_over", &read.left_over}});
    return read;
}

mediate_answer mediate(const scenario& world, const mediate_options& options) {
    const seating at =
        set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
    run_options how = detail::run_options_of(options);
    how.mediators = options.mediators;
    talks::section said = detail::section_of(world, how);
    const detail::entries all = detail::mediators_of(world, said, how);
    mediate_answer answer = detail::blank_mediation(at, said, options);
    detail::judge_mediators(at, all, answer);
    how.mediators.clear();
    const std::vector<detail::entries> rows = detail::ways_to_ask(all, options);
    const auto arena = detail::prepared_talks::arena_of(at, how);
    std::vector<std::optional<detail::played_run>> direct;
    for (const detail::entries& row : rows) {
        said.mediators = row;
        const detail::prepared_talks prepared(at, said, how, arena);
        answer.parties = prepared.players();
        way_of_talking way;
        detail::judge_chain(row, options.prior, way);
        auto runs =
            detail::play_runs(prepared, options.seed, options.runs,
                              detail::part_of(options.parallel, answer.ways.size(), rows.size()));
        detail::add_up(runs, way);
        answer.complete = answer.complete && way.runs == options.runs;
        if (answer.complete) {
            way.better = detail::better_than_directly(runs, direct, answer.parties.size(),
                                                      std::max<std::size_t>(rows.size() - 1, 1));
        }
        if (answer.ways.empty()) {
            direct = std::move(runs);
        }
        answer.ways.push_back(std::move(way));
    }
    if (answer.complete) {
        answer.best = detail::best_ways(answer.ways);
    }
    return answer;
}

}  // namespace negotiation::question
