// Everything that reading and checking can say about lasting, in one text:
// tests/golden/errors.txt, part "hazards in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/error_texts.hpp>

using namespace negotiation;
using tests::adding;
using tests::exhibit;

namespace {

/// A hazard at a rate, to be finished by some lines.
exhibit of_hazard(const char* title, const std::string& lines) {
    return adding(title, "[[hazard]]\nname = \"storm\"\nrate = 0.02\nper = \"month\"\n" + lines);
}

/// A hazard by its probability, to be finished by some lines.
exhibit of_chance(const char* title, const std::string& lines) {
    return adding(title,
                  "[[hazard]]\nname = \"storm\"\nprobability = 0.5\nper = \"month\"\n" + lines);
}

/// An event, to be finished by some lines.
exhibit of_event(const char* title, const std::string& lines) {
    return adding(title, "[[event]]\nname = \"vote\"\nafter = 2\nper = \"month\"\n" + lines);
}

std::string many_terms() {
    std::string text;
    for (int k = 0; k <= 100; ++k) {
        text += "{ if = { colour = [\"red\"] }, add = 0 }, ";
    }
    return "terms = [" + text + "]";
}

std::string many_shares() {
    std::string text;
    for (int k = 0; k <= 100; ++k) {
        text += (k == 0 ? "p" : ", p") + std::to_string(k) + " = 0.5";
    }
    return "{ " + text + " }";
}

/// Issues of two options each, all of which one chain of terms ties together.
std::string tied_issues(int count) {
    std::string issues;
    std::string terms;
    for (int k = 0; k < count; ++k) {
        const std::string name = "i" + std::to_string(k);
        issues += "[[issue]]\nname = \"" + name +
                  "\"\nkind = \"categorical\"\noptions = [\"a\", \"b\"]\nstatus_quo = \"a\"\n";
        terms += "{ if = { i" + std::to_string(k == 0 ? count - 1 : k - 1) + " = [\"b\"], " + name +
                 " = [\"b\"] }, add = 0.01 }, ";
    }
    return issues + "[[hazard]]\nname = \"storm\"\nrate = 1\nper = \"day\"\nterms = [" + terms +
           "]\n";
}

std::vector<exhibit> hazard_shapes() {
    return {
        tests::reading("sections of lasting that are no tables", tests::small_text + "\n[x]\n",
                       {"survival=3", "hazard=storm", "event=1"}),
        adding("a survival of wrong types", "[survival]\nhorizon = \"long\"\nper = true\nx = 1"),
        adding("a horizon without its period", "[survival]\nhorizon = 10"),
        adding("a hazard that says nothing", "[[hazard]]\n"),
        adding("a hazard at an unknown period",
               "[[hazard]]\nname = \"storm\"\nrate = 1\nper = \"moth\""),
        adding("a hazard by both its measures",
               "[[hazard]]\nname = \"storm\"\nrate = 1\nprobability = 0.5\nper = \"day\""),
        adding("a hazard whose measure is misspelt",
               "[[hazard]]\nname = \"storm\"\nprobabilty = 0.5\nper = \"day\""),
        of_hazard("a hazard of wrong types",
                  "stages = \"talks\"\nspoiler = \"Seller\"\nterms = 1\nspikes = { at = 1 }\n"
                  "effect = 1\nsource = 1\nnote = 1"),
        of_hazard("stages that are wrong", "stages = [\"talk\", \"talks\", \"talks\", 3]"),
        of_hazard("no stage at all", "stages = []"),
        of_hazard("a spoiler that says nothing", "spoiler = {}"),
        of_hazard("a spoiler of wrong types",
                  "spoiler = { of = 1, slope = \"a\", noise = [1], name = \"x\" }"),
        of_hazard("terms of wrong types",
                  "terms = [1, {}, { if = 1, add = \"x\" }, { if = {}, add = 0, then = 1 }]"),
        of_hazard("spikes of wrong types",
                  "spikes = [1, {}, { at = 1, add = \"x\", days_before = \"a\", days_after = true, "
                  "days = 3 }]"),
        of_hazard("an effect of wrong types",
                  "effect = { ends = \"all\", reservation = 1, odds = { Seller = \"x\" }, hazards "
                  "= [2], end = 1 }"),
        of_hazard("an effect on too many parties", "effect = { odds = " + many_shares() + " }"),
        of_hazard("too many terms", many_terms()),
        adding("an event that says nothing", "[[event]]\n"),
        of_event("an event of wrong types",
                 "probability = \"even\"\nunless = [1]\neffect = 1\nsource = 1\nnote = 1\nat = 1"),
    };
}

std::vector<exhibit> hazard_faults() {
    return {
        adding("a horizon out of its range", "[survival]\nhorizon = 0\nper = \"year\""),
        adding("a period of no days", "[survival]\nhorizon = 1\nper = 0"),
        adding("names of hazards and events that are there twice",
               "[[hazard]]\nname = \"storm\"\nrate = 1\nper = \"day\"\n[[event]]\nname = "
               "\"storm\"\nafter = 1\nper = \"day\"\n[[hazard]]\nname = \"*\"\nrate = 1\nper = "
               "\"day\"\n[[event]]\nname = \"\"\nafter = 1\nper = \"day\""),
        adding("a rate below zero",
               "[[hazard]]\nname = \"storm\"\nrate = -1\nper = \"day\"\nsource = \"nobody\""),
        adding("a certain hazard", "[[hazard]]\nname = \"storm\"\nprobability = 1\nper = \"day\""),
        adding("a hazard a day of no length", "[[hazard]]\nname = \"storm\"\nrate = 1\nper = -1"),
        of_hazard("a spoiler that is nobody",
                  "spoiler = { of = \"Sellr\", slope = -1, noise = -1 }"),
        of_hazard("terms about what is not there",
                  "terms = [{ if = { colr = [\"red\"] }, add = 0.1 }, { if = { colour = "
                  "[\"blu\"] }, add = 1e6 }]"),
        of_hazard("terms that bring a hazard below zero",
                  "terms = [{ if = { colour = [\"red\"] }, add = -0.015 }, { if = { price = "
                  "[0, 50] }, add = -0.01 }]"),
        adding("terms that tie too many issues together", tied_issues(30)),
        of_chance("a probability that reaches one",
                  "spoiler = { of = \"Seller\", slope = 0.2, noise = 0.1 }\nterms = [{ if = { "
                  "colour = [\"red\"] }, add = 0.2 }]\nspikes = [{ at = \"vote\", add = 0.1, "
                  "days_after = 1 }]"),
        of_hazard("spikes that are wrong",
                  "spikes = [{ at = \"singature\", add = -1, days_before = -1, days_after = 3 }, "
                  "{ at = \"vote\", add = 1 }]"),
        of_hazard("an effect out of its ranges",
                  "effect = { ends = 1.5, reservation = { Sellr = 1e6 }, odds = { Buyer = 0 }, "
                  "hazards = -1 }"),
        of_event("an event out of its ranges",
                 "probability = 1.5\nunless = { colour = [\"blu\"] }\nsource = \"nobody\"\n"
                 "effect = { odds = { Nobody = -1 } }"),
        adding("an event before the talks",
               "[[event]]\nname = \"vote\"\nafter = -1\nper = \"day\""),
        of_hazard("an assumption about nothing of the hazards",
                  "[[assumption]]\nwhat = \"hazard.storm.rat\"\n[[assumption]]\nwhat = "
                  "\"survival.horizn\""),
    };
}

}  // namespace

TEST_CASE("every message about lasting stands in the gallery") {
    tests::check_errors("hazards in a file", {hazard_shapes(), hazard_faults()});
}
