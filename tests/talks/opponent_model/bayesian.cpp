#include <algorithm>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/opponent_model/bayesian.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

namespace {

problem two_by_two() {
    return problem_builder{}
        .issue("a", 2)
        .issue("b", 2)
        .party("one", {{0, 1}, {0, 2}}, 0)
        .party("two", {{1, 0}, {2, 0}}, 0)
        .build();
}

event offer_in(std::uint32_t round, offer_id deal) {
    return {round, deal, 1, move_kind::offer, true};
}

}  // namespace

TEST_CASE("the posterior is Bayes' rule") {
    // Eight types: which of two issues weighs 2/3, which option of each is liked. They ask for
    // (0, 0) at time 0 and for (0, 1) at time 1/2, when 3/4 is expected.
    const arena at(two_by_two());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {6, 10, 0.5, 0}, {});
    bayesian model(regular_types(at.table().space, 100), 0.5, 0.2);
    said.history = {offer_in(1, said.number_of({0, 0})), offer_in(6, said.number_of({0, 1}))};
    model.observe(t);
    model.observe(t);
    const std::vector<double> found = model.posterior(1);
    REQUIRE(found.size() == 8);
    double all = 0;
    double mean = 0;
    double likely = 0;
    for (const double weight : {2.0 / 3, 1.0 / 3}) {
        for (const int a : {0, 1}) {
            for (const int b : {0, 1}) {
                const double first = weight * (a == 0) + (1 - weight) * (b == 0);
                const double second = weight * (a == 0) + (1 - weight) * (b == 1);
                const double p = std::exp(-(first - 1) * (first - 1) / 0.08) *
                                 std::exp(-(second - 0.75) * (second - 0.75) / 0.08);
                all += p;
                mean += p * weight * (a == 0);
                likely = std::max(likely, p);
            }
        }
    }
    double sum = 0;
    for (const double p : found) {
        sum += p;
    }
    CHECK(near(sum, 1));
    CHECK(near(*std::max_element(found.begin(), found.end()), likely / all));
    CHECK(near(static_cast<double>(model.terms(t)[0].values[0]) / estimate_unit, mean / all, 1e-9));
    CHECK_THROWS(bayesian(preference_types{}));
    CHECK_THROWS(bayesian(regular_types(at.table().space, 9), 2));
    CHECK_THROWS(bayesian(regular_types(at.table().space, 9), 0.5, 0));
}

TEST_CASE("offers are dated by the clock of the talks") {
    // In round 6 of 10 it is 6/11 by the clock of NegMAS, and round 3 was at 3/11. With two types
    // to whom (0, 0) is worth 1 and 1/2 the odds tell what was expected.
    const arena at(two_by_two());
    const std::vector<utility_term> wants{{{0}, {1, 0}}, {{1}, {1, 0}}};
    const std::vector<utility_term> halves{{{0}, {1, 0}}, {{1}, {0, 1}}};
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {6, 10, 6.0 / 11, 0}, {});
    bayesian model(given_types(at.table().space, {wants, halves}, {1, 1}), 1, 0.5);
    said.history = {offer_in(3, said.number_of({0, 0}))};
    model.observe(t);
    const double expected = 1 - 3.0 / 11;
    const double odds = std::exp(
        ((0.5 - expected) * (0.5 - expected) - (1 - expected) * (1 - expected)) / (2 * 0.5 * 0.5));
    CHECK(near(model.posterior(1)[0], odds / (1 + odds), 1e-12));
}

TEST_CASE("the posterior is the same in whatever order offers are heard") {
    const arena at(two_by_two());
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        random_stream bits(seed);
        proceedings said;
        said.begin(at);
        const turn t(said, 0, {9, 10, 0.8, 0}, {});
        for (std::uint32_t round = 1; round < 9; ++round) {
            said.history.push_back(offer_in(round, static_cast<offer_id>(draw_place(bits, 4))));
        }
        bayesian forwards(regular_types(at.table().space, 100));
        forwards.observe(t);
        std::reverse(said.history.begin(), said.history.end());
        bayesian backwards(regular_types(at.table().space, 100));
        backwards.observe(t);
        for (std::size_t h = 0; h < 8; ++h) {
            CHECK(near(forwards.posterior(1)[h], backwards.posterior(1)[h], 1e-12));
        }
    }
}

TEST_CASE("a true type is found among those given") {
    const arena at(two_by_two());
    const std::vector<utility_term> wants_a{{{0}, {9, 0}}, {{1}, {1, 0}}};
    const std::vector<utility_term> wants_b{{{0}, {1, 0}}, {{1}, {9, 0}}};
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {6, 10, 0.5, 0}, {});
    bayesian model(given_types(at.table().space, {wants_a, wants_b}, {1, 9}), 0.2, 0.2);
    model.observe(t);
    CHECK(near(model.posterior(1)[0], 0.1));  // nothing heard: the prior
    for (std::uint32_t round = 1; round < 6; ++round) {
        said.history.push_back(offer_in(round, said.number_of({0, 1})));
    }
    model.observe(t);
    CHECK(model.posterior(1)[0] > 0.999);
    CHECK(near(model.posterior(0)[0], 0.1));  // of oneself nothing is learned
}
