#pragma once

/// Agreements to carry out: those of scenario files, and random ones of six chains.

#include <cstdint>
#include <string>
#include <vector>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/model/random_stream.hpp>
#include <negotiation/scenario/freeze.hpp>
#include <negotiation/scenario/freeze_sequence.hpp>
#include <negotiation/sequence/agreement.hpp>

namespace negotiation::bench {

inline sequence::agreement bundled(const std::string& name) {
    const scenario world = io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + name + ".toml");
    std::vector<std::string> parties;
    for (const party& who : world.parties) {
        parties.push_back(who.name);
    }
    return freeze_sequence(world, freeze(world), parties, "", {}).agreement;
}

/// A draw of whole numbers from low to high.
inline int draw(random_stream& from, int low, int high) {
    return low + static_cast<int>(from() % static_cast<std::uint64_t>(high - low + 1));
}

/// Six chains, with a further prerequisite from some other chain for `cross` steps of a hundred;
/// two parties, amounts of two decimals, every share undone.
inline sequence::agreement six_chains(std::size_t steps, int cross, std::uint64_t seed) {
    constexpr std::size_t width = 6;
    random_stream from(seed, 0);
    sequence::agreement of;
    of.completion = {static_cast<double>(draw(from, 8, 20)),
                     static_cast<double>(draw(from, 8, 20))};
    of.breakdown = {0, 0};
    for (std::size_t k = 0; k < steps; ++k) {
        sequence::step s;
        s.performer = static_cast<party_id>(draw(from, 0, 1));
        for (party_id i = 0; i < 2; ++i) {
            s.value.push_back(i == s.performer ? -0.01 * draw(from, 20, 300)
                                               : 0.01 * draw(from, 50, 500));
            s.undone.push_back(0.05 * draw(from, 0, 20));
        }
        if (k >= width) {
            s.after.push_back(static_cast<sequence::step_id>(k - width));
            if (draw(from, 0, 99) < cross) {
                s.after.push_back(
                    static_cast<sequence::step_id>(draw(from, 0, static_cast<int>(k - width))));
            }
        }
        of.steps.push_back(s);
    }
    return of;
}

}  // namespace negotiation::bench
