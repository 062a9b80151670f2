#include "cli/verbs.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/io/json.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/resolve_scenario.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/check.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/describe_run.hpp>
#include <negotiation/question/list.hpp>
#include <negotiation/question/mediate.hpp>
#include <negotiation/question/new_scenario.hpp>
#include <negotiation/question/race.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/value.hpp>
#include <negotiation/report/text.hpp>

#include "cli/equilibrium.hpp"
#include "cli/exchange.hpp"
#include "cli/gap.hpp"
#include "cli/interrupt.hpp"
#include "cli/life.hpp"
#include "cli/play.hpp"
#include "cli/progress.hpp"
#include "cli/ratify.hpp"
#include "cli/results.hpp"
#include "cli/run_options.hpp"
#include "cli/scope.hpp"
#include "cli/sequence.hpp"
#include "cli/study.hpp"
#include "cli/table_options.hpp"
#include "cli/tournament.hpp"
#include "cli/tranches.hpp"
#include "cli/typed.hpp"
#include "cli/verify.hpp"

namespace negotiation::cli {

namespace {

deal::engine engine_of(const std::string& text) {
    const auto found = deal::engine_named(text.empty() ? "automatic" : text);
    if (!found) {
        throw std::invalid_argument(
            fmt::format("option --engine: no engine '{}'; {}", shown(text),
                        nearest(text, {"automatic", "table", "stream", "eliminate"})));
    }
    return *found;
}

std::vector<question::assignment> assignments_of(const std::vector<std::string>& texts) {
    std::vector<question::assignment> list;
    for (const std::string& text : texts) {
        list.push_back(question::parse_assignment(text));
    }
    return list;
}

template <class Answer>
std::string told(const Answer& answer, bool json) {
    return json ? io::to_json(answer) + "\n" : report::render_text(question::describe(answer));
}

std::string deals(const arguments& typed) {
    if (typed.csv && typed.json) {
        throw std::invalid_argument("options --csv and --json exclude one another; got both");
    }
    auto options = table_options<question::deals_options>(typed);
    options.method = engine_of(typed.engine);
    options.lotteries = typed.lotteries;
    for (const std::string& text : typed.powers) {
        options.powers.push_back(number_by_party("--power", text));
    }
    const question::deals_answer answer = question::deals(load(typed), options);
    if (typed.csv) {
        if (answer.frontier.refused) {
            // The rows go to a file; that there are none for another reason than an empty zone
            // must be seen.
            fmt::print(stderr, "negotiate: no frontier: {}\n", answer.frontier.refused->reason);
        }
        return io::to_csv(answer);
    }
    return typed.json ? told(answer, true)
                      : report::render_text(question::describe(answer, typed.frontier));
}

std::string value(const arguments& typed) {
    const auto options = table_options<question::value_options>(typed);
    return told(question::value(load(typed), typed.deals, options), typed.json);
}

}  // namespace

question::run_options run_options_of(const arguments& typed) {
    auto options = table_options<question::run_options>(typed);
    options.rounds = whole_of("--rounds", typed.rounds);
    options.convention = clock_of(typed.clock);
    options.seed = static_cast<std::uint64_t>(whole_of("--seed", typed.seed).value_or(1));
    options.other_runs = static_cast<std::size_t>(
        whole_of("--runs", typed.runs).value_or(static_cast<std::int64_t>(options.other_runs)));
    options.strategies = assignments_of(typed.strategies);
    options.mediators = assignments_of(typed.mediators);
    options.models = typed.models;
    return options;
}

namespace {

std::string run_talks(const arguments& typed) {
    const question::run_answer answer = question::run(load(typed), run_options_of(typed));
    return typed.json ? io::to_json(answer, typed.trace) + "\n"
                      : report::render_text(question::describe(answer, typed.trace));
}

/// Numbers with commas between them.
std::vector<double> numbers_of(const std::string& option, const std::string& text) {
    std::vector<double> numbers;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        numbers.push_back(*number_of(option, text.substr(from, comma - from)));
        from = comma + 1;
    }
    return numbers;
}

/// Fills what the questions about talks that are played many times share.
template <class Options>
Options play_options(const arguments& typed) {
    auto options = table_options<Options>(typed);
    options.rounds = whole_of("--rounds", typed.rounds);
    options.convention = clock_of(typed.clock);
    options.seed = static_cast<std::uint64_t>(whole_of("--seed", typed.seed).value_or(1));
    options.runs = static_cast<std::size_t>(
        whole_of("--runs", typed.runs).value_or(static_cast<std::int64_t>(options.runs)));
    options.strategies = assignments_of(typed.strategies);
    options.mediators = assignments_of(typed.mediators);
    options.parallel.threads = threads_of(typed);
    return options;
}

/// Plays with a line of progress, until it is done or stopped.
template <class Options, class Question>
std::string played(const arguments& typed, Options options, Question ask) {
    const scenario world = load(typed);
    const interrupt stop;
    progress line("runs");
    options.parallel.stop = stop.token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    return told(ask(world, options), typed.json);
}

std::string mediate(const arguments& typed) {
    auto options = play_options<question::mediate_options>(typed);
    options.together = typed.together;
    options.prior = number_of("--prior", typed.prior).value_or(options.prior);
    if (!typed.counsel.empty()) {
        options.counsel = question::parse_counsel(typed.counsel);
    }
    if (!typed.dispute.empty()) {
        options.dispute = question::parse_dispute(typed.dispute);
    }
    return played(typed, std::move(options), question::mediate);
}

std::string race(const arguments& typed) {
    auto options = play_options<question::race_options>(typed);
    options.rate = number_of("--rate", typed.rate);
    options.haste = number_of("--haste", typed.haste).value_or(options.haste);
    options.framework = typed.framework;
    if (!typed.sweep.empty()) {
        options.sweep = numbers_of("--sweep", typed.sweep);
    }
    return played(typed, std::move(options), question::race);
}

std::string list(const arguments& typed) {
    if (!typed.scenario.empty()) {
        return told(question::list(load(typed)), typed.json);
    }
    if (!typed.changes.empty()) {
        throw std::invalid_argument("option --set needs a SCENARIO to change; got none");
    }
    std::vector<question::listed_file> files;
    for (const io::scenario_file& file : io::list_scenarios()) {
        files.push_back({file.name, file.title, file.problem});
    }
    return told(files, typed.json);
}

std::string fresh(const arguments& typed) {
    const std::string text = question::new_scenario();
    if (typed.scenario.empty()) {
        return typed.json ? io::to_json("template", text) + "\n" : text;
    }
    // Whoever mistypes the name of a bundled scenario has not asked for a file of that name.
    if (std::filesystem::path(typed.scenario).extension() != ".toml") {
        throw std::invalid_argument(
            fmt::format("FILE must be a name that ends in .toml; got '{}'", shown(typed.scenario)));
    }
    write_file(typed.scenario, text, typed.force);
    return typed.json ? io::to_json("written", typed.scenario) + "\n"
                      : fmt::format("Wrote {}. Next: negotiate check {}\n", typed.scenario,
                                    typed.scenario);
}

}  // namespace

