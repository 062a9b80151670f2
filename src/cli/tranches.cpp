#include "cli/tranches.hpp"

#include <negotiation/question/tranches.hpp>

#include "cli/answered.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string tranches(const arguments& typed) {
    using negotiation::sequence::reading;
    question::tranches_options options;
    options.trust = number_of("--trust", typed.trust);
    options.target = number_of("--target", typed.target);
    options.how = reading_of(typed.reading, {reading::drawdown, reading::next_turn});
    return told(question::tranches(load(typed), options), typed.json);
}

}  // namespace negotiation::cli
