#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <sequence/next_turn_searches.hpp>
#include <support/agreements.hpp>

#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;

// Sweeps under next turn against the general search by labels, part by part.

namespace {

constexpr std::size_t plenty = 1'000'000;

/// Three to thirteen steps, whose places need not follow their order; a breakdown costs something
/// in every other.
agreement in_any_places(random_stream& from, std::size_t parties, bool breakdown) {
    const auto steps = static_cast<std::size_t>(tests::draw(from, 3, 13));
    const agreement of =
        tests::random_agreement(from, parties, steps, steps < 8 ? 10 : 30, breakdown);
    std::vector<step_id> places(steps);
    std::iota(places.begin(), places.end(), step_id{0});
    for (std::size_t k = steps; k-- > 1;) {
        std::swap(places[k],
                  places[static_cast<std::size_t>(tests::draw(from, 0, static_cast<int>(k)))]);
    }
    agreement moved = of;
    for (std::size_t k = 0; k < steps; ++k) {
        step& s = moved.steps[places[k]];
        s = of.steps[k];
        for (step_id& before : s.after) {
            before = places[before];
        }
    }
    for (double& future : moved.completion) {
        future += tests::draw(from, 0, 8);
    }
    return moved;
}

bool same(const greatest_held::odds& a, const greatest_held::odds& b) {
    return !greatest_held::below(a, b) && !greatest_held::below(b, a);
}

/// @return whether there was something to compare
template <std::size_t N>
bool compare(const exchange& of) {
    const ideal_lattice lattice(of.order());
    const stage_values stages(of, lattice);
    std::vector<std::size_t> names(of.size());
    std::iota(names.rbegin(), names.rend(), std::size_t{0});
    const ground on{&of, &lattice, &stages, {reading::next_turn, false}, names, plenty};
    next_turn_searches<N> by_sweeps(on);
    searches<greatest_held, N> by_labels(on);
    const auto least = by_sweeps.least();
    const auto known = by_labels.least();
    REQUIRE(least.has_value() == known.has_value());
    if (!least) {
        return false;
    }
    CHECK(same(least->trust, known->trust));
    CHECK(same(greatest_held::odds_of(greatest(walk(of, least->order, on.trusts))), least->trust));
    bounds<greatest_held, N> within;
    within.caps.fill(least->trust);
    within.runs = by_labels.least_runs(within).value().runs;
    CHECK(by_sweeps.least_runs(within).value().runs == within.runs);
    std::array<greatest_held::odds, N> asked;
    asked.fill(least->trust);
    CHECK(by_sweeps.named(asked, within.runs) == by_labels.named(asked, within.runs));
    for (party_id i = 0; i < of.parties(); ++i) {
        const auto of_one = by_sweeps.least_of_one(i, within).value();
        CHECK(same(of_one, by_labels.least_of_one(i, within).value()));
        asked.fill(least->trust);
        asked[i] = of_one;
        CHECK(by_sweeps.named(asked, within.runs) == by_labels.named(asked, within.runs));
        if (of_one.loss > 0 && of_one.gain > 0) {
            auto less_than_least = within;
            less_than_least.caps[i] = greatest_held::odds{of_one.loss - 1, of_one.gain};
            CHECK_FALSE(by_sweeps.least_of_one(i, less_than_least));
        }
    }
    return true;
}

}  // namespace

TEST_CASE("under next turn sweeps find what labels find") {
    std::size_t compared = 0;
    for (std::uint64_t number = 0; number < 400; ++number) {
        CAPTURE(number);
        random_stream from(1905, number);
        const auto parties = static_cast<std::size_t>(tests::draw(from, 1, 3));
        const exchange made(in_any_places(from, parties, number % 2 == 0));
        compared += (parties == 3 ? compare<8>(made) : compare<2>(made)) ? 1U : 0U;
    }
    CHECK(compared > 200);
}

TEST_CASE("sweeps need no labels") {
    const exchange made(tests::vienna().made);
    const least_trust found =
        least_trust_order(made, ideal_lattice(made.order()), {}, {{reading::next_turn, false}, 1});
    CHECK(found.status == search_status::found);
    CHECK(found.ties_broken);
    CHECK(fraction_of(greatest(found.best)) == "3/22");
}

TEST_CASE("runs are fewest where many labels are looked at, too") {
    random_stream from(91, 51);
    const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
    const int density = tests::draw(from, 8, 20);
    const auto steps = static_cast<std::size_t>(tests::draw(from, 15, 20));
    agreement of = tests::random_agreement(from, parties, steps, density, true);
    for (double& future : of.completion) {
        future += tests::draw(from, 0, 20);
    }
    const exchange made(of);
    const least_trust found = least_trust_order(made, ideal_lattice(made.order()));
    CHECK(found.labels > 20'000);
    CHECK(found.best.runs.size() == 10);
}
