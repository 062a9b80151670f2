#pragma once

/// @file
/// The bundled back channel and who has to ratify it.

#include <string>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_ratification.hpp>

namespace negotiation::bench {

/// The problem in one scope, and the homes of both parties.
struct two_capitals {
    explicit two_capitals(const std::string& scope) {
        const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
        freeze_options options;
        options.scope = scope;
        frozen = freeze(world, options);
        homes = freeze_ratification(world, {"United States", "Iran"}).homes;
    }

    problem frozen;
    std::vector<ratification::home> homes;
};

}  // namespace negotiation::bench
