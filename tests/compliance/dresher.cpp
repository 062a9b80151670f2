#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>
#include <doctest/doctest.h>
#include <support/property.hpp>
#include <support/tolerance.hpp>

#include <negotiation/compliance/dresher.hpp>

using namespace negotiation;
using namespace negotiation::compliance;
using tests::near;
using tests::printed;

namespace {

using fraction = boost::multiprecision::cpp_rational;

/// The value of a zero-sum game of two by two, by the rule for it: a saddle point, or mixed.
fraction value_of(const fraction& a, const fraction& b, const fraction& c, const fraction& d) {
    const fraction low = std::max(std::min(a, b), std::min(c, d));
    const fraction high = std::min(std::max(a, c), std::max(b, d));
    return low == high ? low : fraction((a * d - b * c) / (a + d - b - c));
}

/// The game solved backwards from its last period.
class backwards {
public:
    explicit backwards(fraction caught) : caught_(std::move(caught)) {}

    fraction value(std::size_t periods, std::size_t inspections) {
        if (periods == 0) {
            return 0;
        }
        const auto [at, fresh] = known_.try_emplace({periods, inspections});
        if (fresh) {
            const fraction saved = value(periods - 1, inspections);
            const fraction found =
                inspections == 0
                    ? std::min(fraction(-1), saved)
                    : value_of(caught_, value(periods - 1, inspections - 1), -1, saved);
            known_[{periods, inspections}] = found;
            return found;
        }
        return at->second;
    }

private:
    fraction caught_;
    std::map<std::pair<std::size_t, std::size_t>, fraction> known_;
};

double as_double(const fraction& of) { return of.convert_to<double>(); }

}  // namespace

TEST_CASE("a few inspections over many periods are worth what is known") {
    CHECK(near(dresher_value({2, 1}), -1.0 / 3));
    CHECK(near(dresher_value({3, 1}), -0.5));
    CHECK(near(dresher_value({5, 2}), -0.375));
    CHECK(dresher_value({10, 3}) == printed(-0.477273, 6));
    CHECK(near(dresher_value({5, 2, 2}), -0.25));
    CHECK(near(dresher_value({7, 0}), -1));
    CHECK(near(dresher_value({7, 7}), 0));
    CHECK(near(dresher_value({7, 9}), 0));
    CHECK(near(dresher_value({0, 0}), 0));
    CHECK(near(dresher_value({5, 2, 0}), -0.6));  // C(4, 2) / C(5, 2)
    CHECK_THROWS_AS(dresher_value({5, 2, -1}), std::invalid_argument);
    CHECK_THROWS_AS(dresher_value({5, 2, std::numeric_limits<double>::quiet_NaN()}),
                    std::invalid_argument);
    CHECK_THROWS_AS(dresher_value({2'000'000, 2}), std::invalid_argument);
}

TEST_CASE("the value solves the recursion in exact fractions") {
    for (const auto& [above, below] : {std::pair{1, 1}, {2, 1}, {1, 2}, {7, 3}, {0, 1}}) {
        backwards oracle(fraction(above, below));
        const double caught = static_cast<double>(above) / below;
        for (std::size_t n = 0; n <= 24; ++n) {
            for (std::size_t m = 0; m <= n + 1; ++m) {
                CAPTURE(n);
                CAPTURE(m);
                CHECK(near(dresher_value({n, m, caught}), as_double(oracle.value(n, m))));
            }
        }
    }
    CHECK(backwards(1).value(10, 3) == fraction(-21, 44));
}

TEST_CASE("optimal play leaves the other indifferent") {
    tests::check_always(300, [] {
        const std::size_t n = *rc::gen::inRange<std::size_t>(1, 60);
        const std::size_t m = *rc::gen::inRange<std::size_t>(1, n + 1);
        const double a = *rc::gen::inRange(0, 20) * 0.25;
        const dresher_play play = dresher_play_of({n, m, a});
        const double spent = dresher_value({n - 1, m - 1, a});
        const double saved = dresher_value({n - 1, m, a});
        RC_ASSERT(play.inspect >= 0);
        RC_ASSERT(play.inspect <= 1);
        RC_ASSERT(play.violate >= 0);
        RC_ASSERT(play.violate <= 1);
        // whatever the other does now, neither is left with less than the value
        const double violating = play.inspect * a - (1 - play.inspect);
        const double keeping = play.inspect * spent + (1 - play.inspect) * saved;
        RC_ASSERT(std::min(violating, keeping) >= play.value - 1e-9);
        const double looking = play.violate * a + (1 - play.violate) * spent;
        const double waiting = -play.violate + (1 - play.violate) * saved;
        RC_ASSERT(std::max(looking, waiting) <= play.value + 1e-9);
    });
    CHECK(near(dresher_play_of({2, 1}).inspect, 1.0 / 3));
    CHECK(near(dresher_play_of({2, 1}).violate, 1.0 / 3));
    CHECK(near(dresher_play_of({3, 0}).violate, 1));
    CHECK(near(dresher_play_of({0, 0}).violate, 0));
}

TEST_CASE("more inspections and fewer periods never hurt the inspector") {
    for (const double a : {0.0, 0.5, 1.0, 4.0}) {
        for (std::size_t n = 1; n <= 200; n += 7) {
            for (std::size_t m = 0; m < n; m += 3) {
                const double here = dresher_value({n, m, a});
                CHECK(dresher_value({n, m + 1, a}) > here);
                CHECK(dresher_value({n + 1, m, a}) <= here + tests::grid);
                CHECK(dresher_value({n, m, a + 0.1}) >= here - tests::grid);
            }
        }
    }
    // far beyond what binomials of doubles hold
    const double rare = dresher_value({1'000'000, 1'000});
    CHECK(rare > -1);
    CHECK(rare < -0.99);
    CHECK(dresher_value({1'000'000, 999'999}) > -1e-300);
    CHECK(std::isfinite(dresher_value({1'000, 999, 1e100})));
}

TEST_CASE("so many inspections are needed for a value") {
    CHECK(inspections_needed(10, 1, -0.5) == 3);
    CHECK(inspections_needed(10, 1, 0) == 10);
    CHECK(inspections_needed(5, 1, -0.375) == 2);  // rounding does not ask for one more
    CHECK(inspections_needed(2, 1, -1.0 / 3) == 1);
    CHECK(inspections_needed(10, 1, -1) == 0);
    CHECK(inspections_needed(0, 1, 0) == 0);
    CHECK_THROWS_AS(inspections_needed(10, 1, 0.5), std::invalid_argument);
    tests::check_always(200, [] {
        const std::size_t n = *rc::gen::inRange<std::size_t>(1, 80);
        const double wanted = -0.01 * *rc::gen::inRange(0, 101);
        const std::size_t m = inspections_needed(n, 2, wanted);
        RC_ASSERT(dresher_value({n, m, 2}) >= wanted - tests::grid);
        RC_ASSERT((m == 0 || dresher_value({n, m - 1, 2}) < wanted));
    });
}
