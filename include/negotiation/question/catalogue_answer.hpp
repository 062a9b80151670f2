#pragma once

/// @file
/// What there is to choose from: the answer.

#include <string>
#include <vector>

namespace negotiation::question {

/// @brief A parameter of something that can be chosen by name.
struct listed_parameter {
    std::string name;      ///< as written
    std::string fallback;  ///< its value when it is not given; may be empty
    std::string what;      ///< what it does

    bool operator==(const listed_parameter&) const = default;
};

/// @brief Something that can be chosen by name.
struct listed_choice {
    std::string name;                          ///< as written
    std::string what;                          ///< what it does
    std::vector<listed_parameter> parameters;  ///< what it takes
    std::string assumes;                       ///< of the others; empty for nothing to tell
    std::string source;                        ///< who described it; empty for a baseline
};

/// @brief One of the library's catalogues.
struct catalogue_answer {
    std::string kind;                    ///< strategies, acceptance, models, protocols, mediators
    std::vector<listed_choice> choices;  ///< in the order of the guide
};

}  // namespace negotiation::question
