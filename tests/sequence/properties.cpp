#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/tolerance.hpp>

#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

// What holds of every agreement, whatever its numbers.

namespace {

constexpr reading all_readings[] = {reading::drawdown, reading::next_turn, reading::peak_exposure};

agreement any_agreement(random_stream& from) {
    const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
    const auto steps = static_cast<std::size_t>(tests::draw(from, 3, 8));
    return tests::random_agreement(from, parties, steps, tests::draw(from, 0, 40),
                                   tests::draw(from, 0, 1) == 1);
}

least_trust least_in(const agreement& of, const trust_options& how) {
    const exchange made(of);
    return least_trust_order(made, ideal_lattice(made.order()), {}, {how});
}

/// Whether one answer asks for no more than another; no answer asks for more than any.
bool asks_no_more(const least_trust& a, const least_trust& b) {
    if (a.status != search_status::found || b.status != search_status::found) {
        return b.status != search_status::found;
    }
    return !less(greatest(b.best), greatest(a.best));
}

/// The same agreement with two parties in one another's places.
agreement exchanged(agreement of, party_id a, party_id b) {
    std::swap(of.completion[a], of.completion[b]);
    std::swap(of.breakdown[a], of.breakdown[b]);
    for (step& s : of.steps) {
        std::swap(s.value[a], s.value[b]);
        std::swap(s.undone[a], s.undone[b]);
        s.performer = s.performer == a ? b : s.performer == b ? a : s.performer;
    }
    return of;
}

/// Trusts of the frontier, as text, with two parties in one another's places.
std::vector<std::vector<std::string>> efficient_trusts(const agreement& of, const reading how,
                                                       party_id a, party_id b) {
    const exchange made(of);
    std::vector<std::vector<std::string>> points;
    for (const order_report& point :
         least_trust_frontier(made, ideal_lattice(made.order()), {}, {{how, false}}).points) {
        std::vector<std::string> trusts;
        for (const trust& t : point.by_party) {
            trusts.push_back(fraction_of(t));
        }
        std::swap(trusts[a], trusts[b]);
        points.push_back(std::move(trusts));
    }
    std::sort(points.begin(), points.end());
    return points;
}

}  // namespace

TEST_CASE("least trust never rises with what completion adds") {
    std::size_t fell = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        random_stream from(8001, number);
        const agreement of = any_agreement(from);
        agreement more = of;
        const auto i =
            static_cast<std::size_t>(tests::draw(from, 0, static_cast<int>(parties_of(of)) - 1));
        more.completion[i] += 0.5 * tests::draw(from, 1, 8);
        for (const reading how : all_readings) {
            const least_trust before = least_in(of, {how, false});
            const least_trust after = least_in(more, {how, false});
            CHECK(asks_no_more(after, before));
            fell += asks_no_more(before, after) ? 0U : 1U;
        }
    }
    CHECK(fell > 50);
}

TEST_CASE("least trust never falls when a step has to wait for another") {
    std::size_t rose = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        random_stream from(8002, number);
        const agreement of = any_agreement(from);
        agreement bound = of;
        const int last = static_cast<int>(of.steps.size()) - 1;
        const int first = tests::draw(from, 0, last - 1);
        const int then = tests::draw(from, first + 1, last);
        bound.steps[static_cast<std::size_t>(then)].after.push_back(static_cast<step_id>(first));
        for (const reading how : all_readings) {
            const least_trust before = least_in(of, {how, false});
            const least_trust after = least_in(bound, {how, false});
            CHECK(asks_no_more(before, after));
            rose += asks_no_more(after, before) ? 0U : 1U;
        }
    }
    CHECK(rose > 20);
}

TEST_CASE("parties in one another's places have one another's trusts") {
    for (std::uint64_t number = 0; number < 100; ++number) {
        CAPTURE(number);
        random_stream from(8003, number);
        const agreement of = any_agreement(from);
        const auto b = static_cast<party_id>(parties_of(of) - 1);
        const agreement other = exchanged(of, 0, b);
        for (const reading how : all_readings) {
            const least_trust before = least_in(of, {how, false});
            const least_trust after = least_in(other, {how, false});
            REQUIRE(before.status == after.status);
            if (before.status != search_status::found) {
                continue;
            }
            // ties do not look at who a party is
            CHECK(before.best.order == after.best.order);
            CHECK(fraction_of(before.best.by_party[0]) == fraction_of(after.best.by_party[b]));
            CHECK(fraction_of(before.best.by_party[b]) == fraction_of(after.best.by_party[0]));
            CHECK(efficient_trusts(of, how, 0, 0) == efficient_trusts(other, how, 0, b));
        }
    }
}

TEST_CASE("more learning never needs more prior trust") {
    std::size_t fell = 0;
    for (std::uint64_t number = 0; number < 200; ++number) {
        CAPTURE(number);
        random_stream from(8004, number);
        const agreement of = any_agreement(from);
        agreement telling = of;
        for (step& s : telling.steps) {
            s.defection += 0.1 * tests::draw(from, 0, 4);
        }
        for (const reading how : all_readings) {
            const least_trust before = least_in(of, {how, true});
            const least_trust after = least_in(telling, {how, true});
            REQUIRE(before.status == after.status);
            if (before.status == search_status::found) {
                const double asked = probability_of(greatest(before.best));
                const double needed = probability_of(greatest(after.best));
                CHECK(needed <= asked + tests::grid);
                fell += needed < asked - tests::grid ? 1U : 0U;
            }
        }
    }
    CHECK(fell > 50);
}
