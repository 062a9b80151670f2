#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <doctest/doctest.h>
#include <rapidcheck.h>
#include <support/mediated.hpp>
#include <support/property.hpp>

#include <negotiation/talks/mediator/formulator.hpp>
#include <negotiation/talks/mediator/relay.hpp>
#include <negotiation/talks/protocol/single_text.hpp>
#include <negotiation/talks/strategy/annealer.hpp>
#include <negotiation/talks/strategy/hill_climber.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

/// The texts that were kept, the first included: what the chair accepted.
std::vector<offer_id> texts_of(const tests::run_record& record, offer_id first,
                               std::size_t parties) {
    std::vector<offer_id> texts{first};
    for (const event& e : record.history) {
        if (e.who >= parties && e.kind == move_kind::accept) {
            texts.push_back(e.deal);
        }
    }
    return texts;
}

std::vector<any_strategy> voters(std::size_t parties, const any_strategy& voter) {
    return std::vector<any_strategy>(parties, voter);
}

/// Binary issues that matter in pairs: rugged, as in the literature.
problem rugged(std::uint64_t seed, std::size_t issues = 10) {
    random_stream draws(seed);
    problem_builder builder;
    for (std::size_t k = 0; k < issues; ++k) {
        builder.issue("issue " + std::to_string(k), 2);
    }
    for (const char* name : {"first", "second"}) {
        std::vector<std::vector<double>> own;
        for (std::size_t k = 0; k < issues; ++k) {
            own.push_back({0, draw_share(draws) - 0.5});
        }
        builder.party(name, std::move(own), -100);
        for (std::size_t k = 0; k < issues; ++k) {
            for (std::size_t l = 0; l < k; ++l) {
                builder.interaction(l, k, {0, 0, 0, 2 * draw_share(draws) - 1});
            }
        }
    }
    return builder.build();
}

/// Mean over seeds of the sum of both parties' utilities, and of the first party's alone.
struct welfare {
    double both = 0;
    double first = 0;
};

welfare mean_of(const single_text& protocol, const any_strategy& first,
                const any_strategy& second) {
    welfare mean;
    constexpr std::uint64_t times = 60;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        const problem p = rugged(seed);
        const arena at(p);
        const auto end = tests::play_directly(at, protocol, {first, second}, seed).end;
        mean.both += (end.utilities[0] + end.utilities[1]) / times;
        mean.first += end.utilities[0] / times;
    }
    return mean;
}

}  // namespace

TEST_CASE("hill climbing never takes a step down") {
    tests::check_always(150, [] {
        const problem p = tests::build(*tests::problems({3, 5, 100, true, true, true, true}));
        const arena at(p);
        RC_PRE(at.deals()->rows() > 0);
        single_text protocol;
        protocol.rounds = 80;
        const auto seed = *rc::gen::inRange<std::uint64_t>(0, 1000);
        const auto record = tests::play_directly(
            at, protocol, voters(at.parties(), any_strategy(hill_climber{})), seed);
        const auto texts = texts_of(record, 0, at.parties());
        proceedings said;
        said.begin(at);
        for (std::size_t k = 1; k < texts.size(); ++k) {
            for (party_id i = 0; i < at.parties(); ++i) {
                const bool was_outside = said.excluded(texts[k - 1], i);
                RC_ASSERT(was_outside || !said.excluded(texts[k], i));
                RC_ASSERT(was_outside ||
                          said.utility(texts[k], i) >= said.utility(texts[k - 1], i));
            }
        }
        if (record.end.status == talks_status::agreement) {
            RC_ASSERT(record.end.deal == texts.back());
        }
    });
}

