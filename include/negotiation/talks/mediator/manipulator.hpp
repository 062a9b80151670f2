#pragma once

/// @file
/// A manipulator: pays, guarantees and threatens. Its bodies are compiled in the library
/// negotiation::negotiation (src/talks/mediator/manipulator.cpp).

#include <cstdint>
#include <vector>

#include <negotiation/talks/mediator/relay.hpp>

namespace negotiation::talks {

/// @brief What a manipulator brings to bear.
struct leverage {
    double budget = 0;       ///< for each ending of the talks @unit{utility} @range{[0, inf)}
    double risk = 1;         ///< probability that it has to pay; below 1 it gives guarantees
    double damage = 0;       ///< of a threat to a party @unit{utility} @range{[0, inf)}
    double carried_out = 1;  ///< probability that a threat is @range{[0, 1]}
    double margin = 0;  ///< what parties are to gain over no deal @unit{utility} @range{[0, inf)}

    bool operator==(const leverage&) const = default;
};

/// @brief Carries messages like a `relay`, and makes one of the parties' last offers acceptable to
/// the others.
///
/// | parameter | default | meaning |
/// |---|---|---|
/// | noise, delay, leak, only_channel, patience | as `relay` | of the messages it carries |
/// | after | 1 | the first round after which it acts |
/// | budget | 0 | what it can commit to each ending of the talks, in utility |
/// | risk | 1 | 1 pays outright; below, it guarantees the same at that share of the cost |
/// | damage | 0 | what a threat takes from a party's value of no deal |
/// | carried_out | 1 | probability that a threat is carried out |
/// | margin | 0 | what it pays parties beyond no deal; those who hold out accept no less |
///
/// For every party's last offer, and for a text that stands, it asks what the others lack, by their
/// reports, to find it no worse than no deal (and `margin` better): the sum of (r_i - v_i)^+. Where
/// some offer lacks nothing it does nothing. Else it promises what the cheapest offer lacks, if its
/// budget has that much left for that deal. If not, it threatens, once each, the parties that fall
/// short, as far as its budget for no deal goes: a threat lowers their value of no deal by its
/// damage times the probability of being carried out.
///
/// It never spends more than its budget, and payments hang on a deal, so they harm nobody. Of
/// equally cheap offers it takes the one that stands, since that can be accepted at once.
/// @copycost some numbers, and one a party
/// @source{zartman1985, Zartman and Touval 1985}
/// @test tests/talks/mediator/manipulator.cpp "payments stay within the budget and harm nobody"
class manipulator {
public:
    /// @brief A manipulator.
    /// @param means   what it brings to bear
    /// @param after   first round after which it acts @range{[1, inf)}
    /// @param channel how it carries messages
    /// @throws std::invalid_argument a parameter out of range
    explicit manipulator(const leverage& means, std::int64_t after = 1, relay channel = relay{});

    /// @brief The parties talk through it. @return true
    [[nodiscard]] static constexpr bool carries() noexcept { return true; }

    /// @brief Its move. @param v what it sees @param draws random bits, for the channel only
    /// @return the move
    mediator_move act(const mediator_view& v, random_stream& draws);

private:
    [[nodiscard]] mediator_move press(const mediator_view& v, const std::vector<double>& missing);

    leverage means_;
    std::int64_t after_;
    relay channel_;
    std::vector<bool> threatened_;  ///< by party
};

/// @brief What the parties lack to find an offer no worse than no deal.
struct missing_amounts {
    offer_id deal = no_offer;     ///< the offer; none where nobody has made one
    double sum = 0;               ///< of the amounts; infinite where red lines are crossed
    std::vector<double> amounts;  ///< by party; 0 for the one that made it @unit{utility}
};

/// @brief The cheapest of the parties' last offers for somebody who makes up what the others lack,
/// and of the text that stands, for which nobody has spoken yet.
/// @param v      what a mediator sees
/// @param margin what the others are to gain over no deal @unit{utility} @range{[0, inf)}
/// @return the least sum of (r_i + margin - v_i)^+; of equals what stands, then the offer of the
/// party listed first
/// @complexity{O(parties^2 * terms)}; thread-safe
/// @test tests/talks/mediator/manipulator.cpp "the cheapest transfer is the least shortfall"
[[nodiscard]] missing_amounts cheapest_transfer(const mediator_view& v, double margin = 0);

}  // namespace negotiation::talks
