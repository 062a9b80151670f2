#include <optional>

#include <doctest/doctest.h>

#include <negotiation/question/views.hpp>

#include "question/wording.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a quantity that a deal lacks is none and not zero") {
    const reported_value lacking{"months", std::nullopt};
    CHECK(question::detail::reported_text(lacking.value) == "none");
    CHECK(question::detail::reported_text(0.04) == "0.0");
}

TEST_CASE("numbers and counts are said alike everywhere") {
    CHECK(question::detail::number(0.5) == "0.5000");
    CHECK(question::detail::number(-0.00001) == "0.0000");
    CHECK(question::detail::change(0.25) == "+0.2500");
    CHECK(question::detail::change(-0.25) == "-0.2500");
    CHECK(question::detail::grouped(161700) == "161,700");
    CHECK(question::detail::grouped(999) == "999");
    CHECK(question::detail::grouped(~outcome_count{0}) == "more than 3.4e38");
    CHECK(question::detail::joined({"a", "b", "c"}) == "a, b and c");
    CHECK(question::detail::everybody(3) == "all 3 parties");
    CHECK(question::detail::line_text({"Iran", "enrichment", true, false}) ==
          "Iran on enrichment (public)");
}

TEST_CASE("what an answer rests on is more than what is marked as assumed") {
    CHECK(question::detail::basis_text(66, 0) == "66 assumed numbers");
    CHECK(question::detail::basis_text(1, 1) ==
          "1 assumed number and 1 of the file without a source");
    CHECK(question::detail::basis_text(0, 70) ==
          "0 assumed numbers and 70 of the file without a source");
    CHECK(question::detail::basis_text(0, 0) ==
          "no number that is marked as assumed; all have a source");
}
