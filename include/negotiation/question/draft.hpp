#pragma once

/// @file
/// A deal by names, as answers and people write it.

#include <string>
#include <vector>

#include <negotiation/model/option_label.hpp>

namespace negotiation::question {

/// @brief One clause: an issue and the option it takes.
struct clause {
    std::string issue;    ///< its name
    option_label option;  ///< as the file spells it

    bool operator==(const clause&) const = default;
};

/// @brief A deal clause by clause, the issues in the scenario's order.
using draft = std::vector<clause>;

}  // namespace negotiation::question
