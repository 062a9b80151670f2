#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/person.hpp>

using namespace negotiation;

TEST_CASE("a person is a strategy") {
    CHECK(talks::strategy<question::person>);
    const scenario world;
    const talks::any_strategy seated{question::person(
        world, {"A"},
        {[](const std::string&) {}, []() -> std::optional<std::string> { return std::nullopt; }})};
    const talks::any_strategy copy = seated;  // speaks to the same person
    static_cast<void>(copy);
}
