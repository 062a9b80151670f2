#include <algorithm>
#include <set>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/protocol/monotonic_concession.hpp>
#include <negotiation/talks/protocol_conformance.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>
#include <negotiation/talks/strategy/zeuthen.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::offering;

namespace {

problem random_table(std::uint64_t seed) {
    random_stream bits(seed);
    const auto some = [&](std::size_t n) {
        std::vector<double> values;
        for (std::size_t o = 0; o < n; ++o) {
            values.push_back(static_cast<double>(draw_place(bits, 20)));
        }
        return values;
    };
    return problem_builder{}
        .issue("a", 4)
        .issue("b", 5)
        .party("one", {some(4), some(5)}, static_cast<double>(draw_place(bits, 15)))
        .party("two", {some(4), some(5)}, static_cast<double>(draw_place(bits, 15)))
        .build();
}

double gains_of(const arena& at, offer_id deal) {
    double product = 1;
    for (party_id i = 0; i < 2; ++i) {
        product *= std::max(0.0, at.deals()->column(i)[deal] - at.view(i).reservation);
    }
    return product;
}

}  // namespace

TEST_CASE("who propose at once agree where offers cross") {
    // The buyer says 0, 3, 5; the seller 9, 7, 4. In the third round each is offered more than it
    // asks for, and one of the two prices is drawn.
    const arena at(tests::sale());
    const monotonic_concession rules;
    std::set<offer_id> drawn;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto run = tests::play_out(at, rules, seed, offering({0, 3, 5}), offering({9, 7, 4}));
        CHECK(run.end.status == talks_status::agreement);
        CHECK(run.end.round == 3);
        CHECK(run.end.offers == 6);
        CHECK(run.end.accepted == std::vector<bool>{true, true});
        drawn.insert(run.end.deal);
    }
    CHECK(drawn == std::set<offer_id>{4, 5});
    CHECK(play(at, rules, 1, offering({0, 5}), offering({9, 5})).deal == 5);
}

TEST_CASE("not all may stand still and nothing is taken back") {
    const arena at(tests::sale());
    monotonic_concession rules;
    const auto still = play(at, rules, 1, hardliner(), hardliner());
    CHECK(still.status == talks_status::broken_down);
    CHECK(still.round == 2);
    rules.patience = 5;
    CHECK(play(at, rules, 1, hardliner(), hardliner()).round == 6);
    // One who moves keeps the talks going; what it takes back stays on the table.
    rules.patience = 1;
    CHECK(play(at, rules, 1, offering({0, 1, 2, 3, 4}), offering({9, 9, 9, 9, 4})).deal == 4);
    CHECK(play(at, rules, 1, offering({5, 0}), offering({9, 5})).deal == 5);
    CHECK(play(at, rules, 1, tests::scripted{{turn::walk_away()}}, hardliner()).status ==
          talks_status::walked_away);
    rules.agreement.quota = 0.5;
    CHECK_THROWS_AS((void)play(at, rules, 1, hardliner(), hardliner()), std::invalid_argument);
    rules.agreement.quota = 1;
    rules.patience = 0;
    CHECK_THROWS_AS((void)play(at, rules, 1, hardliner(), hardliner()), std::invalid_argument);
}

TEST_CASE("nobody sees what is said in the same round") {
    const arena at(tests::sale());
    struct watcher {
        std::size_t* heard;
        move act(const turn& t, random_stream&) const {
            *heard = std::max(*heard, t.heard() % 2);
            return turn::offer(static_cast<offer_id>(t.now().round));
        }
    };
    std::size_t odd = 0;
    monotonic_concession rules;
    rules.rounds = 6;
    (void)play(at, rules, 1, offering({0, 1, 2, 3}), watcher{&odd});
    CHECK(odd == 0);
}

TEST_CASE("two who compare risks settle at once on the greatest product") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const arena at(random_table(seed));
        double best = 0;
        for (offer_id deal = 0; deal < at.deals()->rows(); ++deal) {
            best = std::max(best, gains_of(at, deal));
        }
        const auto end =
            play(at, monotonic_concession{}, 1, zeuthen(perfect(at, 0)), zeuthen(perfect(at, 1)));
        if (best > 0) {
            REQUIRE(end.status == talks_status::agreement);
            CHECK(gains_of(at, end.deal) == doctest::Approx(best));
        }
    }
}

TEST_CASE("monotonic concession keeps the rules of protocols") {
    for (const problem& p : {tests::sale(), tests::three_at_a_table()}) {
        const arena written(p);
        const arena searched(p, {0});
        for (const arena* at : {&written, &searched}) {
            monotonic_concession rules;
            rules.rounds = 20;
            CHECK(check_protocol(rules, *at).empty());
            rules.breakdown = 0.1;
            rules.patience = 3;
            CHECK(check_protocol(rules, *at).empty());
        }
    }
}

TEST_CASE("who repeats its offers needs patience") {
    // Over so few prices a conceder says the same one for several rounds.
    const arena at(tests::sale());
    monotonic_concession rules;
    CHECK(play(at, rules, 1, conceder(), conceder()).status == talks_status::broken_down);
    rules.patience = 100;
    CHECK(play(at, rules, 1, conceder(), conceder()).status == talks_status::agreement);
}
