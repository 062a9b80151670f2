#include <stdexcept>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/question/seating.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

setting nuclear_setting() {
    setting chosen;
    chosen.scope = "nuclear";
    return chosen;
}

}  // namespace

TEST_CASE("an onlooker with a seat is a party") {
    setting chosen = nuclear_setting();
    CHECK(set_table(tests::backchannel_file(), chosen).onlookers.size() == 1);
    chosen.seats = {"Israel"};
    const seating at = set_table(tests::backchannel_file(), chosen);
    REQUIRE(at.parties.size() == 3);
    CHECK(at.parties[2]->name == "Israel");
    CHECK(at.onlookers.empty());
    CHECK(views_of(at, at.frozen.status_quo).empty());
}

TEST_CASE("public red lines bind in public only unless chosen otherwise") {
    const auto bound = [](const setting& chosen) {
        std::size_t n = 0;
        for (const named_line& line : lines_of(set_table(tests::backchannel_file(), chosen))) {
            n += line.binds ? 1U : 0U;
        }
        return n;
    };
    setting chosen = nuclear_setting();
    CHECK(bound(chosen) == 0);
    chosen.talks = publicity::open;
    CHECK(bound(chosen) == 3);
    chosen.red_lines = {red_line_rule::none, {}};
    CHECK(bound(chosen) == 0);
    chosen.red_lines = {red_line_rule::of_parties, {"Iran"}};
    CHECK(bound(chosen) == 2);
    chosen.talks = publicity::secret;
    chosen.red_lines = {red_line_rule::all, {}};
    CHECK(bound(chosen) == 3);
}

TEST_CASE("red lines of someone who is not at the table are refused with the nearest name") {
    setting chosen = nuclear_setting();
    chosen.red_lines = {red_line_rule::of_parties, {"Iram"}};
    CHECK_THROWS_WITH_AS(
        set_table(tests::backchannel_file(), chosen),
        "red lines: no party 'Iram' at the table; did you mean 'Iran'? known: United States, Iran",
        std::invalid_argument);
}

TEST_CASE("gains are exact where utility is a sum of values") {
    const seating at = set_table(tests::backchannel_file(), nuclear_setting());
    const outcome j{3, 1, 1, 3, 3, 4, 3, 2, 0, 0, 0, 0};
    CHECK(gain_of(at, 0, j) == doctest::Approx(0.034).epsilon(1e-15));
    CHECK(gain_of(at, 1, j) == doctest::Approx(0.097).epsilon(1e-15));
}

TEST_CASE("reservation values of parties and onlookers are known to be assumed") {
    scenario world = tests::backchannel_file();
    CHECK(reservation_assumed(world, world.parties[0]));
    CHECK(reservation_assumed(world, world.onlookers[0]));
    world.assumptions.clear();
    CHECK_FALSE(reservation_assumed(world, world.parties[0]));
}

TEST_CASE("no deal has a value and a utility") {
    scenario world = tests::backchannel_file();
    world.parties[0].risk = crra{0.5};
    world.parties[0].reservation = 0.49;
    const seating at = set_table(world, {"nuclear", {}, {}, {}});
    const no_deal_view first = no_deal_of(at, 0);
    CHECK(first.value == 0.49);
    CHECK(tests::near(first.utility, 0.7));
    CHECK(first.assumed);
    CHECK(no_deal_of(at, 1).utility == no_deal_of(at, 1).value);
}
