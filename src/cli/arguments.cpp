#include "cli/arguments.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>
#include <negotiation/version.hpp>

namespace negotiation::cli {

namespace {

/// An option that takes one value each time it is given, so that it never eats SCENARIO.
void add_list(CLI::App& verb, const std::string& name, std::vector<std::string>& into,
              const std::string& what, const std::string& type) {
    verb.add_option(name, into, what)->allow_extra_args(false)->type_name(type);
}

void add_text(CLI::App& verb, const std::string& name, std::string& into, const std::string& what,
              const std::string& type) {
    verb.add_option(name, into, what)->type_name(type);
}

CLI::App& add_verb(CLI::App& app, const std::string& name, const std::string& what,
                   const std::string& example) {
    CLI::App& verb = *app.add_subcommand(name, what);
    verb.allow_extras();
    verb.footer("Example:\n  " + example);
    verb.set_help_flag("-h,--help", "Print this help");
    return verb;
}

void add_scenario(CLI::App& verb, arguments& into) {
    add_text(verb, "SCENARIO", into.scenario, "A scenario file, or the name of a bundled one", "");
    add_list(verb, "--set", into.changes,
             "Change one thing of the scenario first; may be given again", "PATH=VALUE");
    verb.add_flag("--json", into.json, "Print JSON instead of text");
}

/// What questions about a table may change about it, scopes aside.
void add_setting(CLI::App& verb, arguments& into) {
    add_text(verb, "--talks", into.talks, "Instead of what the scenario says", "secret|public");
    verb.add_option("--red-lines", into.red_lines, "Which red lines bind")
        ->type_name("none|all|PARTY,...");
    add_list(verb, "--seat", into.seats, "Give an onlooker a seat; may be given again", "NAME");
}

/// What questions about deals may change about the table.
void add_table(CLI::App& verb, arguments& into) {
    add_scenario(verb, into);
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_setting(verb, into);
}

std::vector<std::string> names_of(const std::vector<talks::catalogue_entry>& catalogue) {
    std::vector<std::string> names;
    for (const talks::catalogue_entry& entry : catalogue) {
        names.push_back(entry.name);
    }
    return names;
}

void add_deals(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "deals", "Which deals exist, which are fair, what stands in the way",
                 "negotiate deals backchannel-2025 --scope nuclear");
    add_table(verb, into);
    add_text(verb, "--engine", into.engine, "How to search", "automatic|table|stream|eliminate");
    add_list(verb, "--power", into.powers,
             "Bargaining power in the Nash solution; may be given again", "PARTY=NUMBER");
    verb.add_flag("--lotteries", into.lotteries, "Also the fair lotteries over deals");
    verb.add_flag("--frontier", into.frontier, "Also every efficient deal");
    verb.add_flag("--csv", into.csv, "Print the frontier as CSV instead of text");
}

void add_value(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "value", "What a deal is worth to everyone, clause by clause",
                              "negotiate value backchannel-2025 --scope nuclear --deal "
                              "\"enrichment=domestic_5,leu_stock=300\"");
    add_table(verb, into);
    add_list(verb, "--deal", into.deals,
             "A named deal, or clauses (the rest stays as it is); may be given again",
             "NAME|ISSUE=OPTION,...");
}

void add_gap(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "gap", "How much closes the gap, and who could pay it",
                              "negotiate gap backchannel-2025 --scope nuclear --set "
                              "party.Iran.reservation=0.8");
    add_table(verb, into);
}

void add_scope(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "scope", "Narrow or broad: scopes side by side, and what would turn it",
                 "negotiate scope backchannel-2025 --scope nuclear --scope comprehensive");
    add_scenario(verb, into);
    add_list(verb, "--scope", into.scopes,
             "A scope to compare, all of the file unless given; may be given again", "NAME");
    add_setting(verb, into);
    add_text(verb, "--runs", into.runs, "Of the talks in each scope; 100 unless given", "N");
    add_text(verb, "--seed", into.seed, "Of everything that is drawn; 1 unless given", "N");
    verb.add_option("--within", into.within,
                    "How far assumed numbers are changed, as a share of them; 0.3 unless given")
        ->type_name("X");
    verb.add_flag("--uncounted", into.uncounted, "Do not count the deals that suit everybody");
}

