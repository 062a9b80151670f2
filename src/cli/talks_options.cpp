#include <string>
#include <vector>

#include <fmt/format.h>

#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

std::vector<std::string> entry_names(const std::vector<talks::catalogue_entry>& catalogue) {
    std::vector<std::string> names;
    for (const talks::catalogue_entry& entry : catalogue) {
        names.push_back(entry.name);
    }
    return names;
}

void add_run(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "run", "How the talks go: who offers what, and where they meet",
                              "negotiate run backchannel-2025 --scope nuclear --strategy "
                              "\"Iran=boulware(e=0.1)\"");
    take_table(verb, into);
    take_play(verb, into);
    take_strategies(verb, into);
    take_mediators(verb, into);
    add_text(verb, "--runs", into.runs,
             "Played beside the one that is told, to say what is chance; 100 unless given", "N");
    add_flag(verb, "--trace", into.trace, "Tell every move");
    add_flag(verb, "--models", into.models,
             "What opponent models make of what was said, against the truth");
}

void add_play(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "play", "Take a seat: you against the strategies of the others",
                              "negotiate play orange --as Baker");
    take_table(verb, into);
    add_text(verb, "--as", into.as, "The party you negotiate for", "PARTY");
    take_play(verb, into);
    take_strategies(verb, into);
    take_mediators(verb, into);
}

void add_results(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "results", "What a store of negotiations holds",
                              "negotiate results tournament.sqlite --format csv");
    add_text(verb, "STORE", into.store, "The file that tournament --store wrote", "");
    add_text(verb, "--experiment", into.experiment, "Which one; needed where there are several",
             "KEY");
    add_text(verb, "--format", into.format, "Every negotiation, a row or an object a line",
             "csv|jsonl");
    add_text(verb, "-o,--output", into.output, "Where to write them; printed when absent", "FILE");
    add_flag(verb, "--force", into.force, "Write over a file that exists");
    add_flag(verb, "--json", into.json, "Print JSON instead of text");
}

void add_mediate(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "mediate", "Which mediator: who helps whom, and who is believed",
                              "negotiate mediate direct-vs-mediated --scope nuclear --together "
                              "Qatar+Oman");
    take_table(verb, into);
    take_play(verb, into);
    take_strategies(verb, into);
    add_list(verb, "--mediator", into.mediators,
             "One more mediator, or another role, none leaves it out; may be given again",
             "NAME=ROLE|none");
    add_list(verb, "--together", into.together, "One more row to try; may be given again",
             "NAME+NAME+...");
    add_text(verb, "--runs", into.runs, "Of each way of talking; 200 unless given", "N");
    take_threads(verb, into);
    add_text(verb, "--counsel", into.counsel,
             "Numbers of the situation in which a mediator counsels restraint", "KEY=NUMBER,...");
    add_text(verb, "--dispute", into.dispute,
             "Numbers of the dispute in which a mediator keeps confidences", "KEY=NUMBER,...");
    add_text(verb, "--prior", into.prior, "Belief in a yes before it is heard; 0.5 unless given",
             "P");
}

void add_race(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "race", "Talks against collapse: which comes first, and is it worth rushing",
                 "negotiate race truce-collapse --scope nuclear");
    take_table(verb, into);
    take_play(verb, into);
    take_strategies(verb, into);
    take_mediators(verb, into);
    add_text(verb, "--runs", into.runs, "Of each plan; 200 unless given", "N");
    take_threads(verb, into);
    add_text(verb, "--rate", into.rate, "Collapses a month, instead of the scenario's hazards",
             "X");
    add_text(verb, "--sweep", into.sweep, "Other rates a month to try", "X,X,...");
    add_text(verb, "--haste", into.haste,
             "Shape of whoever concedes faster, 1 (linear) unless given", "E");
    add_text(verb, "--framework", into.framework,
             "A narrower scope: would signing it first, details later, beat waiting?", "SCOPE");
}

