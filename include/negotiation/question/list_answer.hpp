#pragma once

/// @file
/// Everything in a scenario that a question can name: the answer.

#include <string>
#include <vector>

#include <negotiation/question/draft.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief A scenario file that can be asked about.
struct listed_file {
    std::string name;     ///< what to type
    std::string title;    ///< what it is about
    std::string problem;  ///< why that could not be read, else empty
};

/// @brief An issue and how people would refer to it.
struct listed_issue {
    std::string name;
    std::string unit;  ///< empty for words
    std::string kind;  ///< categorical, ordered, integer, real
    std::vector<option_label> options;
    option_label status_quo;
};

/// @brief A red line and what it leaves open.
struct listed_line {
    std::string issue;
    std::vector<option_label> allow;
    bool is_public = false;
};

/// @brief A party or an onlooker.
struct listed_agent {
    std::string name;
    double reservation = 0;
    bool reservation_assumed = false;
    std::vector<listed_line> red_lines;
};

/// @brief A scope and its issues.
struct listed_scope {
    std::string name;
    std::vector<std::string> issues;
};

/// @brief A named deal and the clauses its author wrote.
struct listed_deal {
    std::string name;
    draft clauses;
};

/// @brief Everything in a scenario that a question can name.
struct list_answer {
    std::string scenario;  ///< title
    publicity talks = publicity::open;
    std::vector<listed_issue> issues;
    std::vector<listed_agent> parties;
    std::vector<listed_agent> onlookers;
    std::vector<listed_scope> scopes;
    std::vector<listed_deal> deals;
    std::vector<std::string> constraints;
    std::vector<std::string> reported;
};

}  // namespace negotiation::question
