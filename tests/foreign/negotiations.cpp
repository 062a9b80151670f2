// Results that other people's programs find on other people's scenarios. Neither belongs to this
// project: the folder that NEGOTIATION_FOREIGN names holds the scenarios, each a folder of GENIUS
// or GeniusWeb files under genius/, and reference/negotiations.json with what is expected
// (docs/validation.md tells its form). Without it nothing is tested here.

#include <cmath>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <io/parse_json.hpp>

#include <negotiation/deal/fair_deal.hpp>
#include <negotiation/deal/frontier.hpp>
#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy_catalogue.hpp>

using namespace negotiation;
using namespace negotiation::talks;

namespace {

constexpr double same = 1e-9;  ///< the files' decimals against sums of terms rounded to 1e-12

using io::detail::node;

struct foreign_negotiation {
    std::int64_t deadline = 0;
    std::int64_t round = 0;
    std::int64_t agreement = -1;
    std::int64_t offers = 0;
    std::vector<std::string> players;
    std::vector<double> utilities;
    std::vector<std::pair<std::uint32_t, offer_id>> trace;
};

struct foreign_scenario {
    std::string name;
    std::size_t outcomes = 0;
    std::map<std::string, std::vector<std::vector<double>>> points;
    std::vector<foreign_negotiation> negotiations;
};

/// The values of a list.
const node::array& list_of(const node& from) {
    REQUIRE(from.as_array() != nullptr);
    return *from.as_array();
}

/// What stands under a key; null where there is nothing.
const node* value_of(const node& from, const char* key) {
    REQUIRE(from.as_table() != nullptr);
    return io::detail::find(*from.as_table(), key);
}

const node& at(const node& from, const char* key) {
    const node* found = value_of(from, key);
    REQUIRE_MESSAGE(found != nullptr, "no '", key, "'");
    return *found;
}

double number_in(const node& from) {
    const auto* whole = std::get_if<std::int64_t>(&from.value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(from.value);
}

std::int64_t whole_in(const node& from) { return std::get<std::int64_t>(from.value); }

std::vector<double> numbers_in(const node& from) {
    std::vector<double> numbers;
    for (const node& element : list_of(from)) {
        numbers.push_back(number_in(element));
    }
    return numbers;
}

foreign_negotiation read_negotiation(const node& from) {
    foreign_negotiation n;
    n.deadline = whole_in(at(from, "n_steps"));
    n.round = whole_in(at(from, "steps"));
    const node* agreement = value_of(from, "agreement_index");  // null is as if it were not there
    n.agreement = agreement == nullptr ? -1 : whole_in(*agreement);
    n.offers = whole_in(at(from, "n_offers"));
    for (const node& player : list_of(at(from, "negotiators"))) {
        n.players.push_back(*player.as_text());
    }
    if (const node* utilities = value_of(from, "utilities")) {
        n.utilities = numbers_in(*utilities);
    }
    if (const node* trace = value_of(from, "trace")) {
        for (const node& row : list_of(*trace)) {  // ["n1", 17]
            const std::string& who = *list_of(row).front().as_text();
            n.trace.emplace_back(static_cast<std::uint32_t>(std::stoul(who.substr(1))),
                                 static_cast<offer_id>(whole_in(list_of(row).back())));
        }
    }
    return n;
}

std::vector<foreign_scenario> read_expected(const std::string& folder) {
    const std::string path = folder + "/reference/negotiations.json";
    const std::string text = io::detail::read_text(path);
    const node document = io::detail::parse_json(text, path);
    std::vector<foreign_scenario> all;
    for (const node& from : list_of(at(document, "scenarios"))) {
        foreign_scenario s;
        s.name = *at(from, "scenario").as_text();
        s.outcomes = static_cast<std::size_t>(whole_in(at(from, "outcomes")));
        for (const char* key : {"pareto", "nash", "kalai", "max_welfare"}) {
            for (const node& point : list_of(at(at(from, "raw"), key))) {
                s.points[key].push_back(numbers_in(point));
            }
        }
        for (const node& n : list_of(at(from, "negotiations"))) {
            s.negotiations.push_back(read_negotiation(n));
        }
        all.push_back(std::move(s));
    }
    return all;
}

/// The folder, or nothing, said: then there is nothing to test.
std::optional<std::string> foreign_folder() {
    const char* folder = std::getenv("NEGOTIATION_FOREIGN");
    if (folder == nullptr || *folder == '\0') {
        MESSAGE("skipped: NEGOTIATION_FOREIGN names no folder of foreign scenarios and results");
        return std::nullopt;
    }
    return folder;
}

bargaining table_of(const std::string& folder, const std::string& name) {
    return freeze(io::read_scenario(folder + "/genius/" + name, {}, {.raw = true})).table;
}

/// The strategies as the expectations name them.
std::string strategy_named(const std::string& player, double slack = 0) {
    if (player == "MiCRO") return "micro";
    const double tolerance = (player == "Aspiration" ? 1e-3 : 1e-4) + slack;
    const std::map<std::string, std::string> shapes{
        {"Aspiration", "0.25"}, {"Boulware", "0.25"}, {"Linear", "1"}, {"Conceder", "4"}};
    return fmt::format("time-dependent(e={},tolerance={})", shapes.at(player), tolerance);
}

/// Plays the expected moves, after asking the strategy what it would have done.
struct shadowed {
    any_strategy agent;
    any_strategy lenient;  ///< the same, with a slack in its search
    const std::vector<std::pair<std::uint32_t, offer_id>>* trace;
    std::size_t* place;                ///< in the trace
    std::vector<std::string>* others;  ///< moves that are not those expected
    std::size_t* ties;                 ///< moves that differ between deals of equal utility
    std::size_t* slack;                ///< moves that the slack alone explains

    move act(const turn& t, random_stream& draws) {
        random_stream aside(draws);
        const move leniently = lenient.act(t, aside);
        const move made = agent.act(t, draws);
        if (*place == trace->size()) {
            return made;  // all offers are told; what remains is to accept, or the deadline
        }
        const offer_id expected = (*trace)[(*place)++].second;
        if (made.kind != move_kind::offer) {
            others->push_back(std::string(to_string(made.kind)) + " instead of an offer");
        } else if (made.deal != expected) {
            const double apart = t.utility(made.deal) - t.utility(expected);
            if (std::abs(apart) > 0 && leniently.kind == move_kind::offer &&
                leniently.deal == expected) {
                ++*slack;
            } else if (std::abs(apart) > 0) {
                others->push_back("round " + std::to_string(t.now().round) + ": deal " +
                                  std::to_string(made.deal) + " instead of " +
                                  std::to_string(expected) + ", worth " + std::to_string(apart) +
                                  " more");
            } else {
                ++*ties;
            }
        }
        return turn::offer(expected);
    }
};

alternating_offers protocol_for(const foreign_negotiation& expected) {
    alternating_offers protocol;
    protocol.rounds = expected.deadline;
    protocol.convention = clock::negmas;
    return protocol;
}

ending run(const arena& at, const foreign_negotiation& expected, proceedings& said) {
    std::vector<any_strategy> agents;
    for (party_id i = 0; i < at.parties(); ++i) {
        agents.push_back(make_strategy(strategy_named(expected.players[i]), at, i));
    }
    direct_talks between;
    run_streams draws(1, 0, at.parties());
    return protocol_for(expected).play(at, agents, between, draws, said);
}

bool as_expected(const ending& end, const proceedings& said, const foreign_negotiation& expected) {
    bool equal = end.round == expected.round && end.offers == expected.offers &&
                 (expected.agreement < 0 ? end.deal == no_offer
                                         : end.deal == static_cast<offer_id>(expected.agreement));
    for (std::size_t i = 0; i < expected.utilities.size(); ++i) {
        equal = equal && std::abs(end.utilities[i] - expected.utilities[i]) < same;
    }
    if (!expected.trace.empty()) {
        std::vector<std::pair<std::uint32_t, offer_id>> trace;
        for (const event& e : said.history) {
            if (e.kind == move_kind::offer) {
                trace.emplace_back(e.who, e.deal);
            }
        }
        equal = equal && trace == expected.trace;
    }
    return equal;
}

bool holds(const std::vector<std::vector<double>>& points, const std::vector<double>& sought) {
    for (const auto& point : points) {
        bool equal = point.size() == sought.size();
        for (std::size_t i = 0; equal && i < point.size(); ++i) {
            equal = std::abs(point[i] - sought[i]) < same;
        }
        if (equal) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("foreign frontiers and solution points are ours too") {
    const auto folder = foreign_folder();
    if (!folder) {
        return;
    }
    for (const foreign_scenario& s : read_expected(*folder)) {
        CAPTURE(s.name);
        const bargaining table = table_of(*folder, s.name);
        const deal::frontier points = deal::pareto_frontier(table);
        const auto& expected = s.points.at("pareto");
        std::size_t found = 0;
        for (std::size_t k = 0; k < points.size(); ++k) {
            found += holds(expected, points.row(k)) ? 1U : 0U;
        }
        CHECK(found == points.size());
        for (const auto& point : expected) {
            std::vector<std::vector<double>> rows;
            for (std::size_t k = 0; k < points.size(); ++k) {
                rows.push_back(points.row(k));
            }
            CHECK(holds(rows, point));
        }
        const deal::fair_deals fair = deal::solve(points, table);
        CHECK(holds(s.points.at("nash"), fair.nash->utilities));
        CHECK(holds(s.points.at("kalai"), fair.egalitarian->utilities));
        CHECK(holds(s.points.at("max_welfare"), fair.utilitarian->utilities));
    }
}

TEST_CASE("foreign negotiations are played alike move by move but for ties") {
    const auto folder = foreign_folder();
    if (!folder) {
        return;
    }
    std::size_t all = 0;
    std::size_t equal = 0;
    for (const foreign_scenario& s : read_expected(*folder)) {
        bargaining table = table_of(*folder, s.name);
        for (const foreign_negotiation& expected : s.negotiations) {
            CAPTURE(s.name);
            CAPTURE(expected.players);
            bargaining seated = table;
            seated.parties.resize(expected.players.size());
            const arena at(seated);
            REQUIRE(at.deals()->rows() == s.outcomes);
            proceedings said;
            const ending end = run(at, expected, said);
            ++all;
            if (as_expected(end, said, expected)) {
                ++equal;
                continue;
            }
            // Otherwise it must be ties that the other program broke by the last bit of a sum of
            // doubles, or against the order of enumeration: given its history, every single move
            // is worth exactly the same to who makes it.
            if (expected.trace.empty()) {
                WARN_MESSAGE(false, s.name, ": ", expected.players[0], " against ",
                             expected.players[1], " ends otherwise, and no trace says why");
                continue;
            }
            std::vector<any_strategy> agents;
            std::vector<std::string> others;
            std::size_t place = 0;
            std::size_t ties = 0;
            std::size_t slack = 0;
            for (party_id i = 0; i < at.parties(); ++i) {
                agents.emplace_back(
                    shadowed{make_strategy(strategy_named(expected.players[i]), at, i),
                             make_strategy(strategy_named(expected.players[i], 1e-6), at, i),
                             &expected.trace, &place, &others, &ties, &slack});
            }
            direct_talks between;
            run_streams draws(1, 0, at.parties());
            const ending shadow = protocol_for(expected).play(at, agents, between, draws, said);
            CHECK(shadow.round == expected.round);
            CHECK(shadow.deal ==
                  (expected.agreement < 0 ? no_offer : static_cast<offer_id>(expected.agreement)));
            for (const std::string& other : others) {
                MESSAGE(s.name << ", " << expected.players[0] << " against " << expected.players[1]
                               << ": " << other);
            }
            MESSAGE(s.name << ", " << expected.players[0] << " against " << expected.players[1]
                           << ": " << ties << " of " << expected.trace.size()
                           << " moves differ between deals of equal utility, " << slack
                           << " by a slack of 1e-6 in the other program's search");
            CHECK(others.empty());
        }
    }
    MESSAGE(equal << " of " << all << " negotiations are equal to the last move");
}
