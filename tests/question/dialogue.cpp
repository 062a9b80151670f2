#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <negotiation/question/dialogue.hpp>

TEST_CASE("a dialogue shows lines and asks for them") {
    std::string shown;
    const negotiation::question::dialogue between{
        [&](const std::string& text) { shown += text; },
        []() -> std::optional<std::string> { return "walk"; }};
    between.tell("Round 1.\n");
    CHECK(between.ask() == "walk");
    CHECK(shown == "Round 1.\n");
}
