#pragma once

/// @file
/// Scenarios out, to other systems: GENIUS XML and GeniusWeb JSON. Compiled: link
/// `negotiation::negotiation`.

#include <string>
#include <vector>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::io {

/// @brief A reservation value that a format has no number for, and the worth of the deal that
/// stands for it there. The same deals suit the party; what no deal is worth to it is another
/// number.
struct shifted_reservation {
    std::string party;  ///< whose
    double from = 0;    ///< in the scenario @unit{utility}
    double to = 0;      ///< in the files @unit{utility}

    bool operator==(const shifted_reservation&) const = default;
};

/// @brief A scenario as the files of another system.
struct foreign_export {
    std::vector<foreign_file>
        files;  ///< the domain, then a profile a party; names without a folder
    std::vector<std::string>
        left_out;  ///< sections that bear on no utility and have no place there
    std::vector<shifted_reservation> shifted = {};  ///< GeniusWeb: in the order of the parties

    bool operator==(const foreign_export&) const = default;
};

/// @brief A scenario as GENIUS XML: one domain and a profile a party, listed values throughout.
///
/// Reading the files gives the same deals and, to 10^-12, the same utilities. That is possible
/// where utilities are sums of one-issue terms, and, unless `raw`, lie at most at 1 and come of
/// values that are above 0 somewhere, since GENIUS divides by the best one. Options become words,
/// and the names of parties the names of files, as far as these can bear them.
///
/// @param world a sound scenario
/// @param raw   to be read back with `foreign_reading::raw`: weights and values as they are
/// @return the files
/// @throws scenario_error what `validate` finds wrong
/// @throws std::invalid_argument what GENIUS cannot say, each term by its name
/// @complexity{linear in the options of all parties}
/// @thread thread-safe
/// @source{lin2014, Lin et al. 2014\, Computational Intelligence 30(1)}
/// @test tests/io/write_foreign.cpp "what is written for genius is read back"
[[nodiscard]] foreign_export write_genius(const scenario& world, bool raw = false);

/// @brief A scenario as GeniusWeb JSON: one domain and a linear additive profile a party.
///
/// As `write_genius`; unless `raw`, values lie in [0, 1] and weights sum to 1, as GeniusWeb has it.
/// A reservation value other than 0 is written as a bid: of the deals that are worth so much or
/// more one that is worth least. Talks only compare deals with it, so the same ones suit the party;
/// where no deal is worth exactly so much `foreign_export::shifted` has both numbers. The deal is
/// found wherever the issues can be parted so that neither part has more than a million
/// combinations.
///
/// @param world a sound scenario
/// @param raw   any weights and values
/// @return the files
/// @throws scenario_error what `validate` finds wrong
/// @throws std::invalid_argument what GeniusWeb cannot say, each term by its name
/// @complexity{linear in the options of all parties; N log N a reservation value, N combinations of
/// half the issues}
/// @thread thread-safe
/// @test tests/io/write_foreign.cpp "what is written for geniusweb is read back"
/// @test tests/io/write_foreign.cpp "the same deals suit a party whose reservation value shifts"
[[nodiscard]] foreign_export write_geniusweb(const scenario& world, bool raw = false);

}  // namespace negotiation::io
