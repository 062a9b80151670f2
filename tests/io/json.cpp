#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/contains.hpp>
#include <support/some_steps.hpp>

#include <negotiation/io/json.hpp>
#include <negotiation/io/write_foreign.hpp>
#include <negotiation/question/catalogue_answer.hpp>
#include <negotiation/question/check.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/list.hpp>
#include <negotiation/question/play_answer.hpp>
#include <negotiation/question/results_answer.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/question/value.hpp>

#include "io/key_order.hpp"
#include "question/support.hpp"

using namespace negotiation;
using tests::contains;
using namespace negotiation::question;

namespace {

deals_answer nuclear(red_line_rule rule = red_line_rule::as_written) {
    deals_options options;
    options.scope = "nuclear";
    options.red_lines.rule = rule;
    return deals(tests::backchannel_file(), options);
}

}  // namespace

TEST_CASE("deals have the documented keys in order") {
    const std::string text = io::to_json(nuclear());
    CHECK(tests::in_order(text, {"scenario",  "scope",
                                 "talks",     "red_lines",
                                 "parties",   "assumed_numbers",
                                 "outcomes",  "raw",
                                 "feasible",  "zone",
                                 "method",    "frontier",
                                 "solutions", "nash",
                                 "utilities", "outcome",
                                 "product",   "kalai_smorodinsky",
                                 "gain",      "egalitarian",
                                 "gain",      "utilitarian",
                                 "sum",       "in_public",
                                 "zone",      "red_line_conflicts",
                                 "bridge",    "party",
                                 "issue",     "option",
                                 "zone",      "nash",
                                 "margins",   "United States",
                                 "Iran"}));
    CHECK(contains(text, R"("outcomes":{"raw":350000,"feasible":161700,"zone":6546,"method":)"));
    CHECK(contains(text, R"("talks":"secret","red_lines":[],"parties":["United States","Iran"])"));
    CHECK(contains(text, R"("red_line_conflicts":[[{"party":"United States","issue":"enrichment"},)"
                         R"({"party":"Iran","issue":"enrichment"}]])"));
    CHECK(text.find('\n') == std::string::npos);
}

TEST_CASE("options keep the type they have in the file") {
    const std::string text = io::to_json(nuclear());
    CHECK(contains(text, R"("outcome":{"enrichment":"consortium_iran_3pct","leu_stock":0,)"));
}

TEST_CASE("an empty zone has null solutions") {
    const std::string text = io::to_json(nuclear(red_line_rule::all));
    CHECK(contains(text, R"("frontier":[],"solutions":{"nash":null,"kalai_smorodinsky":null,)"
                         R"("egalitarian":null,"utilitarian":null},"in_public":{"zone":0,)"));
    CHECK(contains(text, R"("red_lines":[{"party":"United States","issue":"enrichment"},)"));
}

TEST_CASE("what was not counted is null and large counts are strings") {
    deals_answer answer = nuclear();
    answer.zone.count = std::nullopt;
    answer.raw = outcome_count{1} << 53;
    answer.feasible = (outcome_count{1} << 53) + 1;
    const std::string text = io::to_json(answer);
    CHECK(contains(text, R"("raw":9007199254740992,"feasible":"9007199254740993","zone":null)"));
}

TEST_CASE("no scope and no number are null") {
    deals_answer answer = nuclear();
    answer.scope.clear();
    answer.parties[0].margin = std::nullopt;
    answer.bridge = std::nullopt;
    answer.parties[1].margin = std::numeric_limits<double>::quiet_NaN();
    const std::string text = io::to_json(answer);
    CHECK(contains(text, R"("scope":null)"));
    CHECK(contains(text, R"("bridge":null,"margins":{"United States":null,"Iran":null})"));
}

TEST_CASE("text that is not UTF-8 is mended and never a fault") {
    deals_answer answer = nuclear();
    answer.scenario = "a\xff\"b";
    CHECK(contains(io::to_json(answer), "\"scenario\":\"a\xef\xbf\xbd\\\"b\""));
}

