#include <cmath>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>
#include <support/tolerance.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/model_catalogue.hpp>
#include <negotiation/talks/model_error.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

namespace {

std::vector<utility_term> opposite_of(std::vector<utility_term> terms) {
    for (utility_term& term : terms) {
        for (grains& value : term.values) {
            value = -value;
        }
    }
    return terms;
}

}  // namespace

TEST_CASE("ranks correlate as by hand") {
    // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 0, 1, 1, 0 is 0.8.
    const std::vector<double> a{1, 2, 3, 4};
    CHECK(near(rank_correlation(a, std::vector<double>{10, 30, 20, 90}).value(), 0.8));
    CHECK(near(rank_correlation(a, std::vector<double>{4, 3, 2, 1}).value(), -1));
    // Equal values share ranks: 1.5, 1.5, 3.5, 3.5 against 1 to 4: 4 / sqrt(4 * 5).
    CHECK(near(rank_correlation(std::vector<double>{0, 0, 7, 7}, a).value(), 4 / std::sqrt(20.0)));
    CHECK_FALSE(rank_correlation(a, std::vector<double>{1, 1, 1, 1}));
    CHECK_FALSE(rank_correlation({}, {}));
    CHECK_THROWS((void)rank_correlation(a, {}));
}

TEST_CASE("the perfect model has no error and its opposite has the worst") {
    const arena at(tests::sale());
    const auto& truth = at.table().parties[1].utility.terms;
    const model_error none = error_of(truth, at, 0);
    CHECK(none.deals == 11);
    CHECK(near(none.spearman.value(), 1));
    CHECK(near(none.rmse, 0));
    const model_error worst = error_of(opposite_of(truth), at, 0);
    CHECK(near(worst.spearman.value(), -1));
    // Of shares x and 1 - x at 0, 0.1, ... 1: the mean of (1 - 2x)^2 is 0.4.
    CHECK(near(worst.rmse * worst.rmse, 0.4));
    const model_error flat = error_of({}, at, 0);
    CHECK_FALSE(flat.spearman);
    CHECK(near(flat.rmse * flat.rmse, 0.1));
    // Of several others, as the perfect model adds them up.
    const arena three(tests::three_at_a_table());
    proceedings said;
    said.begin(three);
    const perfect all(three, 0);
    CHECK(near(error_of(all.terms(turn(said, 0, {}, {})), three, 0).rmse, 0, 1e-8));
}

TEST_CASE("errors stay in their ranges and do not hang on the scale of an estimate") {
    const problem large = problem_builder{}
                              .issue("a", 0, 99)
                              .issue("b", 0, 99)
                              .party(
                                  "one", [](auto o) { return o[0] + o[1]; }, 0)
                              .party(
                                  "two", [](auto o) { return 3 * (99 - o[0]) + 99 - o[1]; }, 0)
                              .build();
    for (const bool written : {true, false}) {
        const arena at(large, {written ? 1U << 20U : 0U});
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            random_stream bits(seed);
            std::vector<utility_term> estimate{{{0}, {}}, {{1}, {}}};
            for (utility_term& term : estimate) {
                for (int o = 0; o < 100; ++o) {
                    term.values.push_back(static_cast<grains>(draw_place(bits, 1000)));
                }
            }
            const model_error found = error_of(estimate, at, 0);
            CHECK(found.deals == 4096);
            CHECK(std::abs(found.spearman.value()) <= 1);
            CHECK(found.rmse >= 0);
            CHECK(found.rmse <= 1);
            for (utility_term& term : estimate) {
                for (grains& value : term.values) {
                    value = 5 * value + 3;
                }
            }
            const model_error same = error_of(estimate, at, 0);
            CHECK(near(same.rmse, found.rmse));
            CHECK(near(same.spearman.value(), found.spearman.value()));
        }
    }
}
