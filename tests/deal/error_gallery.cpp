#include <limits>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/deal/compensation.hpp>
#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/linkage.hpp>
#include <negotiation/deal/logrolling.hpp>
#include <negotiation/deal/pareto.hpp>
#include <negotiation/deal/transfer.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

using namespace negotiation;
using namespace negotiation::deal;

namespace {

using rungs = std::vector<std::pair<double, double>>;

/// Ten issues of ten options, opposed.
problem large() {
    problem_builder builder;
    std::vector<std::vector<double>> rising;
    std::vector<std::vector<double>> falling;
    for (std::size_t k = 0; k < 10; ++k) {
        builder.issue("issue", std::size_t{10});
        rising.emplace_back();
        falling.emplace_back();
        for (std::size_t o = 0; o < 10; ++o) {
            const double value = static_cast<double>(o * o + 3 * k * o) / 7;
            rising.back().push_back(value);
            falling.back().push_back(-value);
        }
    }
    return builder.party("one", rising, -1e5).party("other", falling, -1e5).build();
}

tests::exhibit refusing(const std::string& title, engine method) {
    const frontier none = pareto_frontier(large(), {method, region::zone, {1000, 1000, 1000}});
    return {title, none.refused ? none.refused->reason : "(nothing is wrong)"};
}

tests::exhibit not_counting(const std::string& title, engine method) {
    const zone_size size = zone(large(), {method, {1000, 1000, 1000}});
    return {title, size.refused ? size.refused->reason : "(nothing is wrong)"};
}

}  // namespace

TEST_CASE("every message about deals stands in the gallery") {
    const problem toy = problem_builder{}
                            .issue("a", std::size_t{2})
                            .party("one", {{0, 1}}, 0)
                            .party("other", {{1, 0}}, 0)
                            .build();
    const frontier points = pareto_frontier(toy);
    Eigen::MatrixXd infinite(1, 2);
    infinite << 1, std::numeric_limits<double>::infinity();
    const std::vector<double> negative{1, -1};
    const std::vector<double> short_by_one{1};
    const std::vector<tests::exhibit> all = {
        tests::saying("no party", [] { static_cast<void>(pareto_frontier(bargaining{})); }),
        tests::saying("a power below zero",
                      [&] { static_cast<void>(nash(points, toy, negative)); }),
        tests::saying("a weight missing",
                      [&] { static_cast<void>(utilitarian(points, toy, short_by_one)); }),
        tests::saying("a table without columns",
                      [] { static_cast<void>(efficient_rows(Eigen::MatrixXd(3, 0))); }),
        tests::saying("a utility without end",
                      [&] { static_cast<void>(efficient_rows(infinite)); }),
        tests::saying("a payment among nobody",
                      [] { static_cast<void>(least_transfer(bargaining{})); }),
        tests::saying("a payer who is not there",
                      [&] {
                          static_cast<void>(least_transfer(toy, {party_id{2}, {}, {}}));
                      }),
        tests::saying("money that does not rise",
                      [] {
                          static_cast<void>(compensation_of(rungs{{1, 0}, {1, 1}}, 1, 1));
                      }),
        tests::saying("money from nowhere",
                      [] {
                          static_cast<void>(compensation_of(rungs{{0, 0}, {1, 1}}, 2, 1));
                      }),
        tests::saying("a gain below nothing",
                      [] {
                          static_cast<void>(compensation_of(rungs{{0, 0}, {1, 1}}, 0, -1));
                      }),
        tests::saying(
            "an issue that cannot move",
            [&] { static_cast<void>(with_mandatory(toy.table, std::vector<issue_id>{1}, {0})); }),
        tests::saying("a status quo too short",
                      [&] { static_cast<void>(with_mandatory(toy.table, {}, {})); }),
        tests::saying("no hazard at all", [] { static_cast<void>(best_scope(0, 5)); }),
        tests::saying("fewer issues than none",
                      [] { static_cast<void>(worth_of_scope(-1, 1, 0.02, 5)); }),
        tests::saying("a divisible issue of negative weight",
                      [] {
                          static_cast<void>(divide(std::vector<divisible_issue>{{-1, 0}}, 0, 0));
                      }),
        refusing("table beyond its budget", engine::table),
        refusing("stream beyond its budget", engine::stream),
        refusing("elimination beyond its budget", engine::eliminate),
        refusing("every engine beyond its budget", engine::automatic),
        not_counting("zone beyond a table", engine::table),
        not_counting("zone beyond half deals", engine::stream),
        not_counting("zone asked of elimination", engine::eliminate),
    };
    for (const tests::exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    tests::check_gallery("deal", all);
}
