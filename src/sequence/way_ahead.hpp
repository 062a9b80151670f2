#pragma once

/// @file
/// What it takes at least to come from an ideal to the end within bounds on trust.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "sequence/held_in_control.hpp"
#include "sequence/stage_values.hpp"

namespace negotiation::sequence {

/// @brief For each ideal and party in control the ways on: a number of further runs, and the most
/// that the party may have held in control for its next hand-over to be within its cap.
///
/// Whatever else is remembered is left out, so these are bounds, not answers: what they rule out is
/// ruled out. Swept from the end.
class way_ahead {
public:
    using odds = greatest_held::odds;

    /// @param caps by party; nothing: any trust
    way_ahead(const stage_values& at, reading how, std::span<const std::optional<odds>> caps);

    /// Whether there may be a way on.
    [[nodiscard]] bool is_open(ideal_id k, party_id in_control, std::size_t runs,
                               grains held) const noexcept {
        const std::size_t state = k * parties_ + in_control;
        for (std::size_t e = first_[state]; e < first_[state] + count_[state]; ++e) {
            if (ways_[e].runs <= runs && ways_[e].most >= held) {
                return true;
            }
        }
        return false;
    }

private:
    struct way {
        std::size_t runs = 0;
        grains most = 0;
    };
    using ways = std::vector<way>;

    void look_back_from(ideal_id k);
    void keep(ideal_id k, party_id i, const ways& efficient);
    [[nodiscard]] std::span<const way> known(ideal_id k, party_id i) const;
    [[nodiscard]] grains most_before(ideal_id k, party_id i) const;
    [[nodiscard]] std::optional<std::size_t> runs_of_new_run(ideal_id k, party_id by,
                                                             const ways& on) const;

    const stage_values* at_;
    reading how_;
    std::span<const std::optional<odds>> caps_;
    std::size_t parties_;
    std::vector<way> ways_;
    std::vector<std::uint32_t> first_;  ///< by ideal and party
    std::vector<std::uint8_t> count_;
};

}  // namespace negotiation::sequence
