#pragma once

/// The options that several verbs take: each is worded once, `take_` says what a verb takes.

#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"

namespace CLI {
class App;  // CLI11's header costs seconds, and what verbs take does not need it
}

namespace negotiation::cli {

/// A verb of its own, with an example at the end of its help.
CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& what,
                   const std::string& example);

void add_text(CLI::App& verb, const std::string& name, std::string& into, const std::string& what,
              const std::string& type);

/// The same where not given is not the same as empty.
void add_text(CLI::App& verb, const std::string& name, std::optional<std::string>& into,
              const std::string& what, const std::string& type);

void add_flag(CLI::App& verb, const std::string& name, bool& into, const std::string& what);

/// A flag that takes something away.
void add_no_flag(CLI::App& verb, const std::string& name, bool& into, const std::string& what);

/// An option that takes one value each time it is given, so that it never eats SCENARIO.
void add_list(CLI::App& verb, const std::string& name, std::vector<std::string>& into,
              const std::string& what, const std::string& type);

/// How files of other systems are read.
void take_foreign(CLI::App& verb, arguments& into);

/// The scenario, what is changed in it first, and whether the answer is JSON.
void take_scenario(CLI::App& verb, arguments& into);

/// Scenarios, one or more.
void take_scenarios(CLI::App& verb, arguments& into);

void take_scope(CLI::App& verb, arguments& into);

/// In secret or in public.
void take_publicity(CLI::App& verb, arguments& into);

/// What questions about a table may change about it, scopes aside.
void take_setting(CLI::App& verb, arguments& into);

/// What questions about deals may change about the table.
void take_table(CLI::App& verb, arguments& into);

void take_seed(CLI::App& verb, arguments& into);

void take_threads(CLI::App& verb, arguments& into);

void take_rounds(CLI::App& verb, arguments& into);

/// How talks are played, whatever is asked about them.
void take_play(CLI::App& verb, arguments& into);

void take_strategies(CLI::App& verb, arguments& into);

void take_mediators(CLI::App& verb, arguments& into);

/// Which deal is carried out, and by which of the ways that the scenario knows.
void take_carrying_out(CLI::App& verb, arguments& into);

}  // namespace negotiation::cli
