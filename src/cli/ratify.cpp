#include "cli/ratify.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/ratify.hpp>
#include <negotiation/report/text.hpp>

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
    const question::ratify_answer answer = question::ratify(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
