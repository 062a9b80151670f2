#include "cli/gap.hpp"

#include <negotiation/question/gap.hpp>

#include "cli/answered.hpp"
#include "cli/table_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

std::string gap(const arguments& typed) {
    const auto options = table_options<question::gap_options>(typed);
    return told(question::gap(load(typed), options), typed.json);
}

}  // namespace negotiation::cli
