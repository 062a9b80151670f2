#pragma once

/// @file
/// The frontier, the moves of a run, and a grid, as comma-separated values, for spreadsheets and
/// plots. Compiled in `src/io`; link `negotiation::negotiation`.

#include <string>

namespace negotiation::question {
struct deals_answer;
struct run_answer;
struct sweep_answer;
}  // namespace negotiation::question

namespace negotiation::io {

/// @brief One row an efficient combination of utilities: the utility of every party, the number of
/// deals that give it, the options of one of them.
///
/// The first row names the columns: parties, `count`, issues in scope. Fields with commas, quotes
/// or line breaks are quoted (RFC 4180); rows end in `\r\n`. An empty zone gives the first row
/// alone.
/// @param answer what `question::deals` found
/// @return the table, UTF-8
/// @complexity{linear in the frontier}; thread-safe
/// @test tests/io/csv.cpp "every point is a row"
[[nodiscard]] std::string to_csv(const question::deals_answer& answer);

/// @brief One row a thing said or done in a run of the talks: the round, who, what, the option of
/// every issue, the utility of that deal to every party.
///
/// The first row names the columns: `round`, `party`, `move`, issues, and parties with `u:` before
/// them. Where no deal is meant its fields are empty. Otherwise as the frontier.
/// @param answer what `question::run` found
/// @return the table, UTF-8
/// @complexity{linear in the events}; thread-safe
/// @test tests/io/csv.cpp "every move is a row"
[[nodiscard]] std::string to_csv(const question::run_answer& answer);

/// @brief One row a point of a grid: the level of every number that varies, what was found.
///
/// The first row names the columns: paths, quantities, `reason`. A quantity without a number is an
/// empty field with its reason at the end of the row; where several were asked, `name: reason`, one
/// after the other between semicolons. Numbers are the shortest that
/// read back as they are. Points that a stop left out have no row.
/// @param answer what `question::sweep` found
/// @return the table, UTF-8
/// @complexity{linear in the grid}; thread-safe
/// @test tests/io/csv.cpp "every point of a grid is a row"
[[nodiscard]] std::string to_csv(const question::sweep_answer& answer);

}  // namespace negotiation::io
