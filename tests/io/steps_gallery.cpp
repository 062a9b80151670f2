// Everything that reading and checking can say about carrying out, in one text:
// tests/golden/errors.txt, part "steps in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::exhibit;

namespace {

/// The small text with lines after it.
exhibit with_steps(const char* title, const std::string& lines,
                   const std::vector<std::string>& overrides = {}) {
    return tests::saying(title, [&] {
        static_cast<void>(
            io::parse_scenario(tests::small_text + "\n" + lines, "x.toml", overrides));
    });
}

/// A step by the buyer, to be finished by some lines.
exhibit of_step(const char* title, const std::string& lines) {
    return with_steps(title, "[[step]]\nname = \"pay\"\nparty = \"Buyer\"\n" + lines);
}

/// Two steps, the second after the first, and some lines.
exhibit after_steps(const char* title, const std::string& lines) {
    return with_steps(title,
                      "[[step]]\nname = \"pay\"\nparty = \"Buyer\"\nvalue = 1\n[[step]]\nname = "
                      "\"ship\"\nparty = \"Seller\"\nvalue = 1\nafter = [\"pay\"]\n" +
                          lines);
}

std::string many_steps(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) {
        text += "[[step]]\nname = \"s" + std::to_string(k) + "\"\nparty = \"Buyer\"\nvalue = 1\n";
    }
    return text;
}

std::string many_parties() {
    std::string text;
    for (int k = 0; k <= 100; ++k) {
        text += (k == 0 ? "p" : ", p") + std::to_string(k) + " = 0.5";
    }
    return "{ " + text + " }";
}

std::vector<exhibit> step_shapes() {
    return {
        with_steps("steps that are no tables", "[x]\n",
                   {"sequence=3", "step=pay", "order=no", "variant=1"}),
        with_steps("a sequence of wrong types",
                   "[sequence]\ncompletion = \"much\"\nbreakdown = [1]\ntrust = { Buyer = \"x\" }\n"
                   "trst = 1"),
        with_steps("numbers of too many parties", "[sequence]\ntrust = " + many_parties()),
        with_steps("a step that says nothing", "[[step]]\n"),
        of_step("a step of wrong types",
                "value = \"much\"\nimplements = \"colour\"\nundone = true\nafter = \"pay\"\n"
                "days = \"some\"\ndefection = [0]\nfake = 1\nsource = 1\nnote = 1"),
        of_step("a step with unknown keys", "vlaue = 1\nday = 30"),
        of_step("a pretence of wrong types",
                "value = 1\nfake = { saves = \"a\", detection = \"b\", days = \"c\", window = 1 }"),
        of_step("a pretence that saves nothing said", "value = 1\nfake = { detection = 0.5 }"),
        of_step("a pretence that saves in two ways", "value = 1\nfake = { saves = 1, share = 1 }"),
        of_step("a pretence that hangs on nothing said",
                "value = 1\nfake = { saves = 1, else = 0.5 }"),
        of_step("a pretence that hangs on the deal and says half of it",
                "implements = { issue = \"colour\" }\nfake = { saves = 1, if = { colour = "
                "[\"blue\"] } }"),
        of_step("a pretence that hangs on wrong types",
                "implements = { issue = \"colour\" }\nfake = { saves = 1, if = [\"blue\"], "
                "else = \"half\" }"),
        of_step("a pretence that hangs on an empty table and another number misspelt",
                "implements = { issue = \"colour\" }\nfake = { saves = 1, if = {}, esle = 0.5 }"),
        of_step("an implementation of nothing", "implements = { share = \"half\" }"),
        of_step("sureties for what is not there",
                "value = { Buyer = -1 }\n[[mediator]]\nname = \"Bank\"\nrole = "
                "\"escrow(payment=pya,capacity=6)\"\n[[mediator]]\nname = \"Post\"\nrole = "
                "\"escrow(payment=pay,capacity=6)\"\n[[mediator]]\nname = \"Fund\"\nrole = "
                "\"guarantor(party=Byer,budget=1)\""),
        with_steps("an order that says nothing", "[[order]]\n"),
        after_steps("an order of wrong types",
                    "[[order]]\nname = \"o\"\nsteps = [1, \"ship\"]\nsource = 1\nnote = 1\nx = 1"),
        with_steps("a variant that says nothing", "[[variant]]\n"),
        after_steps("a variant of wrong types",
                    "[[variant]]\nname = \"v\"\nafter = [\"pay\"]\nundone = \"x\"\ncompletion = "
                    "[]\norder = 1\nnote = 1\nx = 1\n[[variant]]\nname = \"w\"\nafter = { pay = "
                    "\"ship\" }"),
        after_steps(
            "steps and orders and variants twice",
            "[[step]]\nname = \"pay\"\nparty = \"Buyer\"\nvalue = 1\n[[order]]\nname = "
            "\"o\"\nsteps = [\"pay\", \"ship\"]\n[[order]]\nname = \"o\"\nsteps = [\"pay\", "
            "\"ship\"]\n[[variant]]\nname = \"v\"\n[[variant]]\nname = \"v\""),
        with_steps("steps to remove from nothing", "[[step]]\nname = \"pay\"\nremove = true"),
        with_steps("too many steps", many_steps(129)),
        with_steps("tranches that say nothing", "[tranches]\n"),
        with_steps("tranches that are no table", "[x]\n", {"tranches=3"}),
        with_steps("tranches of wrong types",
                   "[tranches]\nwhat = 1\ncost = \"much\"\nworth = []\ndefection = {}\ntrust = "
                   "true\ntarget = \"all\"\ndays = \"some\"\nhazard = 0.1\nsource = 1\nnote = "
                   "1\ntrst = 0.5"),
        with_steps("a hazard that says nothing",
                   "[tranches]\ncost = 1\nworth = 2\ntrust = 0.5\nhazard = {}"),
        with_steps("a hazard in a period that is none",
                   "[tranches]\ncost = 1\nworth = 2\ntrust = 0.5\ndays = 1\nhazard = { rate = "
                   "0.1, per = \"mnth\", rte = 1 }"),
        with_steps("a step that is set and not there", "[sequence]\n",
                   {"step.pay.days=3", "sequence.trsut.Buyer=1"}),
    };
}