TEST_CASE(
    "from no deal on, hill climbing is individually rational and ends where no change helps") {
    tests::check_always(60, [] {
        auto spec = *tests::problems({3, 4, 60, false, false, true, true});
        const problem p = tests::build(spec);
        RC_PRE(first_feasible(arena(p)).has_value());
        bargaining table = p.table;
        for (auto& who : table.parties) {
            // No deal is worth what the first text is.
            who.threshold = sum_of(who.utility, table.space.sizes, *first_feasible(arena(p)));
            who.reservation = static_cast<units>(who.threshold) * who.utility.scale.grain;
            who.utility.scale.reservation = from_units(who.reservation);
        }
        const arena at(table);
        single_text protocol;
        protocol.rounds = 1500;
        const auto record = tests::play_directly(
            at, protocol, voters(at.parties(), any_strategy(hill_climber{})), 7);
        RC_ASSERT(record.end.status == talks_status::agreement);
        for (party_id i = 0; i < at.parties(); ++i) {
            RC_ASSERT(record.end.utilities[i] >= at.view(i).reservation);
        }
        const auto options = at.deals()->deal(record.end.deal);
        const outcome text(options.begin(), options.end());
        for (const one_change& change : feasible_changes(table.space, text)) {
            bool better = true;
            for (party_id i = 0; i < at.parties(); ++i) {
                better =
                    better && utility_of(table, i, changed(text, change)) > record.end.utilities[i];
            }
            RC_ASSERT(!better);
        }
    });
}

TEST_CASE("annealing parties get further than climbing ones, and climbing pays against them") {
    single_text protocol;
    protocol.rounds = 1000;
    const any_strategy climbs{hill_climber{}};
    const any_strategy anneals{annealer(1)};
    const welfare both_climb = mean_of(protocol, climbs, climbs);
    const welfare both_anneal = mean_of(protocol, anneals, anneals);
    const welfare one_climbs = mean_of(protocol, climbs, anneals);
    const welfare one_anneals = mean_of(protocol, anneals, climbs);
    CHECK(both_anneal.both > both_climb.both);
    CHECK(one_climbs.first > both_anneal.first);  // the temptation
    CHECK(one_anneals.first < both_climb.first);  // the sucker's payoff
}

TEST_CASE("an annealing chair gets climbing parties further") {
    single_text cold;
    cold.rounds = 1000;
    single_text warm = cold;
    warm.temperature = 0.1;
    const any_strategy climbs{hill_climber{}};
    CHECK(mean_of(warm, climbs, climbs).both > mean_of(cold, climbs, climbs).both);
}

TEST_CASE("a chair without heat is no chair at all") {
    const problem p = rugged(3);
    const arena at(p);
    single_text cold;
    single_text odd = cold;
    odd.weak_loss = 1e-9;
    const auto climbing = voters(2, any_strategy(hill_climber{1}));
    CHECK(tests::play_directly(at, odd, climbing, 1) ==
          tests::play_directly(at, cold, climbing, 1));
}

TEST_CASE("the first text is given or the first feasible deal") {
    const problem p = problem_builder{}
                          .issue("a", 3)
                          .issue("b", 2)
                          .forbid({{0, {0}}})
                          .party("first", {{0, 1, 2}, {0, 1}}, 0)
                          .build();
    const arena written(p);
    const arena unwritten(p, {0});
    CHECK(first_feasible(written) == outcome{1, 0});
    CHECK(first_feasible(unwritten) == outcome{1, 0});
    single_text protocol;
    protocol.rounds = 1;
    protocol.start = {2, 1};
    const auto kept =
        tests::play_directly(written, protocol, voters(1, any_strategy(hill_climber{})), 1);
    CHECK(kept.end.utilities == std::vector<double>{3});
    CHECK(kept.end.offers == 1);
    protocol.start = {0, 1};
    CHECK_THROWS_AS(
        (void)tests::play_directly(written, protocol, voters(1, any_strategy(hill_climber{})), 1),
        std::invalid_argument);
    // A space too large to be written down gives the same talks.
    protocol.start = {};
    protocol.rounds = 30;
    const auto one =
        tests::play_directly(written, protocol, voters(1, any_strategy(hill_climber{})), 1);
    const auto other =
        tests::play_directly(unwritten, protocol, voters(1, any_strategy(hill_climber{})), 1);
    CHECK(one.end.utilities == other.end.utilities);
    CHECK(one.history.size() == other.history.size());
}

