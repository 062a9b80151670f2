#pragma once

/// @file
/// Strategies by name, as scenarios and the command line write them. Compiled in the library
/// negotiation::negotiation (src/talks/strategy_catalogue.cpp).

#include <functional>
#include <string>
#include <vector>

#include <negotiation/talks/acceptance_catalogue.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/specification.hpp>
#include <negotiation/talks/strategy.hpp>

namespace negotiation::talks {

/// @brief Makes a strategy for a party of an arena.
using strategy_maker = std::function<any_strategy(const arena& at, party_id who)>;

/// @brief The strategies there are, with their parameters.
/// @return one entry a name, in the order of the guide
/// @complexity{O(1)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "every strategy of the catalogue can be made and plays"
[[nodiscard]] const std::vector<catalogue_entry>& strategy_catalogue();

/// @brief Every strategy once: the names of the catalogue but those that, with their usual
/// parameters, play as another one. That is `time-dependent`, the family of `boulware`, `linear`
/// and `conceder`, which as usual is `linear`.
/// @return names, in the order of the catalogue
/// @complexity{O(entries)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "no strategy is listed under two names"
[[nodiscard]] std::vector<std::string> different_strategies();

/// @brief Whether a strategy votes on single texts: it plays alternating offers, but does not fit
/// them.
/// @param text as for `read_strategy`
/// @return true for `hill-climber` and `annealer`
/// @throws std::invalid_argument the form is wrong
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "those that vote on single texts are told"
[[nodiscard]] bool votes_on_texts(const std::string& text);

/// @brief Whether a strategy is a program to be run: `exec:COMMAND`. What runs commands is not read
/// from files that others wrote.
/// @param text as for `read_strategy`
/// @return true for `exec`
/// @throws std::invalid_argument the form is wrong
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "a program is a strategy by its command"
[[nodiscard]] bool is_external(const std::string& text);

/// @brief Reads a strategy.
/// @param text e.g. `boulware` or `time-dependent(e=0.25,accept=next(a=1,b=0))`
/// @return what makes it for a party
/// @throws std::invalid_argument an unknown name or parameter, which lists what exists, or a value
/// out of range
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "what does not exist is answered with what does"
[[nodiscard]] strategy_maker read_strategy(const std::string& text);

/// @brief Reads a strategy and makes it.
/// @param text as for `read_strategy`
/// @param at   what is bargained over; must outlive the strategy
/// @param who  the party that will play it
/// @return a fresh agent
/// @throws std::invalid_argument as `read_strategy`
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "every strategy of the catalogue can be made and plays"
[[nodiscard]] any_strategy make_strategy(const std::string& text, const arena& at, party_id who);

/// @brief Whether a strategy reads the others' true preferences, so that every result it takes part
/// in is one of complete information.
/// @param text as for `read_strategy`
/// @return true with `model=perfect`, and for `equilibrium`
/// @throws std::invalid_argument as `read_strategy`
/// @complexity{O(length)}; thread-safe
/// @test tests/talks/strategy_catalogue.cpp "parts are chosen by parameters"
[[nodiscard]] bool has_complete_information(const std::string& text);

}  // namespace negotiation::talks
