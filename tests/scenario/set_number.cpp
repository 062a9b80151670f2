#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/set_number.hpp>
#include <negotiation/scenario/validate.hpp>

using namespace negotiation;

namespace {

scenario world_of_numbers(const std::string& name) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
}

std::string why_not_set(const scenario& world, const char* place, double value) {
    try {
        static_cast<void>(with_number(world, *parse_path(place), value));
        return "";
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
}

std::string why_not_named(const scenario& world, const std::string& text) {
    try {
        static_cast<void>(number_named(world, text));
        return "";
    } catch (const std::invalid_argument& wrong) {
        return wrong.what();
    }
}

double value_at(const scenario& world, const char* place) {
    for (const located_number& n : numbers(world)) {
        if (n.place == *parse_path(place)) {
            return n.value;
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

/// Sets a number alone; true where it can be set, and nothing else has then changed.
bool can_be_set_alone(const scenario& world, const std::vector<located_number>& before,
                      std::size_t k) {
    const double other = before[k].value + 1;
    std::vector<located_number> after;
    try {
        after = numbers(with_number(world, before[k].place, other, other_weights::kept));
    } catch (const std::invalid_argument& refused) {
        // a range that no longer ends where it did, or the level of a condition
        CHECK(std::string(refused.what()).rfind(to_string(before[k].place), 0) == 0);
        return false;
    }
    REQUIRE(after.size() == before.size());
    for (std::size_t n = 0; n < before.size(); ++n) {
        CHECK(after[n].place == before[n].place);
        CHECK(tests::near(after[n].value, n == k ? other : before[n].value));
    }
    return true;
}

}  // namespace

TEST_CASE("every number of the bundled scenarios can be set alone") {
    for (const char* name : {"backchannel-2025", "jpoa-2013", "small-steps", "river-drought",
                             "aid-and-guarantee", "bazaar"}) {
        CAPTURE(name);
        const scenario world = world_of_numbers(name);
        const auto all = numbers(world);
        std::size_t set = 0;
        for (std::size_t k = 0; k < all.size(); ++k) {
            const std::string place = to_string(all[k].place);
            CAPTURE(place);
            const bool bites = place.find(".if.") != std::string::npos ||
                               place.find(".then.") != std::string::npos ||
                               place.find(".forbid.") != std::string::npos ||
                               place.find(".unless.") != std::string::npos ||
                               place.find(".allow") != std::string::npos;
            const bool done = can_be_set_alone(world, all, k);
            CHECK((done || bites || place.rfind("issue", 0) == 0));
            set += done ? 1U : 0U;
        }
        CHECK(set > all.size() / 2);
    }
}

TEST_CASE("what a number was is what it is set to") {
    const scenario world = world_of_numbers("backchannel-2025");
    for (const located_number& n : numbers(world)) {
        const std::string place = to_string(n.place);
        CAPTURE(place);
        if (place.find("if.") == std::string::npos && place.find("then.") == std::string::npos &&
            place.find("unless.") == std::string::npos &&
            place.find("forbid.") == std::string::npos &&
            place.find("allow") == std::string::npos) {
            CHECK(validate(with_number(world, n.place, n.value)).empty());
        }
    }
}

TEST_CASE("other weights make room for one that grows") {
    const scenario world = world_of_numbers("backchannel-2025");
    const path place = *parse_path("party.Iran.weights.enrichment");
    const scenario changed = with_number(world, place, 0.4);
    CHECK(validate(changed).empty());
    CHECK(tests::near(value_at(changed, "party.Iran.weights.enrichment"), 0.4));
    // the others held 0.8 together and hold 0.6 now
    CHECK(tests::near(value_at(changed, "party.Iran.weights.sanctions_relief"), 0.24 * 0.75));
    CHECK_FALSE(validate(with_number(world, place, 0.4, other_weights::kept)).empty());
    CHECK(tests::near(
        value_at(with_number(
                     world, *parse_path("faction[\"Majlis hardliners\"].weights.enrichment"), 0.64),
                 "faction[\"Majlis hardliners\"].weights.leu_stock"),
        0.03));
    CHECK(why_not_set(world, "party.Iran.weights.enrichment", 1.2) ==
          "party.Iran.weights.enrichment: weights that are set must lie between 0 and the sum of "
          "all, "
          "1, and leave the rest to others above 0; they come to 1.2");
    CHECK(why_not_set(world, "party.Iran.weights.enrichment", -0.1) != "");
}

TEST_CASE("two weights of one party are both what they are set to") {
    const scenario world = world_of_numbers("backchannel-2025");
    const std::vector<number_change> changes{
        {*parse_path("party.Iran.weights.enrichment"), 0.3},
        {*parse_path("party.Iran.weights.sanctions_relief"), 0.3},
        {*parse_path("party.Iran.reservation"), 0.5}};
    const scenario changed = with_numbers(world, changes);
    CHECK(validate(changed).empty());
    CHECK(tests::near(value_at(changed, "party.Iran.weights.enrichment"), 0.3));
    CHECK(tests::near(value_at(changed, "party.Iran.weights.sanctions_relief"), 0.3));
    CHECK(tests::near(value_at(changed, "party.Iran.weights.missile_range"), 0.09 * 0.4 / 0.56));
    CHECK(tests::near(value_at(changed, "party.Iran.reservation"), 0.5));
}

TEST_CASE("numbers that are kept in another form are set in that of the file") {
    const scenario world = world_of_numbers("backchannel-2025");
    CHECK(with_number(world, *parse_path("protocol.rounds"), 12).protocol->rounds == 12);
    const scenario boulware = with_number(world, *parse_path("protocol.strategies.Iran.e"), 0.125);
    CHECK(tests::near(value_at(boulware, "protocol.strategies.Iran.e"), 0.125));
    const scenario shorter = with_number(world, *parse_path("survival.horizon"), 3);
    CHECK(tests::near(value_at(shorter, "survival.horizon"), 3));
    CHECK(tests::near(shorter.survival->horizon, 3 * world.survival->period));
    CHECK(why_not_set(world, "protocol.rounds", 1.5) ==
          "protocol.rounds: must be a whole number; got 1.5");
    CHECK(why_not_set(world, "party.Iran.reservation", std::nan("")) ==
          "party.Iran.reservation: must be a finite number; got nan");
    CHECK(why_not_set(world, "party.Iran.sorrow", 1) ==
          "party.Iran.sorrow: no such number in this scenario");
}

TEST_CASE("a path that names no number says what is near") {
    const scenario world = world_of_numbers("backchannel-2025");
    CHECK(number_named(world, "party[\"Iran\"].reservation") ==
          *parse_path("party.Iran.reservation"));
    CHECK(why_not_named(world, "party.Iran.reservaton")
              .rfind("no number 'party.Iran.reservaton' in this scenario; did you mean "
                     "'party.Iran.reservation'? known: ",
                     0) == 0);
    CHECK(why_not_named(world, "party.Iran").rfind("'party.Iran' is not a number but holds ", 0) ==
          0);
    CHECK(why_not_named(world, "party..").rfind("'party..' is not a path", 0) == 0);
}
