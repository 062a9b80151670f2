#include <doctest/doctest.h>
#include <support/tolerance.hpp>

#include <negotiation/model/discount.hpp>

using namespace negotiation;
using tests::near;

TEST_CASE("what is worth one today is worth the factor a period later") {
    const discount monthly{0.985, 30.4375};
    CHECK(discounted(monthly, 0) == 1.0);
    CHECK(near(discounted(monthly, 30.4375), 0.985));
    CHECK(near(discounted(monthly, 2 * 30.4375), 0.985 * 0.985));
    CHECK(discounted(discount{}, 1e6) == 1.0);
    CHECK(near(discounted({0.5, 2}, 1) * discounted({0.5, 2}, 1), 0.5));
}

TEST_CASE("periods have names") {
    CHECK(days_in("day") == 1.0);
    CHECK(days_in("week") == 7.0);
    CHECK(days_in("month") == 30.4375);
    CHECK(days_in("year") == 365.25);
    CHECK_FALSE(days_in("fortnight"));
    CHECK_FALSE(days_in(""));
    for (const char* word : {"day", "week", "month", "year"}) {
        CHECK(period_named(*days_in(word)) == word);
    }
    CHECK_FALSE(period_named(15));
}
