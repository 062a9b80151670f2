// Everything that the talks can say is wrong: tests/golden/errors.txt, part "talks".
// Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <cmath>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>
#include <support/talks.hpp>

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
        seating("an unknown mediator", "rely"),
        seating("a parameter that a mediator lacks", "relay(nose=0.1)"),
        seating("noise that is no probability", "relay(noise=1.5)"),
        seating("a text that is no rule", "formulator(text=fair)"),
        ruling("an unknown protocol", "auction"),
        ruling("a parameter that a protocol lacks", "alternating-offers(rounds=3)"),
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

}  // namespace

TEST_CASE("every message about talks stands in the gallery") {
    std::vector<exhibit> all;
    for (const auto& part : {names(), moves(), preconditions(), values()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("talks", all);
}
