#include <doctest/doctest.h>

#include <string>

#include <negotiation/report/text.hpp>

using namespace negotiation::report;

TEST_CASE("paragraphs are wrapped at the width") {
    const document text{{paragraph{"one two three four five six seven"}}};
    CHECK(render_text(text, 20) == "one two three four\nfive six seven\n");
}

TEST_CASE("a word wider than the line stays whole") {
    const document text{{paragraph{"a 0123456789012345678901234567890 b"}}};
    CHECK(render_text(text, 20) == "a\n0123456789012345678901234567890\nb\n");
}

TEST_CASE("numbers line up on the right") {
    const document text{{table{"",
                               {{"issue", alignment::left}, {"value", alignment::right}},
                               {{"stock", "9.5"}, {"machines", "20000"}}}}};
    CHECK(render_text(text) ==
          "  issue     value\n"
          "  ---------------\n"
          "  stock       9.5\n"
          "  machines  20000\n");
}

TEST_CASE("letters beyond ASCII take one column") {
    const document text{{table{"",
                               {{"", alignment::left}, {"n", alignment::right}},
                               {{"élan", "1"}, {"plan", "2"}}}}};
    CHECK(render_text(text) ==
          "        n\n"
          "  -------\n"
          "  élan  1\n"
          "  plan  2\n");
    CHECK(width_of("né…") == 3);
}

TEST_CASE("a table that is too wide is continued with its first column") {
    const document text{{table{"",
                               {{"k", alignment::left},
                                {"first", alignment::left},
                                {"second", alignment::left}},
                               {{"r", "aaaaaaaa", "bbbbbbbb"}}}}};
    CHECK(render_text(text, 20) ==
          "  k  first\n"
          "  -----------\n"
          "  r  aaaaaaaa\n"
          "\n"
          "  k  second\n"
          "  -----------\n"
          "  r  bbbbbbbb\n");
}

TEST_CASE("an empty row is a rule and a short row is filled") {
    const document text{{table{
        "Caption:", {{"a", alignment::left}, {"b", alignment::right}}, {{"x", "1"}, {}, {"y"}}}}};
    CHECK(render_text(text) ==
          "Caption:\n"
          "  a  b\n"
          "  ----\n"
          "  x  1\n"
          "  ----\n"
          "  y\n");
}

TEST_CASE("blocks are set apart by one empty line") {
    const document text{{heading{"Title", 1}, heading{"Part", 2}, bullets{{"one", "two"}},
                         note{"mind this"}}};
    CHECK(render_text(text) ==
          "Title\n=====\n"
          "\nPart\n----\n"
          "\n  - one\n  - two\n"
          "\nNote: mind this\n");
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
