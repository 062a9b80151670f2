#include <doctest/doctest.h>

#include <negotiation/report/paragraph.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation::report;

TEST_CASE("paragraphs are wrapped at the width") {
    const document text{{paragraph{"one two three four five six seven"}}};
    CHECK(render_text(text, 20) == "one two three four\nfive six seven\n");
}

TEST_CASE("continued lines of bullets and notes hang") {
    const document text{{bullets{{"one two three four five"}}, note{"one two three four five"}}};
    CHECK(render_text(text, 20) ==
          "  - one two three\n"
          "    four five\n"
          "\n"
          "Note: one two three\n"
          "      four five\n");
}
