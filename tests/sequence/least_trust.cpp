#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>
#include <support/run_graph.hpp>

#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::judged;

namespace {

constexpr reading readings[] = {reading::drawdown, reading::next_turn, reading::peak_exposure};

struct solved {
    exchange made;
    ideal_lattice lattice;

    explicit solved(const agreement& of) : made(of), lattice(made.order()) {}
};

least_trust best_of(const agreement& of, const search_options& options = {}) {
    const solved s(of);
    return least_trust_order(s.made, s.lattice, {}, options);
}

std::string least_of(const tests::two_sided& of, reading how) {
    const least_trust found = best_of(of.made, {{how, false}});
    return found.status == search_status::found ? fraction_of(greatest(found.best)) : "none";
}

/// A random agreement by number: parties, size, density and costs of breakdown all vary.
agreement numbered(std::uint64_t number) {
    random_stream from(20220815, number);
    const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
    const auto steps = static_cast<std::size_t>(tests::draw(from, 3, 8));
    const int density = steps <= 5 ? tests::draw(from, 0, 60) : tests::draw(from, 35, 70);
    return tests::random_agreement(from, parties, steps, density, tests::draw(from, 0, 1) == 1);
}

/// The one order by the rules for ties.
const judged* one_of(const std::vector<judged>& all) {
    const judged* best = nullptr;
    const auto sum = [](const judged& j) {
        return std::accumulate(j.trust.begin(), j.trust.end(), tests::ratio(0));
    };
    for (const judged& j : all) {
        if (best == nullptr || j.greatest() < best->greatest() ||
            (j.greatest() == best->greatest() &&
             (j.runs < best->runs ||
              (j.runs == best->runs &&
               (sum(j) < sum(*best) || (sum(j) == sum(*best) && j.order < best->order)))))) {
            best = &j;
        }
    }
    return best;
}

void compare_best(const agreement& of, reading how) {
    const least_trust found = best_of(of, {{how, false}});
    const std::vector<judged> all = tests::feasible_orders(of, how);
    const judged* best = one_of(all);
    REQUIRE((found.status == search_status::found) == (best != nullptr));
    if (best == nullptr) {
        CHECK(found.status == search_status::infeasible);
        return;
    }
    CHECK(found.ties_broken);
    CHECK(fraction_of(greatest(found.best)) == tests::text(best->greatest()));
    CHECK(found.best.order == best->order);
    CHECK(found.best.feasible());
}

void compare_learning(const agreement& of, reading how) {
    const least_trust found = best_of(of, {{how, true}});
    const std::vector<judged> all = tests::feasible_orders(of, how);
    REQUIRE((found.status == search_status::found) == !all.empty());
    double least = 2;
    for (const judged& j : all) {
        least = std::min(least, j.greatest_prior());
    }
    if (!all.empty()) {
        CHECK(probability_of(greatest(found.best)) == doctest::Approx(least).epsilon(1e-12));
    }
}

/// Efficient trusts by looking at every order.
std::vector<std::vector<tests::ratio>> efficient(const std::vector<judged>& all) {
    std::vector<std::vector<tests::ratio>> points;
    for (const judged& j : all) {
        const bool beaten = std::any_of(all.begin(), all.end(), [&](const judged& other) {
            bool no_more = true;
            for (std::size_t i = 0; i < j.trust.size(); ++i) {
                no_more = no_more && other.trust[i] <= j.trust[i];
            }
            return no_more && other.trust != j.trust;
        });
        if (!beaten) {
            points.push_back(j.trust);
        }
    }
    std::sort(points.begin(), points.end());
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

}  // namespace

TEST_CASE("the least trust order is the one that brute force finds") {
    for (std::uint64_t number = 0; number < 700; ++number) {
        CAPTURE(number);
        compare_best(numbered(number), reading::drawdown);
    }
}

TEST_CASE("the least trust order of the other readings is the one that brute force finds") {
    for (std::uint64_t number = 0; number < 500; ++number) {
        CAPTURE(number);
        compare_best(numbered(number), reading::next_turn);
        compare_best(numbered(number + 200), reading::peak_exposure);
    }
}

TEST_CASE("the least trust with learning is what brute force finds") {
    for (std::uint64_t number = 700; number < 1400; ++number) {
        CAPTURE(number);
        const agreement of = numbered(number);
        for (const reading how : readings) {
            compare_learning(of, how);
        }
    }
}

TEST_CASE("the trust frontier is the one that brute force finds") {
    for (std::uint64_t number = 1400; number < 1700; ++number) {
        CAPTURE(number);
        const agreement of = numbered(number);
        const solved s(of);
        for (const reading how : readings) {
            const trust_frontier found =
                least_trust_frontier(s.made, s.lattice, {}, {{how, false}});
            const auto points = efficient(tests::feasible_orders(of, how));
            REQUIRE(found.points.size() == points.size());
            for (std::size_t k = 0; k < points.size(); ++k) {
                for (std::size_t i = 0; i < points[k].size(); ++i) {
                    CHECK(fraction_of(found.points[k].by_party[i]) == tests::text(points[k][i]));
                }
            }
        }
    }
}

TEST_CASE("the least shortfall is the one that brute force finds") {
    for (std::uint64_t number = 1700; number < 2000; ++number) {
        CAPTURE(number);
        const agreement of = numbered(number);
        const solved s(of);
        random_stream from(1, number);
        std::vector<double> beliefs;
        for (std::size_t i = 0; i < parties_of(of); ++i) {
            beliefs.push_back(0.05 * tests::draw(from, 0, 12));
        }
        for (const reading how : readings) {
            const least_shortfall found =
                least_shortfall_order(s.made, s.lattice, beliefs, {{how, false}});
            const auto all = tests::feasible_orders(of, how);
            REQUIRE((found.status == search_status::found) == !all.empty());
            double least = 2;
            for (const judged& j : all) {
                double most = 0;
                for (std::size_t i = 0; i < beliefs.size(); ++i) {
                    most = std::max(most, boost::rational_cast<double>(j.trust[i]) - beliefs[i]);
                }
                least = std::min(least, most);
            }
            if (!all.empty()) {
                CHECK(found.shortfall == doctest::Approx(least).epsilon(1e-12));
            }
        }
    }
}

TEST_CASE("four steps need a third") {
    const tests::two_sided of = tests::four_steps();
    CHECK(least_of(of, reading::drawdown) == "1/3");
    CHECK(least_of(of, reading::next_turn) == "1/3");
    CHECK(least_of(of, reading::peak_exposure) == "1/5");
    // two orders need a third; the other, U1 I1 U2 I2, has more runs
    CHECK(of.text(best_of(of.made).best.order) == "U1 U2 I1 I2");
}

TEST_CASE("the plan of 2013 could have needed 28 parts in 173") {
    const tests::two_sided of = tests::jpoa();
    CHECK(least_of(of, reading::drawdown) == "28/173");
    CHECK(least_of(of, reading::next_turn) == "28/173");
    const least_trust found = best_of(of.made);
    CHECK(fraction_of(found.best.by_party[0]) == "33/238");
    CHECK(fraction_of(found.best.by_party[1]) == "28/173");
    CHECK(found.best.runs.size() == 11);
    CHECK(of.text(found.best.order).ends_with("p6 p7 p8"));
}

TEST_CASE("the text of 2022 needs 19 parts in 110") {
    CHECK(least_of(tests::vienna(), reading::drawdown) == "19/110");
    CHECK(least_of(tests::vienna(), reading::next_turn) == "3/22");
    CHECK(least_of(tests::vienna_iran_first(), reading::drawdown) == "39/134");
    CHECK(least_of(tests::vienna_iran_first(), reading::next_turn) == "23/134");
    CHECK(least_of(tests::vienna_us_first(), reading::drawdown) == "19/37");
    const least_trust found = best_of(tests::vienna().made);
    CHECK(fraction_of(found.best.by_party[0]) == "5/34");
    CHECK(fraction_of(found.best.by_party[1]) == "19/110");
}

TEST_CASE("under next turn the least trust is a bottleneck path from run to run") {
    const auto same = [](const agreement& of) {
        const solved s(of);
        const least_trust found =
            least_trust_order(s.made, s.lattice, {}, {{reading::next_turn, false}});
        const double path = tests::run_graph(s.made).least();
        if (found.status == search_status::found) {
            CHECK(probability_of(greatest(found.best)) == doctest::Approx(path).epsilon(1e-12));
        } else {
            CHECK(path > 1);
        }
    };
    same(tests::vienna_us_first().made);
    same(tests::jpoa().made);
    for (std::uint64_t number = 3000; number < 3150; ++number) {
        CAPTURE(number);
        const agreement of = numbered(number);
        if (!(exchange(of).total(0) < 0 || exchange(of).total(1) < 0 ||
              (parties_of(of) == 3 && exchange(of).total(2) < 0))) {
            same(of);
        }
    }
}

TEST_CASE("drawdown asks for at least as much as next turn, and as peak where nothing can hurt") {
    for (std::uint64_t number = 4000; number < 4100; ++number) {
        CAPTURE(number);
        agreement of = numbered(number);
        of.breakdown.assign(parties_of(of), 0);
        for (step& s : of.steps) {
            for (party_id i = 0; i < parties_of(of); ++i) {
                s.value[i] = i == s.performer ? s.value[i] : std::max(0.0, s.value[i]);
            }
        }
        const exchange made(of);
        tests::for_each_order(of, [&](const auto& order) {
            const order_report most = walk(made, order);
            const order_report next = walk(made, order, {reading::next_turn, false});
            const order_report peak = walk(made, order, {reading::peak_exposure, false});
            for (party_id i = 0; most.feasible() && i < parties_of(of); ++i) {
                CHECK_FALSE(less(most.by_party[i], next.by_party[i]));
                CHECK_FALSE(less(most.by_party[i], peak.by_party[i]));
            }
        });
    }
}

TEST_CASE("several parties, many parties") {
    // a ring: each gives to the next and gets from the one before
    for (const std::size_t parties : {std::size_t{3}, std::size_t{5}, std::size_t{9}}) {
        CAPTURE(parties);
        agreement of;
        of.completion.assign(parties, 1);
        of.breakdown.assign(parties, 0);
        for (party_id i = 0; i < parties; ++i) {
            step s;
            s.performer = i;
            s.value.assign(parties, 0);
            s.undone.assign(parties, 0);
            s.value[i] = -1;
            s.value[(i + 1) % parties] = 2;
            of.steps.push_back(s);
        }
        const least_trust found = best_of(of);
        REQUIRE(found.status == search_status::found);
        // somebody has to begin: it risks 1 for 2
        CHECK(fraction_of(greatest(found.best)) == "1/3");
        CHECK(found.best.runs.size() == parties);
    }
}

TEST_CASE("no steps, one step, one party") {
    agreement of;
    of.completion = {1, 1};
    of.breakdown = {0, 0};
    CHECK(best_of(of).status == search_status::found);
    CHECK(best_of(of).best.order.empty());
    of.steps.push_back({0, {-1, 1}, {0, 0}, {}, 0, 0, {}});
    const least_trust one = best_of(of);
    CHECK(one.status == search_status::found);
    CHECK(fraction_of(greatest(one.best)) == "0");
    of.completion = {0, 1};  // its last step costs it more than completion gives
    CHECK(best_of(of).status == search_status::infeasible);
    agreement alone;
    alone.completion = {3};
    alone.breakdown = {0};
    alone.steps = {{0, {-1}, {0}, {}, 0, 0, {}}, {0, {-1}, {0}, {}, 0, 0, {}}};
    CHECK(best_of(alone).best.runs.size() == 1);
}

TEST_CASE("a search that may use little says that it does not know") {
    const least_trust found = best_of(tests::vienna().made, {{}, 20});
    CHECK(found.status == search_status::exhausted);
    const solved s(tests::vienna().made);
    CHECK(least_trust_frontier(s.made, s.lattice, {}, {{}, 20}).status == search_status::exhausted);
    const ideal_lattice part(s.made.order(), 100);
    CHECK_THROWS_AS(least_trust_order(s.made, part), std::invalid_argument);
    const ideal_lattice other(exchange(tests::four_steps().made).order());
    CHECK_THROWS_AS(least_trust_order(s.made, other), std::invalid_argument);
}

TEST_CASE("ties go to the order that comes first by names") {
    agreement of;
    of.completion = {4, 4};
    of.breakdown = {0, 0};
    for (int k = 0; k < 4; ++k) {
        of.steps.push_back({static_cast<party_id>(k % 2),
                            {k % 2 == 0 ? -1.0 : 2.0, k % 2 == 0 ? 2.0 : -1.0},
                            {0, 0},
                            {},
                            0,
                            0,
                            {}});
    }
    const solved s(of);
    const std::vector<std::size_t> names{3, 2, 1, 0};  // the last step is the first by name
    const least_trust found = least_trust_order(s.made, s.lattice, names);
    const least_trust plain = least_trust_order(s.made, s.lattice);
    CHECK(fraction_of(greatest(plain.best)) == "1/5");  // tit for tat, whoever begins
    CHECK(plain.best.order == std::vector<step_id>{0, 1, 2, 3});
    CHECK(found.best.order == std::vector<step_id>{3, 2, 1, 0});
    CHECK_THROWS_AS(least_trust_order(s.made, s.lattice, std::vector<std::size_t>{0}),
                    std::invalid_argument);
}
