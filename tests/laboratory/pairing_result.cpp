#include <optional>

#include <doctest/doctest.h>

#include <negotiation/laboratory/pairing_result.hpp>

using namespace negotiation;
using namespace negotiation::laboratory;

namespace {

match deal_in_round(std::int64_t round, double first, double second) {
    match m;
    m.played = true;
    m.end.status = talks::talks_status::agreement;
    m.end.round = round;
    m.end.offers = 2 * round;
    m.end.utilities = {first, second};
    m.advantages = {first / 2, second / 2};
    m.to = {0.25, first, second, 0.0, std::nullopt};
    return m;
}

}  // namespace

TEST_CASE("a pairing adds up the matches that count") {
    pairing_result sums;
    sums.add(deal_in_round(3, 0.5, 0.75));
    match failed = deal_in_round(10, 0.25, 0.5);
    failed.end.status = talks::talks_status::no_agreement;
    sums.add(failed);
    match broken = deal_in_round(4, 100, 100);
    broken.fault = match_fault{1, 4, "lost its papers"};
    sums.add(broken);
    match unplayed = deal_in_round(4, 100, 100);
    unplayed.played = false;
    sums.add(unplayed);
    CHECK(sums.played == 3);
    CHECK(sums.results == 2);
    CHECK(sums.agreements == 1);
    CHECK(sums.rounds == 13);
    CHECK(sums.offers == 26);
    CHECK(sums.utilities == std::vector<double>{0.75, 1.25});
    CHECK(sums.advantages == std::vector<double>{0.375, 0.625});
    CHECK(sums.products == 0.25 * 0.375 + 0.125 * 0.25);
    CHECK(sums.to == distances{0.5, 0.75, 1.25, 0.0, std::nullopt});
}

TEST_CASE("sums of sums are sums") {
    pairing_result all;
    pairing_result one;
    pairing_result two;
    for (const int k : {0, 1, 2, 3}) {
        const match m = deal_in_round(k, 0.5 * k, 0.25);
        all.add(m);
        (k < 2 ? one : two).add(m);
    }
    pairing_result both;
    both.add(one);
    both.add(two);
    CHECK(both == all);
    // What has nothing that counts adds what it played.
    pairing_result empty;
    match broken;
    broken.played = true;
    broken.fault = match_fault{0, 1, "lost its papers"};
    empty.add(broken);
    both.add(empty);
    CHECK(both.played == 5);
    CHECK(both.results == 4);
    CHECK(both.utilities == all.utilities);
    empty.add(all);
    CHECK(empty == both);
}
