#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

void add_import(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "import", "A scenario file from the files of GENIUS or GeniusWeb",
                 "negotiate import laptop -o laptop.toml");
    add_text(verb, "PATH", into.scenario,
             "A folder of one domain and its profiles, or the domain in it", "");
    take_foreign(verb, into);
    add_list(verb, "--set", into.changes,
             "Change one thing of the scenario first; may be given again", "PATH=VALUE");
    add_text(verb, "-o,--output", into.output, "Where to write it; printed when absent", "FILE");
    add_flag(verb, "--force", into.force, "Write over a file that exists");
    add_flag(verb, "--json", into.json, "Print JSON instead of text");
}

void add_export(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "export", "A scenario as files of other systems",
                              "negotiate export orange --format genius -o orange");
    take_table(verb, into);
    add_text(
        verb, "--format", into.format,
        "Files of GENIUS or GeniusWeb, every move of a run as a table, or for Gambit the game of "
        "choosing a strategy",
        "genius|geniusweb|csv|nfg");
    add_text(verb, "-o,--output", into.output,
             "The folder to write into, or the file of csv or nfg, printed when absent", "PATH");
    add_flag(verb, "--force", into.force, "Write over what is there");
    take_play(verb, into);
    take_strategies(verb, into);
    take_mediators(verb, into);
    add_list(verb, "--strategies", into.contestants,
             "Of nfg those that compete, all unless given; may be given again", "NAME,NAME,...");
}

}  // namespace

void add_scenario_verbs(CLI::App& app, arguments& into) {
    CLI::App& check = add_verb(app, "check", "Whether a scenario is sound, and what is in it",
                               "negotiate check my.toml");
    take_scenario(check, into);
    add_text(check, "--scope", into.scope, "Count the deals of this scope", "NAME");
    CLI::App& list =
        add_verb(app, "list",
                 "The bundled scenarios, or what can be named in one of them; or one of the "
                 "catalogues: strategies, acceptance, models, protocols, mediators",
                 "negotiate list strategies");
    take_scenario(list, into);
    add_import(app, into);
    add_export(app, into);
    CLI::App& fresh =
        add_verb(app, "new", "A small commented scenario to begin with", "negotiate new my.toml");
    add_text(fresh, "FILE", into.scenario,
             "Where to write it, a name that ends in .toml; printed when absent", "");
    add_flag(fresh, "--force", into.force, "Write over a file that exists");
    add_flag(fresh, "--json", into.json, "Print JSON instead of text");
}

}  // namespace negotiation::cli