/// How talks are played, whatever is asked about them.
void add_play(CLI::App& verb, arguments& into) {
    add_text(verb, "--rounds", into.rounds, "The deadline, instead of the scenario's", "N");
    add_text(verb, "--clock", into.clock, "Relative time, instead of the scenario's",
             "geniusweb|negmas");
    add_text(verb, "--seed", into.seed, "Of everything that is drawn; 1 unless given", "N");
}

void add_run(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "run", "How the talks go: who offers what, and where they meet",
                              "negotiate run backchannel-2025 --scope nuclear --strategy "
                              "\"Iran=boulware(e=0.1)\"");
    add_table(verb, into);
    add_play(verb, into);
    add_list(verb, "--strategy", into.strategies,
             "How a party plays (without PARTY: all of them); may be given again",
             "[PARTY=]STRATEGY");
    add_list(verb, "--mediator", into.mediators,
             "What a mediator does, none sends it home; may be given again", "NAME=ROLE|none");
    add_text(verb, "--runs", into.runs,
             "Played beside the one that is told, to say what is chance; 100 unless given", "N");
    verb.add_flag("--trace", into.trace, "Tell every move");
}

void add_mediate(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "mediate", "Which mediator: who helps whom, and who is believed",
                              "negotiate mediate direct-vs-mediated --scope nuclear --together "
                              "Qatar+Oman");
    add_table(verb, into);
    add_play(verb, into);
    add_list(verb, "--strategy", into.strategies,
             "How a party plays (without PARTY: all of them); may be given again",
             "[PARTY=]STRATEGY");
    add_list(verb, "--mediator", into.mediators,
             "One more mediator, or another role, none leaves it out; may be given again",
             "NAME=ROLE|none");
    add_list(verb, "--together", into.together, "One more row to try; may be given again",
             "NAME+NAME+...");
    add_text(verb, "--runs", into.runs, "Of each way of talking; 200 unless given", "N");
    add_text(verb, "--threads", into.threads, "All cores unless given; changes no number", "N");
    add_text(verb, "--counsel", into.counsel,
             "Numbers of the situation in which a mediator counsels restraint", "KEY=NUMBER,...");
    add_text(verb, "--dispute", into.dispute,
             "Numbers of the dispute in which a mediator keeps confidences", "KEY=NUMBER,...");
    verb.add_option("--prior", into.prior, "Belief in a yes before it is heard; 0.5 unless given")
        ->type_name("P");
}

void add_race(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "race", "Talks against collapse: which comes first, and is it worth rushing",
                 "negotiate race truce-collapse --scope nuclear");
    add_table(verb, into);
    add_play(verb, into);
    add_list(verb, "--strategy", into.strategies,
             "How a party plays (without PARTY: all of them); may be given again",
             "[PARTY=]STRATEGY");
    add_list(verb, "--mediator", into.mediators,
             "What a mediator does, none sends it home; may be given again", "NAME=ROLE|none");
    add_text(verb, "--runs", into.runs, "Of each plan; 200 unless given", "N");
    add_text(verb, "--threads", into.threads, "All cores unless given; changes no number", "N");
    verb.add_option("--rate", into.rate, "Collapses a month, instead of the scenario's hazards")
        ->type_name("X");
    add_text(verb, "--sweep", into.sweep, "Other rates a month to try", "X,X,...");
    verb.add_option("--haste", into.haste,
                    "Shape of whoever concedes faster, 1 (linear) unless given")
        ->type_name("E");
    add_text(verb, "--framework", into.framework,
             "A narrower scope: would signing it first, details later, beat waiting?", "SCOPE");
}

