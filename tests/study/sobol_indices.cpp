#include <cmath>
#include <stdexcept>
#include <stop_token>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/tolerance.hpp>

#include <negotiation/study/sobol_indices.hpp>

using namespace negotiation;

namespace {

constexpr double pi = 3.14159265358979323846;

using groups_list = std::vector<std::vector<std::size_t>>;

groups_list each_alone(std::size_t n) {
    groups_list groups;
    for (std::size_t k = 0; k < n; ++k) {
        groups.push_back({k});
    }
    return groups;
}

/// sin x1 + a sin^2 x2 + b x3^4 sin x1 with a = 7, b = 0.1 and x uniform in [-pi, pi].
std::optional<double> ishigami(std::span<const double> u) {
    const auto x = [&](std::size_t k) { return pi * (2 * u[k] - 1); };
    return std::sin(x(0)) + 7 * std::pow(std::sin(x(1)), 2) +
           0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

struct known_index {
    double first;
    double total;
};

/// From the variances of its parts: b pi^4/5 + b^2 pi^8/50 + 1/2, a^2/8, 0 and b^2 pi^8 (1/18 -
/// 1/50).
std::vector<known_index> ishigami_indices() {
    const double b = 0.1;
    const double v1 = b * std::pow(pi, 4) / 5 + b * b * std::pow(pi, 8) / 50 + 0.5;
    const double v2 = 49.0 / 8;
    const double v13 = b * b * std::pow(pi, 8) * (1.0 / 18 - 1.0 / 50);
    const double v = v1 + v2 + v13;
    return {{v1 / v, (v1 + v13) / v}, {v2 / v, v2 / v}, {0, v13 / v}};
}

const std::vector<double> g_coefficients{0, 1, 4.5, 9, 99, 99, 99, 99};

std::optional<double> g_function(std::span<const double> u) {
    double product = 1;
    for (std::size_t k = 0; k < g_coefficients.size(); ++k) {
        product *= (std::abs(4 * u[k] - 2) + g_coefficients[k]) / (1 + g_coefficients[k]);
    }
    return product;
}

/// The parts of the variance multiply: V = prod (1 + V_k) - 1 with V_k = 1/(3 (1 + a_k)^2).
std::vector<known_index> g_indices() {
    double all = 1;
    std::vector<double> parts;
    for (const double a : g_coefficients) {
        parts.push_back(1 / (3 * (1 + a) * (1 + a)));
        all *= 1 + parts.back();
    }
    std::vector<known_index> indices;
    for (const double part : parts) {
        indices.push_back({part / (all - 1), part * all / (1 + part) / (all - 1)});
    }
    return indices;
}

void check_near(const study::sobol_result& found, const std::vector<known_index>& known,
                double within) {
    REQUIRE(found.indices.size() == known.size());
    for (std::size_t k = 0; k < known.size(); ++k) {
        CAPTURE(k);
        CHECK(tests::near(found.indices[k].first.value, known[k].first, within));
        CHECK(tests::near(found.indices[k].total.value, known[k].total, within));
        CHECK(found.indices[k].total.low <= found.indices[k].total.value);
        CHECK(found.indices[k].total.high >= found.indices[k].total.value);
    }
}

study::sobol_options quasi(std::size_t rows) {
    return {.rows = rows, .points = study::sampling::quasi, .resamples = 100};
}

}  // namespace

TEST_CASE("the function of Ishigami has its known indices") {
    const std::vector<known_index> known = ishigami_indices();
    // as handbooks print them
    CHECK(known[0].first == tests::printed(0.3139, 4));
    CHECK(known[1].first == tests::printed(0.4424, 4));
    CHECK(known[0].total == tests::printed(0.5576, 4));
    CHECK(known[2].total == tests::printed(0.2437, 4));
    const auto found = study::sobol_indices(3, each_alone(3), ishigami, quasi(8192));
    check_near(found, known, 0.003);
    CHECK(tests::near(found.mean, 3.5, 0.01));
    CHECK(tests::near(found.variance, 13.8446, 0.05));
    check_near(study::sobol_indices(3, each_alone(3), ishigami, {.rows = 16384, .resamples = 20}),
               known, 0.03);
}

TEST_CASE("the g-function of Sobol has its known indices") {
    const std::vector<known_index> known = g_indices();
    // as the textbook of Saltelli et al. prints them
    CHECK(known[0].first == tests::printed(0.716, 3));
    CHECK(known[1].first == tests::printed(0.179, 3));
    CHECK(known[2].first == tests::printed(0.0237, 4));
    CHECK(known[3].first == tests::printed(0.00720, 4));
    check_near(study::sobol_indices(8, each_alone(8), g_function, quasi(8192)), known, 0.003);
}

TEST_CASE("a sum shares its variance out") {
    const auto sum = [](std::span<const double> u) {
        return std::optional(1 * u[0] + 2 * u[1] + 3 * u[2]);
    };
    check_near(study::sobol_indices(3, each_alone(3), sum, quasi(4096)),
               {{1.0 / 14, 1.0 / 14}, {4.0 / 14, 4.0 / 14}, {9.0 / 14, 9.0 / 14}}, 0.002);
    // inputs of a group move together, and their shares add up
    check_near(study::sobol_indices(3, {{2}, {0, 1}}, sum, quasi(4096)),
               {{9.0 / 14, 9.0 / 14}, {5.0 / 14, 5.0 / 14}}, 0.002);
}

TEST_CASE("an indicator has its known indices") {
    const double p = 0.3;
    const double q = 0.6;
    const auto both = [&](std::span<const double> u) {
        return std::optional(u[0] < p && u[1] < q ? 1.0 : 0.0);
    };
    const double v = p * q * (1 - p * q);
    const double v1 = q * q * p * (1 - p);
    const double v2 = p * p * q * (1 - q);
    check_near(study::sobol_indices(2, each_alone(2), both, quasi(16384)),
               {{v1 / v, 1 - v2 / v}, {v2 / v, 1 - v1 / v}}, 0.01);
}

TEST_CASE("intervals hold the truth as often as they say") {
    const std::vector<known_index> known = ishigami_indices();
    std::size_t held = 0;
    std::size_t all = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const auto found = study::sobol_indices(3, each_alone(3), ishigami,
                                                {.rows = 256, .seed = seed, .resamples = 200});
        for (std::size_t k = 0; k < 3; ++k) {
            const study::estimate& total = found.indices[k].total;
            held += total.low <= known[k].total && known[k].total <= total.high ? 1U : 0U;
            ++all;
        }
    }
    // 95 % of 300 within what chance and the bootstrap of 256 rows allow
    CHECK(held >= all * 90 / 100);
    CHECK(held <= all * 99 / 100);
}

