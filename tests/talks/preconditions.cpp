#include <stdexcept>

#include <doctest/doctest.h>

#include <negotiation/talks/preconditions.hpp>

using namespace negotiation;
using namespace negotiation::talks;

TEST_CASE("what does not fit the parties is refused") {
    const auto refuses = [](std::size_t agents, std::int64_t rounds, const voting_rule& rule,
                            const calendar& dates) {
        try {
            check_preconditions("talks", 3, agents, rounds, rule, dates);
        } catch (const std::invalid_argument&) {
            return true;
        }
        return false;
    };
    CHECK_FALSE(refuses(3, 1, {}, {}));
    CHECK(refuses(2, 1, {}, {}));
    CHECK(refuses(3, 0, {}, {}));
    CHECK(refuses(3, std::int64_t{1} << 32, {}, {}));
    CHECK(refuses(3, 1, {0, false, {}, {}}, {}));
    CHECK(refuses(3, 1, {1, true, {}, {}}, {}));
    CHECK(refuses(3, 1, {1, false, {1, 2}, {}}, {}));
    CHECK(refuses(3, 1, {1, false, {0, 0, 0}, {}}, {}));
    CHECK(refuses(3, 1, {1, false, {1, -1, 2}, {}}, {}));
    CHECK(refuses(3, 1, {1, false, {}, {3}}, {}));
    CHECK_FALSE(refuses(3, 1, {0.5, true, {1, 0, 2}, {2}}, {}));
    calendar dates;
    dates.patience = {{0.9, 30}};
    CHECK(refuses(3, 1, {}, dates));
    CHECK_THROWS_WITH(check_preconditions("talks", 3, 2, 1, {}, {}),
                      "talks: needs an agent a party, 3; got 2");
}

TEST_CASE("a move that is not legal is refused by name") {
    CHECK_THROWS_WITH_AS(refuse_move("talks", 1, 7, move_kind::accept),
                         "talks: party 1 made a move that is not legal in round 7; got 'accept'",
                         std::invalid_argument);
}
