#include <doctest/doctest.h>

#include <negotiation/scenario/path.hpp>

using negotiation::covers;
using negotiation::parse_path;
using negotiation::path;

namespace {

path read(const char* text) { return parse_path(text).value(); }

}  // namespace

TEST_CASE("a path survives being written and read") {
    for (const char* text :
         {"title", "party[\"United States\"].weights.enrichment", "issue.leu_stock.options[2]",
          "party.*.weights", "a[\"quote \\\" and \\\\ slash\"][0][12]", "x[\"\"]",
          "x[\"é. =\"].y-z"}) {
        CAPTURE(text);
        const path p = read(text);
        CHECK(to_string(p) == text);
        CHECK(read(to_string(p).c_str()) == p);
    }
}

TEST_CASE("a name in quotes that needs none is written without") {
    CHECK(to_string(read("party[\"Iran\"]")) == "party.Iran");
}

TEST_CASE("what is no path is refused") {
    for (const char* text : {"", ".", "a.", "a..b", "a[", "a[1", "a[x]", "a[\"x\"", "a[\"x", "a b",
                             "a]", "a[-1]", "a[99999999999999999999999]"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_path(text).has_value());
    }
}

TEST_CASE("a pattern covers what it names and everything inside") {
    CHECK(covers(read("party.*.weights"), read("party.Iran.weights.leu_stock")));
    CHECK(covers(read("party"), read("party.Iran.reservation")));
    CHECK(covers(read("issue.a.options.*"), read("issue.a.options[3]")));
    CHECK_FALSE(covers(read("party.*.weights"), read("party.Iran.reservation")));
    CHECK_FALSE(covers(read("party.Iran.weights"), read("party.Iran")));
    CHECK_FALSE(covers(read("issue.a.options[3]"), read("issue.a.options[2]")));
}

TEST_CASE("steps are appended with a slash") {
    CHECK(to_string(path{} / "party" / "United States" / "values" / "a" / std::size_t{2}) ==
          "party[\"United States\"].values.a[2]");
}

TEST_CASE("a path of very many steps is none") {
    std::string text = "a";
    for (std::size_t k = 1; k < negotiation::maximum_steps; ++k) {
        text += ".a";
    }
    CHECK(parse_path(text));
    CHECK_FALSE(parse_path(text + ".a"));
    CHECK_FALSE(parse_path(text + "[0]"));
}
