#include <doctest/doctest.h>

#include <negotiation/model/red_line.hpp>

using namespace negotiation;

TEST_CASE("a red line is private unless it was said aloud") {
    const red_line line{"enrichment", {"zero"}};
    CHECK_FALSE(line.is_public);
    CHECK_FALSE(line == red_line{"enrichment", {"zero"}, true});
}