void add_tournament(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "tournament", "Which strategy is any good: everybody against everybody",
                 "negotiate tournament orange river --strategies boulware,conceder,tit-for-tat "
                 "--rotate");
    verb.add_option("SCENARIO", into.scenarios,
                    "Scenario files, or names of bundled ones; one or more")
        ->type_name("");
    add_list(verb, "--strategies", into.strategies,
             fmt::format("Who plays, with parameters in parentheses; may be given again; known: {}",
                         fmt::join(names_of(talks::strategy_catalogue()), ", ")),
             "NAME,NAME(KEY=VALUE,...),...");
    add_list(verb, "--mediators", into.mediators,
             fmt::format("What stands between the parties, none unless given; every pairing is "
                         "played with each; may be given again; known: {}",
                         fmt::join(names_of(talks::mediator_catalogue()), ", ")),
             "none,ROLE,ROLE+ROLE,...");
    add_text(verb, "--repeats", into.repeats,
             "Negotiations of each pairing, 1 unless given; more tell more only where a strategy "
             "draws at random",
             "N");
    verb.add_flag("--rotate", into.rotate, "Every strategy in every seat, not each pair once");
    add_text(verb, "--rounds", into.rounds, "The deadline, 100 unless given", "N");
    add_text(verb, "--clock", into.clock, "How rounds become relative time",
             "geniusweb|negmas|genius");
    add_text(verb, "--threads", into.threads, "All cores unless given; changes no number", "N");
    add_text(verb, "--seed", into.seed, "Of all that is drawn at random, 1 unless given", "N");
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_list(verb, "--set", into.changes,
             "Change one thing of every scenario first; may be given again", "PATH=VALUE");
    verb.add_flag("--json", into.json, "Print JSON instead of text");
}

void add_ratify(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "ratify", "Does it pass at home, and who would wreck it",
                              "negotiate ratify backchannel-2025 --scope nuclear --deal N1");
    add_scenario(verb, into);
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_text(verb, "--talks", into.talks, "Instead of what the scenario says", "secret|public");
    add_list(verb, "--deal", into.deals,
             "A deal to bring home; may be given again; unless given, nash and those of the "
             "scenario",
             "nash|NAME|ISSUE=OPTION,...");
    add_text(verb, "--alternative", into.alternative,
             "Another rule of the scenario, for every chamber that has it", "NAME");
    verb.add_flag("--win-sets", into.win_sets,
                  "Count what would pass among all deals, however many there are");
    add_list(verb, "--surge", into.surge,
             "Also with none to all of its chamber in this faction; may be given again for a "
             "faction of another party",
             "FACTION");
}

void add_sequence(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "sequence", "Who goes first: the order of steps that needs least trust",
                 "negotiate sequence vienna-2022 --compare iran-first,us-first");
    add_scenario(verb, into);
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_list(verb, "--deal", into.deals,
             "What is carried out, where steps implement a deal: nash unless given",
             "nash|NAME|ISSUE=OPTION,...");
    add_text(verb, "--variant", into.variant,
             "A variant of the scenario, or one of its orders to keep to", "NAME");
    add_list(verb, "--compare", into.compare, "More of them, side by side; may be given again",
             "NAME,NAME,...");
    add_text(verb, "--order", into.order, "Report on this order of the scenario as well", "NAME");
    add_list(verb, "--trust", into.beliefs,
             "What a party believes, instead of the scenario's number; may be given again",
             "PARTY=NUMBER");
    add_list(verb, "--guarantee", into.guarantees,
             "Share of a party's losses that a guarantor makes good if the others stop; may be "
             "given again",
             "PARTY=SHARE");
    add_list(verb, "--escrow", into.escrows,
             "Hold this step's payment until it is answered, by the step that suits best unless "
             "named; COST of a return, else 0; may be given again",
             "STEP[:ANSWER][=COST]");
    add_text(verb, "--reading", into.reading, "What counts as the trust that is needed",
             "drawdown|next-turn|peak");
    verb.add_flag("--learning", into.learning, "Honoured steps teach on the way");
    add_text(verb, "--dot", into.dot, "Write the steps as a graph for Graphviz", "FILE");
}

