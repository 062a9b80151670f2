#include "cli/options.hpp"
#include "cli/verb_options.hpp"

namespace negotiation::cli {

namespace {

void add_deals(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "deals", "Which deals exist, which are fair, what stands in the way",
                 "negotiate deals backchannel-2025 --scope nuclear");
    take_table(verb, into);
    add_text(verb, "--engine", into.engine, "How to search", "automatic|table|stream|eliminate");
    add_list(verb, "--power", into.powers,
             "Bargaining power in the Nash solution; may be given again", "PARTY=NUMBER");
    add_flag(verb, "--lotteries", into.lotteries, "Also the fair lotteries over deals");
    add_flag(verb, "--frontier", into.frontier, "Also every efficient deal");
    add_flag(verb, "--csv", into.csv, "Print the frontier as CSV instead of text");
}

void add_value(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "value", "What a deal is worth to everyone, clause by clause",
                              "negotiate value backchannel-2025 --scope nuclear --deal "
                              "\"enrichment=domestic_5,leu_stock=300\"");
    take_table(verb, into);
    add_list(verb, "--deal", into.deals,
             "A named deal, or clauses (the rest stays as it is); may be given again",
             "NAME|ISSUE=OPTION,...");
}

void add_gap(CLI::App& app, arguments& into) {
    CLI::App& verb = add_verb(app, "gap", "How much closes the gap, and who could pay it",
                              "negotiate gap backchannel-2025 --scope nuclear --set "
                              "party.Iran.reservation=0.8");
    take_table(verb, into);
}

void add_scope(CLI::App& app, arguments& into) {
    CLI::App& verb =
        add_verb(app, "scope", "Narrow or broad: scopes side by side, and what would turn it",
                 "negotiate scope backchannel-2025 --scope nuclear --scope comprehensive");
    take_scenario(verb, into);
    add_list(verb, "--scope", into.scopes,
             "A scope to compare, all of the file unless given; may be given again", "NAME");
    take_setting(verb, into);
    add_text(verb, "--runs", into.runs, "Of the talks in each scope; 100 unless given", "N");
    take_seed(verb, into);
    add_text(verb, "--spread", into.spread,
             "How far assumed numbers are changed, as a share of them; 0.3 unless given", "X");
    add_flag(verb, "--uncounted", into.uncounted, "Do not count the deals that suit everybody");
}

}  // namespace

void add_deal_verbs(CLI::App& app, arguments& into) {
    add_deals(app, into);
    add_value(app, into);
    add_gap(app, into);
    add_scope(app, into);
}

}  // namespace negotiation::cli
