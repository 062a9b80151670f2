// Everything that reading, writing and finding a file can say, in one text:
// tests/golden/errors.txt, part "io". Set NEGOTIATION_UPDATE_GOLDEN to write it anew, and read it.
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/error_texts.hpp>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/io/resolve_scenario.hpp>
#include <negotiation/io/write_scenario.hpp>

using namespace negotiation;
using tests::adding;
using tests::changing;
using tests::exhibit;
using tests::reading;
using tests::reporting;
using tests::small_text;
using tests::with;

namespace {

exhibit setting(const char* title, const char* override_text) {
    return reading(title, small_text, {override_text});
}

/// Only the end of what is said.
exhibit ending(exhibit of) {
    const std::size_t line = of.text.rfind('\n');
    of.text = line == std::string::npos ? of.text : "…" + of.text.substr(line);
    return of;
}

/// Issues g0, g1, … of whole numbers from 1.
std::string grids(int count, int high) {
    std::string text;
    for (int k = 0; k < count; ++k) {
        text += "[[issue]]\nname = \"g" + std::to_string(k) +
                "\"\nkind = \"integer\"\nunit = \"$\"\nrange = [1, " + std::to_string(high) +
                "]\nstatus_quo = 1\n";
    }
    return text;
}

std::string grid_curves(int count) {
    std::string text;
    for (int k = 0; k < count; ++k) {
        text += "values.g" + std::to_string(k) +
                " = { form = \"power\", exponent = 1, worst = 0, best = 70000 }\n";
    }
    return text;
}

std::vector<exhibit> text_errors() {
    return {
        reading("not UTF-8", "title = \"\xff\""),
        reading("not UTF-8 in several places", "title = \"\xff\"\nnote = \"a\xc3\x28\"\n\x01"),
        reading("a NUL byte", std::string("a = \"\0\"", 7)),
        reading("UTF-16", std::string("\xff\xfet\0i\0", 6)),
        reading("UTF-16 without a mark", std::string("\0t\0i\0t\0l", 8)),
        reading("a binary file", std::string("\x7f"
                                             "ELF\x02\x01\x01") +
                                     std::string(20, '\0')),
        reading("not ASCII outside of quotes", "größe = 1"),
        reading("a quote inside a word", "a = 44\"x\""),
        reading("not ASCII after a line that goes on", "a = \"\"\"x \\\n é\"\"\""),
        reading("a header without a name", "[[=]]"),
        reading("brackets nested too deeply", "a = " + std::string(40, '[')),
        reading("too large a file", std::string(5000000, '\n')),
        reading("truncated", "title = \"abc"),
        reading("a key without a value", "title\n"),
        reading("a value that is none", "title = trUe"),
        reading("a key twice", "title = \"a\"\ntitle = \"b\""),
        reading("a table twice", "[a]\n[a]"),
        reading("a list that does not end", "a = [1, 2"),
        reading("a number out of bounds", "a = 99999999999999999999"),
        reading("an unknown escape", "a = \"\\q\""),
    };
}

std::vector<exhibit> shape_errors() {
    return {
        reading("nothing at all", ""),
        adding("an unknown key", "partty = 3"),
        adding("a section that does not exist", "[[weather]]\nname = \"m\""),
        reading("sections that are no lists of tables",
                "title = \"t\"\nissue = 3\nparty = [\"x\"]\n[scope]\nname = \"s\""),
        changing("text that is a number", "\"Small\"", "3"),
        changing("a number that is text", "0.25", "\"a quarter\""),
        changing("a number that is none", "0.25", "nan"),
        changing("a number that is a date", "0.25", "2025-06-12"),
        reading("a truth that is text", "normalised = \"yes\"\n" + small_text),
        reading("a word that is unknown", "talks = \"secrte\"\n" + small_text),
        changing("a kind that is unknown", "\"categorical\"", "\"categoric\""),
        changing("a list that is a word", "[\"red\", \"blue\"]", "\"red\""),
        changing("a label that is a list", "[\"red\", \"blue\"]", "[\"red\", [\"blue\"]]"),
        changing("no options", "[\"red\", \"blue\"]", "[]"),
        changing("no range", "range = [0, 100]\n", ""),
        changing("a range of three numbers", "[0, 100]", "[0, 50, 100]"),
        changing("a real issue without a step",
                 "\"integer\"\nunit = \"$\"\nrange = [0, 100]\nstep = 50",
                 "\"real\"\nunit = \"$\"\nrange = [0, 100]"),
        changing("a status quo that is no option", "\"red\"\n\n", "\"rde\"\n\n"),
        changing("weights that are no table", "weights = { price = 1 }", "weights = [1]"),
        changing("values that are a number", "[0, 0.5, 1]", "3"),
        changing("values of no form", "form = \"power\"", "from = \"power\""),
        changing("values of an unknown form", "\"power\"", "\"parabola\""),
        changing("points that are none", "[0, 0.5, 1]", "{ points = [[0, 1], [1]] }"),
        changing("values that are no table", "values.colour = [0, 1]\nvalues.price = [0, 0.5, 1]",
                 "values = 3"),
        changing("a discount by an unknown period", "reservation = 0.25",
                 "reservation = 0.25\ndiscount = { factor = 0.9, per = \"moth\" }"),
        changing("a risk without attitude", "reservation = 0.25", "reservation = 0.25\nrisk = {}"),
        changing(
            "an interaction's table with unequal rows", "reservation = 0.25",
            "reservation = 0.25\ninteraction = [{ issues = [\"colour\", \"price\"], weight = 0, "
            "table = [[1, 2, 3], [4]] }]"),
        changing(
            "an interaction's table that is empty", "reservation = 0.25",
            "reservation = 0.25\ninteraction = [{ issues = [\"colour\", \"price\"], weight = 0, "
            "table = [] }]"),
        adding("a constraint with half an implication",
               "[[constraint]]\nname = \"c\"\nif = { colour = [\"red\"] }"),
        adding("a constraint without conditions", "[[constraint]]\nname = \"c\"\nforbid = {}"),
        adding("a condition that is a word",
               "[[constraint]]\nname = \"c\"\nforbid = { colour = \"red\" }"),
        adding("a bound on an issue without order",
               "[[constraint]]\nname = \"c\"\nforbid = { colour = { at_least = \"blue\" } }"),
        reading("a condition that leaves none of many",
                with(small_text, "step = 50", "step = 1") +
                    "[[constraint]]\nname = \"c\"\nforbid = { price = { at_least = 200 } }"),
        adding("a condition that leaves nothing",
               "[[constraint]]\nname = \"c\"\nforbid = { price = { at_least = 200 } }"),
        adding("a condition on an unknown issue",
               "[[constraint]]\nname = \"c\"\nforbid = { prise = { not = [0] } }"),
        adding("a condition without an unknown option",
               "[[constraint]]\nname = \"c\"\nforbid = { price = { not = [10] } }"),
        adding("a deal that is no table", "[[deal]]\nname = \"d\"\noutcome = [\"red\"]"),
        reporting("levels that are no table",
                  "stock = \"colour\"\nmachines = \"price\"\nlevels = 3\nholding = 4"),
        adding("an entry twice",
               "[[scope]]\nname = \"s\"\nissues = [\"price\"]\n[[scope]]\nname = "
               "\"s\"\nissues = [\"price\"]"),
        changing("a weight that is no number", "colour = 0.4", "colour = inf"),
        changing("a value that is no number", "[0, 0.5, 1]", "[0, nan, 1]"),
        changing("a point that is no number", "[0, 0.5, 1]", "{ points = [[0, 0], [100, inf]] }"),
        changing("a parameter that is no number", "exponent = 1", "exponent = nan"),
        changing("a status quo that is no number", "status_quo = 0", "status_quo = inf"),
        changing("an interaction's entry that is no number", "reservation = 0.25",
                 "reservation = 0.25\ninteraction = [{ issues = [\"colour\", \"price\"], weight = "
                 "0, table = [[1, 2, 3], [4, inf, \"x\"]] }]"),
        adding(
            "a bound that is no number",
            "[[constraint]]\nname = \"c\"\nforbid = { price = { at_least = inf, not = [nan] } }"),
        reporting("a level that is no number",
                  "stock = \"colour\"\nmachines = \"price\"\nlevels = { red = inf }"),
        changing("a key misspelt", "options = [\"red\", \"blue\"]", "optons = [\"red\", \"blue\"]"),
        adding("paths of a source that are no list",
               "[[source]]\nid = \"s\"\ncite = \"c\"\ncovers = \"issue\""),
    };
}

/// Agents whose values are many more than the file has numbers.
std::string weighers() {
    std::string text = "title = \"t\"\n" + grids(15, 65000);
    for (int k = 0; k < 11; ++k) {
        text +=
            "[[party]]\nname = \"p" + std::to_string(k) + "\"\nreservation = 0\nweights = { g0 = 1";
        for (int issue = 1; issue < 15; ++issue) {
            text += ", g" + std::to_string(issue) + " = 1e-12";
        }
        text += " }\n" + grid_curves(15);
    }
    return text;
}

std::string wide_conditions() {
    std::string text;
    for (int k = 0; k < 61; ++k) {
        text += "[[constraint]]\nname = \"c" + std::to_string(k) +
                "\"\nforbid = { g0 = { at_least = 2 } }\n";
    }
    return text;
}

/// Constraints with many consequences of conditions on fine grids.
std::string consequences() {
    std::string text = "title = \"t\"\n" + grids(15, 65000);
    std::string then;
    for (int k = 0; k < 600; ++k) {
        text += "[[issue]]\nname = \"i" + std::to_string(k) +
                "\"\nkind = \"categorical\"\noptions = [\"a\"]\nstatus_quo = \"a\"\n";
        then += (k == 0 ? "i" : ", i") + std::to_string(k) + " = [\"a\"]";
    }
    text += "[[party]]\nname = \"p\"\nreservation = 0\nweights = { g0 = 1 }\n" + grid_curves(1);
    std::string given;
    for (int k = 0; k < 15; ++k) {
        given += (k == 0 ? "g" : ", g") + std::to_string(k) + " = [2]";
    }
    return text + "[[constraint]]\nname = \"c\"\nif = { " + given + " }\nthen = { " + then + " }\n";
}

std::string mistakes() {
    std::string text = small_text + "[party.weights]\n";
    text = with(text, "weights = { price = 1 }\n", "");
    text = with(text, "values.price = { form = \"power\", exponent = 1, worst = 100, best = 0 }\n",
                "");
    for (int k = 0; k < 150; ++k) {
        text += "colour" + std::to_string(k) + " = " + (k == 0 ? "1" : "0") + "\n";
    }
    return text;
}

/// More than a scenario may hold.
std::vector<exhibit> size_errors() {
    std::string scopes = small_text;
    std::string issues = "title = \"t\"\n";
    for (int k = 0; k < 1001; ++k) {
        scopes += "[[scope]]\nname = \"s" + std::to_string(k) + "\"\nissues = [\"price\"]\n";
    }
    for (int k = 0; k < 16; ++k) {
        issues += "[[issue]]\nname = \"i" + std::to_string(k) +
                  "\"\nkind = \"integer\"\nunit = \"$\"\nrange = [1, 65000]\nstatus_quo = 1\n";
    }
    std::string many = small_text;
    for (int k = 0; k < 99; ++k) {
        many += "[[onlooker]]\nname = \"o" + std::to_string(k) +
                "\"\nreservation = 0\nweights = { price = 1 }\nvalues_from = \"Seller\"\n";
    }
    return {reading("too many entries", scopes),
            reading("too many options in all", issues),
            reading("too many agents", many),
            reading("interactions too large together",
                    "title = \"t\"\n" + grids(2, 3001) +
                        "[[party]]\nname = \"p\"\nreservation = 0\nweights = { g0 = 1 }\n" +
                        grid_curves(2) +
                        "[[party.interaction]]\nissues = [\"g0\", \"g1\"]\nweight = 0\n"
                        "[[party.interaction]]\nissues = [\"g1\", \"g0\"]\nweight = 0\n"),
            reading("agents that weigh too many options", weighers()),
            reading("conditions too large together",
                    "title = \"t\"\n" + grids(1, 65000) +
                        "[[party]]\nname = \"p\"\nreservation = 0\nweights = { g0 = 1 }\n" +
                        grid_curves(1) +
                        "[[constraint]]\nname = \"c\"\nforbid = { g0 = { at_least "
                        "= 2 } }\n" +
                        wide_conditions()),
            reading("constraints too large together", consequences()),
            ending(reading("more than a hundred mistakes", mistakes()))};
}

std::vector<exhibit> setting_errors() {
    return {
        setting("setting nothing", "nonsense"),
        setting("setting an unknown entry", "party.Byer.reservation=0.4"),
        setting("setting an unknown key", "party.Buyer.reservatoin=0.4"),
        setting("setting inside an unknown key", "party.Buyer.discont.factor=0.4"),
        setting("setting inside a number", "party.Buyer.reservation.x=0.4"),
        setting("setting beyond a list", "party.Seller.values.price[7]=0.4"),
        setting("setting a place of what is no list", "party.Seller.weights[0]=0.4"),
        setting("setting an entry", "party.Buyer=0.4"),
        setting("setting what is read first", "extends=base.toml"),
        setting("setting a wrong type", "party.Buyer.reservation=much"),
        setting("setting a value out of range", "party.Buyer.reservation=4"),
        setting("setting bytes that are no text", "title=\xff"),
    };
}

/// Messages about files, with the temporary folder taken out of them.
class file_gallery {
public:
    void add(const char* title, const std::function<void()>& act) {
        std::string text = tests::saying(title, act).text;
        for (std::size_t k = text.find(folder_.path()); k != std::string::npos;
             k = text.find(folder_.path())) {
            text.replace(k, folder_.path().size(), "DIR");
        }
        exhibits_.push_back({title, text});
    }
    void read(const char* title, const std::string& name) {
        add(title, [&] { static_cast<void>(io::read_scenario(folder_.path() + "/" + name)); });
    }
    [[nodiscard]] const tests::temporary_folder& folder() const { return folder_; }
    [[nodiscard]] std::vector<exhibit> exhibits() const { return exhibits_; }

private:
    tests::temporary_folder folder_;
    std::vector<exhibit> exhibits_;
};

std::vector<exhibit> file_errors() {
    file_gallery gallery;
    const tests::temporary_folder& folder = gallery.folder();
    folder.write("small.toml", small_text);
    folder.write("one.toml", "extends = \"two.toml\"\n");
    folder.write("two.toml", "extends = \"one.toml\"\n");
    folder.write("orphan.toml", "extends = \"smal.toml\"\n");
    folder.write("number.toml", "extends = 3\n");
    folder.write("below.toml", "extends = \".\"\n");
    folder.write("device.toml", "extends = \"/dev/null\"\n");
    folder.write(
        "remove.toml",
        "extends = \"small.toml\"\n[[party]]\nname = \"Byer\"\nremove = true\n[[party]]\nremove "
        "= true\n[[party]]\nname = \"Buyer\"\nremove = 1\n");
    folder.write("patched.toml",
                 "extends = \"small.toml\"\n[[party]]\nname = \"Buyer\"\nreservation = "
                 "3\nweights.colour = 0.5\n");
    folder.write("long.toml", small_text + "# " + std::string(3000000, 'x'));
    folder.write("longer.toml", "extends = \"long.toml\"\n# " + std::string(2000000, 'x'));
    folder.write("0.toml", small_text);
    for (int k = 1; k <= 17; ++k) {
        folder.write(std::to_string(k) + ".toml",
                     "extends = \"" + std::to_string(k - 1) + ".toml\"\n");
    }
    gallery.read("a file that is not there", "smal.toml");
    gallery.read("a folder", "");
    gallery.add("an endless file", [] { static_cast<void>(io::read_scenario("/dev/zero")); });
    gallery.read("files that extend one another", "one.toml");
    gallery.read("a base that is not there", "orphan.toml");
    gallery.read("a base that is no name", "number.toml");
    gallery.read("a base that is a folder", "below.toml");
    gallery.read("a base that is a device", "device.toml");
    gallery.read("files too large together", "longer.toml");
    gallery.read("too many bases", "17.toml");
    gallery.read("removals of nothing", "remove.toml");
    gallery.read("an extension that is wrong", "patched.toml");
    folder.write("scenarios/untitled.toml", "talks = \"secret\"\n");
    gallery.add("a scenario without a title", [&] {
        ::setenv("NEGOTIATION_SCENARIOS", (folder.path() + "/scenarios").c_str(), 1);
        const auto files = io::list_scenarios();
        ::unsetenv("NEGOTIATION_SCENARIOS");
        for (const io::scenario_file& file : files) {
            if (file.name == "untitled") {
                throw std::runtime_error(file.name + ": " + file.problem);
            }
        }
    });
    gallery.add("a scenario without a name", [] { static_cast<void>(io::resolve_scenario("")); });
    std::vector<exhibit> all = gallery.exhibits();
    // which names are known depends on where the test runs
    const std::string unknown =
        tests::saying("", [] { static_cast<void>(io::resolve_scenario("no-such-name")); }).text;
    all.push_back({"a name that is unknown", unknown.substr(0, unknown.find(';')) + "; …"});
    return all;
}

std::vector<exhibit> writing_errors() {
    const auto writing = [](const char* title, const std::function<void(scenario&)>& change) {
        scenario world = tests::tiny_scenario();
        change(world);
        return tests::saying(title, [&] { static_cast<void>(io::write_scenario(world)); });
    };
    return {
        writing("writing an unsound scenario",
                [](scenario& w) {
                    w.issues[0].status_quo = 7;
                    w.issues[1].options.pop_back();
                    w.issues[0].range = issue_range{};
                }),
        writing("writing issues without ranges", [](scenario& w) { w.issues[1].range.reset(); }),
        writing("writing without options", [](scenario& w) { w.issues[0].options.clear(); }),
        writing("writing names twice",
                [](scenario& w) {
                    w.scopes = {{"s", {"price"}}, {"s", {"price"}}};
                    w.deals = {{"d", {{"price", 0.0}, {"price", 0.0}}, "", ""}};
                    w.constraints = {{"c", {}, {}}};
                    w.parties[0].weights.emplace_back("price", 0.0);
                    w.parties[0].values.emplace_back("price", power_value{1, 0, 100});
                }),
        writing("writing too much", [](scenario& w) { w.scopes.resize(1001); }),
        writing("writing what is no text", [](scenario& w) { w.note = "\xff"; }),
    };
}

}  // namespace

TEST_CASE("every message about a file stands in the gallery") {
    tests::check_errors("io", {text_errors(), shape_errors(), size_errors(), setting_errors(),
                               file_errors(), writing_errors()});
}
