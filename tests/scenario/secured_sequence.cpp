#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/model/outcome_space.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/scenario/secured_sequence.hpp>

using namespace negotiation;

namespace {

const std::vector<std::string> two_seats{"United States", "Iran"};

scenario world_of_sureties() {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
}

/// The deal of 2015 with so many billions released.
outcome releasing(const scenario& world, double billions) {
    outcome deal = freeze(world).status_quo;
    for (std::size_t k = 0; k < world.issues.size(); ++k) {
        for (std::size_t o = 0; o < world.issues[k].options.size(); ++o) {
            const bool assets = world.issues[k].name == "frozen_assets";
            const bool stock = world.issues[k].name == "leu_stock" && o == 0;
            if ((assets && number_or(world.issues[k].options[o], -1) == billions) || stock) {
                deal[k] = static_cast<option_id>(o);
            }
        }
    }
    return deal;
}

frozen_sequence steps_of(const scenario& world, const outcome& deal) {
    return freeze_sequence(world, freeze(world), two_seats, {}, deal);
}

}  // namespace

TEST_CASE("a payment beyond the capacity of an escrow is not held") {
    const scenario world = world_of_sureties();
    const std::vector<talks::surety> qatar{talks::custody{"assets", "stock", 0, 6.0}};
    const outcome six = releasing(world, 6);
    const auto held = secured(world, six, steps_of(world, six), two_seats, qatar, {});
    CHECK(held.effects == std::vector<surety_effect>{{"", 0}});
    CHECK(held.steps == in_escrow(steps_of(world, six), two_seats, {"assets", "stock", 0}, {}));
    const outcome twelve = releasing(world, 12);
    const auto too_much = secured(world, twelve, steps_of(world, twelve), two_seats, qatar, {});
    CHECK(too_much.effects[0].idle == "12 is more than it can hold");
    CHECK(too_much.steps == steps_of(world, twelve));
    const outcome none = releasing(world, 0);
    CHECK(secured(world, none, steps_of(world, none), two_seats, qatar, {}).effects[0].idle ==
          "the deal does not ask for 'assets'");
    // dearer to hold than it could lose, and answered by nothing of this deal
    const std::vector<talks::surety> others{talks::custody{"assets", "stock", 100, {}},
                                            talks::custody{"assets", "missiles", 0, {}},
                                            talks::cover{"Israel", 1, 1}};
    const auto idle = secured(world, six, steps_of(world, six), two_seats, others, {});
    REQUIRE(idle.effects.size() == 3);
    CHECK(idle.effects[0].idle.starts_with("holding it would cost more than the "));
    CHECK(idle.effects[1].idle == "'missiles' does not come after 'assets' here");
    CHECK(idle.effects[2].idle == "'Israel' does not sit at the table");
    const std::vector<talks::surety> twice{talks::custody{"assets", "stock", 0, {}},
                                           talks::custody{"assets", "stock", 0, {}}};
    CHECK(secured(world, six, steps_of(world, six), two_seats, twice, {}).effects[1].idle ==
          "a collapse takes nothing of 'assets' from whoever pays it");
    CHECK(idle.steps == steps_of(world, six));
}

TEST_CASE("sureties add up in turn") {
    const scenario world = world_of_sureties();
    const outcome deal = releasing(world, 6);
    const std::vector<talks::surety> by{talks::cover{"Iran", 0.5, 1},
                                        talks::custody{"assets", "stock", 0, {}}};
    const auto all = secured(world, deal, steps_of(world, deal), two_seats, by, {});
    REQUIRE(all.effects.size() == 2);
    CHECK(all.effects[0] == surety_effect{"", 0.5});
    CHECK(all.effects[1].idle.empty());
    CHECK(all.steps == in_escrow(guaranteed(steps_of(world, deal), two_seats, "Iran", 0.5),
                                 two_seats, {"assets", "stock", 0}, {}));
}

TEST_CASE("a surety that cannot stand is told why") {
    const scenario world = world_of_sureties();
    const auto says = [&](const talks::surety& of) {
        return fault_in_surety(world, of).value_or("nothing");
    };
    CHECK(says(talks::custody{"assets", "stock", 0, 6.0}) == "nothing");
    CHECK(says(talks::cover{"", 1, 1}) == "nothing");
    CHECK(says(talks::cover{"Israel", 1, 1}) == "nothing");  // it may get a seat
    CHECK(says(talks::cover{"Iram", 1, 1})
              .starts_with("guarantor: no party 'Iram'; did you mean "
                           "'Iran'?"));
    CHECK(says(talks::custody{"asets", "", 0, {}})
              .starts_with("escrow: no step 'asets'; did you "
                           "mean 'assets'?"));
    CHECK(says(talks::custody{"assets", "stok", 0, {}}).starts_with("escrow: no step 'stok'"));
    CHECK(says(talks::custody{"assets", "non-aggression", 0, {}}) ==
          "escrow: 'non-aggression' cannot answer 'assets': the same party performs both");
    CHECK(says(talks::custody{"non-aggression", "", 0, 6.0}) ==
          "escrow: a capacity, 6, needs a payment of an amount; 'non-aggression' carries out "
          "'non_aggression', whose options are not numbers");
    scenario waits = world;
    for (sequence::written_step& s : waits.sequence->steps) {
        if (s.name == "relief, first half") {
            s.after = {"centrifuges"};
        }
    }
    CHECK(fault_in_surety(waits, talks::custody{"relief, second half", "centrifuges", 0, {}}) ==
          std::string("escrow: 'centrifuges' cannot answer 'relief, second half': it comes before "
                      "the payment"));
    waits.sequence.reset();
    CHECK(fault_in_surety(waits, talks::cover{"", 1, 1}) ==
          std::string("a guarantor stands for the carrying out; the scenario has no steps"));
    CHECK(fault_in_surety(waits, talks::custody{"assets", "", 0, {}}) ==
          std::string("an escrow stands for the carrying out; the scenario has no steps"));
    const scenario steps = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/four-steps.toml");
    CHECK(fault_in_surety(steps, talks::custody{"U1", "", 0, 6.0}) ==
          std::string("escrow: a capacity, 6, needs a payment of an amount; 'U1' carries out no "
                      "issue"));
}
