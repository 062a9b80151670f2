#pragma once

/// What several verbs read alike.

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/diagnostic.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/sequence/trust.hpp>

#include "cli/arguments.hpp"

namespace negotiation::cli {

/// The one SCENARIO, with what --set changes.
/// @throws std::invalid_argument none was given, and what reading a scenario throws
[[nodiscard]] scenario load(const arguments& typed);

/// One of several SCENARIOs, likewise.
[[nodiscard]] scenario load(const arguments& typed, const std::string& name);

/// What was found wrong with the one SCENARIO after it was read, told where the file says it.
[[nodiscard]] parse_error locate(const arguments& typed, const std::vector<diagnostic>& wrong);

/// "United States=2". @throws std::invalid_argument anything else
[[nodiscard]] std::pair<std::string, double> number_by_party(const std::string& option,
                                                             const std::string& text);

/// "1.5:0.4". @throws std::invalid_argument anything else
[[nodiscard]] std::pair<double, double> number_by_chance(const std::string& option,
                                                         const std::string& text);

/// A number typed behind an option; nothing when it was not given.
/// @throws std::invalid_argument anything else
[[nodiscard]] std::optional<double> number_of(const std::string& option,
                                              const std::optional<std::string>& text);

/// A whole number within a range, or what stands for it when it was not typed.
/// @throws std::invalid_argument anything else
[[nodiscard]] std::uint64_t whole_of(const std::string& option, const std::string& text,
                                     std::uint64_t fallback, std::uint64_t low, std::uint64_t high);

/// A whole number typed behind an option; nothing when it was not given.
/// @param most that whoever is asked takes, for the message about a number that does not fit
/// @throws std::invalid_argument anything else
[[nodiscard]] std::optional<std::int64_t> whole_of(
    const std::string& option, const std::string& text,
    std::int64_t most = std::numeric_limits<std::int64_t>::max());

/// Before reading: refuses --raw and --steps where none of the scenarios is of another system.
/// @throws std::invalid_argument
void refuse_idle_reading(const arguments& typed, const std::vector<std::string>& scenarios);

/// Before a store is opened. @throws std::invalid_argument it is a folder
void refuse_folder_as_store(const std::string& path);

/// How many are played; `fallback` when it was not said.
/// @throws std::invalid_argument no whole number
[[nodiscard]] std::size_t runs_of(const arguments& typed, std::size_t fallback);

/// Of everything that is drawn; 1 when it was not said.
/// @throws std::invalid_argument no whole number of 64 bits
[[nodiscard]] std::uint64_t seed_of(const arguments& typed);

/// @throws std::invalid_argument an answer cannot be printed both as CSV and as JSON
void refuse_csv_with_json(const arguments& typed);

/// The one deal that is carried out; empty when none was given.
/// @throws std::invalid_argument several
[[nodiscard]] std::string deal_of(const arguments& typed);

/// One of some readings by its name; drawdown when none was given.
/// @throws std::invalid_argument another word
[[nodiscard]] negotiation::sequence::reading reading_of(
    const std::string& text, const std::vector<negotiation::sequence::reading>& readings);

/// The files that the command reads or keeps: scenarios with all that they extend, and the store.
[[nodiscard]] std::vector<std::string> files_read(const arguments& typed);

/// A clock by its name; nothing when it was not said.
/// @throws std::invalid_argument another word
[[nodiscard]] std::optional<negotiation::clock> clock_of(const std::string& text);

/// Threads; 0, which takes all cores, when it was not said.
/// @throws std::invalid_argument none, or too many
[[nodiscard]] std::size_t threads_of(const arguments& typed);

/// Secret or public; nothing when it was not said.
/// @throws std::invalid_argument another word
[[nodiscard]] std::optional<publicity> talks_of(const std::string& text);

}  // namespace negotiation::cli
