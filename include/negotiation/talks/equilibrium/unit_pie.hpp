#pragma once

/// @file
/// Bargaining over a pie that can be cut anywhere: the exact divisions. Compiled in the library
/// negotiation::negotiation (src/talks/equilibrium/unit_pie.cpp).

#include <cstdint>
#include <vector>

namespace negotiation::talks::equilibrium {

/// @brief Shares of a pie of size 1 with a deadline: parties offer in turn, the first first, each
/// offer is answered at once by all the others, all of whom must accept; no agreement is worth
/// nothing.
///
/// The continuous companion of `solve` over `cut_pie`.
/// @param discounts what is left of a share an offer later, by party @range{(0, 1]}
/// @param offers    at most @range{[1, inf)}
/// @return the shares agreed on at the first offer @shape{parties}
/// @throws std::invalid_argument no party, no offer, or a discount factor out of range
/// @complexity{O(offers * parties)}; thread-safe
/// @source{stahl1972, Stahl 1972}
/// @test tests/talks/equilibrium/unit_pie.cpp "a deadline of one to six offers"
[[nodiscard]] std::vector<double> shares_with_deadline(const std::vector<double>& discounts,
                                                       std::int64_t offers);

/// @brief The same without a deadline: the stationary subgame-perfect division. With two parties
/// it is the only subgame-perfect one; with more, the only stationary one.
/// @param discounts what is left of a share an offer later, by party @range{(0, 1)}
/// @return the shares that the first party offers and the others accept at once @shape{parties}
/// @throws std::invalid_argument no party, or a discount factor out of range
/// @complexity{O(parties^3)}; thread-safe
/// @source{rubinstein1982, Rubinstein 1982\, Econometrica 50(1)}
/// @test tests/talks/equilibrium/unit_pie.cpp "shares without a deadline"
[[nodiscard]] std::vector<double> shares_without_deadline(const std::vector<double>& discounts);

/// @brief Where the division goes as offers follow one another ever faster: the weighted Nash
/// solution, a party's weight being 1 over its rate of discount.
/// @param rates of discount per unit of time, by party @range{(0, inf)}
/// @return shares @shape{parties}
/// @throws std::invalid_argument no party, or a rate out of range
/// @complexity{O(parties)}; thread-safe
/// @source{binmore1986, Binmore\, Rubinstein and Wolinsky 1986\, RAND Journal of Economics 17(2)}
/// @test tests/talks/equilibrium/unit_pie.cpp "faster offers tend to the weighted nash division"
[[nodiscard]] std::vector<double> limit_shares(const std::vector<double>& rates);

}  // namespace negotiation::talks::equilibrium
