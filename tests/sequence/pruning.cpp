#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/agreements.hpp>
#include <support/order_oracle.hpp>

#include <negotiation/sequence/least_trust.hpp>

using namespace negotiation;
using namespace negotiation::sequence;
using tests::ratio;

// Shortcuts that look right and are not, each by an example that a search using it would get wrong.

namespace {

bool harms_nobody(const step& s) {
    return std::all_of(s.value.begin(), s.value.end(), [](double v) { return v >= 0; });
}

/// Whether an order does steps that harm nobody as soon as they are available.
bool wastes_no_gift(const agreement& of, const std::vector<step_id>& order) {
    std::vector<bool> done(of.steps.size(), false);
    for (const step_id next : order) {
        for (step_id s = 0; s < of.steps.size(); ++s) {
            const auto& after = of.steps[s].after;
            const bool available = !done[s] && std::all_of(after.begin(), after.end(),
                                                           [&](step_id b) { return done[b]; });
            if (available && harms_nobody(of.steps[s]) && !harms_nobody(of.steps[next])) {
                return false;
            }
        }
        done[next] = true;
    }
    return true;
}

/// Least trust of all orders, and of those that do harmless steps as soon as available.
std::string least_and_least_in_haste(const agreement& of, reading how) {
    std::optional<ratio> least;
    std::optional<ratio> in_haste;
    for (const tests::judged& j : tests::feasible_orders(of, how)) {
        least = least ? std::min(*least, j.greatest()) : j.greatest();
        if (wastes_no_gift(of, j.order)) {
            in_haste = in_haste ? std::min(*in_haste, j.greatest()) : j.greatest();
        }
    }
    const exchange made(of);
    const least_trust found =
        least_trust_order(made, ideal_lattice(made.order()), {}, {{how, false}});
    CHECK(fraction_of(greatest(found.best)) == tests::text(least.value()));
    return tests::text(least.value()) + ", in haste " + tests::text(in_haste.value());
}

std::string trust_of_first(const tests::two_sided& of, const std::string& order,
                           reading how = reading::drawdown) {
    return fraction_of(walk(exchange(of.made), of.order(order), {how, false}).by_party[0]);
}

/// The first party gives some units of 1, then the second gives back so much.
tests::two_sided units_then_return(int units, double returned) {
    tests::two_sided of;
    of.made.completion = {0, 10};
    of.made.breakdown = {0, 0};
    std::vector<std::string> before;
    for (int k = 0; k < units; ++k) {
        const std::string name(1, static_cast<char>('a' + k));
        of.add(name, 0, {-1, 1}, {0, 0}, before);
        before = {name};
    }
    of.add("back", 1, {returned, -1}, {0, 0}, before);
    return of;
}

}  // namespace

TEST_CASE("harmless steps as soon as available are not always best") {
    // the gift is half taken back by a collapse: who holds it has less to gain by going on
    tests::two_sided gift;
    gift.made.completion = {1, 3};
    gift.made.breakdown = {0, 0};
    gift.add("gift", 1, {2, 2}, {0.5, 0.5});
    gift.add("give", 0, {-1, 1}, {0, 0});
    gift.add("return", 1, {1, -4}, {0.5, 0}, {"give"});
    CHECK(least_and_least_in_haste(gift.made, reading::drawdown) == "1/4, in haste 1/3");
    CHECK(least_and_least_in_haste(gift.made, reading::next_turn) == "1/4, in haste 1/3");
    CHECK(trust_of_first(gift, "give gift return") == "1/4");
    CHECK(trust_of_first(gift, "gift give return") == "1/3");
}

TEST_CASE("harmless steps as soon as available begin what costs to break off") {
    tests::two_sided of;
    of.made.completion = {1, 1};
    of.made.breakdown = {2, 0};
    of.add("nothing", 0, {0, 0}, {0, 0});
    of.add("give", 0, {-1, 3}, {0, 0});
    of.add("return", 1, {3, -1}, {0, 0});
    CHECK(least_and_least_in_haste(of.made, reading::peak_exposure) == "1/4, in haste 2/5");
}

