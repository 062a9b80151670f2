// Everything that reading and checking can say about inspectors, in one text:
// tests/golden/errors.txt, part "inspectors in a file".
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>

using namespace negotiation;
using tests::exhibit;

namespace {

/// The small text with a step that can be faked, one that cannot, and lines after them.
exhibit of_inspectors(const char* title, const std::string& lines,
                      const std::vector<std::string>& overrides = {}) {
    return tests::saying(title, [&] {
        static_cast<void>(io::parse_scenario(
            tests::small_text +
                "[[step]]\nname = \"ship\"\nparty = \"Seller\"\nvalue = 1\nfake = { saves = 1 }\n"
                "[[step]]\nname = \"pay\"\nparty = \"Buyer\"\nvalue = 1\n" +
                lines,
            "x.toml", overrides));
    });
}

exhibit of_inspector(const char* title, const std::string& lines) {
    return of_inspectors(title, "[[inspector]]\nname = \"Agency\"\n" + lines);
}

}  // namespace

TEST_CASE("every message about inspectors stands in the gallery") {
    const std::vector<exhibit> all{
        of_inspectors("inspectors that are no list", "", {"inspector=3"}),
        of_inspectors("an inspector who says nothing", "[[inspector]]\n"),
        of_inspector("an inspector of wrong types",
                     "steps = \"ship\"\ndetection = \"high\"\nfalse_alarm = true\nattribution = "
                     "[]\nmisattribution = \"low\"\nothers = \"?\"\ndays = \"few\"\ncost = \"1\"\n"
                     "loss = \"all\"\nbudget = {}\nsource = 1\nnote = 1\nvisits = 2"),
        of_inspector("an inspector out of its ranges",
                     "detection = 1.5\nfalse_alarm = -0.1\nattribution = 2\nmisattribution = 3\n"
                     "others = -1\ndays = -1\ncost = -1\nloss = 0\nbudget = 1e6\nsource = "
                     "\"nobody\""),
        of_inspector("steps that an inspector cannot watch",
                     "steps = [\"shp\", \"ship\", \"ship\", \"pay\"]"),
        of_inspector("a step whose faking is misspelt",
                     "steps = [\"x\"]\n[[step]]\nname = \"x\"\nparty = \"Buyer\"\n"
                     "value = 1\nfkae = { saves = 1 }"),
        of_inspectors("inspectors that are there twice or stand for any",
                      "[[inspector]]\nname = \"a\"\n[[inspector]]\nname = \"a\"\n[[inspector]]\n"
                      "name = \"*\"\n[[inspector]]\nname = \"\""),
        of_inspector("an assumption about nothing in an inspector",
                     "[[assumption]]\nwhat = \"inspector.Agency.detecton\""),
    };
    tests::check_gallery("inspectors in a file", all);
}
