#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/question/deal_text.hpp>
#include <negotiation/question/expectation.hpp>

#include "support.hpp"

using namespace negotiation;
using namespace negotiation::question;

namespace {

const scenario& sequenced_file() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-sequenced.toml");
    return world;
}

}  // namespace

TEST_CASE("with an order on the table utilities are expectations") {
    const seating at = set_table(sequenced_file(), {});
    const auto found = expectation_of(at);
    REQUIRE(found);
    CHECK(found->issue == "order");
    CHECK(found->beliefs ==
          std::vector<std::pair<std::string, double>>{{"United States", 0.25}, {"Iran", 0.15}});
    const outcome deal = parse_deal(at, "N1");
    const std::vector<double> whole = carried_out(at, deal);
    CHECK(whole[0] == doctest::Approx(0.647 + 0.05));  // what completion adds
    CHECK(whole[1] == doctest::Approx(0.705 + 0.05));
    CHECK(utility_today(at, 0) == doctest::Approx(0.238));
    CHECK(utility_today(at, 1) == doctest::Approx(0.526));

    const seating plain = set_table(tests::backchannel_file(), {});
    CHECK_FALSE(expectation_of(plain));
    CHECK(carried_out(plain, parse_deal(plain, "N1")).empty());
    CHECK(orders_of(plain, parse_deal(plain, "N1")).empty());
    CHECK(utility_today(plain, 0) == doctest::Approx(0.238));
}

TEST_CASE("a deal is weighed in every order") {
    const seating at = set_table(sequenced_file(), {});
    const std::vector<order_worth> all = orders_of(at, parse_deal(at, "J"));
    REQUIRE(all.size() == 3);
    CHECK(to_string(all[1].order) == "iran-first");
    CHECK(all[0].chosen);
    CHECK_FALSE(all[1].chosen);
    CHECK(all[1].utilities[0] == doctest::Approx(0.601));
    CHECK(all[2].utilities[1] == doctest::Approx(0.64205));
    CHECK_FALSE(all[1].acceptable);
}
