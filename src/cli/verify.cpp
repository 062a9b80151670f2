#include "cli/verify.hpp"

#include <negotiation/question/verify.hpp>

#include "cli/answered.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string verify(const arguments& typed) {
    question::verify_options options;
    options.scope = typed.scope;
    options.deal = deal_of(typed);
    options.variant = typed.variant;
    options.order = typed.order;
    return told(question::verify(load(typed), options), typed.json);
}

}  // namespace negotiation::cli
