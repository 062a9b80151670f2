// What a scenario may say of its talks, and what is wrong with the rest.
#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/some_talks.hpp>
#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/validate.hpp>

#include "scenario/spec_numbers.hpp"

using namespace negotiation;

namespace {

/// What validate says after one change to a sound scenario with talks, as "path: message" lines.
std::string after(const std::function<void(talks::section&)>& change) {
    scenario world = tests::tiny_scenario();
    world.protocol = tests::some_talks();
    change(*world.protocol);
    std::string text;
    for (const diagnostic& d : validate(world)) {
        text += (text.empty() ? "" : "\n") + d.path + ": " + d.message;
    }
    return text;
}

/// "e=0.3; base.e=1"
std::string spec_numbers_text(const char* spec) {
    std::string text;
    for (const detail::spec_number& n : detail::numbers_in_spec(spec)) {
        text += text.empty() ? "" : "; ";
        for (std::size_t k = 0; k < n.keys.size(); ++k) {
            text += (k == 0 ? "" : ".") + n.keys[k];
        }
        text += "=" + std::to_string(n.value).substr(0, 4);
    }
    return text;
}

}  // namespace

TEST_CASE("sound talks have no diagnostics") {
    CHECK(after([](talks::section&) {}) == "");
    CHECK(after([](talks::section& s) { s = {}; }) == "");
    CHECK(after([](talks::section& s) { s.mediators[1].bias = 0; }) == "");
}

TEST_CASE("deadline and pace and breakdown keep their ranges") {
    for (const std::int64_t rounds : {std::int64_t{0}, std::int64_t{1'000'001}}) {
        CHECK(after([&](talks::section& s) { s.rounds = rounds; }) ==
              "protocol.rounds: a deadline must lie in [1, 1000000] rounds; got " +
                  std::to_string(rounds));
    }
    constexpr double infinite = std::numeric_limits<double>::infinity();
    for (const double wrong : {0.0, -1.0, infinite, std::nan("")}) {
        CHECK(after([&](talks::section& s) { s.days_per_round = wrong; }) != "");
    }
    for (const double wrong : {-0.1, 1.0, std::nan("")}) {
        CHECK(after([&](talks::section& s) { s.breakdown = wrong; }) != "");
    }
    CHECK(after([](talks::section& s) { s.breakdown = 0.99; }) == "");
}

TEST_CASE("agreement is a share of the votes, or more than half of them") {
    for (const double wrong : {0.0, 1.01, std::nan("")}) {
        CHECK(after([&](talks::section& s) { s.quota = wrong; }) != "");
    }
    CHECK(after([](talks::section& s) { s.quota = 0.75; }) ==
          "protocol.agreement: only a majority, 0.5 of the votes, is to be passed and not only "
          "reached; got 0.75");
    CHECK(after([](talks::section& s) {
              s.quota = 0.75;
              s.more_than_quota = false;
          }) == "");
}

TEST_CASE("votes are for those who may sit at the table, and somebody has some") {
    CHECK(after([](talks::section& s) { s.votes.emplace_back("Byer", 1); }) ==
          "protocol.votes.Byer: no party or onlooker 'Byer'; did you mean 'Buyer'? known: Seller, "
          "Buyer, Neighbour");
    CHECK(after([](talks::section& s) { s.votes.emplace_back("Seller", 1); }) ==
          "protocol.votes.Seller: 'Seller' has votes already");
    CHECK(after([](talks::section& s) { s.votes[0].second = -1; }) ==
          "protocol.votes.Seller: votes must lie in [0, 1e12); got -1");
    CHECK(after([](talks::section& s) { s.votes[0].second = std::nan(""); }) != "");
    CHECK(after([](talks::section& s) { s.votes[0].second = 0; }) == "");  // the buyer has one
    CHECK(after([](talks::section& s) {
              s.votes = {{"Seller", 0}, {"Buyer", 0}, {"Neighbour", 1}};
          }) == "protocol.votes: the votes of the parties must sum to more than 0; got 0");
}

TEST_CASE("a veto is a party's, once") {
    CHECK(after([](talks::section& s) {
              s.veto = {"Buyer", "Neighbour"};
          }) == "protocol.veto[1]: no party 'Neighbour'; known: Seller, Buyer");
    CHECK(after([](talks::section& s) {
              s.veto = {"Buyer", "Buyer"};
          }) == "protocol.veto[1]: party 'Buyer' is there twice");
}

TEST_CASE("strategies are for those who may sit at the table, one each") {
    CHECK(after([](talks::section& s) { s.strategies.emplace_back("Byer", "boulware"); }) ==
          "protocol.strategies.Byer: no party or onlooker 'Byer'; did you mean 'Buyer'? known: "
          "Seller, Buyer, Neighbour");
    CHECK(after([](talks::section& s) { s.strategies.emplace_back("Seller", "boulware"); }) ==
          "protocol.strategies.Seller: 'Seller' has a strategy already");
    CHECK(after([](talks::section& s) { s.strategies[0].second = " "; }) != "");
    CHECK(after([](talks::section& s) { s.protocol = ""; }) != "");
    CHECK(after([](talks::section& s) {
              s.protocol = "agenda(order=nothing)";
          }).find("protocol.kind: agenda: order: no issue 'nothing'") == 0);
    CHECK(after([](talks::section& s) { s.protocol = "agenda(order=package)"; }) == "");
    CHECK(after([](talks::section& s) { s.protocol = "agenda"; }) == "");
    CHECK(after([](talks::section& s) { s.protocol = std::string(1001, 'x'); }) ==
          "protocol.kind: a name with its parameters has at most 1000 bytes; got 1001");
}

