#include <string>

#include <doctest/doctest.h>

#include <negotiation/scenario/diagnostic.hpp>

TEST_CASE("a scenario error tells everything on a line each") {
    const negotiation::scenario_error error({{"party.Iran", "first"}, {"title", "second"}});
    CHECK(std::string(error.what()) == "party.Iran: first\ntitle: second");
    REQUIRE(error.diagnostics().size() == 2);
    CHECK(error.diagnostics()[1] == negotiation::diagnostic{"title", "second"});
}
