#pragma once

/// @file
/// The language in which a person at a terminal says what to do.

#include <string>
#include <string_view>
#include <vector>

#include <negotiation/model/outcome_space.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question::detail {

/// @brief What a line begins with.
enum class command_word {
    accept,
    insist,  ///< accept what is worth less than no deal
    offer,
    draft,
    at,
    theirs,
    show,
    options,
    reject,
    walk,
    help
};

/// @brief A line: a word, and what follows it.
struct person_command {
    command_word word = command_word::help;
    std::string rest;
};

/// @brief Reads a line; an empty one asks for help.
/// @throws std::invalid_argument a word that is none
[[nodiscard]] person_command parse_command(std::string_view line);

/// @brief As it is typed.
[[nodiscard]] const char* typed_as(command_word word);

/// @brief What can be typed, a line each.
[[nodiscard]] const char* commands_text();

/// @brief An option with the unit of its issue: "800 kt".
[[nodiscard]] std::string option_text(const issue& of, option_id option);

/// @brief What can be chosen in one issue, or in all of them where `name` is empty.
/// @throws std::invalid_argument no such issue
[[nodiscard]] std::string options_text(const scenario& world, const std::string& name);

/// @brief An outcome changed by "enrichment=zero, leu_stock=300".
/// @param domains options of each issue that are on the table, ascending
/// @throws std::invalid_argument what is no clause, or not on the table
[[nodiscard]] outcome changed_by(const scenario& world,
                                 const std::vector<std::vector<option_id>>& domains, outcome deal,
                                 const std::string& clauses);

/// @brief The number behind `at`. @throws std::invalid_argument no number
[[nodiscard]] double utility_in(const std::string& text);

}  // namespace negotiation::question::detail
