#pragma once

/// @file
/// What every protocol must keep to.

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <negotiation/talks/agents.hpp>
#include <negotiation/talks/arena.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/ending.hpp>
#include <negotiation/talks/proceedings.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>

namespace negotiation::talks {

namespace detail {

/// Plays on at random and notes what is wrong with the turns it is given.
struct turn_inspector {
    std::vector<std::string>* faults;
    std::size_t seat;
    std::int64_t last_round = 0;

    move act(const turn& t, random_stream& draws) {
        const auto note = [&](bool wrong, const char* what) {
            if (wrong) {
                faults->push_back(what);
            }
        };
        const legal_moves& legal = t.legal();
        note(t.party() != seat, "a party is asked in another's place");
        note(t.now().round < last_round || t.now().round < 1, "rounds run backwards");
        note(t.now().round > t.now().rounds, "a party is asked after the deadline");
        note(!(t.time() >= 0 && t.time() < 1), "relative time leaves [0, 1)");
        note(!(legal.offer || legal.accept || legal.reject || legal.walk_away),
             "a party is asked and may do nothing");
        note(legal.accept && !t.knows(t.standing()), "a party may accept, and nothing stands");
        last_round = t.now().round;
        return random_walker{}.act(t, draws);
    }
};

/// Makes a move that is not legal, if there is one.
struct outlaw {
    move act(const turn& t, random_stream&) const {
        const legal_moves& legal = t.legal();
        return !legal.reject      ? turn::reject()
               : !legal.walk_away ? turn::walk_away()
                                  : turn::accept();
    }
};

/// A run and what was said in it.
struct inspected_run {
    ending end;
    proceedings said;
};

template <class Protocol>
[[nodiscard]] inspected_run inspect(const Protocol& rules, const arena& at, std::uint64_t seed,
                                    std::vector<std::string>& faults) {
    inspected_run run;
    std::vector<turn_inspector> agents;
    for (std::size_t i = 0; i < at.parties(); ++i) {
        agents.push_back({&faults, i});
    }
    direct_talks between;
    run_streams draws(seed, 0, at.parties());
    run.end = rules.play(at, agents, between, draws, run.said);
    return run;
}

/// What an ending says against what was said.
inline void check_ending(const arena& at, const inspected_run& run,
                         std::vector<std::string>& faults) {
    const bool agreed = run.end.status == talks_status::agreement;
    if (agreed != (run.end.deal != no_offer) || (agreed && !run.said.knows(run.end.deal))) {
        faults.push_back("an agreement without a deal, or a deal without agreement");
        return;
    }
    for (party_id i = 0; i < at.parties(); ++i) {
        const double worth = agreed ? run.said.utility(run.end.deal, i) : at.view(i).reservation;
        if (run.end.utilities.size() != at.parties() ||
            std::abs(run.end.utilities[i] - worth) > at.view(i).rounding()) {
            faults.push_back("utilities that are not those of the deal, or of no deal");
            return;
        }
    }
}

}  // namespace detail

/// @brief Plays a protocol with agents that look at every turn they are given, and looks for what
/// no protocol may do: turns in another's name, after the deadline or without a legal move; other
/// endings from the same seed; moves taken that are not legal; endings whose utilities are not
/// those of the deal, or of no deal.
///
/// For the tests of one's own protocol. Voting rules and leaks are the protocol's own to test.
/// @tparam Protocol anything with `play`
/// @param rules the protocol; direct talks without leaks
/// @param at    what is bargained over, best something small
/// @return one sentence a fault; empty for a protocol that conforms
/// @complexity{some twenty runs}; thread-safe
/// @test tests/talks/protocol_conformance.cpp "the protocols of the library keep the rules"
template <class Protocol>
[[nodiscard]] std::vector<std::string> check_protocol(const Protocol& rules, const arena& at) {
    std::vector<std::string> faults;
    constexpr std::uint64_t seeds = 10;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const detail::inspected_run first = detail::inspect(rules, at, seed, faults);
        const detail::inspected_run again = detail::inspect(rules, at, seed, faults);
        if (!(first.end == again.end) || first.said.history != again.said.history) {
            faults.push_back("the same seed gives another ending");
        }
        detail::check_ending(at, first, faults);
    }
    std::vector<detail::outlaw> outlaws(at.parties());
    direct_talks between;
    run_streams draws(1, 0, at.parties());
    proceedings said;
    try {
        static_cast<void>(rules.play(at, outlaws, between, draws, said));
        faults.push_back("a move that is not legal is taken");
    } catch (const std::invalid_argument&) {
        // as it should be
    }
    return faults;
}

}  // namespace negotiation::talks