TEST_CASE("a channel leaks at a rate and costs something") {
    for (const double wrong : {-0.1, std::numeric_limits<double>::infinity(), std::nan("")}) {
        CHECK(after([&](talks::section& s) { s.leak_rate = wrong; }) != "");
        CHECK(after([&](talks::section& s) { s.audience_cost = wrong; }) != "");
    }
    CHECK(after([](talks::section& s) { s.leak_rate = 3; }) == "");
}

TEST_CASE("mediators have names of their own and one is in the chair") {
    CHECK(after([](talks::section& s) { s.mediators[1].name = "Qatar"; }) ==
          "mediator.Qatar: 'Qatar' names a mediator twice");
    CHECK(after([](talks::section& s) { s.mediators[1].name = "Neighbour"; }) ==
          "mediator.Neighbour: 'Neighbour' names an agent already; a mediator needs a name of its "
          "own");
    CHECK(after([](talks::section& s) { s.mediators[1].name = ""; }) ==
          "mediator[\"\"]: a name of a mediator must not be empty");
    CHECK(after([](talks::section& s) { s.mediators[1].chair = true; }) ==
          "mediator.Oman.chair: one mediator at most is in the chair; got 'Oman' beside 'Qatar'");
    CHECK(after([](talks::section& s) { s.mediators.resize(101); }) ==
          "mediator: a scenario has at most 100 mediators; got 101");
    CHECK(after([](talks::section& s) {
              s.votes.resize(101);
              s.veto.resize(101);
              s.strategies.resize(101);
          }) ==
          "protocol: a scenario has at most 100 entries of votes; got 101\n"
          "protocol: a scenario has at most 100 vetoes; got 101\n"
          "protocol: a scenario has at most 100 strategies; got 101");
}

TEST_CASE("a bias leans to a party, and all of a mediator keeps its ranges") {
    CHECK(after([](talks::section& s) { s.mediators[1].toward = ""; }) ==
          "mediator.Oman.toward: a bias of 0.1 needs 'toward', the party it leans to; got none");
    CHECK(after([](talks::section& s) { s.mediators[1].toward = "Neighbour"; }) ==
          "mediator.Oman.toward: no party 'Neighbour'; known: Seller, Buyer");
    for (const double wrong : {-0.1, 1.1, std::nan("")}) {
        CHECK(after([&](talks::section& s) { s.mediators[1].bias = wrong; }) != "");
        CHECK(after([&](talks::section& s) { s.mediators[1].reservation = wrong; }) != "");
    }
    CHECK(after([](talks::section& s) { s.mediators[1].source = "s"; }) ==
          "mediator.Oman.source: no source 's'; none is known");
    CHECK(after([](talks::section& s) { s.mediators[1].role = ""; }) != "");
}

TEST_CASE("an assumption about a choice stays right when the choice has no number") {
    scenario world = tests::tiny_scenario();
    world.protocol = tests::some_talks();
    world.assumptions = {{"mediator.Oman.role", ""},
                         {"protocol.agreement", ""},
                         {"protocol.strategies", ""},
                         {"protocol.strategies.Seller.e", ""}};
    CHECK(validate(world).empty());
    world.protocol->strategies[0].second = "boulware";
    const auto found = validate(world);
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "assumption[\"protocol.strategies.Seller.e\"].what");
    world.protocol.reset();
    CHECK(validate(world).size() == 4);
}

TEST_CASE("the numbers of a spec stand under their parameters") {
    CHECK(spec_numbers_text("boulware") == "");
    CHECK(spec_numbers_text("boulware(e=0.3,offer=best)") == "e=0.30");
    CHECK(spec_numbers_text(" relay ( noise = 0.05 , delay = 3 ) ") == "noise=0.05; delay=3.00");
    CHECK(spec_numbers_text("noisy(base=boulware(e=2,model=frequency),noise=1)") ==
          "base.e=2.00; noise=1.00");
    CHECK(spec_numbers_text("first(boulware(e=1),boulware(e=2))") ==
          "boulware.e=1.00; "
          "boulware.e=2.00");
    // what makes no sense has no numbers and does no harm
    for (const char* nonsense : {"", "(", ")", "))((", "e=1", "a(1)", "a(e=nan)", "a(e=1x)",
                                 "a(=1)", "a(e=)", "a(e=inf)", "=,=,="}) {
        CAPTURE(nonsense);
        CHECK(spec_numbers_text(nonsense) == "");
    }
    std::string deep = "a";
    for (int k = 0; k < 100; ++k) {
        deep += "(b=a";
    }
    CHECK(spec_numbers_text((deep + "(e=1").c_str()) == "");
    CHECK(spec_numbers_text(("a(e=1," + std::string(1000, 'x')).c_str()) == "");
}

TEST_CASE("freezing leaves out what is said of the talks") {
    scenario world = tests::tiny_scenario();
    const problem without = freeze(world);
    world.protocol = tests::some_talks();
    CHECK(freeze(world) == without);
}
