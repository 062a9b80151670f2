#include "cli/scope.hpp"

#include <cstddef>
#include <cstdint>

#include <negotiation/io/json.hpp>
#include <negotiation/question/scope.hpp>
#include <negotiation/report/text.hpp>

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
    options.runs = static_cast<std::size_t>(
        whole_of("--runs", typed.runs).value_or(static_cast<std::int64_t>(options.runs)));
    options.seed = static_cast<std::uint64_t>(whole_of("--seed", typed.seed).value_or(1));
    options.within = number_of("--within", typed.within).value_or(options.within);
    const question::scope_answer answer = question::scope(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