TEST_CASE("harmless steps as soon as available tempt even where a breakdown costs nothing") {
    // peak exposure too: with the gift in hand the second party would take the rest and stop
    tests::two_sided of;
    of.made.completion = {2, 0};
    of.made.breakdown = {0, 0};
    of.add("gift", 0, {0, 1}, {0, 0});
    of.add("return", 1, {1, -3}, {0.5, 0});
    of.add("give", 0, {-1, 5}, {0.5, 0.5});
    CHECK(least_and_least_in_haste(of.made, reading::peak_exposure) == "1/5, in haste 2/5");
    const order_report report = walk(exchange(of.made), of.order("gift give return"));
    REQUIRE(report.refused);
    CHECK(report.refused->party == 1);
}

TEST_CASE("an ordinal sum cannot be solved in parts") {
    // a and b are one run: it falls from 0 to -2 with 2 to gain, a half
    const tests::two_sided whole = units_then_return(2, 4);
    for (const reading how : {reading::drawdown, reading::next_turn}) {
        CHECK(trust_of_first(whole, "a b back", how) == "1/2");
        // a, then all the rest by the other; and from a on: b, then the rest
        CHECK(trust_of_first(units_then_return(1, 3), "a back", how) == "1/3");
        CHECK(trust_of_first(units_then_return(1, 4), "a back", how) == "1/4");
    }
}

TEST_CASE("trust charged step by step inside a run is too little") {
    const tests::two_sided of = units_then_return(4, 6);
    const order_report report = walk(exchange(of.made), of.order("a b c d back"));
    CHECK(fraction_of(report.by_party[0]) == "2/3");
    // what each step alone would ask for, falling from what is held before it
    ratio charged = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        const ratio held(tests::exactly(report.halt_values[2 * k], 1000), 1000);
        const ratio next(tests::exactly(report.halt_values[2 * (k + 1)], 1000), 1000);
        charged = std::max(charged, ratio((held - next) / (2 - next)));
    }
    CHECK(tests::text(charged) == "1/3");
}

TEST_CASE("a worthless step slipped in never lowers trust where a breakdown costs nothing") {
    std::size_t raised = 0;
    for (std::uint64_t number = 0; number < 800; ++number) {
        CAPTURE(number);
        random_stream from(404, number);
        const auto parties = static_cast<std::size_t>(tests::draw(from, 2, 3));
        agreement of = tests::random_agreement(
            from, parties, static_cast<std::size_t>(tests::draw(from, 2, 8)), 0, false);
        std::vector<step_id> order(of.steps.size());
        for (step_id s = 0; s < order.size(); ++s) {
            order[s] = s;
        }
        const order_report before = walk(exchange(of), order);
        step worthless;
        worthless.performer =
            static_cast<party_id>(tests::draw(from, 0, static_cast<int>(parties) - 1));
        worthless.value.resize(parties, 0);
        worthless.undone.resize(parties, 0);
        of.steps.push_back(worthless);
        const int place = tests::draw(from, 0, static_cast<int>(order.size()));
        order.insert(order.begin() + place, static_cast<step_id>(order.size()));
        const order_report after = walk(exchange(of), order);
        CHECK((before.feasible() || !after.feasible()));
        for (party_id i = 0; i < parties; ++i) {
            CHECK_FALSE(less(after.by_party[i], before.by_party[i]));
            raised += less(before.by_party[i], after.by_party[i]) ? 1U : 0U;
        }
    }
    CHECK(raised > 50);
}

TEST_CASE("a worthless step slipped in lowers trust where a breakdown costs something") {
    tests::two_sided of;
    of.made.completion = {1, 1};
    of.made.breakdown = {1, 0};
    of.add("give", 0, {-2, 3}, {0, 0});
    of.add("return", 1, {4, -1}, {0, 0});
    CHECK(trust_of_first(of, "give return") == "1/2");
    // once the other has begun, breaking off costs anyway
    of.add("nothing", 1, {0, 0}, {0, 0});
    CHECK(trust_of_first(of, "nothing give return") == "1/3");
}