void add_tranches(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "tranches",
                              "How small the first step must be: an exchange cut so that a belief "
                              "carries it",
                              "negotiate tranches small-steps --trust 0.05");
    add_scenario(verb, into);
    verb.add_option("--trust", into.trust,
                    "What whoever gives first believes, instead of the scenario's number")
        ->type_name("P");
    verb.add_option("--target", into.target,
                    "Share of the whole at which it ends, instead of the scenario's number")
        ->type_name("X");
    add_text(verb, "--reading", into.reading, "Which beliefs a tranche has to respect",
             "drawdown|next-turn");
}

void add_life(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "life",
                              "The whole life of a deal: talks, votes at home, steps, the years "
                              "after; once as a story, many times as shares",
                              "negotiate life backchannel-2025 --scope comprehensive");
    add_scenario(verb, into);
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_text(verb, "--runs", into.runs, "Worlds, 100000 unless given", "N");
    add_text(verb, "--seed", into.seed, "Of everything that is drawn; 1 unless given", "N");
    add_text(verb, "--threads", into.threads, "All cores unless given; changes no number", "N");
    add_text(verb, "--talks", into.talks,
             "Instead of what the scenario says; with each, every world plays talks of its own",
             "secret|public|each");
    add_text(verb, "--played", into.played,
             "Talks played beforehand that worlds draw from, 1000 unless given", "N");
    add_text(verb, "--samples", into.samples,
             "Also draw assumptions anew so many times, to see what hangs on them", "K");
    verb.add_option("--spread", into.spread, "Within which share of themselves, 0.1 unless given")
        ->type_name("X");
    verb.add_flag("--cautious", into.cautious, "Parties stop where they trust too little to go on");
    add_text(verb, "--order", into.order, "Keep to this order of steps of the scenario", "NAME");
    add_text(verb, "--variant", into.variant, "A variant of the steps", "NAME");
    add_text(verb, "--alternative", into.alternative, "Another rule of the chambers: treaty",
             "NAME");
    add_text(verb, "--story", into.story, "Tell the world of this number", "N");
    add_text(verb, "--rounds", into.rounds, "The deadline, instead of the scenario's", "N");
    add_list(verb, "--strategy", into.strategies,
             "How a party plays (without PARTY: all of them); may be given again",
             "[PARTY=]STRATEGY");
    add_list(verb, "--mediator", into.mediators,
             "What a mediator does, none sends it home; may be given again", "NAME=ROLE|none");
}

void add_verify(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "verify",
                              "How good inspection must be: which steps would be faked, and whom "
                              "to believe",
                              "negotiate verify backchannel-2025 --scope nuclear");
    add_scenario(verb, into);
    add_text(verb, "--scope", into.scope, "Only the issues of this scope may move", "NAME");
    add_list(verb, "--deal", into.deals,
             "What is carried out, where steps implement a deal: nash unless given",
             "nash|NAME|ISSUE=OPTION,...");
    add_text(verb, "--variant", into.variant,
             "A variant of the scenario, or one of its orders to keep to", "NAME");
    add_text(verb, "--order", into.order,
             "An order of the scenario, instead of the one that needs least trust", "NAME");
}

void add_others(CLI::App& app, arguments& into) {
    CLI::App& check = add_verb(app, "check", "Whether a scenario is sound, and what is in it",
                               "negotiate check my.toml");
    add_scenario(check, into);
    add_text(check, "--scope", into.scope, "Count the deals of this scope", "NAME");
    CLI::App& list =
        add_verb(app, "list", "The bundled scenarios, or what can be named in one of them",
                 "negotiate list backchannel-2025");
    add_scenario(list, into);
    CLI::App& fresh =
        add_verb(app, "new", "A small commented scenario to begin with", "negotiate new my.toml");
    add_text(fresh, "FILE", into.scenario, "Where to write it; printed when absent", "");
    fresh.add_flag("--force", into.force, "Write over a file that exists");
    fresh.add_flag("--json", into.json, "Print JSON instead of text");
}