std::string run(const arguments& typed) {
    if (typed.verb == "deals") {
        return deals(typed);
    }
    if (typed.verb == "value") {
        return value(typed);
    }
    if (typed.verb == "gap") {
        return gap(typed);
    }
    if (typed.verb == "scope") {
        return scope(typed);
    }
    if (typed.verb == "run") {
        return run_talks(typed);
    }
    if (typed.verb == "play") {
        return play(typed);
    }
    if (typed.verb == "results") {
        return results(typed);
    }
    if (typed.verb == "mediate") {
        return mediate(typed);
    }
    if (typed.verb == "race") {
        return race(typed);
    }
    if (typed.verb == "equilibrium") {
        return equilibrium(typed);
    }
    if (typed.verb == "tournament") {
        return tournament(typed);
    }
    if (typed.verb == "ratify") {
        return ratify(typed);
    }
    if (typed.verb == "sequence") {
        return sequence(typed);
    }
    if (typed.verb == "tranches") {
        return tranches(typed);
    }
    if (typed.verb == "life") {
        return life(typed);
    }
    if (typed.verb == "verify") {
        return verify(typed);
    }
    if (typed.verb == "import") {
        return import_scenario(typed);
    }
    if (typed.verb == "export") {
        return export_scenario(typed);
    }
    if (typed.verb == "robust") {
        return robust(typed);
    }
    if (typed.verb == "sweep") {
        return sweep(typed);
    }
    if (typed.verb == "check") {
        return told(question::check(load(typed), typed.scope), typed.json);
    }
    return typed.verb == "list" ? list(typed) : fresh(typed);
}

}  // namespace negotiation::cli
