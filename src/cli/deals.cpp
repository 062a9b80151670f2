#include "cli/deals.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/model/nearest.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/value.hpp>

#include "cli/answered.hpp"
#include "cli/output.hpp"
#include "cli/table_options.hpp"
#include "cli/typed.hpp"

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

question::deals_options deals_options_of(const arguments& typed) {
    auto options = table_options<question::deals_options>(typed);
    options.method = engine_of(typed.engine);
    options.lotteries = typed.lotteries;
    for (const std::string& text : typed.powers) {
        options.powers.push_back(number_by_party("--power", text));
    }
    return options;
}

}  // namespace

std::string deals(const arguments& typed) {
    refuse_csv_with_json(typed);
    const question::deals_options options = deals_options_of(typed);
    const question::deals_answer answer = question::deals(load(typed), options);
    if (typed.csv) {
        if (answer.frontier.refused) {
            // The rows go to a file; that there are none for another reason than an empty zone
            // must be seen.
            notice(fmt::format("negotiate: no frontier: {}\n", answer.frontier.refused->reason));
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

}  // namespace negotiation::cli
