#include "cli/options.hpp"

#include <CLI/CLI.hpp>

namespace negotiation::cli {

void add_list(CLI::App& verb, const std::string& name, std::vector<std::string>& into,
              const std::string& what, const std::string& type) {
    verb.add_option(name, into, what)->allow_extra_args(false)->type_name(type);
}

void add_text(CLI::App& verb, const std::string& name, std::string& into, const std::string& what,
              const std::string& type) {
    verb.add_option(name, into, what)->type_name(type);
}

void add_text(CLI::App& verb, const std::string& name, std::optional<std::string>& into,
              const std::string& what, const std::string& type) {
    verb.add_option(name, into, what)->type_name(type);
}

void add_flag(CLI::App& verb, const std::string& name, bool& into, const std::string& what) {
    verb.add_flag(name, into, what);
}

void add_no_flag(CLI::App& verb, const std::string& name, bool& into, const std::string& what) {
    verb.add_flag_callback(
        name, [&into] { into = false; }, what);
}

CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& what,
                   const std::string& example) {
    CLI::App& verb = *app.add_subcommand(name, what);
    verb.allow_extras();
    verb.footer("Example:\n  " + example);
    verb.set_help_flag("-h,--help", "Print this help");
    return verb;
}

void take_foreign(CLI::App& verb, arguments& into) {
    add_flag(verb, "--raw", into.raw,
             "Of GENIUS files: numbers as written, without normalisation and discount");
    add_text(verb, "--steps", into.steps,
             "Of files of other systems: steps of a real issue; 20 unless given", "N");
}

void take_scenario(CLI::App& verb, arguments& into) {
    add_text(verb, "SCENARIO", into.scenario,
             "A scenario file, the name of a bundled one, or a folder of GENIUS or GeniusWeb files",
             "");
    add_list(verb, "--set", into.changes,
             "Change one thing of the scenario first; may be given again", "PATH=VALUE");
    take_foreign(verb, into);
    add_flag(verb, "--json", into.json, "Print JSON instead of text");
}

void take_scenarios(CLI::App& verb, arguments& into) {
    verb.add_option(
            "SCENARIO", into.scenarios,
            "Scenario files, names of bundled ones, or folders of GENIUS or GeniusWeb files; "
            "one or more")
        ->type_name("");
    take_foreign(verb, into);
}

void take_scope(CLI::App& verb, arguments& into) {
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
}

void take_publicity(CLI::App& verb, arguments& into) {
    add_text(verb, "--talks", into.talks, "Instead of what the scenario says", "secret|public");
}

void take_setting(CLI::App& verb, arguments& into) {
    take_publicity(verb, into);
    add_text(verb, "--red-lines", into.red_lines, "Which red lines bind", "none|all|PARTY,...");
    add_list(verb, "--seat", into.seats, "Give an onlooker a seat; may be given again", "NAME");
}

void take_table(CLI::App& verb, arguments& into) {
    take_scenario(verb, into);
    take_scope(verb, into);
    take_setting(verb, into);
}

void take_seed(CLI::App& verb, arguments& into) {
    add_text(verb, "--seed", into.seed, "Of everything that is drawn; 1 unless given", "N");
}

void take_threads(CLI::App& verb, arguments& into) {
    add_text(verb, "--threads", into.threads, "All cores unless given; changes no number", "N");
}

void take_rounds(CLI::App& verb, arguments& into) {
    add_text(verb, "--rounds", into.rounds, "The deadline, instead of the scenario's", "N");
}

void take_play(CLI::App& verb, arguments& into) {
    take_rounds(verb, into);
    add_text(verb, "--clock", into.clock, "Relative time, instead of the scenario's",
             "geniusweb|negmas|genius");
    take_seed(verb, into);
}

void take_strategies(CLI::App& verb, arguments& into) {
    add_list(verb, "--strategy", into.strategies,
             "How a party plays (without PARTY: all of them); may be given again",
             "[PARTY=]STRATEGY");
}

void take_mediators(CLI::App& verb, arguments& into) {
    add_list(verb, "--mediator", into.mediators,
             "What a mediator does, none sends it home; may be given again", "NAME=ROLE|none");
}

void take_carrying_out(CLI::App& verb, arguments& into) {
    add_list(verb, "--deal", into.deals,
             "What is carried out, where steps implement a deal: nash unless given",
             "nash|NAME|ISSUE=OPTION,...");
    add_text(verb, "--variant", into.variant,
             "A variant of the scenario, or one of its orders to keep to", "NAME");
}

}  // namespace negotiation::cli
