#include "cli/tranches.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/tranches.hpp>
#include <negotiation/report/text.hpp>

#include "cli/typed.hpp"

namespace negotiation::cli {

std::string tranches(const arguments& typed) {
    using negotiation::sequence::reading;
    question::tranches_options options;
    options.trust = number_of("--trust", typed.trust);
    options.target = number_of("--target", typed.target);
    options.how = reading_of(typed.reading, {reading::drawdown, reading::next_turn});
    const question::tranches_answer answer = question::tranches(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
