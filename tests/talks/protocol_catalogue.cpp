#include <stdexcept>
#include <string>
#include <variant>

#include <doctest/doctest.h>

#include <negotiation/talks/protocol_catalogue.hpp>

using namespace negotiation::talks;

TEST_CASE("every protocol of the catalogue can be read") {
    for (const catalogue_entry& entry : protocol_catalogue()) {
        CHECK_NOTHROW((void)read_protocol(entry.name));
    }
    CHECK(std::holds_alternative<alternating_offers>(read_protocol("alternating-offers")));
    const any_protocol text = read_protocol("single-text(temperature=0.1)");
    REQUIRE(std::holds_alternative<single_text>(text));
    CHECK(std::get<single_text>(text).temperature == 0.1);
    CHECK_THROWS_WITH((void)read_protocol("auction"),
                      "unknown protocol 'auction'; known: alternating-offers, single-text");
    CHECK_THROWS_AS((void)read_protocol("single-text(temperature=-1)"), std::invalid_argument);
    CHECK_THROWS_AS((void)read_protocol("alternating-offers(rounds=3)"), std::invalid_argument);
}
