#pragma once

/// @file
/// What would make an order possible that beliefs fall short of. Compiled in the library
/// negotiation::negotiation (src/sequence/mend.cpp).

#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/agreement.hpp>
#include <negotiation/sequence/order_report.hpp>

namespace negotiation::sequence {

/// @brief A step whose being undone more mends an order for a party.
struct snapback {
    step_id at = 0;     ///< the step
    double undone = 1;  ///< the least share that is enough @range{[0, 1]}

    bool operator==(const snapback&) const = default;
};

/// @brief What would be enough, each by itself, for a party to go through an order.
struct mend {
    party_id party = 0;                ///< whose belief falls short
    demand worst;                      ///< where it falls short most
    double guarantee = 0;              ///< share of every loss made good, in all
    std::optional<double> completion;  ///< more value of completion @unit{utility}
    std::vector<snapback> undone;      ///< the smallest change of a share first; often empty

    bool operator==(const mend&) const = default;
};

/// @brief What would mend an order at given beliefs.
///
/// Raising the share of a benefit that a collapse takes back lowers what is held in control and so
/// the temptation to stop; raising that of a cost already borne lowers what is lost. With learning
/// each demand is weighed at what the party believes by then.
/// @param written the agreement
/// @param of      the same, made ready
/// @param order   an order of it
/// @param beliefs of each party, that all others complete @range{[0, 1]} @shape{parties}
/// @param how     the reading, and whether honoured steps teach
/// @return one a party whose belief falls short, in their order
/// @throws std::invalid_argument as `walk` and `break_off_of`
/// @complexity{O(steps * demands)}; thread-safe
/// @test tests/sequence/mend.cpp "what mends an order is enough and no more than enough"
[[nodiscard]] std::vector<mend> mends_of(const agreement& written, const exchange& of,
                                         std::span<const step_id> order,
                                         std::span<const double> beliefs,
                                         const trust_options& how = {});

}  // namespace negotiation::sequence
