#include <array>
#include <memory>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <support/talks.hpp>

#include <negotiation/talks/strategy.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Counts its calls, and how many of its kind live.
template <std::size_t Weight>
struct counting {
    std::shared_ptr<int> alive;
    offer_id calls = 0;
    std::array<char, Weight> weight{};

    explicit counting(std::shared_ptr<int> n) : alive(std::move(n)) { ++*alive; }
    counting(const counting& other) : alive(other.alive), calls(other.calls) { ++*alive; }
    counting(counting&& other) noexcept : alive(other.alive), calls(other.calls) { ++*alive; }
    counting& operator=(const counting&) = default;
    counting& operator=(counting&&) noexcept = default;
    ~counting() { --*alive; }
    move act(const turn&, random_stream&) { return turn::offer(calls++); }
};

template <std::size_t Weight>
void check_erasure() {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    const turn t(said, 0, {}, {});
    random_stream draws(1);
    const auto alive = std::make_shared<int>(0);
    {
        any_strategy a{counting<Weight>(alive)};
        CHECK(a.act(t, draws).deal == 0);
        any_strategy b(a);
        CHECK(a.act(t, draws).deal == 1);
        CHECK(b.act(t, draws).deal == 1);
        b = a;
        CHECK(b.act(t, draws).deal == 2);
        any_strategy c(std::move(b));
        CHECK(c.act(t, draws).deal == 3);
        a = std::move(c);
        CHECK(a.act(t, draws).deal == 4);
        a = *&a;
        CHECK(a.act(t, draws).deal == 5);
        std::vector<any_strategy> many(5, a);
        CHECK(many[4].act(t, draws).deal == 6);
    }
    CHECK(*alive == 0);
}

struct not_a_strategy {
    int act(const turn&, random_stream&) { return 0; }
};

static_assert(strategy<any_strategy>);
static_assert(strategy<tests::scripted>);
static_assert(!strategy<not_a_strategy>);
static_assert(!strategy<int>);

}  // namespace

TEST_CASE("a forgotten type plays as it did") {
    check_erasure<1>();
    check_erasure<500>();
}
