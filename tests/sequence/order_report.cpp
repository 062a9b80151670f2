#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>

#include <negotiation/sequence/order_report.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

namespace {

order_report walked(const tests::two_sided& of, const std::string& order,
                    const trust_options& how = {}) {
    return walk(exchange(of.made), of.order(order), how);
}

std::string trusts(const order_report& of) {
    return fraction_of(of.by_party[0]) + ", " + fraction_of(of.by_party[1]);
}

}  // namespace

TEST_CASE("the orders of four steps ask for the trust worked out by hand") {
    const tests::two_sided of = tests::four_steps();
    const struct {
        const char* order;
        const char* trust;
        const char* most;
        const char* peak;
    } rows[] = {{"I1 U1 I2 U2", "2/5, 1/3", "2/5", "1/5"},
                {"I1 U1 U2 I2", "7/13, 1/5", "7/13", "1/5"},
                {"U1 I1 I2 U2", "2/9, 5/9", "5/9", "2/9"},
                {"U1 I1 U2 I2", "3/13, 1/3", "1/3", "2/9"},
                {"U1 U2 I1 I2", "1/3, 0", "1/3", "1/3"}};
    for (const auto& row : rows) {
        CAPTURE(row.order);
        const order_report report = walked(of, row.order);
        CHECK(report.feasible());
        CHECK(trusts(report) == row.trust);
        CHECK(fraction_of(greatest(report)) == row.most);
        CHECK(fraction_of(greatest(walked(of, row.order, {reading::peak_exposure, false}))) ==
              row.peak);
    }
}

TEST_CASE("runs say what is lost and what completion adds") {
    const tests::two_sided of = tests::four_steps();
    const order_report report = walked(of, "I1 U1 I2 U2");
    REQUIRE(report.runs.size() == 4);
    CHECK(report.runs[0].party == 1);
    CHECK(report.runs[0].loss == 2);
    CHECK(report.runs[0].gain == 8);
    CHECK(report.runs[1].party == 0);
    CHECK(report.runs[1].loss == 2);
    CHECK(report.runs[1].gain == 3);
    CHECK(fraction_of(report.runs[1].needed) == "2/5");
    CHECK_FALSE(report.runs[3].hands_over);
    CHECK(report.runs[3].gain == 0);  // the United States holds 7 before its last step
    CHECK(report.halt_values == std::vector<double>{0, 0, 4, -2, 2, 2, 7, -1, 7, 8});
}

TEST_CASE("who is better off stopping makes an order infeasible") {
    const tests::two_sided of = tests::four_steps();
    const order_report report = walked(of, "I1 I2 U1 U2");
    REQUIRE(report.refused);
    CHECK(report.refused->party == 0);
    CHECK(report.refused->done == 2);
    CHECK(report.refused->tempted_by == 2);  // it holds 9 and would end with 7
    CHECK(fraction_of(greatest(walked(of, "I1 I2 U1 U2", {reading::peak_exposure, false}))) ==
          "5/13");
    tests::two_sided poor = of;
    poor.made.completion[1] = -6;
    const order_report never = walked(poor, "I1 U1 I2 U2");
    REQUIRE(never.refused);
    CHECK(never.refused->party == 1);
    CHECK(never.refused->done == 0);
    CHECK(never.refused->tempted_by == 1);
}

TEST_CASE("honoured steps lower the trust that an order asks for at the start") {
    tests::two_sided of = tests::four_steps();
    for (step& s : of.made.steps) {
        s.defection = 0.3;
    }
    const order_report report = walked(of, "I1 U1 I2 U2", {reading::next_turn, true});
    CHECK(probability_of(report.by_party[0]) == doctest::Approx(0.318182).epsilon(1e-5));
    CHECK(probability_of(report.by_party[1]) == doctest::Approx(0.259259).epsilon(1e-5));
}

TEST_CASE("the plan of 2013 asked for what it asked for") {
    const tests::two_sided of = tests::jpoa();
    const char* history = "h p1 d1 p2 p3 p4 d2 p5 p6 c1 p7 c2 p8";
    CHECK(trusts(walked(of, history)) == "105/298, 4/9");
    CHECK(trusts(walked(of, history, {reading::next_turn, false})) == "93/286, 4/9");
    const order_report peak = walked(of, history, {reading::peak_exposure, false});
    CHECK(probability_of(peak.by_party[0]) == doctest::Approx(0.201).epsilon(0.003));
    CHECK(probability_of(peak.by_party[1]) == doctest::Approx(0.051).epsilon(0.01));
    const order_report us_first = walked(of, "p1 p2 p3 p4 p5 p6 p7 p8 h d1 d2 c1 c2");
    REQUIRE(us_first.refused);
    CHECK(us_first.refused->party == 1);
}

