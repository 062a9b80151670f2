#include <doctest/doctest.h>

#include <negotiation/laboratory/stage.hpp>
#include <negotiation/talks/mediator/relay.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;

TEST_CASE("a stage is a problem with a name") {
    const laboratory::stage on{"price", tests::price()};
    CHECK(on.name == "price");
    CHECK(on.table == tests::price().table);
    CHECK_FALSE(on.secret);
}

TEST_CASE("only secret talks can leak") {
    // In public the seller may not go below 9: nothing is left that the buyer would take.
    laboratory::stage on{"price", tests::price()};
    bargaining::line line{0, std::vector<bool>(11, false), true, false};
    line.allowed[9] = line.allowed[10] = true;
    on.table.parties[1].red_lines.push_back(line);
    const std::vector<laboratory::contestant> agents{{"linear", talks::linear()}};
    laboratory::tournament_options options{.seed = 1, .keep_matches = true};
    options.mediations = {{"leak", talks::relay(0, 0, 1)}};
    auto found = laboratory::tournament({on}, agents, options);
    CHECK(found.matches[0].end.status == talks::talks_status::agreement);
    CHECK_FALSE(found.matches[0].end.leaked);
    on.secret = true;
    found = laboratory::tournament({on}, agents, options);
    CHECK(found.matches[0].end.leaked);
    CHECK(found.matches[0].end.status == talks::talks_status::no_agreement);
}
