#include <doctest/doctest.h>

#include <negotiation/talks/equilibrium/certificate.hpp>

using negotiation::talks::equilibrium::certificate;

TEST_CASE("a certificate of nothing says that nothing was checked") {
    const certificate fresh;
    CHECK(fresh.states == 0);
    CHECK(fresh.deals == 0);
    CHECK(fresh == certificate{});
}
