// Everything that asking a question can say is wrong: tests/golden/errors.txt, part "question".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <exception>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <question/support.hpp>
#include <support/gallery.hpp>

#include <negotiation/question/check.hpp>
#include <negotiation/question/deals.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/scope.hpp>
#include <negotiation/question/sweep.hpp>
#include <negotiation/question/tournament.hpp>
#include <negotiation/question/value.hpp>

using namespace negotiation;
using namespace negotiation::question;
using tests::exhibit;

namespace {

exhibit asking(const char* title, const std::function<void()>& act) {
    try {
        act();
    } catch (const std::exception& wrong) {
        return {title, wrong.what()};
    }
    return {title, "(nothing is wrong)"};
}

exhibit dealing(const char* title, const std::function<void(deals_options&)>& change) {
    return asking(title, [&] {
        deals_options options;
        options.scope = "nuclear";
        change(options);
        static_cast<void>(deals(tests::backchannel_file(), options));
    });
}

exhibit valuing(const char* title, const std::string& text) {
    value_options options;
    options.scope = "nuclear";
    return asking(title,
                  [&] { static_cast<void>(value(tests::backchannel_file(), {text}, options)); });
}

std::vector<exhibit> table_errors() {
    return {
        dealing("unknown scope", [](deals_options& o) { o.scope = "nuclaer"; }),
        dealing("unknown seat", [](deals_options& o) { o.seats = {"Isreal"}; }),
        dealing("red lines of a stranger",
                [](deals_options& o) { o.red_lines = parse_red_lines("Iran, Israel"); }),
        dealing("red lines of nobody",
                [](deals_options& o) { o.red_lines = parse_red_lines(","); }),
        dealing("power of a stranger",
                [](deals_options& o) {
                    o.powers = {{"Irn", 2}};
                }),
        dealing("no power",
                [](deals_options& o) {
                    o.powers = {{"Iran", 0}};
                }),
        asking("an unsound scenario",
               [] {
                   scenario world = tests::backchannel_file();
                   world.parties[0].weights[0].second = 0.9;
                   static_cast<void>(check(world));
               }),
        asking("an agenda that mediators would sit through",
               [] {
                   scenario world = tests::backchannel_file();
                   world.protocol->protocol = "agenda";
                   static_cast<void>(check(world));
               }),
        asking("a sweep over nothing",
               [] { static_cast<void>(question::sweep(tests::backchannel_file(), {})); }),
    };
}

std::vector<exhibit> deal_errors() {
    return {
        asking("no deal to value", [] { static_cast<void>(value(tests::backchannel_file(), {})); }),
        valuing("unknown deal", "N2"),
        valuing("deal without a name", ""),
        valuing("unknown issue", "enrichmnt=zero"),
        valuing("unknown option", "enrichment=domestic_4"),
        valuing("unknown level", "leu_stock=301"),
        valuing("no option", "leu_stock="),
        valuing("issue mentioned twice", "leu_stock=0,leu_stock=300"),
        valuing("name among clauses", "J,leu_stock=0"),
        valuing("issue out of scope", "proxies=end"),
    };
}

exhibit playing(const char* title, const std::string& mediators) {
    return asking(title, [&] {
        tournament_options options{.strategies = {"boulware"}, .seed = 1};
        options.mediators = {mediators};
        static_cast<void>(tournament({tests::backchannel_file()}, options));
    });
}

std::vector<exhibit> mediator_errors() {
    return {
        playing("unknown mediator in a tournament", "none,rely(noise=0.1)"),
        playing("unknown parameter of a mediator", "relay(nose=0.1)"),
        playing("parameter out of range in a row", "relay+formulator(after=0)"),
        playing("parameter of direct talks", "none(noise=0.1)"),
        playing("mediator beside direct talks", "relay+none"),
        playing("row that ends with a plus", "relay+"),
        playing("one row twice", "relay( noise=0.1 )+formulator,relay(noise=0.1) + formulator"),
        playing("direct talks twice", "none,direct"),
    };
}

exhibit comparing(const char* title, const std::function<void(scope_options&)>& change) {
    return asking(title, [&] {
        scope_options options;
        options.runs = 0;
        change(options);
        static_cast<void>(question::scope(tests::backchannel_file(), options));
    });
}

std::vector<exhibit> scope_errors() {
    return {
        asking("nothing to compare",
               [] {
                   scenario world = tests::backchannel_file();
                   world.scopes.clear();
                   static_cast<void>(question::scope(world));
               }),
        comparing("one scope twice",
                  [](scope_options& o) {
                      o.scopes = {"nuclear", "nuclear"};
                  }),
        comparing("numbers changed too far", [](scope_options& o) { o.spread = 30; }),
        comparing("too many talks", [](scope_options& o) { o.runs = 1'000'000; }),
    };
}

exhibit bargaining_over(const char* title,
                        const std::function<void(equilibrium_options&)>& change) {
    return asking(title, [&] {
        equilibrium_options options;
        options.scope = "nuclear";
        change(options);
        static_cast<void>(question::equilibrium(tests::backchannel_file(), options));
    });
}

exhibit screening_of(const char* title, std::vector<std::pair<double, double>> types,
                     const std::function<void(equilibrium_options&)>& change = {}) {
    return bargaining_over(title, [&](equilibrium_options& o) {
        o.model = equilibrium_model::screening;
        o.rounds = 2;
        o.types = types;
        if (change) {
            change(o);
        }
    });
}

std::vector<exhibit> equilibrium_errors() {
    const std::vector<std::pair<double, double>> two{{12, 0.4}, {55, 0.6}};
    return {
        asking("unknown model", [] { static_cast<void>(parse_equilibrium_model("screen")); }),
        bargaining_over("a quota and a majority",
                        [](auto& o) {
                            o.quota = 0.5;
                            o.majority = true;
                        }),
        bargaining_over("patience of a stranger",
                        [](auto& o) {
                            o.discounts = {{"Irak", 0.9}};
                        }),
        bargaining_over("weights where nobody is drawn",
                        [](auto& o) {
                            o.model = equilibrium_model::rubinstein;
                            o.recognition = {{"Iran", 2}};
                        }),
        bargaining_over("precision of those who never err", [](auto& o) { o.lambda = 20; }),
        bargaining_over("a deadline of talks without one",
                        [](auto& o) {
                            o.model = equilibrium_model::rubinstein;
                            o.rounds = 5;
                        }),
        bargaining_over("patience given twice",
                        [](auto& o) {
                            o.discounts = {{"Iran", 0.9}, {"Iran", 0.8}};
                        }),
        bargaining_over("too much patience",
                        [](auto& o) {
                            o.discounts = {{"Iran", 1.5}};
                        }),
        bargaining_over("more votes than there are", [](auto& o) { o.quota = 2; }),
        bargaining_over("talks that are sure to break down", [](auto& o) { o.breakdown = 1; }),
        bargaining_over("precision below nothing",
                        [](auto& o) {
                            o.model = equilibrium_model::quantal;
                            o.lambda = -1;
                        }),
        bargaining_over("types where all is known", [&](auto& o) { o.types = two; }),
        screening_of("screening without types", {}),
        screening_of("types that are not likely enough", {{12, 0.4}, {55, 0.5}}),
        screening_of("an impossible type", {{12, 0}, {55, 1}}),
        screening_of("one type twice", {{12, 0.4}, {12, 0.6}}),
        screening_of("a type not worth its cost", two, [](auto& o) { o.cost = 12; }),
        screening_of("a cost below nothing", two, [](auto& o) { o.cost = -1; }),
        screening_of("prices asked by a stranger", two, [](auto& o) { o.proposer = "Irak"; }),
        screening_of("screening where one decides", two, [](auto& o) { o.quota = 0.5; }),
        screening_of("too many prices", two, [](auto& o) { o.rounds = 1001; }),
        asking("screening between three",
               [&] {
                   equilibrium_options options;
                   options.model = equilibrium_model::screening;
                   options.types = two;
                   static_cast<void>(question::equilibrium(
                       io::read_scenario(NEGOTIATION_SCENARIO_DIR "/river.toml"), options));
               }),
    };
}

}  // namespace

TEST_CASE("every message about a question stands in the gallery") {
    std::vector<exhibit> all = table_errors();
    for (exhibit& e : deal_errors()) {
        all.push_back(std::move(e));
    }
    for (exhibit& e : mediator_errors()) {
        all.push_back(std::move(e));
    }
    for (exhibit& e : scope_errors()) {
        all.push_back(std::move(e));
    }
    for (exhibit& e : equilibrium_errors()) {
        all.push_back(std::move(e));
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("question", all);
}