TEST_CASE("values have the documented keys in order") {
    value_options options;
    options.scope = "nuclear";
    const std::string text = io::to_json(value(tests::backchannel_file(), {"J", "N1"}, options));
    CHECK(tests::in_order(
        text, {"deals",         "name",        "outcome",   "utilities",       "United States",
               "Iran",          "Israel",      "surplus",   "United States",   "Iran",
               "acceptable",    "rejected_by", "efficient", "dominated_by",    "clauses",
               "issue",         "worth",       "reported",  "breakout_months", "ranking",
               "United States", "Iran"}));
    CHECK(contains(text, R"("surplus":{"United States":0.034,"Iran":0.097},"acceptable":true,)"
                         R"("rejected_by":[],"efficient":false,"dominated_by":{)"));
    CHECK(contains(text, R"("ranking":{"United States":["N1","J"],"Iran":["J","N1"]})"));
    CHECK(contains(text, R"("efficient":true,"dominated_by":null)"));
}

TEST_CASE("a run has the documented keys in order") {
    run_options options;
    options.scope = "nuclear";
    options.strategies = {{"", "linear(offer=best)"}};
    options.mediators = {{"Qatar", "none"}, {"Oman", "none"}};
    const run_answer answer = run(tests::backchannel_file(), options);
    const std::string text = io::to_json(answer, true);
    CHECK(tests::in_order(
        text,
        {"scenario", "scope",     "protocol",   "clock",   "rounds_limit", "seed",     "parties",
         "name",     "strategy",  "mediators",  "status",  "round",        "offers",   "time",
         "days",     "utilities", "discounted", "outcome", "distance",     "pareto",   "nash",
         "trace",    "round",     "party",      "action",  "outcome",      "utilities"}));
    CHECK(contains(text, R"("clock":"geniusweb","rounds_limit":24,"seed":1,)"));
    CHECK(contains(text, R"("mediators":[],"status":"agreement")"));
    CHECK_FALSE(contains(io::to_json(answer), "\"trace\""));
    options.strategies = {{"", "hardliner"}};
    const std::string none = io::to_json(run(tests::backchannel_file(), options));
    CHECK(contains(none, R"("status":"no_agreement","round":24,"offers":48,)"));
    CHECK(contains(none, R"("outcome":null,"distance":{"pareto":null,"nash":null,)"));
}

