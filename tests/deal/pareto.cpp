#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>
#include <vector>

#include <Eigen/Core>
#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/brute_force.hpp>
#include <support/property.hpp>

#include <negotiation/deal/pareto.hpp>
#include <negotiation/model/random_stream.hpp>

using namespace negotiation;
using deal::efficient_rows;

namespace {

std::vector<double> row_of(const Eigen::MatrixXd& table, Eigen::Index k) {
    const Eigen::RowVectorXd row = table.row(k);
    return {row.begin(), row.end()};
}

/// By definition, in the promised order.
std::vector<Eigen::Index> by_definition(const Eigen::MatrixXd& table) {
    std::vector<std::vector<double>> rows;
    for (Eigen::Index k = 0; k < table.rows(); ++k) {
        rows.push_back(row_of(table, k));
    }
    std::vector<Eigen::Index> kept;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (std::none_of(rows.begin(), rows.end(),
                         [&](const auto& other) { return tests::dominates(other, rows[k]); })) {
            kept.push_back(static_cast<Eigen::Index>(k));
        }
    }
    std::stable_sort(kept.begin(), kept.end(), [&](Eigen::Index a, Eigen::Index b) {
        return rows[static_cast<std::size_t>(b)] < rows[static_cast<std::size_t>(a)];
    });
    return kept;
}

/// Whole numbers below `levels`, so that few levels give many ties.
Eigen::MatrixXd coarse(Eigen::Index rows, Eigen::Index columns, std::uint32_t levels,
                       std::uint64_t seed) {
    random_stream stream(seed);
    Eigen::MatrixXd table(rows, columns);
    for (Eigen::Index k = 0; k < table.size(); ++k) {
        table.data()[k] = static_cast<double>(stream() % levels) - 2;
    }
    return table;
}

}  // namespace

TEST_CASE("efficient rows are those that brute force finds") {
    tests::check_always(120, [] {
        const auto columns = *rc::gen::inRange<Eigen::Index>(1, 7);
        const auto rows = *rc::gen::inRange<Eigen::Index>(0, 120);
        const auto levels = *rc::gen::element<std::uint32_t>(1, 2, 3, 5, 9, 1000);
        const Eigen::MatrixXd table =
            coarse(rows, columns, levels, *rc::gen::arbitrary<std::uint64_t>());
        RC_ASSERT(efficient_rows(table) == by_definition(table));
    });
}

// Large enough for samples, blocks and every branch of divide and conquer.
TEST_CASE("long tables lose no efficient row") {
    for (Eigen::Index columns = 1; columns <= 6; ++columns) {
        for (const std::uint32_t levels : {5U, 100'000U}) {
            CAPTURE(columns);
            CAPTURE(levels);
            const Eigen::MatrixXd table = coarse(1500, columns, levels, 11);
            const auto kept = efficient_rows(table);
            // Nothing kept is dominated by anything kept; everything dropped is by something kept.
            std::vector<bool> is_kept(1500, false);
            std::vector<std::vector<double>> best;
            for (const Eigen::Index k : kept) {
                is_kept[static_cast<std::size_t>(k)] = true;
                best.push_back(row_of(table, k));
            }
            bool sound = std::is_sorted(best.begin(), best.end(), std::greater<>());
            for (Eigen::Index k = 0; k < table.rows(); ++k) {
                const auto row = row_of(table, k);
                const bool dominated = std::any_of(best.begin(), best.end(), [&](const auto& r) {
                    return tests::dominates(r, row);
                });
                sound = sound && dominated != is_kept[static_cast<std::size_t>(k)];
                if (best.size() > 400 && k > 300) break;  // nearly all efficient: a part will do
            }
            CHECK(sound);
        }
    }
}

TEST_CASE("a table that is efficient throughout keeps every row") {
    for (const Eigen::Index columns : {2, 3, 4, 6}) {
        Eigen::MatrixXd table = Eigen::MatrixXd::Zero(500, columns);
        for (Eigen::Index k = 0; k < table.rows(); ++k) {
            table(k, 0) = static_cast<double>((k * 7919) % 500);
            table(k, columns - 1) = -table(k, 0);
        }
        const auto kept = efficient_rows(table);
        REQUIRE(kept.size() == 500);
        CHECK(table(kept.front(), 0) == 499.0);
        CHECK(table(kept.back(), 0) == 0.0);
    }
}

TEST_CASE("equal rows are all kept in their order") {
    Eigen::MatrixXd table(5, 2);
    table << 1, 2, 2, 1, 1, 2, 0, 2, 1, 2;
    CHECK(efficient_rows(table) == std::vector<Eigen::Index>{1, 0, 2, 4});
    CHECK(efficient_rows(Eigen::MatrixXd::Constant(700, 3, 0.5)).size() == 700);
}

TEST_CASE("plus and minus zero are equal") {
    Eigen::MatrixXd table(2, 2);
    table << 0.0, 1, -0.0, 1;
    CHECK(efficient_rows(table) == std::vector<Eigen::Index>{0, 1});
}

TEST_CASE("no row and one row") {
    for (const Eigen::Index columns : {1, 2, 3, 5, 128}) {
        CHECK(efficient_rows(Eigen::MatrixXd(0, columns)).empty());
        CHECK(efficient_rows(Eigen::MatrixXd::Constant(1, columns, -7)) ==
              std::vector<Eigen::Index>{0});
    }
}

TEST_CASE("tables of no column or more than 128 are refused") {
    CHECK_THROWS_AS(efficient_rows(Eigen::MatrixXd(3, 0)), std::invalid_argument);
    CHECK_THROWS_AS(efficient_rows(Eigen::MatrixXd::Zero(3, 129)), std::invalid_argument);
    CHECK(efficient_rows(Eigen::MatrixXd::Identity(128, 128)).size() == 128);
}

TEST_CASE("numbers that are not finite are refused") {
    for (const double bad : {std::nan(""), std::numeric_limits<double>::infinity(),
                             -std::numeric_limits<double>::infinity()}) {
        Eigen::MatrixXd table = Eigen::MatrixXd::Zero(2000, 3);
        table(1234, 2) = bad;
        CHECK_THROWS_AS(efficient_rows(table), std::invalid_argument);
    }
    CHECK(efficient_rows(Eigen::MatrixXd::Constant(3, 2, 1e308)).size() == 3);
}

TEST_CASE("rows of a block of a larger table") {
    Eigen::MatrixXd table(3, 4);
    table << 9, 1, 5, 9, 9, 2, 4, 9, 9, 1, 4, 9;
    CHECK(efficient_rows(table.middleCols(1, 2)) == std::vector<Eigen::Index>{1, 0});
    const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> rows =
        table.middleCols(1, 2);
    CHECK(efficient_rows(rows) == std::vector<Eigen::Index>{1, 0});
}
