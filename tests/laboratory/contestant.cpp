#include <doctest/doctest.h>

#include <negotiation/laboratory/contestant.hpp>

#include "laboratory/support.hpp"

using namespace negotiation;
using laboratory::contestant;

namespace {

talks::ending play(const talks::arena& at, const contestant& a, const contestant& b) {
    return talks::play(at, talks::alternating_offers{}, 1, a.make(at, 0), b.make(at, 1));
}

}  // namespace

TEST_CASE("values and functions enter alike") {
    const talks::arena at(tests::price());
    const contestant value{"half", tests::fixed_share{0.5}};
    const contestant function{"made", [](const talks::arena& here, party_id i) {
                                  CHECK(&here.table() != nullptr);
                                  return tests::fixed_share{i == 0 ? 0.5 : 0.25};
                              }};
    const contestant erased{"erased", talks::any_strategy(tests::fixed_share{0.5})};
    const contestant maker{"maker", contestant::factory([](const talks::arena&, party_id) {
                               return talks::any_strategy(tests::fixed_share{0.5});
                           })};
    CHECK(value.name == "half");
    CHECK(play(at, value, value) == play(at, erased, erased));
    CHECK(play(at, value, value) == play(at, maker, maker));
    // The buyer asks for 6 and the seller for 6.5, that is 7: they never meet. At a quarter of the
    // gain the seller asks for 5.
    CHECK(play(at, value, value).status == talks::talks_status::no_agreement);
    const talks::ending end = play(at, function, function);
    CHECK(end.status == talks::talks_status::no_agreement);
    CHECK(play(at, {"quarter", tests::fixed_share{0.25}}, function).utilities ==
          std::vector<double>{4, 6});
}
