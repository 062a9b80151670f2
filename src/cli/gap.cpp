#include "cli/gap.hpp"

#include <negotiation/io/json.hpp>
#include <negotiation/question/gap.hpp>
#include <negotiation/report/text.hpp>

#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string gap(const arguments& typed) {
    const auto options = table_options<question::gap_options>(typed);
    const question::gap_answer answer = question::gap(load(typed), options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
