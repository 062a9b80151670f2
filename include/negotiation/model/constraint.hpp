#pragma once

/// @file
/// What cannot be written into one text together, whoever wants it.

#include <string>
#include <vector>

#include <negotiation/model/option_label.hpp>

namespace negotiation {

/// @brief "This issue takes one of these options."
struct condition {
    std::string issue;                  ///< name of the issue
    std::vector<option_label> options;  ///< at least one

    bool operator==(const condition&) const = default;
};

/// @brief A logical tie between issues, part of the space and of nobody's utility.
///
/// With `then`: whenever every `given` holds, every `then` holds too (implication). Without it:
/// the `given` never hold all at once (forbidden combination).
struct constraint {
    std::string name;              ///< a sentence, shown when it bites
    std::vector<condition> given;  ///< at least one
    std::vector<condition> then;   ///< empty for a forbidden combination
    std::string source = {};       ///< id of a source, may be empty

    bool operator==(const constraint&) const = default;
};

}  // namespace negotiation
