#include "cli/sequence.hpp"

#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/model/typed_text.hpp>
#include <negotiation/question/sequence.hpp>

#include "cli/answered.hpp"
#include "cli/output_file.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

/// Parts of lists with commas between them.
std::vector<std::string> names_of(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const std::string& list : lists) {
        for (std::string& name : split(list, ',')) {
            if (!name.empty()) {
                names.push_back(std::move(name));
            }
        }
    }
    return names;
}

/// STEP, STEP=COST, STEP:ANSWER or STEP:ANSWER=COST.
negotiation::escrow_terms escrow_of(const std::string& text) {
    negotiation::escrow_terms what;
    std::string names = text;
    if (const std::size_t equals = text.rfind('='); equals != std::string::npos) {
        const auto cost = number_of("--escrow", text.substr(equals + 1));
        what.cost = cost.value_or(0);
        names = text.substr(0, equals);
    }
    const std::size_t colon = names.find(':');
    what.payment = names.substr(0, colon);
    what.answer = colon == std::string::npos ? "" : names.substr(colon + 1);
    if (what.payment.empty() || (colon != std::string::npos && what.answer.empty())) {
        throw std::invalid_argument(
            fmt::format("option --escrow: expected STEP[:ANSWER][=COST]; got '{}'", shown(text)));
    }
    return what;
}

question::sequence_options sequence_options_of(const arguments& typed) {
    question::sequence_options options;
    options.scope = typed.scope;
    options.deal = deal_of(typed);
    options.variant = typed.variant;
    options.compare = names_of(typed.compare);
    options.order = typed.order;
    for (const std::string& text : typed.beliefs) {
        options.beliefs.push_back(number_by_party("--trust", text));
    }
    options.sureties = typed.sureties;
    for (const std::string& text : typed.guarantees) {
        options.guarantees.push_back(number_by_party("--guarantee", text));
    }
    for (const std::string& text : typed.escrows) {
        options.escrows.push_back(escrow_of(text));
    }
    using negotiation::sequence::reading;
    options.trusts = {
        reading_of(typed.reading, {reading::drawdown, reading::next_turn, reading::peak_exposure}),
        typed.learning};
    return options;
}

}  // namespace

std::string sequence(const arguments& typed) {
    const question::sequence_options options = sequence_options_of(typed);
    check_output(typed.dot, typed.force, files_read(typed));
    const scenario world = load(typed);
    const question::sequence_answer answer = question::sequence(world, options);
    if (!typed.dot.empty()) {
        write_file(typed.dot, question::sequence_graph(world, options, answer), typed.force,
                   files_read(typed));
    }
    return told(answer, typed.json);
}

}  // namespace negotiation::cli
