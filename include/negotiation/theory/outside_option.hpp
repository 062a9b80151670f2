#pragma once

/// @file
/// What an alternative is worth in bargaining. Compiled in the library negotiation::negotiation
/// (src/theory/outside_option.cpp).

namespace negotiation::theory {

/// @brief Offers made in turn over something worth 1; whoever is offered too little by the first
/// side may leave for an alternative.
struct outside_option {
    double first_discount = 0.9;      ///< a period, of the side that offers first @range{(0, 1)}
    double responder_discount = 0.9;  ///< likewise of the responder @range{(0, 1)}
    double alternative = 0;           ///< what the responder gets by leaving @range{[0, 1]}

    bool operator==(const outside_option&) const = default;
};

/// @brief The division when an alternative is at hand.
struct option_division {
    double first = 0;      ///< share of the side that offers first
    double responder = 0;  ///< share of the responder
    double threshold = 0;  ///< an alternative no better than this changes nothing
    bool binds = false;    ///< the alternative is better than that

    bool operator==(const option_division&) const = default;
};

/// @brief The outside option principle: the alternative matters only where it is better than what
/// bargaining gives anyway, and then the responder gets exactly it.
///
/// With equal discount factors the threshold is delta/(1 + delta). Where leaving is a threat that
/// nobody would carry out, improving the alternative moves nothing; not so where no deal pays a
/// flow while the talks go on (that shifts the reservation value, as in `deal/`).
/// @param of the bargaining
/// @return the division in the subgame-perfect equilibrium
/// @throws std::invalid_argument a number outside its range
/// @complexity{O(1)}; thread-safe
/// @source{shaked1984, Shaked and Sutton 1984\, Econometrica 52(6)}
/// @source{binmore1989, Binmore\, Shaked and Sutton 1989\, Quarterly Journal of Economics 104(4)}
/// @test tests/theory/outside_option.cpp "an option binds above delta over one plus delta"
[[nodiscard]] option_division division_of(const outside_option& of);

}  // namespace negotiation::theory
