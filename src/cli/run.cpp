#include "cli/run.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/describe_run.hpp>
#include <negotiation/report/text.hpp>

#include "cli/play_options.hpp"
#include "cli/run_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

question::run_options run_options_of(const arguments& typed) {
    auto options = play_options<question::run_options>(typed);
    if (const auto runs = whole_of("--runs", typed.runs)) {
        options.other_runs = static_cast<std::size_t>(*runs);
    }
    options.models = typed.models;
    return options;
}

std::string run(const arguments& typed) {
    const question::run_answer answer = question::run(load(typed), run_options_of(typed));
    return typed.json ? io::to_json(answer, typed.trace) + "\n"
                      : report::render_text(question::describe(answer, typed.trace));
}

}  // namespace negotiation::cli
