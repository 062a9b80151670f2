#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

void add_scenario_verbs(CLI::App& app, arguments& into) {
    CLI::App& check = add_verb(app, "check", "Whether a scenario is sound, and what is in it",
                               "negotiate check my.toml");
    take_scenario(check, into);
    add_text(check, "--scope", into.scope, "Count the deals of this scope", "NAME");
    CLI::App& list =
        add_verb(app, "list", "The bundled scenarios, or what can be named in one of them",
                 "negotiate list backchannel-2025");
    take_scenario(list, into);
    CLI::App& fresh =
        add_verb(app, "new", "A small commented scenario to begin with", "negotiate new my.toml");
    add_text(fresh, "FILE", into.scenario,
             "Where to write it, a name that ends in .toml; printed when absent", "");
    add_flag(fresh, "--force", into.force, "Write over a file that exists");
    add_flag(fresh, "--json", into.json, "Print JSON instead of text");
}

}  // namespace negotiation::cli
