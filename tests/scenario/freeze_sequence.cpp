#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/exchange.hpp>

using namespace negotiation;

namespace {

scenario bundled(const std::string& name) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
}

std::vector<std::string> names_of(const scenario& world) {
    std::vector<std::string> names;
    for (const party& who : world.parties) {
        names.push_back(who.name);
    }
    return names;
}

frozen_sequence frozen(const scenario& world, const std::string& variant = {},
                       const std::optional<outcome>& deal = {}) {
    return freeze_sequence(world, freeze(world), names_of(world), variant, deal);
}

/// Two parties, two issues; A gives money, B gives land.
scenario swap() {
    scenario world;
    world.title = "A swap";
    world.issues = {{"money", "", issue_kind::categorical, {"none", "paid"}, {}, 0, "", ""},
                    {"land", "", issue_kind::categorical, {"kept", "given"}, {}, 0, "", ""},
                    {"honour", "", issue_kind::categorical, {"no", "yes"}, {}, 0, "", ""}};
    party a;
    a.name = "A";
    a.reservation = 0.5;
    a.weights = {{"money", 0.3}, {"land", 0.5}, {"honour", 0.2}};
    a.values = {{"money", tabled_value{{1, 0}}},
                {"land", tabled_value{{0, 1}}},
                {"honour", tabled_value{{0, 1}}}};
    party b = a;
    b.name = "B";
    b.reservation = 0.4;
    b.values = {{"money", tabled_value{{0, 1}}},
                {"land", tabled_value{{0.5, 0}}},
                {"honour", tabled_value{{0, 1}}}};
    world.parties = {a, b};
    sequence::written_step pay;
    pay.name = "pay";
    pay.party = "A";
    pay.implements = sequence::implementation{"money", 0.5};
    sequence::written_step rest = pay;
    rest.name = "rest";
    rest.after = {"pay", "give"};
    sequence::written_step give = pay;
    give.name = "give";
    give.party = "B";
    give.implements = sequence::implementation{"land", 1};
    give.undone.all = 0.5;
    world.sequence = sequence::section{};
    world.sequence->completion.all = 0.1;
    world.sequence->steps = {pay, give, rest};
    return world;
}

}  // namespace

TEST_CASE("steps that implement a deal are priced from preferences") {
    const scenario world = swap();
    CHECK(steps_need_deal(world));
    const frozen_sequence all = frozen(world, "", outcome{1, 1, 1});
    REQUIRE(all.steps == std::vector<std::string>{"pay", "give", "rest"});
    // A: r .5, v(status quo) .3: gives up .2, half with each payment of .15
    CHECK(all.agreement.steps[0].value[0] == doctest::Approx(-0.15 - 0.1));
    CHECK(all.agreement.steps[0].value[1] == doctest::Approx(0.15));
    CHECK(all.agreement.steps[1].value[0] == doctest::Approx(0.5));
    // B: r .4, v(status quo) .25: gives up .15 with the land
    CHECK(all.agreement.steps[1].value[1] == doctest::Approx(-0.25 - 0.15));
    CHECK(all.agreement.steps[1].undone == std::vector<double>{0.5, 0.5});
    // V = v(x) + F - r, honour without a step among it
    const sequence::exchange made(all.agreement);
    CHECK(static_cast<double>(made.total(0)) * made.grain(0) == doctest::Approx(0.7 + 0.1 - 0.5));
    CHECK(static_cast<double>(made.total(1)) * made.grain(1) == doctest::Approx(0.5 + 0.1 - 0.4));
}

TEST_CASE("steps of issues that a deal leaves alone are skipped and what waits for them is not") {
    const scenario world = swap();
    const frozen_sequence all = frozen(world, "", outcome{1, 0, 1});
    REQUIRE(all.steps == std::vector<std::string>{"pay", "rest"});
    CHECK(all.agreement.steps[1].after == std::vector<sequence::step_id>{0});
    // B has no step: what it gives up counts at completion only
    const sequence::exchange made(all.agreement);
    CHECK(static_cast<double>(made.total(1)) * made.grain(1) == doctest::Approx(0.75 + 0.1 - 0.4));
    CHECK(all.agreement.steps[0].value[1] == doctest::Approx(0.15));
}

