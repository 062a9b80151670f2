#include <doctest/doctest.h>

#include <negotiation/ratification/rule.hpp>

using namespace negotiation::ratification;

TEST_CASE("rules have names") {
    CHECK(to_string(rule_kind::quota) == "quota");
    CHECK(to_string(rule_kind::disapproval) == "disapproval");
    CHECK(to_string(rule_kind::unanimity) == "unanimity");
    CHECK(to_string(rule_kind::leader) == "leader");
}

TEST_CASE("every rule asks for so many supporters") {
    CHECK(supporters_needed({rule_kind::quota, 146}, 290) == 146);
    CHECK(supporters_needed({rule_kind::unanimity, 0}, 12) == 12);
    CHECK(supporters_needed({rule_kind::leader, 0}, 1) == 1);
    CHECK(supporters_needed({rule_kind::disapproval, 200}, 100) == 0);
}

TEST_CASE("forty-two senators were one more than it took in 2015") {
    // 58 to 42 on cloture: 60 pass a disapproval, 67 override a veto of it
    CHECK(42 - supporters_needed({rule_kind::disapproval, 60}, 100) == 1);
    CHECK(42 - supporters_needed({rule_kind::disapproval, 67}, 100) == 8);
}
