#include "cli/race.hpp"

#include <vector>

#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/race.hpp>

#include "cli/answered.hpp"
#include "cli/play_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

/// Numbers with commas between them.
std::vector<double> numbers_of(const std::string& option, const std::string& text) {
    std::vector<double> numbers;
    for (const std::string& part : split(text, ',')) {
        numbers.push_back(*number_of(option, part));
    }
    return numbers;
}

question::race_options race_options_of(const arguments& typed) {
    auto options = play_options<question::race_options>(typed);
    options.runs = runs_of(typed, options.runs);
    options.rate = number_of("--rate", typed.rate);
    options.haste = number_of("--haste", typed.haste).value_or(options.haste);
    options.framework = typed.framework;
    if (!typed.sweep.empty()) {
        options.sweep = numbers_of("--sweep", typed.sweep);
    }
    options.parallel.threads = threads_of(typed);
    return options;
}

}  // namespace

std::string race(const arguments& typed) {
    question::race_options options = race_options_of(typed);
    const scenario world = load(typed);
    return told(watched(options.parallel, "runs", [&] { return question::race(world, options); }),
                typed.json);
}

}  // namespace negotiation::cli
