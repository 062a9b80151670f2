#pragma once

/// @file
/// Where scenario files lie. Compiled: link `negotiation::negotiation`.

#include <string>
#include <vector>

#include <negotiation/io/parse_error.hpp>

namespace negotiation::io {

/// @brief The file that a scenario argument means.
///
/// A path to a file, or to a folder of files of another system, is itself: what is there goes
/// before what is bundled under the same name. Otherwise a bare name (`backchannel-2025`, with or
/// without `.toml`) is looked for in ./examples/scenarios, in the folder that the environment
/// variable NEGOTIATION_SCENARIOS names, and in ../share/negotiation/scenarios,
/// ../../examples/scenarios and ../../../examples/scenarios from the folder of the running program.
///
/// @param argument a path or a bare name
/// @return a path to an existing file or folder
/// @throws parse_error there is none; with the nearest name and those known, what is near in the
/// folder of a path, or the scenarios in a folder that is none itself
/// @complexity{a look into each folder; on failure all of their names}
/// @thread thread-safe while nobody changes the environment or the working directory
/// @test tests/io/resolve_scenario.cpp "a bare name is found in the named folder"
/// @test tests/io/resolve_scenario.cpp "what is here goes before what is bundled"
[[nodiscard]] std::string resolve_scenario(const std::string& argument);

/// @brief The files that reading a scenario opens: of a file those that it extends too, of a folder
/// of another system all that are read together. For whoever must not write over them.
/// @param path as `resolve_scenario` gives it
/// @return their paths, the first one first; what cannot be read ends the list
/// @complexity{that of reading them}
/// @thread thread-safe
/// @test tests/io/resolve_scenario.cpp "the files of a scenario are those it extends too"
[[nodiscard]] std::vector<std::string> files_of_scenario(const std::string& path);

/// @brief A scenario that can be asked for by name.
struct scenario_file {
    std::string name;     ///< file name without `.toml`
    std::string path;     ///< the file
    std::string title;    ///< from the file; empty when it cannot be read
    std::string problem;  ///< why the title cannot be read, else empty

    bool operator==(const scenario_file&) const = default;
};

/// @brief The scenarios in the folders of `resolve_scenario`, by name; of two of one name the one
/// that `resolve_scenario` takes.
/// @return one entry a name; also files that cannot be read
/// @complexity{reads every file in the folders}
/// @thread thread-safe while nobody changes the environment or the working directory
/// @test tests/io/resolve_scenario.cpp "listed scenarios have names and titles"
[[nodiscard]] std::vector<scenario_file> list_scenarios();

}  // namespace negotiation::io
