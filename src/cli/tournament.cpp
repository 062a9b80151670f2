#include "cli/tournament.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

#include <fmt/format.h>

#include <negotiation/io/json.hpp>
#include <negotiation/io/write_nfg.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/report/text.hpp>

#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

negotiation::clock clock_of(const std::string& text) {
    const auto found = clock_named(text.empty() ? "geniusweb" : text);
    if (!found) {
        throw std::invalid_argument(fmt::format("option --clock: no clock '{}'; {}", shown(text),
                                                nearest(text, {"geniusweb", "negmas", "genius"})));
    }
    return *found;
}

question::tournament_options options_of(const arguments& typed) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    question::tournament_options options{
        .strategies = typed.strategies,
        .rounds = static_cast<std::int64_t>(
            whole_of("--rounds", typed.rounds, 100, 0, std::numeric_limits<std::int64_t>::max())),
        .seed = whole_of("--seed", typed.seed, 1, 0, most)};
    options.mediators = typed.mediators;
    options.clock = clock_of(typed.clock);
    options.repeats = whole_of("--repeats", typed.repeats, 1, 1, 1'000'000'000);
    options.rotate = typed.rotate;
    options.scope = typed.scope;
    options.store = typed.store;
    options.resume = typed.resume;
    if (options.resume && options.store.empty()) {
        throw std::invalid_argument("option --resume: goes on with a store; give --store FILE");
    }
    options.parallel.threads = whole_of("--threads", typed.threads, 0, 1, 1024);
    return options;
}

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

std::string tournament(const arguments& typed) {
    question::tournament_options options = options_of(typed);
    const std::vector<scenario> worlds = load_all(typed);
    const interrupt stop;
    progress line("negotiations");
    options.parallel.stop = stop.token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    const question::tournament_answer answer = question::tournament(worlds, options);
    if (!typed.nfg.empty()) {
        write_file(typed.nfg, io::to_nfg(answer), true);
    }
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
