#include <cmath>
#include <limits>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator_view.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("a mediator knows what passed through it") {
    tests::staged stage(tests::pie(2, 2));
    stage.said.history = {{1, 7, 0, move_kind::offer, false}, {1, 2, 1, move_kind::offer, false}};
    stage.notes.read = {1};
    const mediator_view v = stage.view();
    CHECK(v.heard() == 2);
    CHECK(v.heard(0) == event{1, no_offer, 0, move_kind::lost, false});
    CHECK(v.heard(1) == event{1, 2, 1, move_kind::offer, false});
    CHECK(v.last_offer(0) == no_offer);
    CHECK(v.message() == nullptr);
    CHECK(v.parties() == 2);
}

TEST_CASE("acceptances of what stands are counted") {
    tests::staged stage(tests::pie(2, 2));
    CHECK(stage.view().seconded() == 0);
    stage.offer(0, {7});
    CHECK(stage.view().seconded() == 0);
    stage.said.history.push_back({1, 7, 1, move_kind::accept, false});
    CHECK(stage.view().seconded() == 0);  // it was lost
    stage.said.history.push_back({1, 7, 1, move_kind::accept, true});
    CHECK(stage.view().seconded() == 1);
    stage.offer(1, {3});
    CHECK(stage.view().seconded() == 0);
}

TEST_CASE("a shortfall is what is missing to no deal") {
    bargaining table = tests::pie(2, 5);
    std::vector<bool> allowed(11, true);
    allowed[10] = false;
    table.parties[0].red_lines = {{0, allowed, false, true}};
    tests::staged stage(table);
    CHECK(stage.view().shortfall(1, 7) == 2);
    CHECK(stage.view().shortfall(1, 4) == 0);
    CHECK(stage.view().shortfall(0, 10) == std::numeric_limits<double>::infinity());
    stage.said.promises.push_back({1, 7, 0.5});
    CHECK(stage.view().shortfall(1, 7) == 1.5);
    stage.said.reservation_shift = {0, -1};
    CHECK(stage.view().shortfall(1, 7) == 0.5);
}

TEST_CASE("a mediator's utility is the parties' own, tilted") {
    tests::staged stage(tests::logrolling());
    // Shares of (2, 0): 6 of 8 for both.
    CHECK(stage.view().utility(outcome{2, 0}) == 0.75);
    CHECK(!stage.view().best_offer());
    stage.who = {0.25, 1, {}, 0};
    CHECK(stage.view().utility(outcome{0, 0}) == 0.75);
    CHECK(stage.view().utility(outcome{2, 2}) == 0.25);
    stage.offer(0, {2, 2});
    CHECK(stage.view().best_offer() == 0.25);
    stage.offer(1, {0, 0});
    CHECK(stage.view().best_offer() == 0.75);
}

TEST_CASE("each ending of the talks has the whole budget") {
    tests::staged stage(tests::pie(2, 2));
    stage.who.budget = 3;
    stage.notes.commitments = {{7, 1}, {7, 0.5}, {no_offer, 2}};
    const mediator_view v = stage.view();
    CHECK(v.committed(7) == 1.5);
    CHECK(v.left(7) == 1.5);
    CHECK(v.left(6) == 3);
    CHECK(v.left(no_offer) == 1);
}

TEST_CASE("moves that are not legal are named") {
    tests::staged stage(tests::pie(2, 2));
    stage.who.budget = 3;
    const event message{1, 7, 0, move_kind::offer, true};
    const auto fault = [&](const mediator_move& made, bool carrying = false) {
        return fault_in(made, stage.view(carrying ? &message : nullptr)).value_or("");
    };
    CHECK(fault(mediator_view::pass()).empty());
    CHECK(fault(mediator_view::pass(), true).empty());
    CHECK(fault(mediator_view::deliver(2), true).empty());
    CHECK(fault(mediator_view::lose()) == "there is no message to carry");
    CHECK(fault(mediator_view::table(3), true) == "a message can be delivered or lost, no more");
    CHECK(fault(mediator_view::deliver(-1), true) == "days must be finite and at least 0; got -1");
    CHECK(fault(mediator_view::adjourn(std::nan(""))).starts_with("days"));
    CHECK(fault(mediator_view::table(no_offer)) == "there is no text to table");
    CHECK(fault(mediator_view::pay(7, {3, 0})).empty());
    CHECK(fault(mediator_view::pay(7, {3, 0.5})) == "costs 3.5, and the budget has 3 left");
    CHECK(fault(mediator_view::guarantee(7, {3, 3}, 0.5)).empty());
    CHECK(fault(mediator_view::pay(7, {3})) == "needs an amount a party, 2; got 1");
    CHECK(fault(mediator_view::pay(7, {-1, 0})).starts_with("amounts must be"));
    CHECK(fault(mediator_view::pay(no_offer, {1, 0})) == "needs a deal");
    CHECK(fault(mediator_view::threaten({4, 0}, 2)).starts_with("a probability"));
    CHECK(fault(mediator_view::threaten({4, 4}, 0.5)).starts_with("costs 4"));
    CHECK(fault(mediator_view::withdraw()).empty());
}
