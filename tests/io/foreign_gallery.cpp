// Everything that reading and writing files of other systems can say:
// tests/golden/errors.txt, part "files of other systems".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/error_texts.hpp>
#include <io/foreign_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_foreign.hpp>
#include <negotiation/io/write_foreign.hpp>

using namespace negotiation;
using tests::exhibit;
using tests::foreign_files;
using tests::saying;
using tests::with_piece;

namespace {

exhibit importing(const char* title, const foreign_files& files,
                  const io::foreign_reading& how = {}) {
    return saying(title, [&] { static_cast<void>(io::parse_foreign(files, how)); });
}

exhibit market_with(const char* title, std::size_t which, const char* from, const char* to) {
    return importing(title, with_piece(tests::market(), which, from, to));
}

exhibit boxes_with(const char* title, const char* from, const char* to) {
    return importing(title, with_piece(tests::boxes(), 1, from, to));
}

exhibit walk_with(const char* title, std::size_t which, const char* from, const char* to) {
    return importing(title, with_piece(tests::walk(), which, from, to));
}

std::vector<exhibit> folders() {
    const auto market = tests::market();
    const auto walk = tests::walk();
    return {
        importing("no file", {}),
        importing("no domain", {market[1], market[2]}),
        importing("two domains", {market[0], {"again.xml", market[0].text}, market[1], market[2]}),
        importing("no profile", {market[0]}),
        importing("one profile", {market[0], market[1]}),
        importing("two formats", {market[0], market[1], walk[1]}),
        importing("a profile of another domain", {market[0], market[1], tests::boxes()[1]}),
        importing("a json profile of another domain",
                  {walk[0],
                   walk[1],
                   {"other.json",
                    tests::with(walk[1].text, "\"hill\", \"lake\"", "\"lake\", \"hill\"")}}),
        importing("another root", {market[0], {"x.xml", "<utilityspace/>"}}),
        importing("other keys", {walk[0], {"x.json", "{\"LinearAdditive\": {}}"}}),
        importing("no object", {walk[0], {"x.json", "[1]"}}),
        importing("no steps", market, {.steps = 0}),
    };
}

std::vector<exhibit> markup_faults() {
    const auto text = [](const char* title, const std::string& content) {
        return importing(title, {{"x.xml", content}});
    };
    std::string deep;
    for (int k = 0; k < 40; ++k) {
        deep += "<a>";
    }
    for (int k = 0; k < 40; ++k) {
        deep += "</a>";
    }
    return {
        text("nothing", ""),
        text("no xml", "title = 1"),
        text("an open element", "<utility_space>\n  <objective>\n</utility_space>"),
        text("an open tag", "<utility_space"),
        text("an open value", "<utility_space a=\"1>\n</utility_space>"),
        text("no quotes", "<utility_space a=1/>"),
        text("a document type", "<!DOCTYPE x SYSTEM \"file:///etc/hosts\">\n<utility_space/>"),
        text("an entity", "<utility_space a=\"&lol;\"/>"),
        text("deep", deep),
        text("text after the root", "<utility_space/>\n<!-- a note -->\n  and more"),
        text("text before the root", "first\n<utility_space/>"),
        text("two roots", "<utility_space/>\n<utility_space/>"),
        text("half a pair of surrogates", "<utility_space a=\"&#xD800;\"/>"),
        text("a character beyond all", "<utility_space a=\"&#x110000;\"/>"),
        text("a control character", "<utility_space a=\"&#27;\"/>"),
        text("the character 0", "<utility_space a=\"&#0;\"/>"),
        text("a character without a number", "<utility_space a=\"&#x;\"/>"),
        text("a character without an end", "<utility_space a=\"&#65\"/>"),
        text("a comment that holds two hyphens", "<!-- a -- b -->\n<utility_space/>"),
        text("no text", std::string("<utility_space a=\"\x01\"/>")),
    };
}

std::vector<exhibit> domain_faults() {
    return {
        importing("no space", {{"x.xml", "<negotiation_template/>"}}),
        market_with("another count", 0, "number_of_issues=\"3\"", "number_of_issues=\"4\""),
        market_with("no index", 0, "index=\"1\" name=\"fruit\"", "name=\"fruit\""),
        market_with("an index twice", 0, "index=\"2\" name=\"price\"",
                    "index=\"1\" name=\"price\""),
        market_with("an index of 0", 0, "index=\"2\" name=\"price\"", "index=\"0\" name=\"price\""),
        market_with("no name", 0, "name=\"fruit\"", "nam=\"fruit\""),
        market_with("another type", 0, "type=\"integer\"", "type=\"int\""),
        market_with("no type", 0, " type=\"integer\"", ""),
        market_with("no bounds", 0, "lowerbound=\"1\" upperbound=\"5\"", ""),
        market_with("no upper bound", 0, " upperbound=\"5\"", ""),
        market_with("bounds the wrong way", 0, "lowerbound=\"1\"", "lowerbound=\"9\""),
        market_with("a bound that is not whole", 0, "lowerbound=\"1\"", "lowerbound=\"1.5\""),
        market_with("a huge bound", 0, "upperbound=\"5\"", "upperbound=\"1e300\""),
        market_with("a bound that is no double", 0, "upperbound=\"5\"", "upperbound=\"1e999\""),
        market_with("a bound that is not a number", 0, "upperbound=\"5\"", "upperbound=\"nan\""),
        market_with("an item twice", 0, "value=\"quince\"", "value=\"apple\""),
        market_with("an attribute twice", 0, "value=\"quince\"", "value=\"quince\" value=\"x\""),
        market_with("two objectives", 0, "</objective>", "</objective><objective/>"),
        market_with("objectives in one another", 0, "</objective>", "<objective/></objective>"),
        importing("no issue",
                  {{"x.xml", "<negotiation_template><utility_space/></negotiation_template>"}}),
    };
}

std::vector<exhibit> profile_faults() {
    return {
        market_with("no evaluation", 1, "value=\"apple\" evaluation", "value=\"apple\" evaluaton"),
        market_with("an evaluation in words", 1, "evaluation=\"4\"", "evaluation=\"four\""),
        market_with("an infinite evaluation", 1, "evaluation=\"4\"", "evaluation=\"inf\""),
        market_with("another item", 1, "value=\"quince\"", "value=\"quinze\""),
        market_with("an item less", 1, "<item index=\"3\" value=\"quince\" evaluation=\"1\"/>", ""),
        market_with("no evaluator", 1, "<evaluator ftype=\"linear\" slope=\"-0.5\" offset=\"1\"/>",
                    ""),
        market_with("another evaluator", 1, "ftype=\"linear\"", "ftype=\"liner\""),
        market_with("no slope", 1, "slope=\"-0.5\"", ""),
        market_with("a triangle without a top", 1, "parameter2=\"0.5\"", "parameter2=\"2\""),
        market_with("no weight", 1, "<weight index=\"2\" value=\"0.3\"/>", ""),
        market_with("a weight twice", 1, "<weight index=\"2\"", "<weight index=\"1\""),
        market_with("a weight of no issue", 1, "<weight index=\"2\"", "<weight index=\"7\""),
        market_with("another issue", 1, "name=\"price\"", "name=\"prize\""),
        market_with("another type", 1, "type=\"integer\"", "type=\"real\""),
        market_with("other bounds", 1, "upperbound=\"5\"", "upperbound=\"6\""),
        market_with("an issue of no number", 1, "<issue index=\"3\"", "<issue index=\"4\""),
        market_with("a reservation value above 1", 1, "<reservation value=\"0.25\"/>",
                    "<reservation value=\"2\"/>"),
        market_with("two reservation values", 1, "<reservation value=\"0.25\"/>",
                    "<reservation value=\"0\"/><reservation value=\"0\"/>"),
        importing("a raw weight too large",
                  with_piece(tests::market(), 1, "value=\"0.5\"", "value=\"5e6\""), {.raw = true}),
    };
}

std::vector<exhibit> box_faults() {
    return {
        boxes_with("no greatest utility", "maxutility=\"20\"", ""),
        boxes_with("a greatest utility of 0", "maxutility=\"20\"", "maxutility=\"0\""),
        boxes_with("another aggregation", "aggregation=\"sum\"", "aggregation=\"max\""),
        boxes_with("a weight of the sum", "weight=\"1\"", "weight=\"2\""),
        boxes_with("no utility", "<hyperRectangle utility=\"8\">", "<hyperRectangle>"),
        boxes_with("another side", "<INCLUDES index=\"1\" min=\"1\" max=\"2\"/>", "<EXCLUDES/>"),
        boxes_with("a side of no issue", "<INCLUDES index=\"1\"", "<INCLUDES index=\"9\""),
        boxes_with("two sides of an issue", "<INCLUDES index=\"1\"", "<INCLUDES index=\"2\""),
        boxes_with("no end", "max=\"2\"", ""),
        boxes_with("a side the wrong way", "max=\"2\"", "max=\"0\""),
        boxes_with("no function", "<ufun type=\"PlainUfun\" weight=\"1\" aggregation=\"sum\">",
                   "<sum/><ufun>"),
        boxes_with("no box", "<hyperRectangle utility=\"3\"/>", "<ball/>"),
    };
}

std::vector<exhibit> json_faults() {
    return {
        walk_with("no comma", 0, "\"lake\",", "\"lake\""),
        walk_with("the end is missing", 0, "}}", "}"),
        walk_with("more after the end", 0, "}}", "}}}"),
        walk_with("a key twice", 0, "\"km\": {", "\"km\": {}, \"km\": {"),
        walk_with("null in a list", 0, "\"lake\",", "null,"),
        walk_with("a value twice", 0, "\"lake\",", "\"hill\","),
        walk_with("no list", 0, "[\"hill\", \"lake\", \"\\\"old\\\" town\"]", "3"),
        walk_with("neither list nor range", 0, "\"range\"", "\"rnge\""),
        walk_with("a short range", 0, ", \"0.5\"]", "]"),
        walk_with("a step of 0", 0, ", \"0.5\"]", ", \"0\"]"),
        walk_with("a range in words", 0, "\"1.5\"", "\"far\""),
        walk_with("an infinite range", 0, "\"1.5\"", "\"inf\""),
        walk_with("a huge number", 1, "\"hill\": 0.5", "\"hill\": 1e999"),
        walk_with("no utilities", 1, "\"issueUtilities\"", "\"issueUtility\""),
        walk_with("no weights", 1, "\"issueWeights\"", "\"weights\""),
        walk_with("a weight less", 1, "\"km\": 0.25, ", ""),
        walk_with("a weight of another issue", 1, "\"km\": 0.25, ", "\"km\": 0.25, \"x\": 0, "),
        walk_with("a utility of another value", 1, "\"lake\": 1", "\"lak\": 1"),
        walk_with("a utility in words", 1, "\"lake\": 1", "\"lake\": true"),
        walk_with("numbers for words", 1, "\"discreteutils\"", "\"numberutils\""),
        walk_with("no low utility", 1, "\"lowUtility\"", "\"low\""),
        walk_with("a line the wrong way", 1, "\"highValue\": 1.5", "\"highValue\": 0"),
        walk_with("a bid of another value", 1, "\"where\": \"hill\", \"km\"",
                  "\"where\": \"hull\", \"km\""),
        walk_with("a bid between two values", 1, "\"km\": \"0.5\"", "\"km\": \"0.6\""),
        walk_with("a bid without an issue", 1, ", \"km\": \"0.5\"", ""),
    };
}

exhibit exporting(const char* title, const std::string& text, bool web) {
    return saying(title, [&] {
        const scenario world = io::parse_scenario(text, "x.toml");
        static_cast<void>(web ? io::write_geniusweb(world) : io::write_genius(world));
    });
}

std::vector<exhibit> export_faults() {
    const std::string small = tests::small_text;
    const std::string raw = "utilities = \"raw\"\n" + small;
    return {
        exporting("a constraint",
                  small + "[[constraint]]\nname = \"c\"\nforbid = { price = [100] }\n", false),
        exporting("an interaction",
                  small + "[[party.interaction]]\nissues = [\"colour\", \"price\"]\nweight = 0\n"
                          "table = [0, 0, 0, 0, 0, 0]\n",
                  false),
        exporting("utilities above 1", tests::with(raw, "colour = 0.4", "colour = 4"), false),
        exporting("values nowhere above 0",
                  tests::with(raw, "values.colour = [0, 1]", "values.colour = [0, -1]"), false),
        exporting("a reservation value below 0",
                  tests::with(raw, "reservation = 0.25", "reservation = -1"), false),
        exporting("a reservation value above every deal",
                  tests::with(raw, "reservation = 0.25", "reservation = 9"), true),
        exporting("free weights", tests::with(raw, "colour = 0.4", "colour = 4"), true),
        exporting("free values",
                  tests::with(raw, "values.colour = [0, 1]", "values.colour = [0, 2]"), true),
    };
}

}  // namespace

TEST_CASE("the gallery holds every message of files of other systems") {
    tests::check_errors("files of other systems",
                        {folders(), markup_faults(), domain_faults(), profile_faults(),
                         box_faults(), json_faults(), export_faults()});
}
