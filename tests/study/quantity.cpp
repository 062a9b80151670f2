#include <limits>

#include <doctest/doctest.h>

#include <negotiation/study/quantity.hpp>

using namespace negotiation;

TEST_CASE("what is no number has a reason") {
    const scenario world;
    const auto asked = [&](double value) {
        return study::ask([&](const scenario&) { return study::finding{value}; }, world);
    };
    CHECK(asked(2) == study::finding{2.0, ""});
    CHECK(asked(std::numeric_limits<double>::infinity()).reason == "not a finite number");
    CHECK_FALSE(asked(std::numeric_limits<double>::quiet_NaN()).value);
    const study::finding wrong = study::ask(
        [](const scenario&) -> study::finding {
            throw scenario_error({{"party.Iran", "is nobody"}, {"issue", "is not looked at"}});
        },
        world);
    CHECK(wrong == study::finding{std::nullopt, "party.Iran: is nobody"});
}
