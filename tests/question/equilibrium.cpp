#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/equilibrium.hpp>
#include <negotiation/question/run.hpp>
#include <negotiation/report/text.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

equilibrium_answer equilibrium_of(const char* file, const equilibrium_options& options = {}) {
    return equilibrium(tests::shipped(file), options);
}

/// Two parties, one issue of as many options as values.
scenario two_over(const char* first, const char* second, const char* more) {
    const auto values = [](const char* name, const char* numbers, const char* rest) {
        return fmt::format(
            "[[party]]\nname = \"{}\"\nweights = {{ x = 1 }}\n"
            "values.x = [{}]\n{}\n",
            name, numbers, rest);
    };
    std::string options;
    const auto count = std::count(first, first + std::string(first).size(), ',') + 1;
    for (int k = 0; k < count; ++k) {
        options += fmt::format("{}{}", k == 0 ? "" : ", ", k);
    }
    const std::string rest(more);
    const auto cut = rest.find('|');
    return io::parse_scenario(
        fmt::format("title = \"t\"\nutilities = \"raw\"\n[[issue]]\nname = \"x\"\nkind = "
                    "\"ordered\"\noptions = [{}]\nstatus_quo = 0\n{}{}{}\n",
                    options, values("A", first, rest.substr(0, cut).c_str()),
                    values("B", second, rest.substr(0, cut).c_str()),
                    cut == std::string::npos ? "" : rest.substr(cut + 1)),
        "t.toml");
}

}  // namespace

TEST_CASE("models are read by name") {
    CHECK(parse_equilibrium_model("baron-ferejohn") == equilibrium_model::baron_ferejohn);
    CHECK_THROWS_WITH(
        (void)parse_equilibrium_model("nash"),
        "no model 'nash'; known: stahl, rubinstein, baron-ferejohn, quantal, screening");
}

TEST_CASE("the bazaar has a last word") {
    const equilibrium_answer answer = equilibrium_of("bazaar.toml");
    CHECK(answer.first_round_agreement);
    REQUIRE(answer.outcome);
    REQUIRE(answer.proof);
    CHECK(answer.proof->regret <= 1e-9);
    CHECK(answer.proof->residual <= 1e-9);
    CHECK(answer.offers.size() == 2);
    CHECK(answer.zone_is_empty == false);
    // Played by two who know one another, the talks end there.
    run_options played;
    played.strategies = {{"", "equilibrium"}};
    const run_answer run_so = run(tests::shipped("bazaar.toml"), played);
    CHECK(run_so.round == 1);
    CHECK(run_so.utilities == answer.of_outcome);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(std::abs(run_so.equilibrium[i] - run_so.discounted[i]) <= 1e-9);
        CHECK(run_so.parties[i].complete_information);
    }
}

TEST_CASE("every model answers about the back channel") {
    for (const equilibrium_model model :
         {equilibrium_model::stahl, equilibrium_model::rubinstein,
          equilibrium_model::baron_ferejohn, equilibrium_model::quantal}) {
        equilibrium_options options;
        options.scope = "nuclear";
        options.red_lines = parse_red_lines("none");
        options.model = model;
        if (model == equilibrium_model::stahl || model == equilibrium_model::quantal) {
            options.rounds = 10;
        }
        options.checks = 500'000;
        const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
        CHECK(answer.refused.empty());
        REQUIRE(answer.utilities.size() == 2);
        CHECK(answer.horizon.has_value() ==
              (model == equilibrium_model::stahl || model == equilibrium_model::quantal));
        CHECK(answer.fixed_points.has_value() == (model == equilibrium_model::rubinstein));
        CHECK(answer.proof.has_value() == (model != equilibrium_model::quantal));
        CHECK(answer.chances.has_value() == (model == equilibrium_model::quantal));
        CHECK((!answer.chances || (answer.chances->converged && answer.chances->residual <= 1e-9)));
        if (answer.proof) {
            CHECK(answer.proof->regret <= 1e-9);
            CHECK(answer.utilities[0] >= answer.no_deal[0].utility - 1e-9);
            CHECK(answer.utilities[1] >= answer.no_deal[1].utility - 1e-9);
        }
        CHECK(answer.nash.size() == 2);
        CHECK(answer.assumed_numbers > 0);
    }
}

TEST_CASE("patience pays") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.checks = 500'000;
    options.discounts = {{"United States", 0.9}, {"Iran", 0.9}};
    const equilibrium_answer both = equilibrium_of("backchannel-2025.toml", options);
    options.discounts = {{"United States", 0.9}, {"Iran", 0.8}};
    const equilibrium_answer hasty = equilibrium_of("backchannel-2025.toml", options);
    CHECK(hasty.utilities[1] <= both.utilities[1] + 1e-12);
    CHECK(hasty.utilities[0] >= both.utilities[0] - 1e-12);
    REQUIRE(hasty.without_haste.size() == 2);
    CHECK(hasty.without_haste[1]->low >= hasty.utilities[1] - 1e-12);
}