TEST_CASE("indices do not depend on threads") {
    study::sobol_options how{.rows = 64, .seed = 3, .resamples = 50};
    how.parallel.threads = 1;
    const auto one = study::sobol_indices(3, each_alone(3), ishigami, how);
    how.parallel.threads = 5;
    CHECK(study::sobol_indices(3, each_alone(3), ishigami, how) == one);
    how.seed = 4;
    CHECK_FALSE(study::sobol_indices(3, each_alone(3), ishigami, how) == one);
}

TEST_CASE("what does not vary has no indices") {
    const auto flat =
        study::sobol_indices(2, each_alone(2), [](auto) { return std::optional(0.1); });
    CHECK(flat.indices.empty());
    CHECK_FALSE(flat.gaps);
    CHECK(tests::near(flat.mean, 0.1));
    CHECK(tests::near(flat.variance, 0));
}

TEST_CASE("a number that does not exist everywhere has no indices") {
    const auto half = [](std::span<const double> u) {
        return u[0] < 0.5 ? std::optional<double>() : std::optional(u[0] * u[1]);
    };
    const auto some = study::sobol_indices(2, each_alone(2), half);
    CHECK(some.gaps);
    CHECK(some.indices.empty());
    CHECK(some.rows == 1024);
    CHECK(some.used > 150);
    CHECK(some.used < 350);  // a quarter has both points
    // What is left is a sample of where it exists: u0 on (1/2, 1) times u1.
    CHECK(some.values.size() > 900);
    CHECK(some.values.size() < 1150);
    CHECK(tests::near(some.mean, 0.375, 0.02));
    CHECK(tests::near(some.variance, 7.0 / 12 / 3 - 0.375 * 0.375, 0.005));
    // A single point is enough.
    const auto corner = [](std::span<const double> u) {
        return u[0] < 0.999 ? std::optional(u[0] * u[1]) : std::optional<double>();
    };
    const auto one = study::sobol_indices(2, each_alone(2), corner);
    CHECK(one.used < one.rows);
    CHECK(one.gaps);
    CHECK(one.indices.empty());
    const auto none =
        study::sobol_indices(1, each_alone(1), [](auto) { return std::optional<double>(); });
    CHECK(none.used == 0);
    CHECK(none.gaps);
    CHECK(none.values.empty());
    CHECK(none.indices.empty());
}

TEST_CASE("totals are no less than first orders and shifts and scales change nothing") {
    rc::check([](std::uint16_t seed) {
        const double a = 1 + static_cast<double>(seed % 7);
        const auto moved = [&](std::span<const double> u) {
            return std::optional(3 - a * *ishigami(u));
        };
        const study::sobol_options how{.rows = 512, .seed = seed, .resamples = 20};
        const auto plain = study::sobol_indices(3, each_alone(3), ishigami, how);
        const auto other = study::sobol_indices(3, each_alone(3), moved, how);
        for (std::size_t k = 0; k < 3; ++k) {
            RC_ASSERT(
                tests::near(plain.indices[k].first.value, other.indices[k].first.value, 1e-9));
            RC_ASSERT(
                tests::near(plain.indices[k].total.value, other.indices[k].total.value, 1e-9));
            RC_ASSERT(plain.indices[k].total.value + 0.35 > plain.indices[k].first.value);
        }
    });
}

TEST_CASE("a design that cannot be is refused and a stop leaves what was looked at") {
    const auto zero = [](auto) { return std::optional(0.0); };
    CHECK_THROWS_AS(study::sobol_indices(2, {{2}}, zero), std::invalid_argument);
    CHECK_THROWS_AS(study::sobol_indices(2, {{0}, {0}}, zero), std::invalid_argument);
    CHECK_THROWS_AS(study::sobol_indices(2, {{}}, zero), std::invalid_argument);
    CHECK_THROWS_AS(study::sobol_indices(2, {{0}}, zero, {.rows = 1}), std::invalid_argument);
    CHECK_THROWS_AS(study::sobol_indices(2000, {{0}}, zero, quasi(4)), std::invalid_argument);
    std::stop_source stop;
    stop.request_stop();
    const auto none =
        study::sobol_indices(3, each_alone(3), ishigami, {.parallel = {1, stop.get_token(), {}}});
    CHECK(none.rows == 0);
    CHECK_FALSE(none.gaps);
    CHECK(none.indices.empty());
}
