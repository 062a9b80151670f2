#include "cli/life.hpp"

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/life.hpp>

#include "cli/answered.hpp"
#include "cli/interrupt.hpp"
#include "cli/play_options.hpp"
#include "cli/progress.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

constexpr std::uint64_t any = std::numeric_limits<std::uint64_t>::max();

/// "secret", "public", "each", or one of the first two and the third with a comma.
void read_talks(const std::string& text, question::life_options& into) {
    if (text.empty()) {
        return;
    }
    for (const std::string& word : split(text, ',')) {
        if (word == "each") {
            into.each = true;
        } else if (word == "secret" || word == "public") {
            into.talks = word == "secret" ? publicity::secret : publicity::open;
        } else {
            throw std::invalid_argument(fmt::format("option --talks: no such talks '{}'; {}",
                                                    shown(word),
                                                    nearest(word, {"secret", "public", "each"})));
        }
    }
}

question::life_options life_options_of(const arguments& typed) {
    question::life_options options;
    options.scope = typed.scope;
    read_talks(typed.talks, options);
    if (!typed.rounds.empty()) {
        options.rounds =
            static_cast<std::int64_t>(whole_of("--rounds", typed.rounds, 0, 1, 1'000'000));
    }
    options.strategies = strategies_of(typed.strategies);
    options.mediators = mediators_of(typed.mediators);
    options.runs = whole_of("--runs", typed.runs, options.runs, 1, 1'000'000'000'000);
    options.seed = seed_of(typed);
    options.played = whole_of("--played", typed.played, options.played, 1, 1'000'000);
    options.samples = whole_of("--samples", typed.samples, 0, 0, 10'000);
    options.spread = number_of("--spread", typed.spread).value_or(options.spread);
    options.how.cautious = typed.cautious;
    options.how.order = typed.order;
    options.how.variant = typed.variant;
    options.how.alternative = typed.alternative;
    if (!typed.story.empty()) {
        options.told = whole_of("--story", typed.story, 0, 0, any);
    }
    options.parallel.threads = threads_of(typed);
    return options;
}

}  // namespace

std::string life(const arguments& typed) {
    question::life_options options = life_options_of(typed);
    const scenario world = load(typed);
    const interrupt stop;
    progress line("worlds");
    options.parallel.stop = stop.token();
    // Blocks of lives are told as lives.
    options.parallel.progress = [&](std::size_t done, std::size_t all) {
        line.show(static_cast<std::size_t>(static_cast<double>(done) / static_cast<double>(all) *
                                           static_cast<double>(options.runs)),
                  options.runs);
    };
    const question::life_answer answer = question::life(world, options);
    return told(answer, typed.json);
}

}  // namespace negotiation::cli