TEST_CASE("without a feasible deal there is no text") {
    const problem p =
        problem_builder{}.issue("a", 2).forbid({{0, {0, 1}}}).party("first", {{0, 1}}, 0).build();
    const arena at(p);
    const auto record =
        tests::play_directly(at, single_text{}, voters(1, any_strategy(hill_climber{})), 1);
    CHECK(record.end.status == talks_status::no_agreement);
    CHECK(record.history.empty());
}

TEST_CASE("a text worse than no deal is not signed") {
    const arena at(tests::pie(6, 6));
    const auto record =
        tests::play_directly(at, single_text{}, voters(2, any_strategy(hill_climber{})), 1);
    CHECK(record.end.status == talks_status::no_agreement);
    CHECK(record.end.utilities == std::vector<double>{6, 6});
    // Where the first party alone decides, its text is.
    single_text protocol;
    protocol.agreement = {0.5, false, {1, 0}, {0}};
    const auto alone =
        tests::play_directly(at, protocol, voters(2, any_strategy(hill_climber{})), 1);
    CHECK(alone.end.status == talks_status::agreement);
    CHECK(alone.end.utilities == std::vector<double>{10, 0});
}

TEST_CASE("a party cannot vote for leaving its red lines") {
    bargaining table = tests::pie(0, 0);
    std::vector<bool> allowed(11, true);
    allowed[9] = false;
    table.parties[0].red_lines = {{0, allowed, false, true}};
    const arena at(table);
    struct accepts_all {
        move act(const turn& t, random_stream&) const {
            return t.legal().accept ? turn::accept() : turn::reject();
        }
    };
    const auto record =
        tests::play_directly(at, single_text{}, voters(2, any_strategy(accepts_all{})), 1);
    for (const event& e : record.history) {
        CHECK((e.who != 0 || e.deal != 9 || e.kind == move_kind::reject));
    }
    struct accepts_blindly {
        move act(const turn&, random_stream&) const { return turn::accept(); }
    };
    CHECK_THROWS_AS((void)tests::play_directly(at, single_text{},
                                               voters(2, any_strategy(accepts_blindly{})), 1),
                    std::invalid_argument);
}

TEST_CASE("mediators carry votes and table texts") {
    const arena at(tests::logrolling());
    const reports told(at);
    single_text protocol;
    protocol.rounds = 20;
    const auto agents = voters(2, any_strategy(hill_climber{}));
    const auto direct = tests::play_directly(at, protocol, agents, 1);
    CHECK(tests::play_mediated(at, protocol, agents, {{"a", relay{}}}, told, 1) == direct);
    // Every vote is lost: the text stays what it was.
    const auto deaf = tests::play_mediated(at, protocol, agents, {{"a", relay(1, 2)}}, told, 1);
    CHECK(deaf.end.deal == 0);
    CHECK(deaf.end.days == 20 * 4);
    // A text that is tabled is proposed next.
    protocol.start = {0, 2};  // worth 2 to each; (2, 0) is worth 6, and one change does not do
    const auto helped = tests::play_mediated(at, protocol, agents,
                                             {{"a", formulator(text_rule::nash, told)}}, told, 1);
    CHECK(helped.end.utilities == std::vector<double>{6, 6});
    CHECK(helped.acts.at(0).round == 1);
}

TEST_CASE("strategies made for offers vote as well") {
    const arena at(tests::logrolling());
    single_text protocol;
    protocol.rounds = 50;
    const auto record = tests::play_directly(at, protocol, tests::some_agents(2, 1 + 4 * 2), 1);
    CHECK(record.end.offers == 50);
}
