#include "cli/tournament.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/write_nfg.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/talks/section.hpp>

#include "cli/answered.hpp"
#include "cli/output.hpp"
#include "cli/output_file.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

std::vector<scenario> load_all(const arguments& typed) {
    if (typed.scenarios.empty()) {
        throw std::invalid_argument(
            "needs a SCENARIO or several, files or names of bundled ones (negotiate list shows "
            "them); got none");
    }
    refuse_idle_reading(typed, typed.scenarios);
    std::vector<scenario> worlds;
    for (const std::string& name : typed.scenarios) {
        worlds.push_back(load(typed, name));
    }
    return worlds;
}

/// Where --resume finds nothing, that is no mistake of a script that always says it; of whoever
/// mistyped the name it is one.
void tell_begun_anew(const arguments& typed, const char* found) {
    notice(fmt::format("negotiate tournament: '{}': {}; begun anew\n", shown(typed.store), found));
}

/// What was played is told also where the game cannot be written after all.
void write_game(const arguments& typed, const question::tournament_answer& answer,
                const std::string& text) {
    try {
        write_file(typed.nfg, io::to_nfg(answer), typed.force, files_read(typed));
    } catch (const std::invalid_argument&) {
        static_cast<void>(print(text));
        throw;
    }
}

}  // namespace

void require_two_parties(const std::string& option, const std::vector<scenario>& worlds) {
    const bool found = std::any_of(worlds.begin(), worlds.end(),
                                   [](const scenario& world) { return world.parties.size() == 2; });
    if (!found) {
        throw std::invalid_argument(
            fmt::format("option {}: needs a scenario for two parties; got '{}' for {}", option,
                        shown(worlds.front().title), worlds.front().parties.size()));
    }
}

question::tournament_options tournament_options_of(const arguments& typed) {
    question::tournament_options options{
        .strategies = typed.strategies,
        .rounds = whole_of("--rounds", typed.rounds, talks::maximum_rounds).value_or(100),
        .seed = seed_of(typed)};
    options.mediators = typed.mediators;
    options.clock = clock_of(typed.clock).value_or(clock::geniusweb);
    options.repeats = whole_of("--repeats", typed.repeats, 1, 1, 1'000'000'000);
    options.rotate = typed.rotate;
    options.scope = typed.scope;
    options.store = typed.store;
    options.resume = typed.resume;
    if (options.resume && options.store.empty()) {
        throw std::invalid_argument("option --resume: goes on with a store; give --store FILE");
    }
    options.parallel.threads = threads_of(typed);
    return options;
}

namespace {

/// What is a field of the library is an option here.
question::tournament_answer played(const std::vector<scenario>& worlds,
                                   const question::tournament_options& options) {
    try {
        return question::tournament(worlds, options);
    } catch (const scenario_error&) {
        throw;
    } catch (const std::invalid_argument& wrong) {
        constexpr std::string_view field = "set rotate to false";
        std::string said = wrong.what();
        const std::size_t at = said.find(field);
        if (at == std::string::npos) {
            throw;
        }
        throw std::invalid_argument(said.replace(at, field.size(), "give --fixed-seats"));
    }
}

}  // namespace

std::string tournament(const arguments& typed) {
    question::tournament_options options = tournament_options_of(typed);
    if (!typed.nfg.empty() && !typed.rotate) {
        throw std::invalid_argument(
            "option --nfg: the game of choosing a strategy needs every order of seats; leave out "
            "--fixed-seats");
    }
    refuse_folder_as_store(typed.store);
    check_output(typed.nfg, typed.force, files_read(typed));
    const std::vector<scenario> worlds = load_all(typed);
    if (!typed.nfg.empty()) {
        require_two_parties("--nfg", worlds);
    }
    std::error_code unknown;
    const bool there = std::filesystem::exists(typed.store, unknown);
    if (options.resume && !there) {
        tell_begun_anew(typed, "nothing there yet");
    }
    const question::tournament_answer answer =
        watched(options.parallel, "negotiations", [&] { return played(worlds, options); });
    if (options.resume && there && answer.kept->recalled == 0) {
        tell_begun_anew(typed, "has nothing of this tournament");
    }
    const std::string text = told(answer, typed.json);
    if (!typed.nfg.empty()) {
        write_game(typed, answer, text);
    }
    return text;
}

}  // namespace negotiation::cli
