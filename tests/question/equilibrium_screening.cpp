#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/question/equilibrium.hpp>

#include "question/support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

equilibrium_answer screened(const equilibrium_options& options, const char* file = "bazaar.toml") {
    return equilibrium(tests::shipped(file), options);
}

/// Two rounds, both keep 0.9 a round.
equilibrium_options sale(std::vector<std::pair<double, double>> types) {
    equilibrium_options options;
    options.model = equilibrium_model::screening;
    options.rounds = 2;
    options.discounts = {{"Buyer", 0.9}, {"Seller", 0.9}};
    options.types = std::move(types);
    return options;
}

}  // namespace

TEST_CASE("a price asked of two types in two rounds") {
    // Fudenberg and Tirole 1983, discount 0.9.
    const auto asked_of = [](double high) {
        equilibrium_options options = sale({{1, 1 - high}, {2, high}});
        options.proposer = "Seller";
        return screened(options);
    };
    const equilibrium_answer low = asked_of(0.3);
    REQUIRE(low.screening);
    CHECK(low.screening->prices[0].price == doctest::Approx(1));
    CHECK(low.first_round_agreement);
    CHECK(low.agreement_chance == doctest::Approx(1));
    const equilibrium_answer middle = asked_of(0.52);
    CHECK(middle.screening->prices[0].price == doctest::Approx(1.1));
    CHECK(middle.screening->profit == doctest::Approx(1.004).epsilon(1e-12));
    CHECK(middle.first_round_chance == doctest::Approx(0.52));
    CHECK(middle.screening->delay == doctest::Approx(0.48));
    CHECK(middle.screening->types[1].gain == doctest::Approx(0.9));
    const equilibrium_answer high = asked_of(0.8);
    CHECK(high.screening->prices[0].price == doctest::Approx(2));
    CHECK(high.screening->prices[0].accepts[1] == doctest::Approx(2 - 1 / 0.8));
    CHECK(high.screening->profit == doctest::Approx(1.56).epsilon(1e-12));
    for (const equilibrium_answer& answer : {low, middle, high}) {
        CHECK(answer.horizon == 2);
        CHECK(answer.screening->responder == "Buyer");
        CHECK(answer.utilities[1] == doctest::Approx(answer.screening->profit));
        CHECK_FALSE(answer.outcome);
        CHECK(answer.no_deal.empty());
        REQUIRE(answer.proof);
        CHECK(answer.proof->regret <= 1e-12);
        CHECK(answer.proof->residual <= 1e-12);
    }
}

TEST_CASE("a cost is a shift of prices and a breakdown is impatience") {
    equilibrium_options options = sale({{5, 0.25}, {7, 0.75}});
    const equilibrium_answer free = screened(options);
    options.types = {{7, 0.25}, {9, 0.75}};
    options.cost = 2;
    const equilibrium_answer costly = screened(options);
    REQUIRE(free.screening->prices.size() == costly.screening->prices.size());
    for (std::size_t t = 0; t < free.screening->prices.size(); ++t) {
        CHECK(costly.screening->prices[t].price ==
              doctest::Approx(free.screening->prices[t].price + 2));
    }
    CHECK(costly.screening->profit == doctest::Approx(free.screening->profit));
    options.discounts = {{"Buyer", 1}, {"Seller", 1}};
    options.breakdown = 0.1;
    const equilibrium_answer risky = screened(options);
    CHECK(risky.screening->profit == doctest::Approx(costly.screening->profit));
    // Of whoever does not mind waiting the other one's patience is left.
    REQUIRE(costly.without_haste[0]);
    CHECK(costly.without_haste[0]->low >= costly.utilities[0] - 1e-12);
    CHECK(risky.without_haste[0]->low == doctest::Approx(risky.utilities[0]));
}

TEST_CASE("screening that makes no sense is refused") {
    const auto says = [](const equilibrium_options& options, const char* file = "bazaar.toml") {
        try {
            (void)screened(options, file);
        } catch (const std::invalid_argument& wrong) {
            return std::string(wrong.what());
        }
        return std::string();
    };
    CHECK(says(sale({})).find("needs the types of 'Seller'") != std::string::npos);
    CHECK(says(sale({{1, 0.5}, {2, 0.4}})).find("must sum to 1; got 0.9") != std::string::npos);
    CHECK(says(sale({{1, 0.5}, {1, 0.5}})).find("given twice") != std::string::npos);
    CHECK(says(sale({{0, 0.5}, {1, 0.5}})).find("got 0") != std::string::npos);
    CHECK(says(sale({{1, 1.5}})).find("must lie in (0, 1]") != std::string::npos);
    equilibrium_options options = sale({{1, 1}});
    options.quota = 0.4;
    CHECK(says(options).find("both have to agree") != std::string::npos);
    options = sale({{1, 1}});
    options.rounds = 1001;
    CHECK(says(options).find("1000 prices") != std::string::npos);
    options = sale({{1, 1}});
    options.proposer = "Sellar";
    CHECK(says(options).find("did you mean 'Seller'?") != std::string::npos);
    options = sale({{1, 1}});
    options.cost = -1;
    CHECK(says(options).find("a cost must be 0 or more") != std::string::npos);
    options = sale({{1, 1}});
    options.discounts.clear();
    CHECK(says(options, "river.toml").find("are at the table") != std::string::npos);
    options = {};
    options.types = {{1, 1}};
    CHECK(says(options).find("type means nothing here") != std::string::npos);
}
