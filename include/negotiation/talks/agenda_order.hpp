#pragma once

/// @file
/// In which order issues are settled, as written. Compiled in the library negotiation::negotiation
/// (src/talks/agenda_order.cpp).

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/model/outcome_space.hpp>

namespace negotiation::talks {

/// @brief An order of the issues by their names: stages one after another, each of one issue or of
/// several that are settled together.
struct agenda_order {
    bool each = false;                             ///< every issue alone, in the file's order
    std::vector<std::vector<std::string>> stages;  ///< names; none of them: all issues at once

    bool operator==(const agenda_order&) const = default;
};

/// @brief Reads an order: `price/delivery+warranty` settles the price first, then the other two
/// together. `each` is every issue alone in the file's order, `package` all at once. A name in
/// double quotes may hold any sign; single quotes around the whole do not count.
/// @param text as written
/// @return the order
/// @throws std::invalid_argument an empty name, or a quote that is not closed
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/agenda_order.cpp "orders are read stage by stage"
[[nodiscard]] agenda_order read_agenda_order(std::string_view text);

/// @brief What is wrong with an order where the issues are known.
/// @param order  as read
/// @param issues names, in the order of the space
/// @return a sentence: an issue that is not there, with near names, or that is there twice; nothing
/// when nothing is wrong
/// @complexity{O(names * issues)}; thread-safe
/// @test tests/talks/agenda_order.cpp "names are found among the issues"
[[nodiscard]] std::optional<std::string> fault_in(const agenda_order& order,
                                                  const std::vector<std::string>& issues);

/// @brief The same order by places.
/// @param order  as read
/// @param issues names, in the order of the space
/// @return issues by stage; those named nowhere are left out
/// @throws std::invalid_argument what `fault_in` tells
/// @complexity{O(names * issues)}; thread-safe
/// @test tests/talks/agenda_order.cpp "names are found among the issues"
[[nodiscard]] std::vector<std::vector<issue_id>> stages_of(const agenda_order& order,
                                                           const std::vector<std::string>& issues);

}  // namespace negotiation::talks
