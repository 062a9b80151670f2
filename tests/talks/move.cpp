#include <string>

#include <doctest/doctest.h>

#include <negotiation/talks/move.hpp>

using namespace negotiation::talks;

TEST_CASE("moves have names") {
    CHECK(std::string(to_string(move_kind::walk_away)) == "walk_away");
    CHECK(std::string(to_string(move_kind::offer)) == "offer");
    CHECK(std::string(to_string(move_kind::accept)) == "accept");
    CHECK(std::string(to_string(move_kind::reject)) == "reject");
    CHECK(std::string(to_string(move_kind::lost)) == "lost");
}
