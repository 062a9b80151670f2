#include <cstdint>

#include <doctest/doctest.h>

#include <negotiation/model/option_label.hpp>

using namespace negotiation;

TEST_CASE("labels print as they were written") {
    CHECK(to_string(option_label{std::int64_t{9248}}) == "9248");
    CHECK(to_string(option_label{std::int64_t{-3}}) == "-3");
    CHECK(to_string(option_label{3.67}) == "3.67");
    CHECK(to_string(option_label{0.1}) == "0.1");
    CHECK(to_string(option_label{"domestic_3.67"}) == "domestic_3.67");
    CHECK(to_string(option_label{""}).empty());
}

TEST_CASE("labels of one number are one option whatever their type") {
    CHECK(same_option(std::int64_t{4}, 4.0));
    CHECK(same_option(4.0, 4.0));
    CHECK_FALSE(same_option(std::int64_t{4}, 4.5));
    CHECK_FALSE(same_option(std::int64_t{4}, "4"));
    CHECK_FALSE(same_option("4", 4.0));
    // Whole numbers that no double tells apart.
    CHECK_FALSE(
        same_option(std::int64_t{9'007'199'254'740'993}, std::int64_t{9'007'199'254'740'992}));
    CHECK(same_option("four", "four"));
    CHECK_FALSE(same_option("four", "Four"));
}

TEST_CASE("labels as numbers") {
    CHECK(is_number(std::int64_t{4}));
    CHECK(is_number(0.5));
    CHECK_FALSE(is_number("4"));
    CHECK(number_or(std::int64_t{4}, 9) == 4.0);
    CHECK(number_or(0.5, 9) == 0.5);
    CHECK(number_or("4", 9) == 9.0);
}
