// Everything that the talks can say is wrong: tests/golden/errors.txt, part "talks".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>
#include <support/talks.hpp>

#include <negotiation/talks/equilibrium/backward_induction.hpp>
#include <negotiation/talks/equilibrium/baron_ferejohn.hpp>
#include <negotiation/talks/equilibrium/quantal_response.hpp>
#include <negotiation/talks/equilibrium/screening.hpp>
#include <negotiation/talks/equilibrium/stationary.hpp>
#include <negotiation/talks/equilibrium/unit_pie.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/mediator_catalogue.hpp>
#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/protocol_catalogue.hpp>
#include <negotiation/talks/strategy/annealer.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>
#include <negotiation/talks/strategy/micro.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/tit_for_tat.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::exhibit;
using tests::saying;

namespace {

exhibit reading(const char* title, const std::string& strategy) {
    return saying(title, [&] { static_cast<void>(read_strategy(strategy)); });
}

exhibit seating(const char* title, const std::string& mediator) {
    return saying(title, [&] { static_cast<void>(read_mediator(mediator)); });
}

exhibit ruling(const char* title, const std::string& protocol) {
    return saying(title, [&] { static_cast<void>(read_protocol(protocol)); });
}

template <class Protocol>
exhibit playing(const char* title, const Protocol& rules, const tests::scripted& first) {
    return saying(title, [&] {
        const arena at(tests::sale());
        static_cast<void>(play(at, rules, 1, first, hardliner()));
    });
}

tests::scripted doing(const move& made) { return {{made}, 0}; }

/// Rules with one thing wrong.
template <class Change>
alternating_offers rules_with(Change change) {
    alternating_offers rules;
    change(rules);
    return rules;
}

template <class Change>
agenda agenda_with(Change change) {
    agenda rules;
    change(rules);
    return rules;
}

problem price_and_delivery() {
    const std::vector<double> up{0, 1};
    return problem_builder{}
        .issue("price", 2)
        .issue("delivery", 2)
        .party("one", {up, up}, 0)
        .party("two", {up, up}, 0)
        .build();
}

/// An agenda of two stages with one thing wrong.
template <class Change>
exhibit staging(const char* title, Change change) {
    return saying(title, [&] {
        agenda rules;
        rules.stages = {{0}, {1}};
        change(rules);
        const arena at(price_and_delivery());
        static_cast<void>(play(at, rules, 1, hardliner(), hardliner()));
    });
}

exhibit staged_with_mediators() {
    return saying("an agenda with mediators", [] {
        const arena at(price_and_delivery());
        const reports told(at);
        mediation between({}, told);
        agenda rules;
        rules.stages = {{0}, {1}};
        std::vector<any_strategy> agents(2, any_strategy(hardliner()));
        run_streams draws(1, 0, 2);
        proceedings said;
        static_cast<void>(rules.play(at, agents, between, draws, said));
    });
}

std::vector<exhibit> names() {
    return {
        reading("an unknown strategy", "bolware"),
        reading("no strategy", " "),
        reading("a parameter that a strategy lacks", "boulware(f=1)"),
        reading("a strategy without parameters", "micro(e=1)"),
        reading("a parameter that is no number", "boulware(e=steep)"),
        reading("a parameter below its range", "boulware(e=0)"),
        reading("a parameter that must not fall below", "boulware(tolerance=-1)"),
        reading("a parameter that is not whole", "tit-for-tat(lag=1.5)"),
        reading("a choice that is none", "boulware(offer=dear)"),
        reading("an unknown acceptance condition", "boulware(accept=nothing)"),
        reading("a list of no conditions", "boulware(accept=any)"),
        reading("a condition that is empty", "boulware(accept=all(next,))"),
        reading("conditions nested too deep",
                "linear(accept=any(any(any(any(any(any(any(any(any(next))))))))))"),
        reading("weights that are no numbers", "linear(model=types(weights=0.5/heavy))"),
        reading("an unknown opponent model", "boulware(model=clever)"),
        reading("a parameter given twice", "boulware(e=1,e=2)"),
        reading("a parameter without a value", "boulware(e=)"),
        reading("a parenthesis that is not closed", "boulware(e=1"),
        reading("a parenthesis inside that is not closed", "boulware(accept=next(a=1)"),
        reading("a parenthesis too many", "boulware(e=1))"),
        reading("parameters without a parenthesis", "boulware,e=1"),
        reading("discounts that are no numbers", "equilibrium(discounts=0.9/fast)"),
        reading("nobody who may be drawn", "equilibrium(recognition=0/0)"),
        seating("an unknown mediator", "rely"),
        seating("a parameter that a mediator lacks", "relay(nose=0.1)"),
        seating("noise that is no probability", "relay(noise=1.5)"),
        seating("a text that is no rule", "formulator(text=fair)"),
        ruling("an unknown protocol", "auction"),
        ruling("weights that are negative", "random-recognition(weights=1/-1)"),
        ruling("weights of several rows", "random-recognition(weights=1/2|2/1)"),
        ruling("a parameter that a protocol lacks", "alternating-offers(rounds=3)"),
        ruling("an agenda with a gap", "agenda(order=price//delivery)"),
        ruling("an agenda with an open quote", "agenda(order=\"price)"),
        ruling("an agenda that counts in no known way", "agenda(implementation=sequentially)"),
        ruling("an agenda in sequence that counts on later issues",
               "agenda(implementation=sequential,later=best)"),
    };
}

std::vector<exhibit> moves() {
    const alternating_offers turns;
    const single_text text;
    return {
        playing("an acceptance of nothing", turns, doing(turn::accept())),
        playing("a rejection where offers alternate", turns, doing(turn::reject())),
        playing("an offer of another run", turns, doing(turn::offer(4000))),
        playing("an offer where a chair proposes", text, doing(turn::offer(1))),
    };
}

std::vector<exhibit> preconditions() {
    return {
        playing("no rounds", rules_with([](auto& r) { r.rounds = 0; }), doing({})),
        playing("no quota", rules_with([](auto& r) { r.agreement.quota = 0; }), doing({})),
        playing("votes of somebody", rules_with([](auto& r) { r.agreement.votes = {1}; }),
                doing({})),
        playing("votes below nothing", rules_with([](auto& r) {
                    r.agreement.votes = {1, -1};
                }),
                doing({})),
        playing("votes of nobody", rules_with([](auto& r) {
                    r.agreement.votes = {0, 0};
                }),
                doing({})),
        playing("a veto of nobody", rules_with([](auto& r) { r.agreement.veto = {7}; }), doing({})),
        playing("patience of somebody", rules_with([](auto& r) {
                    r.dates.patience = {{0.9, 30}};
                }),
                doing({})),
        saying("an agent too few",
               [] {
                   const arena at(tests::sale());
                   static_cast<void>(play(at, alternating_offers{}, 1, hardliner()));
               }),
        saying("a first text that is forbidden",
               [] {
                   single_text rules;
                   rules.start = {99};
                   const arena at(tests::sale());
                   static_cast<void>(play(at, rules, 1, hill_climber{}, hill_climber{}));
               }),
        playing("an agenda of issues that are not there",
                agenda_with([](agenda& r) { r.stages = {{7}}; }), doing({})),
        playing("an agenda whose issues are only named",
                agenda_with([](agenda& r) { r.named.emplace(); }), doing({})),
        saying("an agenda that names no issue",
               [] {
                   agenda rules;
                   rules.named = read_agenda_order("prise");
                   find_issues(rules, {"price"});
               }),
        staging("a status quo of too few issues", [](agenda& r) { r.status_quo = {0}; }),
        staging("a status quo that is no option",
                [](agenda& r) {
                    r.status_quo = {0, 9};
                }),
        staging("a sequence without a status quo",
                [](agenda& r) { r.counts = implementation::sequential; }),
        staging("stages that last too long",
                [](agenda& r) {
                    r.deadline = deadline_of::stage;
                    r.rounds = std::int64_t{1} << 31;
                }),
        staged_with_mediators(),
        saying("a stage tied to later ones in too many ways",
               [] {
                   bargaining table;
                   table.space = make_outcome_space({300, 300, 2});
                   const option_mask all(300, true);
                   table.space.forbidden = {{{0, 1, 2}, {all, all, {true, false}}}};
                   agenda_stage stage;
                   stage.base = {0, 0, 0};
                   stage.open = {0, 1};
                   stage.later = {2};
                   static_cast<void>(bargaining_of(table, stage));
               }),
        saying("micro without a ranking",
               [] {
                   const arena at(tests::sale(), {0});
                   static_cast<void>(play(at, alternating_offers{}, 1, micro{}, micro{}));
               }),
    };
}

std::vector<exhibit> values() {
    return {
        saying("a shape that is not above 0", [] { static_cast<void>(time_dependent(0)); }),
        saying("a lag of nothing", [] { static_cast<void>(relative_tit_for_tat(0)); }),
        saying("a temperature below 0", [] { static_cast<void>(annealer(-1)); }),
        saying("too many parties",
               [] {
                   bargaining table = tests::sale().table;
                   table.parties.resize(129, table.parties[0]);
                   static_cast<void>(arena(table));
               }),
        saying("a mediator without an arena",
               [] { static_cast<void>(make_mediator("relay", {})); }),
        saying("a report about other deals",
               [] {
                   const arena at(tests::sale());
                   static_cast<void>(reports(at, tests::three_at_a_table().table));
               }),
    };
}

/// A game with one thing wrong.
template <class Change>
exhibit game(const char* title, Change change) {
    return saying(title, [&] {
        equilibrium::offer_game rules;
        change(rules);
        static_cast<void>(solve(equilibrium::cut_pie(2), rules));
    });
}

std::vector<exhibit> games() {
    using namespace negotiation::talks::equilibrium;
    return {
        game("a game without offers", [](auto& g) { g.offers = 0; }),
        game("a deadline too distant", [](auto& g) { g.offers = 5'000'000; }),
        game("patience of some", [](auto& g) { g.discount = {0.9}; }),
        game("patience above 1",
             [](auto& g) {
                 g.discount = {0.9, 1.1};
             }),
        game("a breakdown that is certain", [](auto& g) { g.breakdown = 1; }),
        game("proposers drawn from some", [](auto& g) { g.recognition = {1}; }),
        game("proposers drawn too often",
             [](auto& g) {
                 g.recognition = {0.5, 0.6};
             }),
        game("proposers drawn and in turn",
             [](auto& g) {
                 g.recognition = {0.5, 0.5};
                 g.form = answering::in_turn;
             }),
        game("a quota of nothing", [](auto& g) { g.agreement.quota = 0; }),
        saying("a pie in no part", [] { static_cast<void>(cut_pie(0)); }),
        saying("a course of drawn proposers",
               [] {
                   offer_game rules;
                   rules.recognition = {0.5, 0.5};
                   static_cast<void>(play_out(solve(cut_pie(2), rules), rules));
               }),
        saying("no deal that does not wane",
               [] {
                   deal_set pie = cut_pie(2);
                   pie.no_deal = {0.5, 0};
                   offer_game rules;
                   rules.discount = {0.9, 0.9};
                   rules.discount_no_deal = false;
                   static_cast<void>(solve_stationary(pie, rules));
               }),
        saying("moves of some only", [] { static_cast<void>(worth_of({}, cut_pie(2), {})); }),
        saying("noise below nothing",
               [] { static_cast<void>(quantal_response(cut_pie(2), {}, -1)); }),
        saying("noise where answers take turns",
               [] {
                   offer_game rules;
                   rules.form = answering::in_turn;
                   static_cast<void>(quantal_response(cut_pie(2), rules, 1));
               }),
        saying("a pie for ever without haste",
               [] {
                   static_cast<void>(shares_without_deadline({0.9, 1}));
               }),
        saying("a pie without an offer", [] { static_cast<void>(shares_with_deadline({0.9}, 0)); }),
        saying("a rate of nothing",
               [] {
                   static_cast<void>(limit_shares({0.1, 0}));
               }),
        saying("a quota above the parties",
               [] {
                   static_cast<void>(solve(legislature{{0.5, 0.5}, {0.9, 0.9}, 3}));
               }),
        saying("a legislature without haste",
               [] {
                   static_cast<void>(solve(legislature{{0.5, 0.5}, {0.9, 1}, 2}));
               }),
        saying("recognition beyond 1",
               [] {
                   static_cast<void>(solve(legislature{{0.5, 0.6}, {0.9, 0.9}, 2}));
               }),
        saying("types that fall",
               [] {
                   static_cast<void>(solve(screening{{2, 1}, {0.5, 0.5}, 2, 0.9, 0.9}));
               }),
        saying("a prior beyond 1",
               [] {
                   static_cast<void>(solve(screening{{1, 2}, {0.5, 0.6}, 2, 0.9, 0.9}));
               }),
        saying("no period",
               [] {
                   static_cast<void>(solve(screening{{1}, {1}, 0, 0.9, 0.9}));
               }),
    };
}

}  // namespace

TEST_CASE("every message about talks stands in the gallery") {
    std::vector<exhibit> all;
    for (const auto& part : {names(), moves(), preconditions(), values(), games()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("talks", all);
}
