#pragma once

/// @file
/// Talks of a scenario, ready to be played any number of times.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/run.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/talks/direct_talks.hpp>
#include <negotiation/talks/equilibrium/predicted_end.hpp>
#include <negotiation/talks/mediation.hpp>
#include <negotiation/talks/reports.hpp>
#include <negotiation/talks/strategy/equilibrium_play.hpp>

#include "question/talks_plan.hpp"

namespace negotiation::question::detail {

/// One run.
struct played_talks {
    talks::ending end;
    std::vector<talks::mediator_act> acts;
    /// Another seed may make another run. Where nobody has drawn by the end none does: up to its
    /// first draw a run depends on the talks alone.
    bool has_drawn = true;
};

/// All that stays the same from run to run. Const use is safe from several threads. Refers to the
/// seating, which must outlive it.
class prepared_talks {
public:
    prepared_talks(const seating& at, const talks::section& said, const run_options& options)
        : prepared_talks(at, said, options, arena_of(at, options)) {}

    /// The same in an arena that is there already, for talks that differ in who plays and who
    /// mediates only.
    prepared_talks(const seating& at, const talks::section& said, const run_options& options,
                   std::shared_ptr<const talks::arena> arena)
        : arena_(std::move(arena)),
          listed_(mediators_of(*at.world, said, options)),
          protocol_(protocol_of(at, said, listed_)) {
        const std::vector<std::string> texts = strategies_of(at, said, options);
        for (party_id i = 0; i < at.parties.size(); ++i) {
            agents_.push_back(agent_of(texts[i], i));
            players_.push_back(
                {at.parties[i]->name, texts[i], talks::has_complete_information(texts[i])});
        }
        for (const guest& one : options.guests) {
            const std::size_t i = seat_of(at, one.party, "guests");
            agents_[i] = one.agent;
            players_[i].strategy = one.name;
            players_[i].complete_information = false;
        }
        has_guests_ = !options.guests.empty();
        if (!listed_.empty()) {
            told_.emplace(*arena_);
            seats_ = seats_of(at, listed_, *arena_, *told_);
        }
    }

    /// What talks of this table are played in.
    [[nodiscard]] static std::shared_ptr<const talks::arena> arena_of(const seating& at,
                                                                      const run_options& options) {
        return std::make_shared<const talks::arena>(
            at.frozen.table,
            talks::arena_options{talks::arena_options{}.maximum_rows, leaks_bind(options)});
    }

    [[nodiscard]] const talks::arena& arena() const noexcept { return *arena_; }

    /// Who plays how, by seat.
    [[nodiscard]] const std::vector<player>& players() const noexcept { return players_; }

    /// Who mediates, in the order in which they act.
    [[nodiscard]] const std::vector<talks::mediator_entry>& mediators() const noexcept {
        return listed_;
    }

    /// How the talks would end between parties that know one another and never err.
    [[nodiscard]] talks::equilibrium::predicted_end predicted(const deal::budget& limits) const {
        return talks::equilibrium::predict(*arena_, protocol_, seats_.size(), limits);
    }

    /// Whether the parties vote on a single text.
    [[nodiscard]] bool has_text() const noexcept {
        return std::holds_alternative<talks::single_text>(protocol_);
    }

    /// Plays one run with fresh agents. Guests count as drawing: somebody may be asked. So do
    /// programs, which are told a seed that is drawn.
    [[nodiscard]] played_talks play(std::uint64_t seed, std::uint64_t episode,
                                    talks::proceedings& proceedings) const {
        std::vector<talks::any_strategy> agents = agents_;
        talks::run_streams draws(seed, episode, agents.size(), seats_.size());
        played_talks run;
        std::visit(
            [&](const auto& rules) {
                if (seats_.empty()) {
                    talks::direct_talks between;
                    run.end = rules.play(*arena_, agents, between, draws, proceedings);
                    return;
                }
                talks::mediation between(seats_, *told_);
                run.end = rules.play(*arena_, agents, between, draws, proceedings);
                run.acts = between.acts();
            },
            protocol_);
        run.has_drawn = has_guests_ || draws.any_drawn();
        return run;
    }

private:
    /// Equilibrium play that was told nothing of the rules knows those of the talks, and in any
    /// case who may be drawn to offer.
    [[nodiscard]] talks::any_strategy agent_of(const std::string& text, party_id i) const {
        talks::specification said = talks::parse_specification(text);
        if (said.name != "equilibrium") {
            return talks::make_strategy(text, *arena_, i);
        }
        const auto* offers = std::get_if<talks::alternating_offers>(&protocol_);
        const auto* drawn = std::get_if<talks::random_recognition>(&protocol_);
        const std::size_t n = arena_->parties();
        if (said.parameters.empty() && offers != nullptr) {
            return talks::any_strategy{
                talks::equilibrium_play(*arena_, i, talks::equilibrium::game_of(*offers, n))};
        }
        if (said.parameters.empty() && drawn != nullptr) {
            return talks::any_strategy{
                talks::equilibrium_play(*arena_, i, talks::equilibrium::game_of(*drawn, n))};
        }
        if (drawn != nullptr && !has_parameter(said, "recognition")) {
            said.parameters.emplace_back(
                "recognition",
                fmt::format("{}",
                            fmt::join(talks::equilibrium::game_of(*drawn, n).recognition, "/")));
        }
        return talks::make_strategy(talks::to_string(said), *arena_, i);
    }

    [[nodiscard]] static bool has_parameter(const talks::specification& said,
                                            const std::string& name) {
        return std::any_of(said.parameters.begin(), said.parameters.end(),
                           [&](const auto& one) { return one.first == name; });
    }

    std::shared_ptr<const talks::arena> arena_;
    std::vector<talks::mediator_entry> listed_;
    talks::any_protocol protocol_;
    std::optional<talks::reports> told_;       ///< where somebody mediates
    std::vector<talks::any_strategy> agents_;  ///< fresh, one a party
    std::vector<player> players_;
    std::vector<talks::mediator_seat> seats_;  ///< fresh
    bool has_guests_ = false;
};

}  // namespace negotiation::question::detail
