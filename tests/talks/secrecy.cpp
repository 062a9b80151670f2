#include <doctest/doctest.h>

#include <negotiation/talks/secrecy.hpp>

using negotiation::talks::secrecy;

TEST_CASE("nothing leaks unless it is said") {
    CHECK_FALSE(secrecy{}.secret);
    CHECK(secrecy{} == secrecy{false, 0, 0});
}
