#include <cstdint>
#include <type_traits>

#include <doctest/doctest.h>

#include <negotiation/model/seed_number.hpp>

namespace {

struct options {
    int rounds = 100;
    negotiation::seed_number seed;
};

}  // namespace

TEST_CASE("options without a seed cannot be made") {
    static_assert(!std::is_default_constructible_v<negotiation::seed_number>);
    static_assert(!std::is_default_constructible_v<options>);
    const options chosen{.rounds = 3, .seed = 7};
    CHECK(chosen.seed.value == 7);
    CHECK(chosen.seed == negotiation::seed_number(std::uint64_t{7}));
}
