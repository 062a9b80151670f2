#pragma once

/// Every verb with its options, in the order of the help.

#include "cli/arguments.hpp"

namespace CLI {
class App;
}

namespace negotiation::cli {

/// deals, value, gap, scope: which deals there are and what they are worth.
void add_deal_verbs(CLI::App& app, arguments& into);

/// run, play, mediate, race, equilibrium, tournament, results: how talks go.
void add_talks_verbs(CLI::App& app, arguments& into);

/// ratify, sequence, tranches, life, verify: what becomes of an agreement.
void add_agreement_verbs(CLI::App& app, arguments& into);

/// robust, sweep: how sure, and what hangs on what.
void add_study_verbs(CLI::App& app, arguments& into);

/// check, list, import, export, new: scenarios themselves.
void add_scenario_verbs(CLI::App& app, arguments& into);

}  // namespace negotiation::cli
