#pragma once

/// @file
/// The deal best for others that is worth at least so much to oneself. Compiled in the library
/// negotiation::negotiation (src/deal/trade_off.cpp).

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/model/bargaining.hpp>

namespace negotiation::deal {

/// @brief A deal found by a `trade_off_search`.
struct trade_off {
    outcome deal;                       ///< an option for every issue
    grains own = 0;                     ///< sum of the party's own terms
    grains other = 0;                   ///< sum of the estimated terms
    std::uint64_t visits = 0;           ///< partial deals looked at
    engine method = engine::automatic;  ///< how it was found
};

/// @brief What a search for a trade-off comes to.
struct trading_off {
    std::optional<trade_off> best;   ///< nothing where no deal is worth so much
    std::optional<refusal> refused;  ///< why there was no search
};

/// @brief One party's deals, prepared for questions of the form "of all that I would sign and that
/// are worth at least so much to me, which is best for the other side?".
///
/// The offers of logrolling: what one gives up is chosen where the other wants it most. The other
/// side's terms are whatever one believes, and change from question to question. Deals equally good
/// for the other side go by one's own sum, then by enumeration order, so that an offer is never
/// worse for oneself than it has to be.
///
/// Three ways give the same deal: `table` looks at every deal; `stream` walks the deals depth
/// first and leaves branches that a Lagrangian bound in exact integers rules out (branch and bound,
/// some hundred partial deals where constraints are few); `eliminate` takes it from the frontier of
/// the two objectives. `automatic` is `stream`, and `eliminate` where that would visit too much.
/// @copycost a shared pointer
/// @thread const access is safe
/// @source{faratin2002, Faratin\, Sierra and Jennings 2002\, Artificial Intelligence 142(2)}; the
/// bound: @source{everett1963, Everett 1963\, Operations Research 11(3)}
/// @test tests/deal/trade_off.cpp "three ways give the same deal on random spaces"
class trade_off_search {
public:
    /// @brief Prepares the deals of one party: the constraints and its binding red lines count, its
    /// reservation value does not.
    /// @param space the deals there are
    /// @param who   the party
    /// @complexity{O(terms + constraints)}
    /// @test tests/deal/trade_off.cpp "three ways give the same deal on random spaces"
    trade_off_search(const outcome_space& space, const bargaining::seat& who);

    /// @brief The best deal for the other side.
    /// @param least  what the sum of one's own terms must reach @unit{grains}
    /// @param others terms of the other side, as one believes @range{|sum| <= 2^61}
    /// @param method how to search
    /// @param limits what the search may use
    /// @return the deal, or that there is none, or why it was not looked for
    /// @complexity{exponential in the issues at worst; some 10 microseconds for twelve issues of
    /// four options}; thread-safe
    /// @test tests/deal/trade_off.cpp "three ways give the same deal on random spaces"
    [[nodiscard]] trading_off best(grains least, const std::vector<utility_term>& others,
                                   engine method = engine::automatic,
                                   const budget& limits = {}) const;

private:
    struct prepared;
    std::shared_ptr<const prepared> prepared_;
};

}  // namespace negotiation::deal
