#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/mediator_conformance.hpp>
#include <negotiation/talks/protocol/alternating_offers.hpp>
#include <negotiation/talks/strategy/random_walker.hpp>
#include <negotiation/talks/strategy/time_dependent.hpp>

namespace negotiation::talks {

namespace {

using fault_list = std::vector<std::string>;

void add(fault_list& to, std::string fault) {
    if (std::find(to.begin(), to.end(), fault) == to.end()) {
        to.push_back(std::move(fault));
    }
}

/// A mediator under observation: acts as the one inside, and notes what is wrong.
struct watched_mediator {
    any_mediator inside;
    fault_list* found = nullptr;
    bool disturbed = false;  ///< a copy acts on its own before every move

    [[nodiscard]] bool carries() const { return inside.carries(); }

    mediator_move act(const mediator_view& v, random_stream& draws) {
        if (disturbed) {
            random_stream others(0, 0, 1);
            any_mediator copy = inside;
            (void)copy.act(v, others);
            (void)copy.act(v, others);
        }
        any_mediator twin = inside;
        random_stream twin_draws = draws;
        const event before = v.message() == nullptr ? event{} : *v.message();
        const std::size_t heard = v.heard();
        mediator_move made = inside.act(v, draws);
        const event after = v.message() == nullptr ? event{} : *v.message();
        if (!(before == after) || heard != v.heard()) {
            add(*found, "alters what was said");
        }
        if (!(twin.act(v, twin_draws) == made) || twin_draws() != random_stream(draws)()) {
            add(*found, "a copy with the same random bits acts differently");
        }
        if (const auto fault = fault_in(made, v)) {
            add(*found,
                fmt::format("a move that is not legal, '{}': {}", to_string(made.action), *fault));
            return {};
        }
        return made;
    }
};

/// Everything that can be seen of a run.
struct run_record {
    ending end;
    std::vector<event> history;
    std::vector<mediator_act> acts;

    bool operator==(const run_record&) const = default;
};

struct trial {
    const any_mediator& candidate;
    const arena& at;
    const reports& told;
    const mediator_trial& how;

    [[nodiscard]] run_record play(std::uint64_t episode, bool disturbed, fault_list& found) const {
        mediation between({{"candidate", watched_mediator{candidate, &found, disturbed}, how.who}},
                          told);
        std::vector<any_strategy> agents;
        for (party_id i = 0; i < at.parties(); ++i) {
            agents.push_back(episode % 2 == 0   ? any_strategy(random_walker{})
                             : episode % 4 == 1 ? any_strategy(boulware())
                                                : any_strategy(linear()));
        }
        alternating_offers protocol;
        protocol.rounds = how.rounds;
        protocol.screen.secret = true;
        run_streams draws(how.seed, episode, at.parties(), 1);
        proceedings said;
        run_record record;
        record.end = protocol.play(at, agents, between, draws, said);
        record.history = said.history;
        record.acts = between.acts();
        return record;
    }
};

}  // namespace

std::vector<std::string> check_mediator(const any_mediator& candidate, const arena& at,
                                        const reports& told, const mediator_trial& how) {
    fault_list found;
    const trial talks{candidate, at, told, how};
    for (std::int64_t k = 0; k < how.episodes; ++k) {
        const auto episode = static_cast<std::uint64_t>(k);
        const run_record once = talks.play(episode, false, found);
        if (!(talks.play(episode, false, found) == once)) {
            add(found, "the same seed gives other talks");
        }
        if (!(talks.play(episode, true, found) == once)) {
            add(found, "a copy that acts disturbs the original");
        }
    }
    return found;
}

}  // namespace negotiation::talks
