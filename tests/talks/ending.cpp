#include <string>

#include <doctest/doctest.h>

#include <negotiation/talks/ending.hpp>

using namespace negotiation::talks;

TEST_CASE("endings have names") {
    CHECK(std::string(to_string(talks_status::agreement)) == "agreement");
    CHECK(std::string(to_string(talks_status::no_agreement)) == "no_agreement");
    CHECK(std::string(to_string(talks_status::walked_away)) == "walked_away");
    CHECK(std::string(to_string(talks_status::broken_down)) == "broken_down");
}
