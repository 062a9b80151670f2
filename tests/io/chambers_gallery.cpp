// Everything that reading and checking can say about homes, in one text:
// tests/golden/errors.txt, part "chambers in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::exhibit;

namespace {

exhibit with_chambers(const char* title, const std::string& text,
                      const std::vector<std::string>& overrides = {}) {
    return tests::saying(title,
                         [&] { static_cast<void>(io::parse_scenario(text, "x.toml", overrides)); });
}

/// The small text with lines after it.
exhibit of_lines(const char* title, const std::string& lines,
                 const std::vector<std::string>& overrides = {}) {
    return with_chambers(title, tests::small_text + "\n" + lines, overrides);
}

const std::string board =
    "[[chamber]]\nname = \"Board\"\nparty = \"Seller\"\nrule = \"quota\"\nquota = 2\n";

/// A board of five votes, and some lines.
exhibit of_board(const char* title, const std::string& lines,
                 const std::vector<std::string>& overrides = {}) {
    return of_lines(
        title, board + "[[faction]]\nname = \"Owners\"\nchamber = \"Board\"\nsize = 5\n" + lines,
        overrides);
}

/// A chamber with one vote, to be finished by some lines.
exhibit of_chamber(const char* title, const std::string& lines) {
    return of_lines(title,
                    "[[faction]]\nname = \"Owners\"\nchamber = \"Board\"\nsize = 2\n[[chamber]]\n"
                    "name = \"Board\"\nparty = \"Seller\"\n" +
                        lines);
}

/// A faction, to be finished by some lines.
exhibit of_faction(const char* title, const std::string& lines) {
    return of_lines(title,
                    "[[chamber]]\nname = \"Board\"\nparty = \"Seller\"\nrule = "
                    "\"unanimity\"\n[[faction]]\nname = \"Owners\"\nchamber = \"Board\"\n" +
                        lines);
}

std::string multiplicative_seller() {
    return tests::with(tests::small_text, "weights = { colour = 0.4, price = 0.6 }",
                       "combine = \"multiplicative\"\nweights = { colour = 0.4, price = 0.5 }");
}

std::vector<exhibit> chamber_shapes() {
    return {
        of_lines("homes that are no lists", "[x]\n", {"chamber=3", "faction=no"}),
        of_lines("a chamber that says nothing", "[[chamber]]\n"),
        of_chamber("a chamber of wrong types",
                   "rule = 1\nquota = \"two\"\nalternatives = 3\ndays = \"long\"\nsource = 1\nnote "
                   "= 1\nquorum = 2"),
        of_chamber("a chamber with an unknown rule", "rule = \"qouta\"\nquota = 2"),
        of_chamber("a chamber without its quota", "rule = \"disapproval\""),
        of_chamber("alternatives of wrong types",
                   "rule = \"unanimity\"\nalternatives = [1, { name = 1 }, { name = \"a\", rule = "
                   "\"quota\" }, { rule = \"leader\", x = 1 }]"),
        of_lines("a faction that says nothing", "[[faction]]\n"),
        of_faction("a faction of wrong types",
                   "size = \"many\"\nweights = 1\nally = \"Buyer\"\nthreshold = \"high\"\nnoise = "
                   "[1]\nshock = true\nred_lines = 1\npublic_red_lines = \"yes\"\nsource = 1\n"
                   "note = 1\nvotes = 5"),
        of_faction("an ally who is not said", "ally = {}"),
    };
}

std::vector<exhibit> chamber_faults() {
    return {
        of_lines(
            "a chamber of nobody",
            "[[chamber]]\nname = \"Board\"\nparty = \"Sellre\"\nrule = \"leader\"\n[[faction]]\n"
            "name = \"f\"\nchamber = \"Board\""),
        of_lines("a chamber without a faction", board),
        of_chamber("a quota that is no number of votes", "rule = \"quota\"\nquota = 1.5"),
        of_chamber("a quota beyond the votes there are", "rule = \"disapproval\"\nquota = 3"),
        of_chamber("seats that are no number of them", "seats = 0\nrule = \"unanimity\""),
        of_chamber("seats of nobody", "seats = 3\nrule = \"disapproval\"\nquota = 4"),
        of_board("more votes than seats",
                 "[[faction]]\nname = \"Staff\"\nchamber = \"Board\"\nsize = 3\n[[faction]]\n"
                 "name = \"Guests\"\nchamber = \"Board\"\n",
                 {"chamber.Board.seats=7"}),
        of_board("more votes than seats, as set", "",
                 {"chamber.Board.seats=5", "faction.Owners.size=6"}),
        of_chamber("a quota of a rule that has none", "rule = \"unanimity\"\nquota = 2"),
        of_chamber("a leader of two votes", "rule = \"leader\""),
        of_chamber("days before the signature", "rule = \"unanimity\"\ndays = -1"),
        of_chamber(
            "alternatives that are wrong",
            "rule = \"unanimity\"\nalternatives = [{ name = \"a\", rule = \"quota\", quota = "
            "3 }, { name = \"a\", rule = \"leader\" }, { name = \"\", rule = \"unanimity\" "
            "}]"),
        of_board("chambers that follow wrongly",
                 "[[chamber]]\nname = \"a\"\nparty = \"Seller\"\nfollows = \"Bord\"\n[[chamber]]\n"
                 "name = \"b\"\nparty = \"Buyer\"\nfollows = \"Board\"\n[[chamber]]\nname = \"c\"\n"
                 "party = \"Seller\"\nfollows = \"a\"\n[[chamber]]\nname = \"d\"\nparty = "
                 "\"Seller\"\nfollows = \"Board\"\nrule = \"unanimity\""),
        of_board("a faction of a chamber that follows",
                 "[[chamber]]\nname = \"a\"\nparty = \"Seller\"\nfollows = \"Board\"\n[[faction]]\n"
                 "name = \"f\"\nchamber = \"a\""),
        of_board("a faction of no chamber", "[[faction]]\nname = \"f\"\nchamber = \"Boart\""),
        of_board("names that are there twice or stand for any",
                 "[[chamber]]\nname = \"*\"\nparty = \"Seller\"\nfollows = \"Board\"\n[[faction]]\n"
                 "name = \"\"\nchamber = \"Board\"\n[[faction]]\nname = \"Owners\"\nchamber = "
                 "\"Board\""),
        of_faction("a faction out of its ranges",
                   "size = 0\nthreshold = 1.5\nnoise = -1\nshock = 1e6\nally = { name = \"Byer\", "
                   "weight = 2 }\nsource = \"nobody\""),
        of_faction("half a vote", "size = 2.5"),
        of_board("too many votes", "[[faction]]\nname = \"f\"\nchamber = \"Board\"\nsize = 9999"),
        of_faction("weights of a faction that are wrong",
                   "weights = { colour = 0.5, prize = 0.5, price = -1 }"),
        of_faction("weights of a faction that do not sum to 1", "weights = { colour = 0.5 }"),
        with_chambers(
            "weights of issues that the party has no values for",
            tests::with(tests::small_text, "[[party]]\nname = \"Buyer\"",
                        "[[chamber]]\nname = \"b\"\nparty = \"Buyer\"\nrule = \"leader\"\n"
                        "[[faction]]\nname = \"f\"\nchamber = \"b\"\nweights = { colour = "
                        "1 }\n[[party]]\nname = \"Buyer\"")),
        of_faction("red lines of a faction that are wrong",
                   "red_lines = [{ issue = \"colr\", allow = [\"red\"] }, { issue = \"price\", "
                   "allow = [7] }]"),
        with_chambers("a faction that shares what is no sum",
                      multiplicative_seller() + "\n" + board +
                          "[[faction]]\nname = \"f\"\nchamber = \"Board\"\nsize = 5\nally = { name "
                          "= \"Seller\", weight = 0.5 }"),
        of_lines(
            "a threshold too large to be raw",
            "[[chamber]]\nname = \"Board\"\nparty = \"Seller\"\nrule = \"leader\"\n[[faction]]\n"
            "name = \"f\"\nchamber = \"Board\"\nthreshold = 1e6",
            {"utilities=raw"}),
        of_board("an assumption about nothing in the homes",
                 "[[assumption]]\nwhat = \"faction.Owners.treshold\"\n[[assumption]]\nwhat = "
                 "\"chamber.Board.qouta\""),
    };
}

}  // namespace

TEST_CASE("every message about homes stands in the gallery") {
    std::vector<exhibit> all = chamber_shapes();
    for (const exhibit& e : chamber_faults()) {
        all.push_back(e);
    }
    tests::check_gallery("chambers in a file", all);
}
