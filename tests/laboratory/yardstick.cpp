#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/property.hpp>
#include <support/random_problem.hpp>

#include <negotiation/deal/frontier.hpp>
#include <negotiation/deal/outcome_table.hpp>
#include <negotiation/laboratory/yardstick.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using namespace negotiation::laboratory;

TEST_CASE("marks have names") {
    CHECK(std::string(to_string(mark::pareto)) == "pareto");
    CHECK(std::string(to_string(mark::kalai_smorodinsky)) == "kalai_smorodinsky");
    CHECK(marks.size() == 5);
}

TEST_CASE("distances to the efficient and the fair of a price") {
    const yardstick of(tests::price());
    CHECK(of.efficient() == 6);  // prices 3 to 8
    CHECK(of.fair().nash->utilities == std::vector<double>{5, 5});
    const distances at_nash = of.to(std::vector<double>{5, 5});
    CHECK(at_nash[0] == 0.0);
    CHECK(at_nash[1] == 0.0);
    const distances none = of.to(std::vector<double>{2, 3});
    CHECK(*none[0] == doctest::Approx(std::sqrt(12.5 + 0.5)));
    CHECK(*none[1] == doctest::Approx(std::sqrt(9.0 + 4.0)));
}

TEST_CASE("where no deal suits all there is nothing to measure against") {
    const problem apart = problem_builder{}
                              .issue("price", 0, 10)
                              .party(
                                  "buyer", [](auto o) { return 10 - o[0]; }, 8)
                              .party(
                                  "seller", [](auto o) { return o[0]; }, 3)
                              .build();
    const yardstick of(apart);
    CHECK(of.efficient() == 0);
    CHECK(of.refused().empty());
    CHECK(of.to(std::vector<double>{8, 3}) == distances{});
    deal::budget nothing;
    nothing.table_rows = nothing.visits = nothing.points = 1;
    const yardstick refused(tests::two_issues(), nothing);
    CHECK_FALSE(refused.refused().empty());
    CHECK(refused.to(std::vector<double>{0.5, 0.5}) == distances{});
}

namespace {

/// The nearest point of a frontier, all of them tried.
double nearest(const deal::frontier& points, const std::vector<double>& from) {
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < points.size(); ++k) {
        double sum = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            sum += std::pow(points.utility(k, i) - from[i], 2);
        }
        least = std::min(least, std::sqrt(sum));
    }
    return least;
}

}  // namespace

TEST_CASE("distances are those that a walk along the frontier finds") {
    tests::check_always(40, [] {
        const problem p = tests::build(*tests::problems());
        const yardstick of(p);
        const deal::frontier points = deal::pareto_frontier(p);
        const auto deals = deal::write_down(p);
        for (deal::row_id row = 0; row < deals->rows() && row < 200; ++row) {
            std::vector<double> u;
            for (party_id i = 0; i < deals->parties; ++i) {
                u.push_back(deals->column(i)[row]);
            }
            RC_ASSERT(of.to(u)[0].has_value() == (points.size() > 0));
            if (points.size() > 0) {
                RC_ASSERT(std::abs(*of.to(u)[0] - nearest(points, u)) < 1e-12);
            }
        }
    });
}