TEST_CASE("an alternative at hand is no threat where waiting costs") {
    // Binmore, Rubinstein and Wolinsky 1986: with discounting no deal is an outside option, which
    // binds or does not matter; where the talks may only break down it is the threat.
    equilibrium_options options;
    options.discounts = {{"Buyer", 0.95}, {"Seller", 0.95}};
    const equilibrium_answer hasty = equilibrium_of("bazaar.toml", options);
    options.discounts = {{"Buyer", 1}, {"Seller", 1}};
    options.breakdown = 0.05;
    const equilibrium_answer risky = equilibrium_of("bazaar.toml", options);
    const auto product = [&](const std::vector<double>& u, bool threat) {
        double all = 1;
        for (std::size_t i = 0; i < 2; ++i) {
            all *= u[i] - (threat ? hasty.no_deal[i].utility : 0);
        }
        return all;
    };
    REQUIRE(hasty.nash.size() == 2);
    REQUIRE(risky.nash.size() == 2);
    CHECK(product(hasty.nash, false) >= product(risky.nash, false) - 1e-12);
    CHECK(product(risky.nash, true) >= product(hasty.nash, true) - 1e-12);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(hasty.nash[i] >= hasty.no_deal[i].utility - 1e-12);
    }
}

TEST_CASE("none of several stationary equilibria is privileged") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.model = equilibrium_model::rubinstein;
    const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
    REQUIRE(answer.fixed_points);
    REQUIRE(answer.range.size() == 2);
    REQUIRE(answer.by_last_offer.size() == 2);
    CHECK(*answer.fixed_points > 1);
    CHECK(answer.by_last_offer[0] != answer.by_last_offer[1]);
    CHECK(answer.shown == shown_equilibrium::nearest_to_nash);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(answer.range[i].low < answer.range[i].high);
        CHECK(answer.utilities[i] >= answer.range[i].low);
        CHECK(answer.utilities[i] <= answer.range[i].high);
        REQUIRE(answer.without_haste[i]);
        CHECK(answer.without_haste[i]->low <= answer.without_haste[i]->high);
    }
}

TEST_CASE("a bound is no more than there is to gain") {
    scenario world = tests::shipped("river.toml");
    equilibrium_options options;
    options.model = equilibrium_model::baron_ferejohn;
    options.majority = true;
    const equilibrium_answer answer = equilibrium(world, options);
    REQUIRE(answer.proof);
    if (answer.proof->bound) {
        CHECK(*answer.proof->bound <= 1);
    }
    const std::string text = report::render_text(describe(answer));
    CHECK(answer.proof->exact != tests::says(text, "Not an equilibrium"));
}

TEST_CASE("the nash deal by patience is there and first of its equals") {
    equilibrium_options options;
    options.model = equilibrium_model::rubinstein;
    // A pie in fifths: two deals are as fair, and the first is meant, with patience or without.
    scenario pie =
        two_over("0, 0.2, 0.4, 0.6, 0.8, 1", "1, 0.8, 0.6, 0.4, 0.2, 0", "reservation = 0");
    CHECK(equilibrium(pie, options).nash == std::vector<double>{0.4, 0.6});
    options.discounts = {{"A", 0.95}, {"B", 0.95}};
    CHECK(equilibrium(pie, options).nash == std::vector<double>{0.4, 0.6});
    // One deal suits both, and gains the first nothing.
    scenario bare = two_over("6, 0", "0, 8", "reservation = 0");
    bare.parties[1].reservation = 2;
    CHECK(equilibrium(bare, options).nash == std::vector<double>{0, 8});
}

TEST_CASE("where no deal lasts all is worth what it is before the talks begin") {
    scenario pie = two_over("0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1",
                            "1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0",
                            "reservation = 0.45\ndiscount = { factor = 0.8, per = 1 }|[protocol]\n"
                            "rounds = 3\ndays_per_round = 1\ndiscounting = \"calendar\"\n"
                            "discount_no_deal = false");
    const equilibrium_answer answer = equilibrium(pie);
    CHECK_FALSE(answer.outcome);
    CHECK(answer.before_first_round);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(answer.utilities[i] == doctest::Approx(0.45));
        REQUIRE(answer.without_haste[i]);
        CHECK(answer.without_haste[i]->low == doctest::Approx(0.45));
    }
    CHECK(answer.nash.empty());
    // Half each, were it agreed in the first round, is worth 0.4 before.
    for (party& who : pie.parties) {
        who.reservation = 0.3;
    }
    const equilibrium_answer agreed = equilibrium(pie);
    REQUIRE(agreed.outcome);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(agreed.utilities[i] == doctest::Approx(0.8 * agreed.of_outcome[i]));
        CHECK(agreed.utilities[i] >= 0.3);
    }
}