TEST_CASE("the other verbs have JSON too") {
    results_answer store{"a.sqlite", {}};
    store.experiments.resize(1);
    store.experiments[0].what.seed = ~std::uint64_t{0};
    CHECK(io::to_json(store) ==
          R"({"file":"a.sqlite","experiments":[{"experiment":"","version":"",)"
          R"("seed":"18446744073709551615","rounds_limit":0,"clock":"geniusweb","rotate":true,)"
          R"("breakdown":0.0,"scenarios":[],"mediators":[],"strategies":[],"pairings":0,)"
          R"("negotiations":0,"standings":null}]})");
    play_answer played;
    run_options one;
    one.scope = "nuclear";
    one.rounds = 2;
    one.other_runs = 0;
    played.talks = run(tests::backchannel_file(), one);
    played.frontier = {{{0.5, 0.25}, {}}};
    CHECK(
        tests::in_order(io::to_json(played), {"as", "frontier", "input_ended", "refused", "run"}));
    const catalogue_answer models{
        "models", {{"one", "listens", {{"gain", "", "how fast"}}, "that they speak", ""}}};
    CHECK(io::to_json(models) ==
          R"({"catalogue":"models","choices":[{"name":"one","what":"listens","parameters":)"
          R"([{"name":"gain","default":null,"what":"how fast"}],"assumes":"that they speak",)"
          R"("source":null}]})");
    const std::vector<std::pair<std::string, std::vector<std::string>>> lists{
        {"written", {"a", "b"}}, {"left_out", {}}};
    CHECK(io::to_json(lists) == "{\"written\":[\"a\",\"b\"],\"left_out\":[]}");
    const io::foreign_export foreign{{{"a.json", "{}"}}, {"scopes"}, {{"Ada", 0.5, 0.625}}};
    CHECK(io::to_json(foreign, {"out/a.json"}) ==
          R"({"written":["out/a.json"],"left_out":["scopes"],)"
          R"("shifted_reservations":[{"party":"Ada","from":0.5,"to":0.625}]})");
    CHECK(
        tests::in_order(io::to_json(check(tests::backchannel_file())),
                        {"scenario", "issues", "outcomes", "parties", "onlookers", "scopes",
                         "deals", "numbers", "assumed_numbers", "unsourced_numbers", "unsourced"}));
    CHECK(tests::in_order(io::to_json(list(tests::backchannel_file())), {"scenario",
                                                                         "talks",
                                                                         "issues",
                                                                         "parties",
                                                                         "discount",
                                                                         "factor",
                                                                         "per",
                                                                         "onlookers",
                                                                         "scopes",
                                                                         "deals",
                                                                         "constraints",
                                                                         "reported",
                                                                         "protocol",
                                                                         "kind",
                                                                         "rounds",
                                                                         "clock",
                                                                         "days_per_round",
                                                                         "breakdown",
                                                                         "agreement",
                                                                         "votes",
                                                                         "veto",
                                                                         "discounting",
                                                                         "discount_no_deal",
                                                                         "strategies",
                                                                         "channel",
                                                                         "leak_rate",
                                                                         "audience_cost",
                                                                         "mediators",
                                                                         "name",
                                                                         "role",
                                                                         "chair",
                                                                         "bias",
                                                                         "toward",
                                                                         "reservation",
                                                                         "sequence",
                                                                         "completion",
                                                                         "breakdown",
                                                                         "trust",
                                                                         "steps",
                                                                         "name",
                                                                         "party",
                                                                         "value",
                                                                         "implements",
                                                                         "undone",
                                                                         "after",
                                                                         "days",
                                                                         "orders",
                                                                         "variants",
                                                                         "tranches",
                                                                         "chambers",
                                                                         "note",
                                                                         "sources",
                                                                         "id",
                                                                         "cite",
                                                                         "note",
                                                                         "covers",
                                                                         "assumptions",
                                                                         "what",
                                                                         "why"}));
    const std::string listed = io::to_json(list(tests::backchannel_file()));
    CHECK(contains(listed, R"("breakdown":0.0,"agreement":"unanimity","votes":{},"veto":[],)"));
    CHECK(contains(listed, R"("channel":{"leak_rate":0.001,"audience_cost":0.05})"));
    CHECK(contains(listed, R"("chair":true,"bias":0.0,"toward":null,"reservation":null})"));
    CHECK(contains(
        io::to_json(list(scenario{})),
        R"("protocol":null,"channel":null,"mediators":[],"sequence":null,)"
        R"("steps":[],"orders":[],"variants":[],"tranches":null,"chambers":[],"note":null)"));
    CHECK(contains(listed, R"("chambers":[{"name":"Senate","party":"United States",)"
                           R"("rule":"disapproval","quota":60.0,"follows":null,"days":60.0,)"
                           R"("factions":[{"name":"US hardliners","size":53.0,"threshold":0.68,)"
                           R"("public_red_lines":true},)"));
    CHECK(contains(listed, R"("alternatives":[{"name":"treaty","rule":"quota","quota":67.0}])"));
    CHECK(contains(listed, R"({"name":"Guardian Council","party":"Iran","rule":null,"quota":null,)"
                           R"("follows":"Leader","days":31.0,"factions":[],"alternatives":[]})"));
    scenario world;
    world.sequence = tests::some_steps();
    const std::string steps = io::to_json(list(world));
    CHECK(
        contains(steps, R"("sequence":{"completion":{"Seller":2.0,"Buyer":3.0},"breakdown":0.5,)"));
    CHECK(contains(steps, R"({"name":"pay","party":"Buyer","value":{"Seller":2.0,"Buyer":-1.5},)"
                          R"("implements":null,"undone":null,"after":[],"days":30.0})"));
    CHECK(contains(steps, R"("implements":{"issue":"colour","share":0.5},"undone":0.4,)"));
    CHECK(contains(steps, R"({"name":"as agreed","steps":["pay","ship, first half",)"));
    CHECK(contains(steps, R"({"name":"payment first","after":{"ship, first half":["pay"],"thank":)"
                          R"(["pay"]},"undone":null,"completion":null,"order":"as agreed"})"));
    CHECK(contains(steps, R"("undone":0.0,"completion":3.0,"order":null})"));
    world.sequence->tranches = tests::some_tranches();
    CHECK(contains(io::to_json(list(world)),
                   R"("tranches":{"what":"uranium against oil waivers","cost":0.5,"worth":1.0,)"
                   R"("defection":0.3,"trust":0.1,"target":0.95,"days":30.0,)"
                   R"("hazard":{"rate":0.02,"per":30.0}})"));
    CHECK(io::to_json(std::vector<listed_file>{{"river", "A river", ""}}) ==
          R"({"scenarios":[{"name":"river","title":"A river","problem":null}]})");
    CHECK(io::to_json("written", "a b.toml") == R"({"written":"a b.toml"})");
}
