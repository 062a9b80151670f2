#include "cli/verify.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/verify.hpp>
#include <negotiation/report/text.hpp>

#include "cli/typed.hpp"

namespace negotiation::cli {

std::string verify(const arguments& typed) {
    question::verify_options options;
    options.scope = typed.scope;
    options.deal = deal_of(typed);
    options.variant = typed.variant;
    options.order = typed.order;
    const question::verify_answer answer = question::verify(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
