#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/draft.hpp>

using namespace negotiation;
using namespace negotiation::question;

TEST_CASE("a draft is a value") {
    const draft text{{"stock", std::int64_t{300}}, {"level", std::string("low")}};
    draft other = text;
    CHECK(other == text);
    other[0].option = std::int64_t{0};
    CHECK_FALSE(other == text);
}
