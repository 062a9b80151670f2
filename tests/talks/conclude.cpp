#include <vector>

#include <doctest/doctest.h>
#include <support/mediated.hpp>

#include <negotiation/talks/conclude.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("an ending holds the deal or what no deal is worth by now") {
    const arena at(tests::pie(2, 3));
    proceedings said;
    said.begin(at);
    said.promises.push_back({1, 6, 0.5});
    said.reservation_shift = {-1, 0};
    const moment now{4, 10, 0.5, 12};
    calendar dates;
    dates.mode = discounting::relative;
    dates.patience = {{0.25, 1}, {1, 1}};

    const ending deal =
        conclude(said, talks_status::agreement, now, 7, 6, acceptances(0b10), dates);
    CHECK(deal.deal == 6);
    CHECK(deal.utilities == std::vector<double>{6, 4.5});
    CHECK(deal.discounted == std::vector<double>{3, 4.5});
    CHECK(deal.round == 4);
    CHECK(deal.offers == 7);
    CHECK(deal.days == 12);

    const ending none =
        conclude(said, talks_status::no_agreement, now, 7, 6, acceptances(0b10), dates);
    CHECK(none.deal == no_offer);
    CHECK(none.utilities == std::vector<double>{1, 3});
}
