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
#include <vector>

namespace negotiation::question {
struct check_answer;
struct deals_answer;
struct list_answer;
struct listed_file;
struct value_answer;
}  // namespace negotiation::question

namespace negotiation::io {

/// @brief The deals of a scenario. @return one line of UTF-8, without a line break
/// @test tests/io/json.cpp "deals have the documented keys in order"
[[nodiscard]] std::string to_json(const question::deals_answer& answer);

/// @brief What deals are worth.
/// @test tests/io/json.cpp "values have the documented keys in order"
[[nodiscard]] std::string to_json(const question::value_answer& answer);

/// @brief What a sound scenario contains.
[[nodiscard]] std::string to_json(const question::check_answer& answer);

/// @brief Everything in a scenario that a question can name.
[[nodiscard]] std::string to_json(const question::list_answer& answer);

/// @brief The scenarios at hand.
[[nodiscard]] std::string to_json(const std::vector<question::listed_file>& files);

/// @brief An object of one text.
[[nodiscard]] std::string to_json(std::string_view key, std::string_view text);

}  // namespace negotiation::io