void add_equilibrium(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "equilibrium", "What parties agree on that know one another and look ahead",
                 "negotiate equilibrium backchannel-2025 --scope nuclear --discount Iran=0.99\n"
                 "  negotiate equilibrium bazaar --model screening --proposer Seller --rounds 2 "
                 "--type 4:0.5 --type 7:0.5");
    take_table(verb, into);
    add_text(verb, "--model", into.model,
             "The scenario's offers and deadline (stahl, unless given), no deadline (rubinstein), "
             "a drawn proposer (baron-ferejohn), parties that err (quantal), prices asked of "
             "somebody whose type is not known (screening)",
             "stahl|rubinstein|baron-ferejohn|quantal|screening");
    take_rounds(verb, into);
    add_list(verb, "--discount", into.discounts,
             "What is left of a utility to a party a round later, instead of its patience; may be "
             "given again",
             "PARTY=F");
    add_text(verb, "--breakdown", into.breakdown,
             "Probability a round that the talks end, instead of the scenario's", "P");
    add_text(verb, "--quota", into.quota,
             "Share of the votes that must accept, instead of the scenario's rule", "F|majority");
    add_list(verb, "--recognition", into.recognition,
             "Weight of a party in the draw of who offers (stahl, baron-ferejohn), instead of the "
             "scenario's; may be given again",
             "PARTY=W");
    add_text(verb, "--lambda", into.lambda,
             "Precision of parties that err, 20 unless given; 0 plays at random", "X");
    add_list(verb, "--type", into.types,
             "What agreement may be worth to whoever answers (screening), beyond no deal and in "
             "the unit of the price, and how likely that is; given once a type",
             "VALUE:PROBABILITY");
    add_text(verb, "--proposer", into.proposer,
             "Who asks the prices (screening), the first party unless given", "PARTY");
    add_text(verb, "--cost", into.cost,
             "What agreement costs whoever asks (screening), 0 unless given", "X");
}

void add_tournament(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "tournament", "Which strategy is any good: everybody against everybody",
                 "negotiate tournament orange river --strategies boulware,conceder,tit-for-tat");
    take_scenarios(verb, into);
    add_list(
        verb, "--strategies", into.strategies,
        fmt::format(
            "Who plays, with parameters in parentheses, or all, each once (time-dependent as it "
            "is is linear); may be given again; known: {}",
            fmt::join(entry_names(talks::strategy_catalogue()), ", ")),
        "NAME,NAME(KEY=VALUE,...),...");
    add_list(verb, "--mediators", into.mediators,
             fmt::format("What stands between the parties, none unless given; every pairing is "
                         "played with each; may be given again; known: {}",
                         fmt::join(entry_names(talks::mediator_catalogue()), ", ")),
             "none,ROLE,ROLE+ROLE,...");
    add_text(verb, "--repeats", into.repeats,
             "Negotiations of each pairing, 1 unless given; more tell more only where a strategy "
             "draws at random",
             "N");
    add_no_flag(verb, "--fixed-seats", into.rotate,
                "Each choice of strategies once, seated in the order listed, not every strategy in "
                "every seat");
    add_text(verb, "--rounds", into.rounds, "The deadline, 100 unless given", "N");
    add_text(verb, "--clock", into.clock, "How rounds become relative time",
             "geniusweb|negmas|genius");
    add_text(verb, "--nfg", into.nfg, "Also write the game of choosing a strategy, for Gambit",
             "FILE");
    add_flag(verb, "--force", into.force, "Write over a file that exists");
    add_text(verb, "--store", into.store, "Keep every negotiation in this file (SQLite)", "FILE");
    add_flag(verb, "--resume", into.resume, "Go on with what the store has of the same tournament");
    take_threads(verb, into);
    add_text(verb, "--seed", into.seed, "Of all that is drawn at random, 1 unless given", "N");
    take_scope(verb, into);
    add_list(verb, "--set", into.changes,
             "Change one thing of every scenario first; may be given again", "PATH=VALUE");
    add_flag(verb, "--json", into.json, "Print JSON instead of text");
}

}  // namespace

void add_talks_verbs(CLI::App& app, arguments& into) {
    add_run(app, into);
    add_play(app, into);
    add_mediate(app, into);
    add_race(app, into);
    add_equilibrium(app, into);
    add_tournament(app, into);
    add_results(app, into);
}

}  // namespace negotiation::cli