std::vector<std::string> option_names(const CLI::App& verb) {
    std::vector<std::string> names;
    for (const CLI::Option* option : verb.get_options()) {
        for (const std::string& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::vector<std::string> verb_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        names.push_back(verb->get_name());
    }
    return names;
}

/// Words that nothing took.
void refuse_extras(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    const CLI::App& verb = chosen.empty() ? app : *chosen.front();
    const std::vector<std::string> extras = verb.remaining();
    const auto option = std::find_if(extras.begin(), extras.end(), [](const std::string& word) {
        return word.size() > 1 && word.front() == '-';
    });
    if (option != extras.end()) {
        const std::string name = option->substr(0, option->find('='));
        throw std::invalid_argument(
            fmt::format("unknown option '{}'; {}", shown(name), nearest(name, option_names(verb))));
    }
    if (chosen.empty()) {
        throw std::invalid_argument(
            extras.empty() ? fmt::format("needs a verb; {}", nearest("", verb_names(app)))
                           : fmt::format("unknown verb '{}'; {}", shown(extras.front()),
                                         nearest(extras.front(), verb_names(app))));
    }
    if (!extras.empty()) {
        throw std::invalid_argument(
            fmt::format("'{}' is one argument too many; see negotiate {} --help",
                        shown(extras.front()), verb.get_name()));
    }
}

/// CLI11 says "--scope: 1 required NAME missing" and the like.
std::string reworded(const std::string& said) {
    constexpr std::string_view unconverted = "Could not convert: ";
    const std::size_t equals = said.find(" = ");
    if (said.rfind(unconverted, 0) == 0 && equals != std::string::npos) {
        return fmt::format("option {} takes no value; got '{}'",
                           said.substr(unconverted.size(), equals - unconverted.size()),
                           shown(said.substr(equals + 3)));
    }
    const std::size_t colon = said.find(':');
    if (colon == std::string::npos || said.rfind("--", 0) != 0) {
        return said;
    }
    const std::string option = said.substr(0, colon);
    if (said.find("missing") != std::string::npos) {
        return "option " + option + " needs a value; got none";
    }
    if (said.find("At Most") != std::string::npos) {
        return "option " + option + " may be given once; got it several times";
    }
    return "option " + said;
}

/// "help" and "help VERB" are other words for --help.
std::vector<const char*> with_help_as_option(int count, const char* const* words) {
    std::vector<const char*> said(words, words + count);
    if (said.size() >= 2 && std::string_view(said[1]) == "help") {
        said.erase(said.begin() + 1);
        said.push_back("--help");
    }
    return said;
}

}  // namespace

arguments read_arguments(int count, const char* const* words) {
    const std::vector<const char*> said = with_help_as_option(count, words);
    arguments read;
    CLI::App app{"Which deals a negotiation holds, which are fair, what stands in the way.",
                 "negotiate"};
    app.set_version_flag("--version", "negotiate " NEGOTIATION_VERSION, "Print the version");
    app.set_help_flag("-h,--help", "Print this help");
    app.allow_extras();
    app.footer(
        "Example:\n  negotiate deals backchannel-2025 --scope nuclear\n\n"
        "negotiate VERB --help explains a verb. Status: 0 answered (no deal is an answer too), 2 "
        "bad input, 1 a fault of the program.");
    add_deals(app, read);
    add_value(app, read);
    add_gap(app, read);
    add_scope(app, read);
    add_run(app, read);
    add_mediate(app, read);
    add_race(app, read);
    add_tournament(app, read);
    add_ratify(app, read);
    add_sequence(app, read);
    add_tranches(app, read);
    add_life(app, read);
    add_verify(app, read);
    add_others(app, read);
    try {
        app.parse(static_cast<int>(said.size()), said.data());
    } catch (const CLI::CallForHelp&) {
        read.text = app.help();
        return read;
    } catch (const CLI::CallForVersion& version) {
        read.text = std::string(version.what()) + "\n";
        return read;
    } catch (const CLI::ParseError& error) {
        refuse_extras(app);  // a mistyped option often is the reason for what CLI11 says
        throw std::invalid_argument(reworded(error.what()));
    }
    refuse_extras(app);
    read.verb = app.get_subcommands().front()->get_name();
    return read;
}

}  // namespace negotiation::cli
