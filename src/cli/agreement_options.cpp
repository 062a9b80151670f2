#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

void add_ratify(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "ratify", "Does it pass at home, and who would wreck it",
                              "negotiate ratify backchannel-2025 --scope nuclear --deal N1");
    take_scenario(verb, into);
    take_scope(verb, into);
    take_publicity(verb, into);
    add_list(verb, "--deal", into.deals,
             "A deal to bring home; may be given again; unless given, nash and those of the "
             "scenario",
             "nash|NAME|ISSUE=OPTION,...");
    add_text(verb, "--alternative", into.alternative,
             "Another rule of the scenario, for every chamber that has it", "NAME");
    add_flag(verb, "--win-sets", into.win_sets,
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
    take_scenario(verb, into);
    take_scope(verb, into);
    take_carrying_out(verb, into);
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
    add_flag(verb, "--sureties", into.sureties,
             "With what the file's mediators stand for: guarantees, escrows");
    add_text(verb, "--reading", into.reading, "What counts as the trust that is needed",
             "drawdown|next-turn|peak");
    add_flag(verb, "--learning", into.learning, "Honoured steps teach on the way");
    add_text(verb, "--dot", into.dot, "Write the steps as a graph for Graphviz", "FILE");
    add_flag(verb, "--force", into.force, "Write over a file that exists");
}

void add_tranches(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "tranches",
                              "How small the first step must be: an exchange cut so that a belief "
                              "carries it",
                              "negotiate tranches small-steps --trust 0.05");
    take_scenario(verb, into);
    add_text(verb, "--trust", into.trust,
             "What whoever gives first believes, instead of the scenario's number", "P");
    add_text(verb, "--target", into.target,
             "Share of the whole at which it ends, instead of the scenario's number", "X");
    add_text(verb, "--reading", into.reading, "Which beliefs a tranche has to respect",
             "drawdown|next-turn");
}

void add_life(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "life",
                              "The whole life of a deal: talks, votes at home, steps, the years "
                              "after; once as a story, many times as shares",
                              "negotiate life backchannel-2025 --scope comprehensive");
    take_scenario(verb, into);
    take_scope(verb, into);
    add_text(verb, "--runs", into.runs, "Worlds, 100000 unless given", "N");
    take_seed(verb, into);
    take_threads(verb, into);
    add_text(verb, "--talks", into.talks,
             "Instead of what the scenario says; with each, every world plays talks of its own",
             "secret|public|each");
    add_text(verb, "--played", into.played,
             "Talks played beforehand that worlds draw from, 1000 unless given", "N");
    add_text(verb, "--samples", into.samples,
             "Also draw assumptions anew so many times, to see what hangs on them", "K");
    add_text(verb, "--spread", into.spread, "Within which share of themselves, 0.1 unless given",
             "X");
    add_flag(verb, "--cautious", into.cautious,
             "Parties stop where they trust too little to go on");
    add_text(verb, "--order", into.order, "Keep to this order of steps of the scenario", "NAME");
    add_text(verb, "--variant", into.variant, "A variant of the steps", "NAME");
    add_text(verb, "--alternative", into.alternative, "Another rule of the chambers: treaty",
             "NAME");
    add_text(verb, "--story", into.story, "Tell the world of this number", "N");
    take_rounds(verb, into);
    take_strategies(verb, into);
    take_mediators(verb, into);
}

void add_verify(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "verify",
                              "How good inspection must be: which steps would be faked, and whom "
                              "to believe",
                              "negotiate verify backchannel-2025 --scope nuclear");
    take_scenario(verb, into);
    take_scope(verb, into);
    take_carrying_out(verb, into);
    add_text(verb, "--order", into.order,
             "An order of the scenario, instead of the one that needs least trust", "NAME");
}

}  // namespace

void add_agreement_verbs(CLI::App& app, arguments& into) {
    add_ratify(app, into);
    add_sequence(app, into);
    add_tranches(app, into);
    add_life(app, into);
    add_verify(app, into);
}

}  // namespace negotiation::cli
