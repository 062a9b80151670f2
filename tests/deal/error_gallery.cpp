#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/gallery.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/pareto.hpp>
#include <negotiation/deal/zone.hpp>
#include <negotiation/scenario/problem_builder.hpp>

using namespace negotiation;
using namespace negotiation::deal;

namespace {

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
