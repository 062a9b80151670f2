// Everything that checking what a file says of issues, agents and the space can say, in one text:
// tests/golden/errors.txt, part "a scenario in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/error_texts.hpp>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

using namespace negotiation;
using tests::adding;
using tests::changing;
using tests::exhibit;
using tests::reading;
using tests::reporting;
using tests::small_text;
using tests::with;

namespace {

/// Everything raw, so that a rule of the raw convention is seen alone.
exhibit raw(const char* title, const char* from, const char* to) {
    return reading(title, with("utilities = \"raw\"\n" + small_text, from, to));
}

std::vector<exhibit> issue_errors() {
    return {
        changing("a unit that is missing", "unit = \"$\"\n", ""),
        changing("a unit that is empty", "unit = \"$\"", "unit = \"\""),
        changing("options of two sorts", "[\"red\", \"blue\"]", "[\"red\", 2]"),
        changing("an option twice", "[\"red\", \"blue\"]", "[\"red\", \"red\"]"),
        changing("an empty option", "[\"red\", \"blue\"]", "[\"red\", \"\"]"),
        changing("a level too large", "options = [\"red\", \"blue\"]\nstatus_quo = \"red\"",
                 "unit = \"m\"\noptions = [0, 1e300]\nstatus_quo = 0"),
        changing("a range from high to low", "[0, 100]", "[100, 0]"),
        changing("a step of nothing", "step = 50", "step = 0"),
        changing("an integer issue by halves", "step = 50", "step = 0.5"),
        changing("a range too fine", "[0, 100]", "[0, 1000000000000]"),
        changing("a source that does not exist", "status_quo = 0",
                 "status_quo = 0\nsource = \"s\""),
        adding("a source without a document", "[[source]]\nid = \"s\"\ncite = \"\""),
        changing("an empty title", "\"Small\"", "\"\""),
        changing("an empty name", "\"Buyer\"", "\"\""),
        changing("a name that stands for any", "\"Buyer\"", "\"*\""),
        adding("an onlooker called like a party",
               "[[onlooker]]\nname = \"Buyer\"\nreservation = 0\nweights = { price = 1 "
               "}\nvalues.price "
               "= [0, 0, 1]"),
        adding("assumptions that cover nothing",
               "[[assumption]]\nwhat = \"party.*.wieghts\"\n[[assumption]]\nwhat = \"party..\""),
        adding("a source for nothing",
               "[[source]]\nid = \"s\"\ncite = \"c\"\ncovers = [\"isue\", \"issue..\"]"),
        adding("a scope of nothing", "[[scope]]\nname = \"s\"\nissues = []"),
        adding("a scope of unknown issues",
               "[[scope]]\nname = \"s\"\nissues = [\"prise\", \"price\", "
               "\"price\"]"),
    };
}

std::vector<exhibit> value_errors() {
    return {
        changing("weights that do not sum to 1", "colour = 0.4", "colour = 0.6"),
        changing("a weight below 0", "{ colour = 0.4, price = 0.6 }",
                 "{ colour = -0.4, price = 1.4 }"),
        raw("a weight too large", "colour = 0.4", "colour = 1e6"),
        reading("numbers too large for exact sums",
                with(with("utilities = \"raw\"\n" + small_text, "colour = 0.4",
                          "colour = 999999.123456789"),
                     "values.colour = [0, 1]", "values.colour = [0, 999999.987654321]")),
        reading(
            "an interaction too large for exact sums",
            with("utilities = \"raw\"\n" + small_text,
                 "values.colour = [0, 1]\nvalues.price = "
                 "[0, 0.5, 1]",
                 "values.colour = [0, 9e5]\nvalues.price = [0, 1, 9e5]\ninteraction = [{ issues "
                 "= [\"colour\", \"price\"], weight = 9e5 }]")),
        changing("a weight on an unknown issue", "colour = 0.4", "color = 0.4"),
        changing("a weight without values", "values.colour = [0, 1]\n", ""),
        changing("values from nobody", "values.colour = [0, 1]", "values_from = \"Byer\""),
        changing("values in a loop", "values.colour = [0, 1]", "values_from = \"Seller\""),
        changing("values too few", "[0, 0.5, 1]", "[0, 1]"),
        changing("a value out of range", "[0, 0.5, 1]", "[0, 0.5, 1.5]"),
        raw("a value too large", "[0, 0.5, 1]", "[0, 0.5, 1e7]"),
        changing("values of an unknown issue", "values.colour", "values.color"),
        changing("a curve over words", "values.colour = [0, 1]",
                 "values.colour = { form = \"logistic\", midpoint = 0, scale = 1 }"),
        changing("an exponent of 0", "exponent = 1", "exponent = 0"),
        changing("ends that meet", "worst = 100", "worst = 0"),
        changing("a level too far", "worst = 100", "worst = 1e20"),
        changing("a rate too large", "form = \"power\", exponent = 1",
                 "form = \"exponential\", rate = 1e3"),
        changing("a scale of 0", "form = \"power\", exponent = 1, worst = 100, best = 0",
                 "form = \"logistic\", midpoint = 50, scale = 0"),
        changing("one point", "[0, 0.5, 1]", "{ points = [[0, 1]] }"),
        changing("points that fall", "[0, 0.5, 1]", "{ points = [[1, 1], [0, 0]] }"),
        reading("values that are not normalised",
                with("normalised = true\n" + small_text, "[0, 0.5, 1]", "[0, 0.5, 0.9]")),
        changing("a multiplicative weight of 0", "weights = { colour = 0.4, price = 0.6 }",
                 "combine = \"multiplicative\"\nweights = { colour = 0, price = 0.6 }"),
        reading("multiplicative values out of range",
                with(with("utilities = \"raw\"\n" + small_text, "weights = { colour",
                          "combine = \"multiplicative\"\nweights = { colour"),
                     "[0, 0.5, 1]", "[0, 0.5, 2]")),
        adding("interactions that are none",
               "[[party.interaction]]\nissues = [\"price\"]\nweight = "
               "0\n[[party.interaction]]\nissues "
               "= [\"price\", \"price\"]\nweight = 0\n[[party.interaction]]\nissues = [\"price\", "
               "\"prise\"]\nweight = 2e6"),
        adding(
            "an interaction's table of another size",
            "[[party.interaction]]\nissues = [\"colour\", \"price\"]\nweight = 0\ntable = [1, 2]"),
        adding("an interaction's entry too large",
               "[[party.interaction]]\nissues = [\"colour\", \"price\"]\nweight = 0\ntable = [1, "
               "2, 3, "
               "4, 5, 1e9]"),
        changing("interactions of a multiplicative preference", "weights = { price = 1 }",
                 "combine = \"multiplicative\"\nweights = { price = 1 }\ninteraction = [{ issues = "
                 "[\"price\", \"colour\"], weight = 0 }]"),
        reading("an interaction too large",
                with(with(small_text,
                          "kind = \"categorical\"\noptions = [\"red\", \"blue\"]\nstatus_quo "
                          "= \"red\"",
                          "kind = \"integer\"\nunit = \"$\"\nrange = [1, 60000]\nstatus_quo = 1"),
                     "[0, 100]\nstep = 50", "[0, 100000]\nstep = 2") +
                    "[[party.interaction]]\nissues = [\"colour\", \"price\"]\nweight = 0\n"),
    };
}

std::vector<exhibit> agent_errors() {
    return {
        changing("a reservation value out of range", "0.25", "1.25"),
        raw("a reservation value too large", "0.25", "1e6"),
        changing("a discount out of range", "reservation = 0.25",
                 "reservation = 0.25\ndiscount = { factor = 1.5, per = -1 }"),
        changing("cara too strong", "reservation = 0.25",
                 "reservation = 0.25\nrisk = { attitude = \"cara\", a = 1000 }"),
        reading("cara too strong for large values",
                with(with("utilities = \"raw\"\n" + small_text, "colour = 0.4", "colour = 1000"),
                     "reservation = 0.25",
                     "reservation = 0.25\nrisk = { attitude = \"cara\", a = 3 }")),
        changing("crra below 0", "reservation = 0.25",
                 "reservation = 0.25\nrisk = { attitude = \"crra\", rho = -1 }"),
        changing("crra at a value of 0", "reservation = 0.25",
                 "reservation = 0\nrisk = { attitude = \"crra\", rho = 1 }"),
        changing("prospect out of range", "reservation = 0.25",
                 "reservation = 0.25\nrisk = { attitude = \"prospect\", alpha = 2, lambda = 0, "
                 "reference "
                 "= 1e9 }"),
        changing("a red line that forbids everything", "reservation = 0.25",
                 "reservation = 0.25\nred_lines = [{ issue = \"colour\", allow = [] }]"),
        changing("a red line twice", "reservation = 0.25",
                 "reservation = 0.25\nred_lines = [{ issue = \"price\", allow = [0] }, { issue = "
                 "\"price\", allow = [50] }]"),
        changing("a red line on what is not there", "reservation = 0.25",
                 "reservation = 0.25\nred_lines = [{ issue = \"prise\", allow = [0] }, { issue = "
                 "\"price\", allow = [10] }]"),
    };
}

std::vector<exhibit> space_errors() {
    std::string clashes;
    for (int k = 0; k < 12; ++k) {
        clashes += "[[constraint]]\nname = \"c" + std::to_string(k) +
                   "\"\nforbid = { colour = [\"blue\"] }\n";
    }
    return {
        adding("constraints that empty the space",
               "[[constraint]]\nname = \"no red\"\nforbid = { colour = [\"red\"] "
               "}\n[[constraint]]\nname "
               "= \"no blue\"\nforbid = { colour = [\"blue\"] }"),
        adding("a constraint that empties the space",
               "[[constraint]]\nname = \"no colour\"\nforbid = { colour = [\"red\", \"blue\"] }"),
        adding("a status quo that violates a constraint",
               "[[constraint]]\nname = \"no red\"\nforbid = { colour = [\"red\"] }"),
        adding("conditions on what is not there",
               "[[constraint]]\nname = \"c\"\nif = { colour = [\"rde\"] }\nthen = { prise = [0], "
               "price "
               "= [] }"),
        adding("a deal that violates a constraint",
               "[[constraint]]\nname = \"no blue\"\nforbid = { colour = [\"blue\"] "
               "}\n[[deal]]\nname = "
               "\"d\"\noutcome = { colour = \"blue\" }"),
        adding("a deal of what is not there",
               "[[deal]]\nname = \"d\"\noutcome = { colour = \"green\", prise = 50 }"),
        adding("a deal that violates many constraints",
               clashes + "[[deal]]\nname = \"d\"\noutcome = { colour = \"blue\" }"),
        adding("a constraint by an unknown source",
               "[[constraint]]\nname = \"c\"\nforbid = { colour = [\"blue\"] }\nsource = \"s\""),
        reporting("a quantity that reads what is not there",
                  "stock = \"colour\"\nmachines = \"prices\"\nlevels = { rde = 3.67 }"),
        reporting("machines that are words", "stock = \"colour\"\nmachines = \"colour\""),
        reporting("a stock in another unit", "stock = \"price\"\nmachines = \"price\""),
        reporting("a quantity out of range",
                  "stock = \"colour\"\nmachines = \"price\"\nfeed = 0.2\nquantity = "
                  "0\nwork_per_machine = -1\nlevels "
                  "= { red = 100 }\n[[reported.holding]]\noption = \"red\"\nkilograms = -1\n"
                  "enrichment = 0"),
    };
}

}  // namespace

TEST_CASE("every message about what a scenario says stands in the gallery") {
    tests::check_errors("a scenario in a file",
                        {issue_errors(), value_errors(), agent_errors(), space_errors()});
}
