#include <cmath>

#include <doctest/doctest.h>

#include <negotiation/model/typed_text.hpp>

using namespace negotiation;

TEST_CASE("blanks around a text and its parts are gone") {
    CHECK(trimmed(" a b\t\r\n") == "a b");
    CHECK(trimmed(" \n").empty());
    CHECK(split(" a, b c ,,d", ',') == std::vector<std::string>{"a", "b c", "", "d"});
    CHECK(split("", ',') == std::vector<std::string>{""});
}

TEST_CASE("a number is the whole text") {
    CHECK(parse_number("0.5") == 0.5);
    CHECK(parse_number("-3") == -3.0);
    CHECK(parse_number("1e6") == 1e6);
    CHECK(std::isinf(*parse_number("inf")));
    for (const char* other : {"", " 1", "1 ", "1,5", "0x10", "+1", "one", "1e999"}) {
        CAPTURE(other);
        CHECK_FALSE(parse_number(other));
    }
}

TEST_CASE("a finite number is neither infinite nor not a number") {
    CHECK(parse_finite_number("-0.25") == -0.25);
    CHECK_FALSE(parse_finite_number("inf"));
    CHECK_FALSE(parse_finite_number("nan"));
    CHECK_FALSE(parse_finite_number("1x"));
}