TEST_CASE("every order of random agreements is judged as its definition says") {
    for (std::uint64_t number = 0; number < 60; ++number) {
        CAPTURE(number);
        random_stream from(5, number);
        const agreement of = tests::random_agreement(
            from, static_cast<std::size_t>(tests::draw(from, 1, 3)),
            static_cast<std::size_t>(tests::draw(from, 0, 5)), 30, tests::draw(from, 0, 1) == 1);
        const exchange made(of);
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            tests::for_each_order(of, [&](const auto& order) {
                const tests::judged j = tests::judge(of, order, how);
                const order_report report = walk(made, order, {how, false});
                const order_report taught = walk(made, order, {how, true});
                CHECK(report.feasible() == j.feasible);
                CHECK(report.runs.size() == j.runs);
                for (std::size_t i = 0; i < j.trust.size(); ++i) {
                    CHECK(fraction_of(report.by_party[i]) == tests::text(j.trust[i]));
                    CHECK(probability_of(taught.by_party[i]) ==
                          doctest::Approx(j.prior[i]).epsilon(1e-12));
                }
            });
        }
    }
}

TEST_CASE("an order breaks off where trust runs out") {
    const tests::two_sided of = tests::four_steps();
    const exchange made(of.made);
    const order_report report = walked(of, "I1 U1 I2 U2");
    CHECK_FALSE(break_off_of(made, report, std::vector{0.4, 0.34}));
    const auto stop = break_off_of(made, report, std::vector{0.39, 0.34});
    REQUIRE(stop);
    CHECK(stop->party == 0);
    CHECK(stop->done == 1);
    CHECK(fraction_of(stop->needed) == "2/5");
    CHECK(stop->hand_over == 2);
    CHECK(stop->left == std::vector<double>{4, -2});
    const auto never = break_off_of(made, report, std::vector{0.5, 0.1});
    REQUIRE(never);
    CHECK(never->party == 1);
    CHECK(never->done == 0);
    const auto tempted = break_off_of(made, walked(of, "I1 I2 U1 U2"), std::vector{1.0, 1.0});
    REQUIRE(tempted);
    CHECK(tempted->party == 0);
    CHECK(tempted->done == 2);
    CHECK(tempted->hand_over == 0);
    CHECK_THROWS_AS(break_off_of(made, report, std::vector{0.5}), std::invalid_argument);
    CHECK_THROWS_AS(break_off_of(made, report, std::vector{0.5, 1.5}), std::invalid_argument);
}

TEST_CASE("a party that breaks off tells the greatest belief that it would have needed there") {
    std::size_t several = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        random_stream from(23, number);
        const agreement of = tests::random_agreement(from, 2, 6, 20, false);
        const exchange made(of);
        std::vector<step_id> order;
        for (step_set done = 0; done != made.order().all(); done |= only(order.back())) {
            order.push_back(first_of(made.order().available(done)));
        }
        const order_report report = walk(made, order);
        const auto stop = break_off_of(made, report, std::vector{0.1, 0.1});
        if (!stop || !report.feasible()) {
            continue;
        }
        trust most;
        std::size_t here = 0;
        for (const demand& d : demands_of(made, order)) {
            if (d.party == stop->party && d.moment == stop->done) {
                most = less(most, d.needed) ? d.needed : most;
                ++here;
            }
        }
        CHECK(stop->needed == most);
        several += here > 1 ? 1U : 0U;
    }
    CHECK(several > 10);
}

TEST_CASE("what is wrong with an order is said") {
    const tests::two_sided of = tests::four_steps();
    const exchange made(of.made);
    const auto walk_it = [&](std::vector<step_id> order) { return walk(made, order); };
    CHECK_THROWS_WITH_AS(walk_it({0, 1, 2}), "order: step 3 is missing", std::invalid_argument);
    CHECK_THROWS_WITH_AS(walk_it({0, 1, 0}), "order: step 0 is there twice", std::invalid_argument);
    CHECK_THROWS_WITH_AS(walk_it({2}), "order: step 2 comes before step 0, which it waits for",
                         std::invalid_argument);
    CHECK_THROWS_WITH_AS(walk_it({7}), "order: step 7 is not one of 4", std::invalid_argument);
}

TEST_CASE("the greatest demands are the trusts of an order") {
    for (const tests::two_sided& of : {tests::four_steps(), tests::jpoa(), tests::vienna()}) {
        const exchange made(of.made);
        std::vector<step_id> order;
        for (step_set done = 0; done != made.order().all(); done |= only(order.back())) {
            order.push_back(first_of(made.order().available(done)));
        }
        for (const reading how : {reading::drawdown, reading::next_turn, reading::peak_exposure}) {
            const order_report report = walk(made, order, {how, false});
            std::vector<trust> most(2);
            for (const demand& d : demands_of(made, order, {how, false})) {
                CHECK(d.loss > 0);
                CHECK(d.gain >= 0);
                CHECK(d.moment < d.hand_over);
                most[d.party] = less(most[d.party], d.needed) ? d.needed : most[d.party];
            }
            CHECK(most == report.by_party);
        }
    }
}
