#include <algorithm>
#include <exception>
#include <optional>
#include <set>
#include <utility>

#include <fmt/core.h>

#include <negotiation/model/draw.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy_conformance.hpp>

namespace negotiation::talks {

namespace {

constexpr std::int64_t rounds_played = 40;

/// A small problem: parties pull in different directions, ties and all.
[[nodiscard]] bargaining small_problem(std::size_t parties, std::uint64_t seed) {
    random_stream bits(seed, parties);
    bargaining table;
    table.space = make_outcome_space({4, 3, 5});
    constexpr grains most = 1000;
    for (std::size_t i = 0; i < parties; ++i) {
        bargaining::seat seat;
        seat.utility.scale.grain = 1'000'000'000;
        for (issue_id k = 0; k < 3; ++k) {
            utility_term term;
            term.issues = {k};
            for (option_id o = 0; o < table.space.sizes[k]; ++o) {
                const auto level =
                    static_cast<grains>(i % 2 == 0 ? o : table.space.sizes[k] - 1 - o);
                term.values.push_back(level * 80 + static_cast<grains>(draw_place(bits, 3)) * 40);
            }
            seat.utility.terms.push_back(std::move(term));
        }
        seat.threshold = most / 4;
        seat.reservation = static_cast<units>(seat.threshold) * seat.utility.scale.grain;
        seat.utility.scale.reservation = from_units(seat.reservation);
        table.parties.push_back(std::move(seat));
    }
    table.parties.back().red_lines.push_back({0, {true, true, true, false}, false, true});
    return table;
}

/// The same with preferences of all but one party turned round: a strategy must not notice.
[[nodiscard]] bargaining with_other_minds(bargaining table, party_id kept) {
    for (party_id j = 0; j < table.parties.size(); ++j) {
        if (j == kept) {
            continue;
        }
        for (utility_term& term : table.parties[j].utility.terms) {
            std::reverse(term.values.begin(), term.values.end());
            for (grains& value : term.values) {
                value = value * 2 + 7;
            }
        }
        table.parties[j].threshold = 0;
    }
    return table;
}

/// Says deals drawn at random whatever it hears, worth something to it or not; accepts nothing.
struct restless {
    std::size_t deals = 0;
    move act(const turn&, random_stream& draws) const {
        return turn::offer(static_cast<offer_id>(draw_place(draws, deals)));
    }
};

/// Watches the strategy under test from inside a run.
struct watched_strategy {
    any_strategy agent;
    bool copies = false;               ///< act with a copy, and go on with the copy
    bool gives_away = false;           ///< it may go below its reservation value
    std::vector<std::string>* faults;  ///< of this run
    std::vector<move>* moves;          ///< in order

    move act(const turn& t, random_stream& draws) {
        move made;
        if (copies) {
            any_strategy second(agent);
            random_stream aside(draws);
            made = second.act(t, aside);
            any_strategy third(agent);  // the original has not noticed
            if (!(third.act(t, draws) == made)) {
                faults->push_back("a copy disturbs the original");
            }
            agent = third;
        } else {
            made = agent.act(t, draws);
        }
        moves->push_back(made);
        check(t, made);
        return made;
    }

private:
    void check(const turn& t, const move& made) const {
        const legal_moves& legal = t.legal();
        const bool fits = (made.kind == move_kind::offer && legal.offer && made.deal != no_offer) ||
                          (made.kind == move_kind::accept && legal.accept) ||
                          (made.kind == move_kind::reject && legal.reject) ||
                          (made.kind == move_kind::walk_away && legal.walk_away);
        if (!fits) {
            faults->push_back(fmt::format("a move that is not legal: {}", to_string(made.kind)));
            return;
        }
        if (made.kind == move_kind::offer && !t.knows(made.deal)) {
            faults->push_back("an offer by a number that is no deal of this run");
            return;
        }
        const offer_id about = made.kind == move_kind::offer    ? made.deal
                               : made.kind == move_kind::accept ? t.standing()
                                                                : no_offer;
        if (!gives_away && about != no_offer && !t.suits(about)) {
            faults->push_back(
                fmt::format("{} of a deal worth less than no deal",
                            made.kind == move_kind::offer ? "an offer" : "an acceptance"));
        }
    }
};

/// What one run of the strategy shows.
struct observation {
    std::vector<move> moves;
    std::vector<std::string> faults;
};

[[nodiscard]] observation observe(const strategy_maker& make, const bargaining& table,
                                  party_id seat, std::uint64_t seed,
                                  const conformance_exemptions& exempt, bool copies = false) {
    observation seen;
    const arena at(table);
    std::vector<any_strategy> agents;
    try {
        for (party_id i = 0; i < at.parties(); ++i) {
            if (i == seat) {
                agents.emplace_back(watched_strategy{make(at, i), copies, exempt.below_reservation,
                                                     &seen.faults, &seen.moves});
            } else {
                agents.emplace_back(restless{at.deals()->rows()});
            }
        }
        // Only the seat under test keeps its red lines: the restless ones offer anything.
        alternating_offers protocol;
        protocol.rounds = rounds_played;
        direct_talks between;
        run_streams draws(seed, 0, at.parties());
        proceedings said;
        (void)protocol.play(at, agents, between, draws, said);
    } catch (const std::exception& error) {
        seen.faults.push_back(fmt::format("it throws: {}", error.what()));
    }
    return seen;
}

/// Red lines of the others do not bind, so that `restless` may say any deal.
[[nodiscard]] bargaining only_lines_of(const bargaining& table, party_id seat) {
    return with_red_lines(table, [&](party_id i, const auto&) { return i == seat; });
}

void compare(const std::string& where, const observation& first, const observation& second,
             const char* what, std::set<std::string>& faults) {
    if (first.moves != second.moves) {
        faults.insert(where + what);
    }
}

}  // namespace

std::vector<std::string> check_strategy(const strategy_maker& make,
                                        const conformance_exemptions& exempt) {
    std::set<std::string> faults;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        for (const std::size_t parties : {std::size_t{2}, std::size_t{3}}) {
            for (party_id seat = 0; seat < parties; ++seat) {
                const std::string where =
                    fmt::format("seat {} of {}, seed {}: ", seat, parties, seed);
                const bargaining table = only_lines_of(small_problem(parties, seed), seat);
                const observation seen = observe(make, table, seat, seed, exempt);
                for (const std::string& fault : seen.faults) {
                    faults.insert(where + fault);
                }
                compare(where, seen, observe(make, table, seat, seed, exempt),
                        "the same seed gives other moves", faults);
                const observation copied = observe(make, table, seat, seed, exempt, true);
                compare(where, seen, copied, "a copy plays other moves", faults);
                for (const std::string& fault : copied.faults) {
                    faults.insert(where + fault);
                }
                if (!exempt.complete_information) {
                    compare(where, seen,
                            observe(make, with_other_minds(table, seat), seat, seed, exempt),
                            "moves change with the others' utilities", faults);
                }
            }
        }
    }
    return {faults.begin(), faults.end()};
}

}  // namespace negotiation::talks
