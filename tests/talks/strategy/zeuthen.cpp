#include <algorithm>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/opponent_model/perfect.hpp>
#include <negotiation/talks/strategy/hardliner.hpp>
#include <negotiation/talks/strategy/zeuthen.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Two parties over three issues, values drawn, no deal worth little.
problem drawn_talks(std::uint64_t seed) {
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
        .issue("b", 3)
        .issue("c", 5)
        .party("one", {some(4), some(3), some(5)}, static_cast<double>(draw_place(bits, 20)))
        .party("two", {some(4), some(3), some(5)}, static_cast<double>(draw_place(bits, 20)))
        .build();
}

double product_of(const arena& at, offer_id deal) {
    double product = 1;
    for (party_id i = 0; i < 2; ++i) {
        product *= std::max(0.0, at.deals()->column(i)[deal] - at.view(i).reservation);
    }
    return product;
}

}  // namespace

TEST_CASE("two who compare risks agree on the greatest product") {
    SUBCASE("by hand over a price") {
        // The buyer asks for 0, no gain for the seller, who comes down to 7, the first deal that
        // gives both something: 1 * 4. The buyer comes to 5, 3 * 2, than which nothing is more.
        const arena at(tests::sale());
        const auto run = tests::play_out(at, alternating_offers{}, 1, zeuthen(perfect(at, 0)),
                                         zeuthen(perfect(at, 1)));
        CHECK(tests::offers_of(run.said) == std::vector<offer_id>{0, 7, 5});
        CHECK(run.end.status == talks_status::agreement);
        CHECK(run.end.deal == 5);
    }
    SUBCASE("on random problems") {
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const arena at(drawn_talks(seed));
            double best = 0;
            for (offer_id deal = 0; deal < at.deals()->rows(); ++deal) {
                best = std::max(best, product_of(at, deal));
            }
            const auto end =
                play(at, alternating_offers{}, 1, zeuthen(perfect(at, 0)), zeuthen(perfect(at, 1)));
            if (best > 0) {
                REQUIRE(end.status == talks_status::agreement);
                CHECK(product_of(at, end.deal) == doctest::Approx(best));
            }
            // Unwritten, by levels of aspiration: an agreement near it.
            const arena searched(drawn_talks(seed), {0});
            const auto near = play(searched, alternating_offers{}, 1, zeuthen(perfect(searched, 0)),
                                   zeuthen(perfect(searched, 1)));
            CHECK((best <= 0 || near.status == talks_status::agreement));
        }
    }
}

TEST_CASE("who never moves is told once that it should") {
    const arena at(tests::sale());
    const auto run =
        tests::play_out(at, alternating_offers{}, 1, zeuthen(perfect(at, 0)), hardliner());
    CHECK(run.end.status == talks_status::no_agreement);
    // Its own 0 gives the seller nothing, so it concedes to 4, which gives both something, and
    // stays.
    for (const event& e : run.said.history) {
        CHECK((e.who == 1 || e.deal == (e.round == 1 ? 0U : 4U)));
    }
}

TEST_CASE("nothing is taken back whatever the model comes to believe") {
    const arena at(tests::three_at_a_table());
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        random_stream bits(seed);
        std::vector<offer_id> lines;
        for (int k = 0; k < 20; ++k) {
            lines.push_back(static_cast<offer_id>(draw_place(bits, 4)));
        }
        auto agent = zeuthen();
        agent.select = selection::cheapest;
        const auto run = tests::play_out(at, alternating_offers{}, 1, agent, tests::offering(lines),
                                         tests::offering({3, 2, 3}));
        double last = 3;
        for (const event& e : run.said.history) {
            if (e.who == 0 && e.kind == move_kind::offer) {
                CHECK(run.said.utility(e.deal, 0) <= last);
                last = run.said.utility(e.deal, 0);
            }
        }
    }
}
