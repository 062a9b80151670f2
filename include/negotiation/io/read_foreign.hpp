#pragma once

/// @file
/// Scenarios of other systems in: GENIUS XML and GeniusWeb JSON. Compiled: link
/// `negotiation::negotiation`.

#include <string>
#include <vector>

#include <negotiation/io/foreign_reading.hpp>
#include <negotiation/io/parse_error.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io {

/// @brief A file by name, whether or not it lies on a disk.
struct foreign_file {
    std::string name;  ///< as messages call it
    std::string text;  ///< what is in it

    bool operator==(const foreign_file&) const = default;
};

/// @brief True where a path leads to a folder or to a file of another system, by its ending: what
/// `read_scenario` reads as one domain and its profiles.
/// @param path of a file or a folder
/// @return true for names that end in .xml or .json, and for a folder that holds such files, those
/// aside whose names begin with a dot
/// @throws parse_error a folder that may not be looked into
/// @complexity{a look at the disk, of a folder at its names}; thread-safe
/// @test tests/io/read_foreign.cpp "a folder of one domain and its profiles is a scenario"
[[nodiscard]] bool is_foreign(const std::string& path);

/// @brief Reads one domain and its profiles, GENIUS XML or GeniusWeb JSON, as a scenario with raw
/// utilities: a party a profile, in the order of the files' names.
///
/// As GENIUS means its files: u = min(1, sum of w e) with e = evaluation / greatest evaluation of
/// the issue for listed values, and what the evaluator gives, cut to [0, 1], for numbers; in
/// hyper-rectangle profiles the utilities of the boxes that hold, over `maxutility`. A discount
/// factor d prices waiting by d^t in relative time, for no deal as well; d <= 0 or > 1 is none.
/// Where the limit at 1 bites, it is a term over all issues, which has to fit into a table. What
/// the files do not say is said in the scenario: its note names the reading, an assumption every
/// grid that is not the file's, another how the talks run.
///
/// `read_scenario` calls such a scenario as its folder; here it is called as the domain's file.
///
/// @param files one domain and two profiles or more, all of one format
/// @param how   raw or not, and the steps of real issues
/// @return a sound scenario
/// @throws parse_error what is wrong with the files, each with its place
/// @throws std::invalid_argument steps out of range
/// @complexity{linear in the files and in the tables of the boxes, which hold a million entries in
/// all at most}
/// @thread thread-safe
/// @source{lin2014, Lin et al. 2014\, Computational Intelligence 30(1)}
/// @test tests/io/read_foreign.cpp "java semantics divide by the best evaluation"
[[nodiscard]] scenario parse_foreign(const std::vector<foreign_file>& files,
                                     const foreign_reading& how = {});

}  // namespace negotiation::io
