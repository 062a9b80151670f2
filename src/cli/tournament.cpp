#include "cli/tournament.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/write_nfg.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/tournament.hpp>

#include "cli/answered.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

std::vector<scenario> load_all(const arguments& typed) {
    if (typed.scenarios.empty()) {
        throw std::invalid_argument(
            "needs a SCENARIO or several, files or names of bundled ones (negotiate list shows "
            "them); got none");
    }
    std::vector<scenario> worlds;
    for (const std::string& name : typed.scenarios) {
        worlds.push_back(load(typed, name));
    }
    return worlds;
}

}  // namespace

question::tournament_options tournament_options_of(const arguments& typed) {
    question::tournament_options options{
        .strategies = typed.strategies,
        .rounds = static_cast<std::int64_t>(
            whole_of("--rounds", typed.rounds, 100, 0, std::numeric_limits<std::int64_t>::max())),
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

std::string tournament(const arguments& typed) {
    question::tournament_options options = tournament_options_of(typed);
    if (!typed.nfg.empty() && !typed.rotate) {
        throw std::invalid_argument(
            "option --nfg: the game of choosing a strategy needs every order of seats; leave out "
            "--fixed-seats");
    }
    refuse_existing(typed.nfg, typed.force);
    const std::vector<scenario> worlds = load_all(typed);
    const question::tournament_answer answer = watched(
        options.parallel, "negotiations", [&] { return question::tournament(worlds, options); });
    if (!typed.nfg.empty()) {
        write_file(typed.nfg, io::to_nfg(answer), true);
    }
    return told(answer, typed.json);
}

}  // namespace negotiation::cli
