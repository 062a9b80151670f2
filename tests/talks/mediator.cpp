#include <vector>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/mediator.hpp>
#include <negotiation/talks/mediator/relay.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// A mediator of one's own: one struct.
struct patient {
    std::vector<double> rests{1};

    mediator_move act(const mediator_view&, random_stream&) {
        rests.push_back(rests.back() + 1);
        return mediator_view::adjourn(rests.back());
    }
};

static_assert(mediator<patient>);
static_assert(mediator<relay>);
static_assert(mediator<any_mediator>);

}  // namespace

TEST_CASE("only who says so carries messages") {
    CHECK(!carries_messages(patient{}));
    CHECK(carries_messages(relay{}));
    CHECK(!any_mediator(patient{}).carries());
    CHECK(any_mediator(relay{}).carries());
}

TEST_CASE("a forgotten type mediates as it did") {
    tests::staged stage(tests::pie(2, 2));
    random_stream draws(1);
    any_mediator one(patient{});
    CHECK(one.act(stage.view(), draws).days == 2);
    any_mediator copy = one;
    CHECK(one.act(stage.view(), draws).days == 3);
    CHECK(one.act(stage.view(), draws).days == 4);
    CHECK(copy.act(stage.view(), draws).days == 3);
    copy = one;
    CHECK(copy.act(stage.view(), draws).days == 5);
    const any_mediator moved = std::move(copy);
    copy = moved;
    CHECK(copy.act(stage.view(), draws).days == 6);
}
