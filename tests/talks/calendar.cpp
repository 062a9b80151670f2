#include <vector>

#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/talks/calendar.hpp>

using namespace negotiation;
using namespace negotiation::talks;
using tests::near;

TEST_CASE("conventions of discounting have names") {
    CHECK(to_string(discounting::none) == "none");
    CHECK(to_string(discounting::relative) == "relative");
    CHECK(to_string(discounting::calendar) == "calendar");
}

TEST_CASE("waiting is priced by the clock or by the calendar") {
    ending end;
    end.status = talks_status::agreement;
    end.time = 0.5;
    end.days = 60;
    end.utilities = {0.8, 0.6};
    calendar dates;
    dates.patience = {{0.81, 30}, {1, 30}};
    apply_discount(dates, end);
    CHECK(end.discounted == end.utilities);
    dates.mode = discounting::relative;
    apply_discount(dates, end);
    CHECK(near(end.discounted[0], 0.8 * 0.9));
    CHECK(near(end.discounted[1], 0.6));
    dates.mode = discounting::calendar;
    apply_discount(dates, end);
    CHECK(near(end.discounted[0], 0.8 * 0.81 * 0.81));

    end.status = talks_status::no_agreement;
    apply_discount(dates, end);
    CHECK(near(end.discounted[0], 0.8 * 0.81 * 0.81));
    dates.discount_no_deal = false;
    apply_discount(dates, end);
    CHECK(end.discounted == end.utilities);
}
