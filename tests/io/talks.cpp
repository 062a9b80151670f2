// The sections protocol, channel and mediator of a scenario file.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <io/scenario_text.hpp>

#include <negotiation/io/parse_error.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/numbers.hpp>

using namespace negotiation;
using io::parse_scenario;
using tests::small_text;

namespace {

std::string talks_text() {
    return small_text + R"toml(
[protocol]
kind = "alternating-offers"
rounds = 24
clock = "genius"
days_per_round = 15
breakdown = 0.01
agreement = "majority"
votes = { Seller = 2 }
veto = ["Buyer"]
discounting = "relative"
discount_no_deal = false
strategies = { Seller = "boulware(e=0.3,offer=best,model=frequency)" }

[channel]
leak_rate = 0.001
audience_cost = 0.05

[[mediator]]
name = "Qatar"
role = "relay(noise=0.05,delay=3)"
chair = true

[[mediator]]
name = "Oman"
role = "formulator(noise=0.1,delay=5,after=12)"
bias = 0.1
toward = "Buyer"
reservation = 0.4
note = "far"
)toml";
}

scenario reading(const std::string& text, const std::vector<std::string>& overrides = {}) {
    return parse_scenario(text, "x.toml", overrides);
}

}  // namespace

TEST_CASE("what a file says of the talks is read") {
    talks::section expected;
    expected.rounds = 24;
    expected.clock = clock::negmas;
    expected.days_per_round = 15;
    expected.breakdown = 0.01;
    expected.quota = 0.5;
    expected.more_than_quota = true;
    expected.votes = {{"Seller", 2}};
    expected.veto = {"Buyer"};
    expected.discount = talks::discounting::relative;
    expected.discount_no_deal = false;
    expected.strategies = {{"Seller", "boulware(e=0.3,offer=best,model=frequency)"}};
    expected.leak_rate = 0.001;
    expected.audience_cost = 0.05;
    expected.mediators = {
        {"Qatar", "relay(noise=0.05,delay=3)", true, "", 0, std::nullopt, "", ""},
        {"Oman", "formulator(noise=0.1,delay=5,after=12)", false, "Buyer", 0.1, 0.4, "", "far"}};
    CHECK(reading(talks_text()).protocol == expected);
}

TEST_CASE("any one of the three sections is enough, and none is none") {
    CHECK_FALSE(reading(small_text).protocol.has_value());
    CHECK_FALSE(reading("mediator = []\n" + small_text).protocol.has_value());
    CHECK(reading(small_text + "[protocol]\n").protocol == talks::section{});
    CHECK(reading(small_text + "[channel]\nleak_rate = 2\n").protocol->leak_rate == 2);
    const scenario world = reading(small_text + "[[mediator]]\nname = \"Q\"\nrole = \"relay\"\n");
    REQUIRE(world.protocol.has_value());
    CHECK(world.protocol->mediators.size() == 1);
    CHECK(world.protocol->rounds == 100);
}

TEST_CASE("agreement is a word or a share") {
    const auto agreement = [](const char* text) {
        return *reading(small_text + "[protocol]\nagreement = " + text + "\n").protocol;
    };
    CHECK(agreement("\"unanimity\"") == talks::section{});
    CHECK(agreement("1") == talks::section{});
    CHECK(agreement("0.75").quota == 0.75);
    CHECK_FALSE(agreement("0.5").more_than_quota);
    CHECK(agreement("\"majority\"").more_than_quota);
}

TEST_CASE("a whole number of rounds may be written with a point") {
    CHECK(reading(small_text + "[protocol]\nrounds = 24.0\n").protocol->rounds == 24);
    CHECK_THROWS_AS(reading(small_text + "[protocol]\nrounds = 24.5\n"), parse_error);
    CHECK_THROWS_AS(reading(small_text + "[protocol]\nrounds = 1e300\n"), parse_error);
    CHECK_THROWS_AS(reading(small_text + "[protocol]\nrounds = 2000000000\n"), parse_error);
}

