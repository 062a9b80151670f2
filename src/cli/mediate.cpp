#include "cli/mediate.hpp"

#include <negotiation/question/mediate.hpp>

#include "cli/answered.hpp"
#include "cli/play_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

question::mediate_options mediate_options_of(const arguments& typed) {
    auto options = play_options<question::mediate_options>(typed);
    options.runs = runs_of(typed, options.runs);
    options.together = typed.together;
    options.prior = number_of("--prior", typed.prior).value_or(options.prior);
    if (!typed.counsel.empty()) {
        options.counsel = question::parse_counsel(typed.counsel);
    }
    if (!typed.dispute.empty()) {
        options.dispute = question::parse_dispute(typed.dispute);
    }
    options.parallel.threads = threads_of(typed);
    return options;
}

}  // namespace

std::string mediate(const arguments& typed) {
    question::mediate_options options = mediate_options_of(typed);
    const scenario world = load(typed);
    return told(
        watched(options.parallel, "runs", [&] { return question::mediate(world, options); }),
        typed.json);
}

}  // namespace negotiation::cli
