#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/check.hpp>
#include <negotiation/scenario/diagnostic.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a sound scenario is summed up") {
    const check_answer answer = check(tests::backchannel_file());
    CHECK(answer.issues == 12);
    CHECK(answer.raw == 89600000);
    CHECK(answer.feasible == 29299200);
    CHECK(answer.parties.size() == 2);
    CHECK(answer.onlookers.size() == 1);
    CHECK(answer.scopes.size() == 2);
    CHECK(answer.deals.size() == 2);
    CHECK(answer.assumed > 0);
    CHECK(answer.assumed < answer.numbers);
    CHECK(tests::says(report::render_text(describe(answer)),
                      "is sound: 12 issues, 89,600,000 deals of which 29,299,200 are feasible"));
}

TEST_CASE("numbers that nobody answers for are remarked upon") {
    scenario world = tests::backchannel_file();
    CHECK(check(world).unsourced == 0);
    world.assumptions.erase(world.assumptions.begin());  // reservation values
    const check_answer answer = check(world);
    CHECK(answer.unsourced == 2);
    CHECK(
        answer.unsourced_places ==
        std::vector<std::string>{"party[\"United States\"].reservation", "party.Iran.reservation"});
    CHECK(tests::says(report::render_text(describe(answer)),
                      "2 numbers have neither a source nor an assumption:"));
}

TEST_CASE("a scope is summed up alone") {
    const check_answer answer = check(tests::backchannel_file(), "nuclear");
    CHECK(answer.issues == 8);
    CHECK(answer.feasible == 161700);
}

TEST_CASE("every number of every bundled scenario has a source or an assumption") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(NEGOTIATION_SCENARIO_DIR)) {
        if (entry.path().extension() == ".toml") {
            INFO(entry.path().string());
            CHECK(check(io::read_scenario(entry.path().string())).unsourced_places.empty());
            ++files;
        }
    }
    CHECK(files >= 9);
}

TEST_CASE("an unsound scenario is refused") {
    scenario world = tests::backchannel_file();
    world.parties[0].weights[0].second = 0.9;
    CHECK_THROWS_AS(check(world), scenario_error);
}

TEST_CASE("talks that cannot be played are no sound ones") {
    scenario world = tests::backchannel_file();
    REQUIRE(world.protocol);
    REQUIRE_FALSE(world.protocol->mediators.empty());
    world.protocol->protocol = "agenda";
    const std::string refused =
        "protocol.kind: agenda: mediators speak of whole deals: send them home, or settle all at "
        "once, "
        "order=package; got mediators and 12 stages";
    CHECK_THROWS_WITH_AS(static_cast<void>(check(world)), refused.c_str(), scenario_error);
    world.protocol->protocol = "agenda(order=package)";
    CHECK_NOTHROW(static_cast<void>(check(world)));
    world.protocol->protocol = "agenda";
    world.protocol->mediators.clear();
    world.assumptions.clear();  // some are about mediators
    CHECK_NOTHROW(static_cast<void>(check(world)));
}
