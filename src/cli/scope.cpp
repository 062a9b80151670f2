#include "cli/scope.hpp"

#include <negotiation/question/scope.hpp>

#include "cli/answered.hpp"
#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string scope(const arguments& typed) {
    question::scope_options options;
    options.scopes = typed.scopes;
    options.talks = talks_of(typed.talks);
    if (typed.red_lines) {
        options.red_lines = question::parse_red_lines(*typed.red_lines);
    }
    options.seats = typed.seats;
    options.counts = !typed.uncounted;
    options.runs = runs_of(typed, options.runs);
    options.seed = seed_of(typed);
    options.spread = number_of("--spread", typed.spread).value_or(options.spread);
    return told(question::scope(load(typed), options), typed.json);
}

}  // namespace negotiation::cli
