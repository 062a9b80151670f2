#include <stdexcept>

#include <doctest/doctest.h>
#include <io/foreign_text.hpp>

#include <negotiation/io/foreign_reading.hpp>

using namespace negotiation;

TEST_CASE("files are read as their system means them unless one asks otherwise") {
    const io::foreign_reading how;
    CHECK_FALSE(how.raw);
    CHECK(how.steps == 20);
    CHECK_THROWS_AS(io::parse_foreign(tests::market(), {.steps = 0}), std::invalid_argument);
    CHECK_THROWS_AS(io::parse_foreign(tests::market(), {.steps = io::maximum_foreign_steps + 1}),
                    std::invalid_argument);
    CHECK(io::parse_foreign(tests::market(), {.steps = io::maximum_foreign_steps})
              .issues[2]
              .options.size() == io::maximum_foreign_steps + 1);
}
