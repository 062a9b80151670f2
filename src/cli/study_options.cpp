#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

/// What both ask of a world, and how.
void take_headline(CLI::App& verb, arguments& into, const char* what) {
    take_scenario(verb, into);
    take_scope(verb, into);
    take_publicity(verb, into);
    add_list(verb, "--of", into.of, what, "QUANTITY");
    add_text(
        verb, "--runs", into.runs,
        "Talks played a world where a quantity is of talks or lives, 100 unless given; of lives "
        "ten for each, as life --runs 10N --played N",
        "N");
    add_list(verb, "--strategies", into.contestants,
             "Who plays where a quantity is of a tournament, as of the verb tournament; all unless "
             "given; may be given again",
             "NAME,NAME(KEY=VALUE,...),...");
    take_seed(verb, into);
    take_threads(verb, into);
}

}  // namespace

void add_study_verbs(CLI::App& app, arguments& into) {
    CLI::App& robust = add_verb(app, "robust",
                                "How sure: in how many worlds each conclusion holds, and on which "
                                "assumed numbers the answer hangs",
                                "negotiate robust backchannel-2025 --scope nuclear");
    take_headline(robust, into,
                  "The number whose causes are looked for, deals.joint_gain unless given; sweep "
                  "--list-quantities shows them");
    add_text(robust, "--spread", into.spread,
             "Within which share of themselves assumed numbers are drawn, 0.1 unless given", "X");
    add_text(robust, "--worlds", into.worlds, "How often they are drawn, 400 unless given", "N");
    add_text(robust, "--rows", into.rows,
             "Of the sample behind Sobol' indices, 256 unless given: more narrow the intervals",
             "N");

    CLI::App& sweep =
        add_verb(app, "sweep", "What becomes of an answer when numbers of the scenario vary",
                 "negotiate sweep backchannel-2025 --vary party.Iran.reservation=0.5..0.7:9 --of "
                 "deals.zone\n"
                 "  negotiate sweep orange --vary party.Baker.reservation=0.3..0.5:3 --strategies "
                 "boulware,conceder --of tournament.utility.boulware");
    take_headline(sweep, into,
                  "What to ask for, deals.joint_gain unless given; may be given again");
    add_list(sweep, "--vary", into.vary,
             "A number of the scenario, from where to where, and in how many points; may be given "
             "again",
             "PATH=lo..hi:n");
    add_flag(sweep, "--list-quantities", into.quantities, "List what can be asked for");
    add_flag(sweep, "--keep-weights", into.keep_weights,
             "Weights beside one that varies do not make room for it");
    add_flag(sweep, "--csv", into.csv, "Print the grid as CSV instead of text");
}

}  // namespace negotiation::cli
