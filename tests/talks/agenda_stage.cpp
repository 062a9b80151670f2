#include <algorithm>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/scenario/problem_builder.hpp>
#include <negotiation/talks/agenda_stage.hpp>
#include <negotiation/talks/arena.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// One party for whom the first issue is worth up to 4, the second up to 8; no deal is worth 6.
problem small_and_large() {
    return problem_builder{}
        .issue("small", 5)
        .issue("large", 5)
        .party("one", {{0, 1, 2, 3, 4}, {0, 2, 4, 6, 8}}, 6)
        .build();
}

agenda_stage stage_one_of(const problem& p, later_value expects) {
    agenda_stage stage;
    stage.base = p.status_quo;
    stage.open = {0};
    stage.later = {1};
    stage.expects = expects;
    return stage;
}

/// Deals of a space by trying all of them.
std::vector<outcome> deals_by_trying(const outcome_space& space) {
    std::vector<outcome> deals;
    outcome deal(space.sizes.size(), 0);
    for (bool more = true; more;) {
        if (feasible(space, deal)) {
            deals.push_back(deal);
        }
        more = false;
        for (std::size_t k = deal.size(); k-- > 0 && !more;) {
            deal[k] = (deal[k] + 1) % space.sizes[k];
            more = deal[k] > 0;
        }
    }
    return deals;
}

}  // namespace

TEST_CASE("what a stage must be worth") {
    // The best deal is worth 12, so 6 may be given away. The first issue holds a third of what is
    // at stake: 2 of its 4 may go, and what is left, 2, is what the stage must be worth.
    const problem p = small_and_large();
    const arena even(bargaining_of(p, stage_one_of(p, later_value::proportional)));
    CHECK(even.view(0).least == 0);
    CHECK(even.view(0).greatest == 4);
    CHECK(even.view(0).reservation == 2);
    CHECK(even.view(0).acceptable == 3);
    // With its best of the second issue everything of the first would do.
    const arena hopeful(bargaining_of(p, stage_one_of(p, later_value::best)));
    CHECK(hopeful.view(0).reservation == 0);
    CHECK(hopeful.view(0).acceptable == 5);
    // Counting on nothing it would sign nothing.
    const arena wary(bargaining_of(p, stage_one_of(p, later_value::status_quo)));
    CHECK(wary.view(0).reservation == 6);
    CHECK_FALSE(wary.view(0).some());
    // What comes last must be worth the reservation value with what is settled.
    for (const later_value expects :
         {later_value::proportional, later_value::best, later_value::status_quo}) {
        agenda_stage last = stage_one_of(p, expects);
        last.base[0] = 2;
        std::swap(last.open, last.later);
        last.later.clear();
        last.first = false;
        const arena rest(bargaining_of(p, last));
        CHECK(rest.view(0).reservation == 6);
        CHECK(rest.view(0).acceptable == 3);
        CHECK(rest.view(0).greatest == 10);
    }
    // In sequence the status quo of what is open counts, and no deal is what there is already.
    agenda_stage sequence = stage_one_of(p, later_value::proportional);
    sequence.counts = implementation::sequential;
    CHECK(bargaining_of(p, sequence).parties[0].threshold == p.table.parties[0].threshold);
    sequence.base[0] = 3;
    sequence.first = false;
    sequence.open = {1};
    sequence.later.clear();
    CHECK(arena(bargaining_of(p, sequence)).view(0).reservation == 3);
}

TEST_CASE("who keeps to its stages never ends below no deal") {
    // Whatever is settled stage by stage at no less than the stage must be worth.
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        random_stream bits(seed);
        problem_builder builder;
        std::vector<std::vector<double>> values;
        for (const char* name : {"a", "b", "c"}) {
            builder.issue(name, 4);
            values.emplace_back();
            for (int o = 0; o < 4; ++o) {
                values.back().push_back(static_cast<double>(draw_place(bits, 30)));
            }
        }
        double best = 0;
        for (const auto& of : values) {
            best += *std::max_element(of.begin(), of.end());
        }
        const double reservation =
            static_cast<double>(draw_place(bits, static_cast<std::uint64_t>(best) + 1));
        const problem p = builder.party("one", values, reservation).build();
        for (const later_value expects : {later_value::proportional, later_value::best}) {
            agenda_stage stage;
            stage.base = p.status_quo;
            stage.expects = expects;
            for (issue_id k = 0; k < 3; ++k) {
                stage.open = {k};
                stage.later = k == 0   ? std::vector<issue_id>{1, 2}
                              : k == 1 ? std::vector<issue_id>{2}
                                       : std::vector<issue_id>{};
                const arena at(bargaining_of(p, stage));
                REQUIRE(at.view(0).some());
                const auto row = at.view(0).order->cheapest_row(
                    -1, static_cast<std::size_t>(at.view(0).acceptable));
                const auto deal = at.deals()->deal(row);
                stage.base.assign(deal.begin(), deal.end());
                stage.first = false;
            }
            CHECK(accepts(p, 0, stage.base));
        }
    }
}

TEST_CASE("constraints reach across stages") {
    // A deal of the stage is one that can be completed, whatever the status quo of the rest; by
    // trying every deal of the whole.
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        random_stream bits(seed);
        problem_builder builder;
        for (const char* name : {"a", "b", "c", "d"}) {
            builder.issue(name, 3);
        }
        const std::vector<double> worth{0, 1, 2};
        builder.party("one", {worth, worth, worth, worth}, 0);
        for (int n = 0; n < 6; ++n) {
            const std::size_t first = draw_place(bits, 4);
            const std::size_t second = (first + 1 + draw_place(bits, 3)) % 4;
            builder.forbid({{first, {draw_place(bits, 3)}},
                            {second, {draw_place(bits, 3), draw_place(bits, 3)}}});
        }
        problem p = builder.build();
        const std::vector<outcome> all = deals_by_trying(p.table.space);
        agenda_stage stage;
        stage.base = p.status_quo;
        stage.open = {0, 2};
        stage.later = {1, 3};
        const outcome_space space = bargaining_of(p, stage).space;
        for (option_id a = 0; a < 3; ++a) {
            for (option_id c = 0; c < 3; ++c) {
                const outcome deal{a, stage.base[1], c, stage.base[3]};
                const auto whole =
                    std::find_if(all.begin(), all.end(), [&](const outcome& candidate) {
                        return candidate[0] == a && candidate[2] == c;
                    });
                CHECK(feasible(space, deal) == (whole != all.end()));
                const auto filled = completed(p.table.space, deal, stage.later);
                CHECK(filled.has_value() == (whole != all.end()));
                if (filled) {
                    CHECK(*filled == (feasible(p.table.space, deal) ? deal : *whole));
                }
            }
        }
        stage.counts = implementation::sequential;
        for (const outcome& deal : deals_by_trying(bargaining_of(p, stage).space)) {
            CHECK(feasible(p.table.space, deal));
        }
    }
}

TEST_CASE("red lines about later issues wait unless what is agreed counts at once") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .issue("b", 3)
                          .party("one", {{0, 1, 2}, {0, 1, 2}}, 0)
                          .red_line(1, {1, 2})
                          .build();
    agenda_stage stage;
    stage.base = {0, 0};
    stage.open = {0};
    stage.later = {1};
    CHECK(arena(bargaining_of(p, stage)).view(0).some());
    stage.counts = implementation::sequential;
    CHECK_FALSE(arena(bargaining_of(p, stage)).view(0).some());
}
