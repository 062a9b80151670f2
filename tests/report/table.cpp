#include <doctest/doctest.h>

#include <negotiation/report/table.hpp>
#include <negotiation/report/text.hpp>

using namespace negotiation::report;

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

TEST_CASE("a table that is too wide is continued with its first column") {
    const document text{
        {table{"",
               {{"k", alignment::left}, {"first", alignment::left}, {"second", alignment::left}},
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