TEST_CASE("no deal that lasts has no model without a deadline") {
    scenario world = tests::shipped("orange.toml");
    world.protocol = talks::section{};
    world.protocol->discount = talks::discounting::calendar;
    world.protocol->discount_no_deal = false;
    equilibrium_options options;
    options.discounts = {{"Baker", 0.9}, {"Drinker", 0.9}};
    for (const auto model : {equilibrium_model::rubinstein, equilibrium_model::baron_ferejohn}) {
        options.model = model;
        CHECK_THROWS_WITH((void)equilibrium(world, options),
                          doctest::Contains("discount_no_deal is false"));
    }
    options.model = equilibrium_model::stahl;
    CHECK(equilibrium(world, options).nash.empty());
}

TEST_CASE("the game of another protocol than the scenario's says so") {
    scenario world = tests::shipped("bazaar.toml");
    REQUIRE(world.protocol);
    CHECK(equilibrium(world, {}).instead_of.empty());
    world.protocol->protocol = "single-text";
    const equilibrium_answer answer = equilibrium(world, {});
    CHECK(answer.instead_of == "single-text");
    CHECK(report::render_text(describe(answer)).find("single-text") != std::string::npos);
}

TEST_CASE("that there is no deal is an answer") {
    equilibrium_options options;
    options.red_lines = parse_red_lines("all");
    options.scope = "nuclear";
    const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
    CHECK(answer.zone_is_empty == true);
    CHECK_FALSE(answer.outcome);
    CHECK(answer.utilities[0] == doctest::Approx(answer.no_deal[0].utility));
}

TEST_CASE("what means nothing in a model is refused") {
    const auto says = [](const equilibrium_options& options) {
        try {
            (void)equilibrium_of("bazaar.toml", options);
        } catch (const std::invalid_argument& wrong) {
            return std::string(wrong.what());
        }
        return std::string();
    };
    equilibrium_options options;
    options.lambda = 20;
    CHECK(says(options) ==
          "equilibrium: lambda means nothing here: parties err in the model quantal only");
    options = {};
    options.model = equilibrium_model::rubinstein;
    options.rounds = 5;
    CHECK(says(options).find("rounds means nothing here") != std::string::npos);
    options = {};
    options.cost = 0;
    CHECK(says(options).find("cost means nothing here") != std::string::npos);
    options = {};
    options.discounts = {{"Buyer", 0.9}, {"Buyer", 0.8}};
    CHECK(says(options) == "equilibrium: discount is given twice for 'Buyer'");
    options = {};
    options.quota = 2;
    CHECK(says(options) ==
          "equilibrium: quota must be a share of the votes in (0, 1], or 'majority'; got 2");
    options = {};
    options.breakdown = 1;
    CHECK(says(options) == "equilibrium: breakdown must be a probability in [0, 1); got 1");
    for (const double lambda : {std::nan(""), std::numeric_limits<double>::infinity(), -1.0}) {
        options = {};
        options.model = equilibrium_model::quantal;
        options.lambda = lambda;
        CHECK(says(options).find("lambda must be a finite number of 0 or more") !=
              std::string::npos);
    }
}

TEST_CASE("parties that err stay within what deals are worth") {
    equilibrium_options options;
    options.scope = "nuclear";
    options.red_lines = parse_red_lines("none");
    options.model = equilibrium_model::quantal;
    for (const double lambda : {1e6, 1e13, 1e308}) {
        options.lambda = lambda;
        const equilibrium_answer answer = equilibrium_of("backchannel-2025.toml", options);
        REQUIRE(answer.likely_first);
        CHECK(answer.likely_first->accepted >= 0.5);  // not one that is refused
        CHECK(answer.likely_first->deals > 1);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(answer.utilities[i] == doctest::Approx(answer.of_outcome[i]).epsilon(1e-4));
            CHECK(answer.utilities[i] <= 1);
        }
        CHECK(*answer.agreement_chance <= 1);
    }
}

TEST_CASE("a deal is told by its own worth, whenever it is agreed") {
    const equilibrium_answer answer = equilibrium_of("jcpoa-2015.toml");
    REQUIRE(answer.offers.size() == 2);
    const offer_view& second = answer.offers[1];
    REQUIRE(second.action == "offer");
    // What is offered is what is accepted, and is worth less for the round that goes by.
    CHECK(second.deal_utilities[0] >= *second.thresholds[0] - 1e-9);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(second.utilities[i] ==
              doctest::Approx(answer.discounts[i] * second.deal_utilities[i]).epsilon(1e-9));
    }
    CHECK(answer.offers[0].deal_utilities == answer.offers[0].utilities);
}

TEST_CASE("what makes no sense is refused") {
    equilibrium_options options;
    options.discounts = {{"Irak", 0.9}};
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options.discounts = {{"Iran", 1.5}};
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options = {};
    options.quota = 0.5;
    options.majority = true;
    CHECK_THROWS_AS((void)equilibrium_of("backchannel-2025.toml", options), std::invalid_argument);
    options.majority = false;
    options.model = equilibrium_model::quantal;
    CHECK_THROWS_AS((void)equilibrium_of("bazaar.toml", options), std::invalid_argument);
}
