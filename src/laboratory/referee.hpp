#pragma once

/// Who plays a match and measures it.

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <span>
#include <stdexcept>
#include <vector>

#include <negotiation/laboratory/tournament.hpp>

#include "laboratory/hall.hpp"

namespace negotiation::laboratory {

/// Plays matches, one at a time, in memory of its own.
class referee {
public:
    referee(const std::vector<hall>& halls, const tournament_options& options)
        : halls_(&halls),
          options_(&options),
          rules_{options.rounds, options.clock, {}, options.breakdown, {}, {}},
          draws_(0, 0, 0) {}

    /// Everything of a match is written into the one before, whose memory it takes over. A stop
    /// ends it before its next turn, and it is not played then.
    void play(std::uint64_t run, const pairing& who, match& of) {
        const hall& in = (*halls_)[who.stage];
        of.who = who;
        of.fault.reset();
        of.forfeit.reset();
        of.end = {};
        of.advantages.clear();
        of.to = {};
        of.played = false;
        last_turn trace;
        try {
            of.end = play(run, of.who, in, trace);
            if (!said_.forfeits.empty()) {
                const talks::forfeit& first = said_.forfeits.front();
                of.forfeit = {first.party, first.round, first.what};
            }
            measure(in, of);
        } catch (const match_stopped&) {
            of.end = {};
            return;
        } catch (const mediation_fault& wrong) {
            of.fault = {std::nullopt, wrong.round(), wrong.what()};
        } catch (...) {
            of.fault = {trace.party, trace.round, message_of(std::current_exception())};
        }
        of.played = true;
    }

    /// The same for a match of an earlier run, of which the end or the fault is known.
    void measure_again(match& of) const {
        if (!of.fault) {
            of.advantages.clear();
            measure((*halls_)[of.who.stage], of);
        }
    }

    /// The options of what the last match agreed on.
    [[nodiscard]] std::span<const option_id> deal(const match& of) const {
        return of.fault || of.end.deal == talks::no_offer ? std::span<const option_id>()
                                                          : said_.deal(of.end.deal);
    }

private:
    talks::ending play(std::uint64_t run, const pairing& who, const hall& in, last_turn& trace) {
        agents_.clear();
        for (std::size_t seat = 0; seat < who.contestants.size(); ++seat) {
            trace.party = static_cast<party_id>(seat);
            const prototype& made = in.seats[seat][who.contestants[seat]];
            if (!made.agent) {
                throw std::runtime_error(made.why);
            }
            agents_.emplace_back(*made.agent, trace, &options_->parallel.stop);
        }
        const way& between = in.ways[who.mediation];
        if (!between.ready.play) {
            throw mediation_fault(between.why, 0);
        }
        rules_.screen.secret = in.secret;
        draws_.begin(options_->seed.value, run, agents_.size(), between.ready.mediators);
        return between.ready.play(rules_, in.at, agents_, draws_, said_);
    }

    static void measure(const hall& in, match& of) {
        of.to = in.measure.to(of.end.utilities);
        for (party_id i = 0; i < in.at.parties(); ++i) {
            const talks::own_view& own = in.at.view(i);
            of.advantages.push_back(advantage(of.end.utilities[i], own.reservation, own.greatest));
        }
    }

    const std::vector<hall>* halls_;
    const tournament_options* options_;
    talks::alternating_offers rules_;
    std::vector<seat_agent> agents_;  ///< of the last match
    talks::run_streams draws_;
    talks::proceedings said_;
};

}  // namespace negotiation::laboratory
