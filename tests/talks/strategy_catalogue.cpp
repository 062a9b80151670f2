#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("every strategy of the catalogue can be made and plays") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 30;
    for (const catalogue_entry& entry : strategy_catalogue()) {
        const auto end = play(at, protocol, 1, make_strategy(entry.name, at, 0),
                              make_strategy("conceder", at, 1));
        CHECK(end.round >= 1);
        CHECK(end.utilities[0] >= 2);
        CHECK(end.utilities[1] >= 3);
        // Every default can be written out.
        specification full{entry.name, {}};
        for (const parameter& p : entry.parameters) {
            full.parameters.emplace_back(p.name, p.fallback);
        }
        const auto same = play(at, protocol, 1, make_strategy(to_string(full), at, 0),
                               make_strategy("conceder", at, 1));
        CHECK(same == end);
    }
}

TEST_CASE("parts are chosen by parameters") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 30;
    for (const catalogue_entry& rule : acceptance_catalogue()) {
        for (const catalogue_entry& model : model_catalogue()) {
            for (const char* offer : {"cheapest", "best", "band"}) {
                // Over a price nobody gets four fifths if both insist on it.
                const std::string accept =
                    rule.name == "constant" ? "constant(share=0.2)" : rule.name;
                const std::string text =
                    "linear(accept=" + accept + ",model=" + model.name + ",offer=" + offer + ")";
                const auto end =
                    play(at, protocol, 1, make_strategy(text, at, 0), make_strategy(text, at, 1));
                CHECK(end.status == talks_status::agreement);
            }
        }
    }
    CHECK(has_complete_information("boulware(model=perfect)"));
    CHECK(has_complete_information("equilibrium(discounts=0.9/0.8)"));
    CHECK_FALSE(has_complete_information("boulware"));
    CHECK_THROWS((void)has_complete_information("perfect"));
}

TEST_CASE("what does not exist is answered with what does") {
    CHECK_THROWS_WITH((void)read_strategy("bolware"),
                      "unknown strategy 'bolware'; did you mean 'boulware'? known: time-dependent, "
                      "boulware, linear, conceder, tit-for-tat, micro, hardliner, random-walker, "
                      "hill-climber, annealer, equilibrium");
    for (const char* wrong :
         {"boulware(f=1)", "boulware(e=0)", "boulware(e=x)", "boulware(accept=never)",
          "boulware(model=clever)", "boulware(offer=dear)", "boulware(accept=next(c=1))",
          "micro(e=1)", "tit-for-tat(lag=0)", "tit-for-tat(lag=1.5)",
          "boulware(accept=constant(share=2))", "boulware(model=frequency(gain=-1))",
          "equilibrium(discounts=x)", "equilibrium(quota=2)", "equilibrium(breakdown=-1)"}) {
        CHECK_THROWS_AS((void)read_strategy(wrong), std::invalid_argument);
    }
}