TEST_CASE("detection is the one that the deal carried out brings") {
    scenario world = swap();
    world.issues[2].unit = "$";
    world.issues[2].options = {std::int64_t{0}, std::int64_t{4}};
    sequence::written_step& give = world.sequence->steps[1];
    give.pretence = sequence::faking{0.1, 0.9, 60};
    give.detection_if = sequence::conditional_detection{{{"honour", {4.0}}}, 0.5};
    const auto found_out = [&](const outcome& deal) {
        return frozen(world, "", deal).agreement.steps[1].pretence.value();
    };
    CHECK(found_out({1, 1, 1}) == sequence::faking{0.1, 0.9, 60});
    CHECK(found_out({1, 1, 0}) == sequence::faking{0.1, 0.5, 60});
    // every condition has to hold
    give.detection_if->given.push_back({"money", {"none"}});
    CHECK(found_out({1, 1, 1}).detection == 0.5);
    give.detection_if->given.back().options.push_back("paid");
    CHECK(found_out({1, 1, 1}).detection == 0.9);
}

TEST_CASE("inspectors with less than the Additional Protocol find out half of what is faked") {
    const scenario world = bundled("backchannel-2025");
    const auto found_out = [&](const char* inspection) {
        outcome deal;
        for (const issue& of : world.issues) {
            // everything but the inspection changes
            deal.push_back(of.status_quo == 0 ? 1 : 0);
            if (of.name == "inspection") {
                deal.back() =
                    static_cast<option_id>(find_option(of, std::string_view(inspection)).value());
            }
        }
        const frozen_sequence all = frozen(world, "", deal);
        std::map<std::string, double> chances;
        for (std::size_t s = 0; s < all.steps.size(); ++s) {
            if (all.agreement.steps[s].pretence) {
                chances[all.steps[s]] = all.agreement.steps[s].pretence->detection;
            }
        }
        return chances;
    };
    const auto expected = [](double chance) {
        return std::map<std::string, double>{{"enrichment", chance},
                                             {"stock", chance},
                                             {"centrifuges", chance},
                                             {"missiles", chance},
                                             {"proxies", 0.4}};
    };
    CHECK(found_out("suspended") == expected(0.5));
    CHECK(found_out("csa") == expected(0.5));
    CHECK(found_out("csa_ap") == expected(0.9));
    CHECK(found_out("anytime") == expected(0.9));
}

TEST_CASE("variants change what they say") {
    const scenario world = bundled("vienna-2022");
    CHECK_FALSE(steps_need_deal(world));
    const frozen_sequence free = frozen(world);
    const frozen_sequence bare = frozen(world, "no-snapback");
    CHECK(free.steps.size() == 12);
    for (const sequence::step& s : bare.agreement.steps) {
        CHECK(s.undone == std::vector<double>{0, 0});
    }
    const frozen_sequence first = frozen(world, "us-first");
    CHECK_FALSE(sequence::exchange(first.agreement).order() ==
                sequence::exchange(free.agreement).order());
    CHECK_THROWS_AS(frozen(world, "us-frist"), std::invalid_argument);
    CHECK_THROWS_AS(frozen(bundled("orange")), std::invalid_argument);
    CHECK_THROWS_AS(frozen(swap()), std::invalid_argument);
}

TEST_CASE("an order by name leaves out what is not there") {
    scenario world = swap();
    world.sequence->orders = {{"history", {"give", "pay", "rest"}, "", ""}};
    const frozen_sequence all = frozen(world, "", outcome{1, 0, 1});
    CHECK(order_named(world, all, "history") == std::vector<sequence::step_id>{0, 1});
    CHECK_THROWS_AS(order_named(world, all, "histroy"), std::invalid_argument);
}
