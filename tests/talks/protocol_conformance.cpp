#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <support/complains.hpp>
#include <support/talks.hpp>

#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/protocol_conformance.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// Asks the first party alone, in everybody's name, takes whatever it says, and invents the ending.
struct lawless {
    template <class Agents, class Mediation>
    ending play(const arena& at, Agents& agents, Mediation&, run_streams& draws,
                proceedings& said) const {
        said.begin(at);
        const turn t(said, 1, {5, 4, 1, 0}, {false, true, false, false});
        static_cast<void>(act(agents, 0, t, draws.parties[0]));
        ending end;
        end.status = talks_status::agreement;
        end.deal = 0;
        end.utilities.assign(at.parties(), 99);
        return end;
    }
};

}  // namespace

TEST_CASE("the protocols of the library keep the rules") {
    for (const problem& p : {tests::sale(), tests::three_at_a_table()}) {
        const arena written(p);
        const arena searched(p, {0});
        for (const arena* at : {&written, &searched}) {
            alternating_offers turns;
            turns.rounds = 20;
            CHECK(check_protocol(turns, *at).empty());
            turns.agreement.quota = 0.5;
            turns.agreement.more_than = true;
            turns.breakdown = 0.1;
            CHECK(check_protocol(turns, *at).empty());
            single_text text;
            text.rounds = 20;
            CHECK(check_protocol(text, *at).empty());
            text.temperature = 0.5;
            CHECK(check_protocol(text, *at).empty());
        }
    }
}

TEST_CASE("faults of protocols are found") {
    const arena at(tests::sale());
    const auto faults = check_protocol(lawless{}, at);
    CHECK(tests::complains(faults, "another's place"));
    CHECK(tests::complains(faults, "after the deadline"));
    CHECK(tests::complains(faults, "leaves [0, 1)"));
    CHECK(tests::complains(faults, "nothing stands"));
    CHECK(tests::complains(faults, "not legal is taken"));
    CHECK(tests::complains(faults, "not those of the deal"));
}
