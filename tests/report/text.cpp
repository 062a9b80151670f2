#include <string>

#include <doctest/doctest.h>

#include <negotiation/report/text.hpp>

using namespace negotiation::report;

TEST_CASE("a word wider than the line stays whole") {
    const document text{{paragraph{"a 0123456789012345678901234567890 b"}}};
    CHECK(render_text(text, 20) == "a\n0123456789012345678901234567890\nb\n");
}

TEST_CASE("letters beyond ASCII take one column") {
    const document text{{table{
        "", {{"", alignment::left}, {"n", alignment::right}}, {{"élan", "1"}, {"plan", "2"}}}}};
    CHECK(render_text(text) ==
          "        n\n"
          "  -------\n"
          "  élan  1\n"
          "  plan  2\n");
    CHECK(width_of("né…") == 3);
}

TEST_CASE("blocks are set apart by one empty line") {
    const document text{
        {heading{"Title", 1}, heading{"Part", 2}, bullets{{"one", "two"}}, note{"mind this"}}};
    CHECK(render_text(text) ==
          "Title\n=====\n"
          "\nPart\n----\n"
          "\n  - one\n  - two\n"
          "\nNote: mind this\n");
}

TEST_CASE("control characters cannot steer a terminal") {
    const document text{{heading{"a\x1b[31mb", 1}, paragraph{"c\r\nd\x7f\xc2\x9b"},
                         table{"", {{"\tx", alignment::left}}, {{"1\n2"}}}}};
    CHECK(render_text(text) ==
          "a[31mb\n======\n"
          "\nc d\n"
          "\n   x\n  ---\n  1 2\n");
}

TEST_CASE("nothing to say is no text") {
    CHECK(render_text({}).empty());
    CHECK(render_text({{table{}, bullets{}}}).empty());
}
