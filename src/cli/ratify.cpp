#include "cli/ratify.hpp"

#include <negotiation/question/ratify.hpp>

#include "cli/answered.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string ratify(const arguments& typed) {
    question::ratify_options options;
    options.scope = typed.scope;
    options.talks = talks_of(typed.talks);
    options.deals = typed.deals;
    options.alternative = typed.alternative;
    options.win_sets = typed.win_sets;
    options.surge = typed.surge;
    return told(question::ratify(load(typed), options), typed.json);
}

}  // namespace negotiation::cli
