#pragma once

/// @file
/// Every answer as JSON, for programs. Compiled in `src/io`; link `negotiation::negotiation`.
///
/// Keys come in a fixed order and issues in the scenario's; options keep the type they have in the
/// file; counts above 2^53 are strings; what does not exist is null; there is never a NaN or an
/// infinity. Numbers have the fewest digits that read back to the same double. `docs/json.md` lists
/// the keys.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace negotiation::question {
struct catalogue_answer;
struct check_answer;
struct deals_answer;
struct equilibrium_answer;
struct life_answer;
struct gap_answer;
struct list_answer;
struct listed_file;
struct headline;
struct ratify_answer;
struct results_answer;
struct robust_answer;
struct mediate_answer;
struct play_answer;
struct race_answer;
struct run_answer;
struct scope_answer;
struct sequence_answer;
struct sweep_answer;
struct tournament_answer;
struct tranches_answer;
struct value_answer;
struct verify_answer;
}  // namespace negotiation::question

namespace negotiation::io {

struct foreign_export;

/// @brief The deals of a scenario.
/// @param answer what `question::deals` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "deals have the documented keys in order"
[[nodiscard]] std::string to_json(const question::deals_answer& answer);

/// @brief What deals are worth.
/// @param answer what `question::value` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "values have the documented keys in order"
[[nodiscard]] std::string to_json(const question::value_answer& answer);

/// @brief Whether deals pass at home.
/// @param answer what `question::ratify` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_ratify.cpp "ratification has the documented keys in order"
[[nodiscard]] std::string to_json(const question::ratify_answer& answer);

/// @brief What would close the gap.
/// @param answer what `question::gap` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_gap.cpp "a gap has the documented keys in order"
[[nodiscard]] std::string to_json(const question::gap_answer& answer);

/// @brief Narrow or broad.
/// @param answer what `question::scope` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_scope.cpp "scopes have the documented keys in order"
[[nodiscard]] std::string to_json(const question::scope_answer& answer);

/// @brief How the talks went.
/// @param answer what `question::run` found
/// @param trace  with every move
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "a run has the documented keys in order"
[[nodiscard]] std::string to_json(const question::run_answer& answer, bool trace = false);

/// @brief Which mediator, and whose word would be believed.
/// @param answer what `question::mediate` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_mediate.cpp "mediators have the documented keys in order"
[[nodiscard]] std::string to_json(const question::mediate_answer& answer);

/// @brief Talks against collapse.
/// @param answer what `question::race` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_race.cpp "a race has the documented keys in order"
[[nodiscard]] std::string to_json(const question::race_answer& answer);

/// @brief How strategies did against one another.
/// @param answer what `question::tournament` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_tournament.cpp "a tournament has the documented keys in order"
[[nodiscard]] std::string to_json(const question::tournament_answer& answer);

/// @brief Who goes first; several variants stand in one list.
/// @param answer what `question::sequence` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_sequence.cpp "who goes first has the documented keys in order"
[[nodiscard]] std::string to_json(const question::sequence_answer& answer);

/// @brief The whole life of a deal.
/// @param answer what `question::life` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_life.cpp "a life has the documented keys in order, the same on any number of
/// threads"
[[nodiscard]] std::string to_json(const question::life_answer& answer);

/// @brief What parties agree on that know one another and look ahead.
/// @param answer what `question::equilibrium` found
/// @return one line of JSON, keys as in docs/json.md
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_equilibrium.cpp "equilibrium play has the documented keys in order"
[[nodiscard]] std::string to_json(const question::equilibrium_answer& answer);

/// @brief How to cut an exchange into tranches.
/// @param answer what `question::tranches` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_tranches.cpp "tranches have the documented keys in order"
[[nodiscard]] std::string to_json(const question::tranches_answer& answer);

/// @brief How good inspection must be.
/// @param answer what `question::verify` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_verify.cpp "verification has the documented keys in order"
[[nodiscard]] std::string to_json(const question::verify_answer& answer);

/// @brief What a sound scenario contains.
/// @param answer what `question::check` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const question::check_answer& answer);

/// @brief Everything in a scenario that a question can name.
/// @param answer what `question::list` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const question::list_answer& answer);

/// @brief What there is to choose from.
/// @param answer what `question::catalogue` found
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const question::catalogue_answer& answer);

/// @brief The scenarios at hand.
/// @param files what can be asked for by name
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the list}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const std::vector<question::listed_file>& files);

/// @brief An object of one text.
/// @param key  its only key
/// @param text the value
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the text}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(std::string_view key, std::string_view text);

/// @brief An object of lists of texts.
/// @param lists keys and their values
/// @return one line of UTF-8, without a line break
/// @complexity{linear in the texts}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(
    const std::vector<std::pair<std::string, std::vector<std::string>>>& lists);

/// @brief A scenario written for another system.
/// @param made    what was written; its texts are left out
/// @param written the files, as they are found
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the names}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const foreign_export& made,
                                  const std::vector<std::string>& written);

/// @brief How a person fared at the table.
/// @param answer what `question::play` found
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const question::play_answer& answer);

/// @brief What a store of negotiations holds.
/// @param answer what `question::results` found
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json.cpp "the other verbs have JSON too"
[[nodiscard]] std::string to_json(const question::results_answer& answer);

/// @brief What becomes of an answer when numbers vary.
/// @param answer what `question::sweep` found
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the grid}; thread-safe
/// @test tests/io/json_sweep.cpp "a sweep has the documented keys in order"
[[nodiscard]] std::string to_json(const question::sweep_answer& answer);

/// @brief The quantities that can be asked for.
/// @param quantities what `question::headlines` lists
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the list}; thread-safe
/// @test tests/io/json_sweep.cpp "quantities are listed by name"
[[nodiscard]] std::string to_json(const std::vector<question::headline>& quantities);

/// @brief What holds whatever the assumed numbers are, and what hangs on which.
/// @param answer what `question::robust` found
/// @return one JSON object on one line, see docs/json.md
/// @complexity{linear in the answer}; thread-safe
/// @test tests/io/json_robust.cpp "an answer about robustness has the documented keys in order"
[[nodiscard]] std::string to_json(const question::robust_answer& answer);

}  // namespace negotiation::io