std::vector<exhibit> step_ranges() {
    return {
        with_steps("a sequence out of its ranges",
                   "[sequence]\ncompletion = 1e6\nbreakdown = -1\ntrust = { Buyer = 1, Seler = "
                   "0.5 }"),
        of_step("a step out of its ranges",
                "value = { Buyer = 1e7, Byer = 1 }\nundone = 1.5\ndays = -1\ndefection = 1\nfake = "
                "{ saves = -1, detection = 2, days = -1 }\nsource = \"nobody\""),
        of_step("a pretence that saves more than there is", "value = 1\nfake = { share = 2 }"),
        of_step("a pretence that hangs on what is not there",
                "implements = { issue = \"colour\" }\nfake = { saves = 1, if = { colour = "
                "[\"bleu\"], prise = [0], price = [] }, else = 2 }"),
        of_step("a pretence that hangs on words without order",
                "implements = { issue = \"colour\" }\nfake = { saves = 1, if = { colour = { "
                "at_least = \"blue\" } }, else = 0.5 }"),
        of_step("a pretence that hangs on a deal that nobody carries out",
                "value = 1\nfake = { saves = 1, if = { colour = [\"blue\"] }, else = 0.5 }"),
        with_steps("a step by nobody", "[[step]]\nname = \"pay\"\nparty = \"Byer\"\nvalue = 1"),
        of_step("a step that is worth nothing said", "days = 1"),
        of_step("a step with values that implements",
                "value = 1\nimplements = { issue = \"colour\" }"),
        of_step("an implementation of an issue that is not there",
                "implements = { issue = \"color\", share = 0 }"),
        of_step("more than all of an issue",
                "implements = { issue = \"colour\", share = 0.6 }\n[[step]]\nname = \"ship\"\n"
                "party = \"Seller\"\nimplements = { issue = \"colour\", share = 0.6 }"),
        tests::saying("steps of preferences that do not add",
                      [] {
                          const std::string step =
                              "[[step]]\nname = \"s\"\nparty = \"Buyer\"\nimplements = { issue = "
                              "\"price\" }\n";
                          const std::string text = tests::with(
                              tests::with(tests::small_text, "weights = { colour = 0.4, price",
                                          "combine = \"multiplicative\"\nweights = { colour = 0.4, "
                                          "price"),
                              "weights = { price = 1 }",
                              "weights = { price = 0.5 }\nvalues.colour = [0, 1]\ninteraction = [{ "
                              "issues = [\"colour\", \"price\"], weight = 0.5 }]");
                          static_cast<void>(io::parse_scenario(text + step, "x.toml"));
                      }),
        after_steps("prerequisites that are not there or there twice",
                    "[[step]]\nname = \"thank\"\nparty = \"Buyer\"\nvalue = 1\nafter = [\"pya\", "
                    "\"ship\", \"ship\"]"),
        with_steps("steps that wait for one another",
                   "[[step]]\nname = \"a\"\nparty = \"Buyer\"\nvalue = 1\nafter = [\"b\"]\n[[step]]"
                   "\nname = \"b\"\nparty = \"Buyer\"\nvalue = 1\nafter = [\"a\"]"),
        after_steps("a variant in which steps wait for one another",
                    "[[variant]]\nname = \"v\"\nafter = { pay = [\"ship\"] }"),
        after_steps("orders that are wrong",
                    "[[order]]\nname = \"lacks\"\nsteps = [\"pay\"]\n[[order]]\nname = \"twice\"\n"
                    "steps = [\"pay\", \"ship\", \"pay\"]\n[[order]]\nname = \"unknown\"\nsteps = "
                    "[\"pay\", \"shp\"]\n[[order]]\nname = \"early\"\nsteps = [\"ship\", \"pay\"]"),
        after_steps("variants that are wrong",
                    "[[variant]]\nname = \"v\"\nafter = { shp = [\"pay\"], ship = [\"pya\"] }\n"
                    "undone = 2\ncompletion = { Byer = 1 }\norder = \"o\""),
        after_steps("a variant with an order that it does not allow",
                    "[[step]]\nname = \"thank\"\nparty = \"Buyer\"\nvalue = 1\n[[order]]\nname = "
                    "\"o\"\nsteps = [\"pay\", \"ship\", \"thank\"]\n[[variant]]\nname = \"v\"\n"
                    "after = { pay = [\"thank\"] }\norder = \"o\""),
        after_steps("a variant with an order's name",
                    "[[order]]\nname = \"o\"\nsteps = [\"pay\", \"ship\"]\n[[variant]]\nname = "
                    "\"o\""),
        after_steps("names that stand for any",
                    "[[order]]\nname = \"*\"\nsteps = [\"pay\", \"ship\"]\n[[variant]]\nname = "
                    "\"\""),
        with_steps("tranches out of their ranges",
                   "[tranches]\ncost = -1\nworth = 1e6\ndefection = 1\ntrust = 0\ntarget = 0\n"
                   "days = -1\nhazard = { rate = -1, per = 0 }\nsource = \"nobody\""),
        with_steps("a hazard of tranches that take no time",
                   "[tranches]\ncost = 1\nworth = 2\ntrust = 0.5\nhazard = { rate = 0.1, per = "
                   "\"week\" }"),
        with_steps("an assumption about nothing in the tranches",
                   "[tranches]\ncost = 1\nworth = 2\ntrust = 0.5\n[[assumption]]\nwhat = "
                   "\"tranches.hazard\""),
        after_steps("an assumption about nothing in the steps",
                    "[[assumption]]\nwhat = \"step.pay.dyas\"\n[[assumption]]\nwhat = \"order\""),
    };
}

}  // namespace

TEST_CASE("every message about carrying out stands in the gallery") {
    std::vector<exhibit> all = step_shapes();
    for (const exhibit& e : step_ranges()) {
        all.push_back(e);
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("steps in a file", all);
}
