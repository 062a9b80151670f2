#include <set>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/life/cause.hpp>

using namespace negotiation::life;

TEST_CASE("causes have names") {
    CHECK(to_string(cause_kind::nothing) == "nothing");
    CHECK(to_string(cause_kind::caught) == "caught");
    std::set<std::string> names;
    for (int k = 0; k <= static_cast<int>(cause_kind::event); ++k) {
        names.emplace(to_string(static_cast<cause_kind>(k)));
    }
    CHECK(names.size() == 11);
}
