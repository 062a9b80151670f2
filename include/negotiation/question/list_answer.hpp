#pragma once

/// @file
/// Everything in a scenario that a question can name: the answer.

#include <optional>
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
    std::string name;                        ///< of the issue
    std::string unit;                        ///< empty for words
    std::string kind;                        ///< categorical, ordered, integer, real
    std::vector<option_label> options;       ///< in enumeration order
    std::optional<option_label> status_quo;  ///< the option of today; an order of steps has none
};

/// @brief A red line and what it leaves open.
struct listed_line {
    std::string issue;                ///< its name
    std::vector<option_label> allow;  ///< the options left open
    bool is_public = false;           ///< said aloud
};

/// @brief A party or an onlooker.
struct listed_agent {
    std::string name;                    ///< of the agent
    double reservation = 0;              ///< value of no deal
    bool reservation_assumed = false;    ///< an assumption covers it
    std::vector<listed_line> red_lines;  ///< as written
    std::optional<discount> patience;    ///< what waiting costs, if the file says so
};

/// @brief A scope and its issues.
struct listed_scope {
    std::string name;                 ///< of the scope
    std::vector<std::string> issues;  ///< their names
};

/// @brief A named deal and the clauses its author wrote.
struct listed_deal {
    std::string name;  ///< of the deal
    draft clauses;     ///< issues not named stay as they are
};

/// @brief Everything in a scenario that a question can name.
struct list_answer {
    std::string scenario;                  ///< title
    publicity talks = publicity::open;     ///< secret or open
    std::vector<listed_issue> issues;      ///< in the scenario's order
    std::vector<listed_agent> parties;     ///< in acting order
    std::vector<listed_agent> onlookers;   ///< without a seat
    std::vector<listed_scope> scopes;      ///< of the scenario
    std::vector<listed_deal> deals;        ///< named in the scenario
    std::vector<std::string> constraints;  ///< their names
    std::vector<std::string> reported;     ///< names of reported quantities
    /// How the talks run, if the scenario says anything of it.
    std::optional<negotiation::talks::section> protocol;
    negotiation::ratification::section ratification;  ///< who ratifies; empty where nobody has to
    /// How a deal is carried out, if the scenario says anything of it.
    std::optional<negotiation::sequence::section> sequence;
    std::string note;                     ///< of the scenario, may be empty
    std::vector<source> sources;          ///< where numbers were read
    std::vector<assumption> assumptions;  ///< which numbers are guesses, and why
};

}  // namespace negotiation::question