TEST_CASE("every part of the talks can be set") {
    const scenario world =
        reading(talks_text(),
                {"protocol.rounds=30", "protocol.strategies[\"Buyer\"]=boulware",
                 "channel.leak_rate=0.002", "mediator.Qatar.role=manipulator(budget=30)",
                 "protocol.agreement=unanimity", "protocol.votes.Buyer=3", "protocol.veto=[]"});
    CHECK(world.protocol->rounds == 30);
    CHECK(world.protocol->strategies.size() == 2);
    CHECK(world.protocol->strategies[1].second == "boulware");
    CHECK(world.protocol->leak_rate == 0.002);
    CHECK(world.protocol->mediators[0].role == "manipulator(budget=30)");
    CHECK(world.protocol->quota == 1);
    CHECK(world.protocol->votes[1] == std::pair<std::string, double>("Buyer", 3));
    CHECK(world.protocol->veto.empty());
}

TEST_CASE("what is set may begin a section that the file leaves out") {
    CHECK(reading(small_text, {"protocol.rounds=30"}).protocol->rounds == 30);
    CHECK(reading(small_text, {"channel.leak_rate=1"}).protocol->leak_rate == 1);
    CHECK(reading(small_text, {"protocol.strategies.Buyer=boulware"}).protocol->strategies.size() ==
          1);
    CHECK(reading(small_text, {"protocol.votes.Buyer=2"}).protocol->votes.size() == 1);
    CHECK_THROWS_AS(reading(small_text, {"protocol.votes.Buyer.x=2"}), parse_error);
    CHECK_THROWS_AS(reading(small_text, {"protocol.vots.Buyer=2"}), parse_error);
    CHECK_THROWS_AS(reading(small_text, {"mediator.Qatar.bias=0"}), parse_error);
}

TEST_CASE("a variant changes and removes what its base says of the talks") {
    const tests::temporary_folder folder;
    folder.write("base.toml", talks_text());
    const std::string over = folder.write("over.toml", R"(extends = "base.toml"
[protocol]
rounds = 6
veto = ["Seller"]
strategies = { Buyer = "boulware" }
[channel]
audience_cost = 0.1
[[mediator]]
name = "Qatar"
remove = true
[[mediator]]
name = "Oman"
bias = 0
[[mediator]]
name = "E3"
role = "relay"
)");
    const talks::section base = *reading(talks_text()).protocol;
    const talks::section said = *io::read_scenario(over).protocol;
    CHECK(said.rounds == 6);
    CHECK(said.days_per_round == 15);
    CHECK(said.veto == std::vector<std::string>{"Seller"});
    CHECK(said.strategies[0] == base.strategies[0]);
    CHECK(said.strategies[1].first == "Buyer");
    CHECK(said.leak_rate == 0.001);
    CHECK(said.audience_cost == 0.1);
    REQUIRE(said.mediators.size() == 2);
    CHECK(said.mediators[0].role == base.mediators[1].role);
    CHECK(said.mediators[0].bias == 0);
    CHECK(said.mediators[1].name == "E3");
}

TEST_CASE("assumptions and sources cover numbers of the talks") {
    const scenario world =
        reading(R"(assumption = [{ what = "protocol" }, { what = "mediator.*.bias" }]
source = [{ id = "s", cite = "c", covers = ["channel", "mediator.Qatar.role.noise"] }]
)" + talks_text());
    CHECK(world.assumptions.size() == 2);
    CHECK_THROWS_AS(reading("assumption = [{ what = \"channel.leak\" }]\n" + talks_text()),
                    parse_error);
}

TEST_CASE("answers about deals count no number of the talks of the back channel") {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    CHECK(summarise_numbers(world).unsourced == 0);
    CHECK(assumed_numbers(world, "nuclear") == 150);
    // two discount factors; 5 numbers of the protocol, 2 of the channel, 3 and 5 of the mediators
    CHECK(assumed_numbers_of_talks(world, "nuclear") == 150 + 2 + 5 + 2 + 3 + 5);
}
