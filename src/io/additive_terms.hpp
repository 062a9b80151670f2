#pragma once

/// @file
/// What other systems can say of a scenario: parties whose utility is a sum of one-issue terms.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io::detail {

struct additive_issue {
    std::string name;
    std::vector<std::string> options;
};

struct additive_party {
    std::string name;
    double reservation = 0;
    std::vector<double> weights;              ///< by issue; 0 where it does not count
    std::vector<std::vector<double>> values;  ///< by issue and option
    std::optional<double> discount;           ///< in relative time
    std::string file;                         ///< name for a file, without an ending
};

struct additive_scenario {
    std::string file;  ///< name for the domain's file, without an ending
    std::vector<additive_issue> issues;
    std::vector<additive_party> parties;
    std::vector<std::string> left_out;
};

/// Adds to `wrong` what the format cannot say.
/// @param format as messages call it
[[nodiscard]] additive_scenario additive_terms(const scenario& world, std::string_view format,
                                               std::vector<std::string>& wrong);

/// Throws what a format cannot say, a line each.
void throw_unsayable(const std::vector<std::string>& wrong);

}  // namespace negotiation::io::detail
