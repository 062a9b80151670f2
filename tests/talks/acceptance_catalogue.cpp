#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/parameter_trials.hpp>
#include <support/talks.hpp>

#include <negotiation/talks/acceptance_catalogue.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

// What is chosen by name must not push a strategy out of `any_strategy`.
static_assert(acceptance<any_acceptance>);
static_assert(sizeof(any_acceptance) <= 24);

namespace {

/// Whether a condition takes the price of 3 at time 0.5, when 2 would be asked for next.
bool takes(const std::string& text) {
    const arena at(tests::sale());
    proceedings said;
    said.begin(at);
    said.standing = 3;
    const turn t(said, 0, {6, 10, 0.5, 0}, {true, true, false, true});
    return read_acceptance(text).accepts(t, {7.5, 2});
}

}  // namespace

TEST_CASE("conditions are read by name") {
    for (const catalogue_entry& entry : acceptance_catalogue()) {
        CHECK_NOTHROW((void)read_acceptance(entry.name));
    }
    CHECK_FALSE(takes("target"));
    CHECK_FALSE(takes("next"));
    CHECK(takes("next(b=-1)"));
    CHECK_FALSE(takes("previous"));
    CHECK(takes("constant(share=0.6)"));
    CHECK(takes("time(from=0.5)"));
    CHECK_FALSE(takes("combi(from=0.5)"));  // nothing was received
    CHECK_FALSE(takes("never"));
    CHECK_THROWS_WITH((void)read_acceptance("nxt"),
                      "unknown acceptance condition 'nxt'; did you mean 'next'? known: target, "
                      "next, previous, gap, constant, time, combi, never, any, all");
    for (const char* wrong : {"", "any", "all()", "any(next,)", "any(nxt)", "any(next(c=1))",
                              "combi(of=worst)", "combi(window=-1)", "gap(gap=2)"}) {
        CHECK_THROWS_AS((void)read_acceptance(wrong), std::invalid_argument);
    }
}

TEST_CASE("lists of conditions are and or or") {
    CHECK(takes("any(next,time(from=0.5))"));
    CHECK_FALSE(takes("all(next,time(from=0.5))"));
    CHECK(takes("all(constant(share=0.5),time(from=0.5))"));
    CHECK_FALSE(takes("any(next,never)"));
    CHECK(takes("any(never,all(constant(share=0.5),any(next,time(from=0.1))))"));
    std::string deep = "next";
    for (int k = 0; k < 8; ++k) {
        deep = "any(" + deep + ")";
    }
    CHECK_NOTHROW((void)read_acceptance(deep));
    CHECK_THROWS_AS((void)read_acceptance("any(" + deep + ")"), std::invalid_argument);
}

TEST_CASE("no condition but never fails to accept for ever") {
    // Elsewhere a condition that compares with one's last offer was found never to accept.
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 50;
    for (const char* accept : {"previous", "gap", "combi", "combi(of=average)",
                               "all(previous,target)", "any(never,previous)"}) {
        const std::string text = "linear(accept=" + std::string(accept) + ")";
        const auto end =
            play(at, protocol, 1, make_strategy(text, at, 0), make_strategy(text, at, 1));
        CHECK_MESSAGE(end.status == talks_status::agreement, accept);
        CHECK(end.utilities[0] >= 4);
        CHECK(end.utilities[1] >= 4);
    }
}

TEST_CASE("every parameter of a condition changes when something is taken") {
    const arena at(tests::sale());
    alternating_offers protocol;
    protocol.rounds = 20;
    const auto endings = [&](const std::string& accept) {
        const any_strategy taker =
            make_strategy("boulware(accept=any(never," + accept + "))", at, 0);
        std::vector<ending> seen;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            for (const char* other : {"conceder", "boulware", "random-walker"}) {
                seen.push_back(play(at, protocol, seed, taker, make_strategy(other, at, 1)));
            }
        }
        return seen;
    };
    tests::check_parameters(acceptance_catalogue(),
                            {{"*", "a", "0.5", "-1"},
                             {"*", "b", "-2", "x"},
                             {"gap", "gap", "0.5", "2"},
                             {"constant", "share", "0.3", "-1"},
                             {"time", "from", "0.2", "2"},
                             {"combi", "from", "0.2", "2"},
                             {"combi", "of", "average", "worst", "from=0.2,window=3"},
                             {"combi", "window", "3", "0.5", "from=0.2"}},
                            endings);
}
