#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/talks/opponent_model/frequency.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

TEST_CASE("what is asked for again and again counts more") {
    // Three issues of three options. The other side asks for (0,0,2), (0,1,2), (0,2,1).
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .issue("b", 3)
                          .issue("c", 3)
                          .party("one", {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}, 0)
                          .party("two", {{2, 1, 0}, {2, 1, 0}, {2, 1, 0}}, 0)
                          .build();
    const arena at(p);
    proceedings said;
    said.begin(at);
    frequency model(0.2, 0);
    const turn t(said, 0, {}, {});
    CHECK(near(model.weight(1, 0), 0));
    for (const utility_term& term : model.terms(t)) {
        CHECK(term.values == std::vector<grains>{0, 0, 0});
    }
    CHECK(near(model.weight(1, 0), 1.0 / 3));
    for (const outcome& deal : {outcome{0, 0, 2}, outcome{0, 1, 2}, outcome{0, 2, 1}}) {
        said.history.push_back({1, said.number_of(deal), 1, move_kind::offer, true});
        model.observe(t);
        model.observe(t);  // nothing new: nothing counts twice
    }
    // Not heard: what one says oneself, and what was lost.
    said.history.push_back({2, said.number_of({2, 2, 2}), 0, move_kind::offer, true});
    said.history.push_back({2, said.number_of({1, 1, 1}), 1, move_kind::offer, false});
    model.observe(t);
    // Weights 1/3 + 2 * 0.2/3, 1/3, 1/3 + 0.2/3, over their sum 1.2.
    const double sum = 1 + 3 * 0.2 / 3;
    CHECK(near(model.weight(1, 0), (1.0 / 3 + 0.4 / 3) / sum));
    CHECK(near(model.weight(1, 1), (1.0 / 3) / sum));
    CHECK(near(model.weight(1, 2), (1.0 / 3 + 0.2 / 3) / sum));
    const auto& terms = model.terms(t);
    REQUIRE(terms.size() == 3);
    const auto worth = [&](std::size_t issue, std::size_t option) {
        return static_cast<double>(terms[issue].values[option]) / estimate_unit;
    };
    CHECK(near(worth(0, 0), model.weight(1, 0), 1e-9));
    CHECK(near(worth(0, 1), 0, 1e-9));
    CHECK(near(worth(1, 2), model.weight(1, 1), 1e-9));
    CHECK(near(worth(2, 2), model.weight(1, 2), 1e-9));
    CHECK(near(worth(2, 1), model.weight(1, 2) / 2, 1e-9));
}

TEST_CASE("the published model forgets") {
    // Two issues, 0.1 a gain: the first is left as it is ten times, then the second. By hand:
    // 1 - 0.5 / 1.1^10 = 0.80723 of the first, then 0.80723 / 1.1^10 = 0.31122. Counted alike both
    // would weigh the same.
    const problem p = problem_builder{}
                          .issue("a", 2)
                          .issue("b", 2)
                          .party("one", {{0, 1}, {0, 1}}, 0)
                          .party("two", {{1, 0}, {1, 0}}, 0)
                          .build();
    const arena at(p);
    proceedings said;
    said.begin(at);
    frequency published(0.2, 0, weighing::forgetting);
    frequency alike(0.2, 0);
    const turn t(said, 0, {}, {});
    outcome deal{0, 0};
    const auto say = [&] {
        said.history.push_back({1, said.number_of(deal), 1, move_kind::offer, true});
    };
    say();
    for (const std::size_t changed : {std::size_t{1}, std::size_t{0}}) {
        for (int k = 0; k < 10; ++k) {
            deal[changed] = static_cast<option_id>(1 - deal[changed]);
            say();
        }
    }
    published.observe(t);
    alike.observe(t);
    CHECK(near(published.weight(1, 0), 0.3112217, 1e-6));
    CHECK(near(published.weight(1, 1), 0.6887783, 1e-6));
    CHECK(near(alike.weight(1, 0), 0.5));
}

TEST_CASE("before anything is heard the others want the opposite") {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    frequency model;
    REQUIRE(model.terms(t).size() == 1);
    const auto& values = model.terms(t).front().values;
    CHECK(values[0] == 0);
    CHECK(values[4] == 400'000'000);
    CHECK(values[10] == 1'000'000'000);
    // One offer of 8 outweighs it.
    said.history.push_back({1, 8, 1, move_kind::offer, true});
    model.observe(t);
    CHECK(model.terms(t).front().values[8] == 1'000'000'000);
    CHECK(model.terms(t).front().values[10] == 555'555'556);
}

TEST_CASE("an issue weighs as much as its commonest option was asked for") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .issue("b", 3)
                          .issue("c", 3)
                          .party("one", {{0, 1, 2}, {0, 1, 2}, {0, 1, 2}}, 0)
                          .party("two", {{2, 1, 0}, {2, 1, 0}, {2, 1, 0}}, 0)
                          .build();
    const arena at(p);
    proceedings said;
    said.begin(at);
    frequency model(0, 0, weighing::commonest);
    const turn t(said, 0, {}, {});
    for (const outcome& deal : {outcome{0, 0, 2}, outcome{0, 1, 2}, outcome{0, 2, 1}}) {
        said.history.push_back({1, said.number_of(deal), 1, move_kind::offer, true});
        model.observe(t);
        model.observe(t);  // nothing counts twice
    }
    // The commonest options came 3, 1 and 2 times.
    CHECK(near(model.weight(1, 0), 0.5));
    CHECK(near(model.weight(1, 1), 1.0 / 6));
    CHECK(near(model.weight(1, 2), 1.0 / 3));
    const auto& terms = model.terms(t);
    CHECK(terms[0].values == std::vector<grains>{500'000'000, 0, 0});
    CHECK(terms[1].values == std::vector<grains>{166'666'667, 166'666'667, 166'666'667});
    CHECK(terms[2].values == std::vector<grains>{0, 166'666'667, 333'333'333});
}
