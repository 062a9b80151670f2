#pragma once

/// @file
/// How likely a pretence has to be found out, and how soon, so that steps are performed and not
/// faked. Compiled in the library negotiation::negotiation (src/sequence/detection.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/agreement.hpp>

namespace negotiation::sequence {

/// @brief What keeps a step that can be faked honest, at its place in an order.
struct honesty {
    step_id which = 0;             ///< the step
    party_id party = 0;            ///< who performs it
    std::size_t done = 0;          ///< steps before it in the order
    double saves = 0;              ///< c: what faking saves @unit{utility}
    double at_stake = 0;           ///< what being found out costs: W(T) - D(S) - g @unit{utility}
    std::optional<double> needed;  ///< least probability of detection, c / at_stake; nothing where
                                   ///< none suffices @range{[0, 1]}
    bool honest = false;           ///< whether the step's own probability does
    std::optional<double> longest_window;  ///< every window of detection shorter than this keeps
                                           ///< the step honest at its own probability; infinite:
                                           ///< any; nothing: not even being found out at once
                                           ///< @unit{days} @range{[0, inf]}

    bool operator==(const honesty&) const = default;
};

/// @brief The steps of an order that can be faked, and what each needs to be performed.
///
/// Whoever fakes saves c. Undetected, everything goes on as if the step were done: W(T), the values
/// from then on. Detected, the process collapses after the window: the party keeps g, what others'
/// steps completed within the window give it, and is left with D(S), what the collapse undoes of
/// the steps S before, and its cost. So faking does not pay where d (W(T) - D(S) - g) >= c. Steps
/// take their days one after another. The collapse itself takes nothing of g back, and what the
/// party's own steps within the window cost is not counted.
/// @param of        the agreement
/// @param order     every step once, none before what it waits for
/// @param discounts of each party: what a day's delay leaves of a value; empty: 1 for all. Steps,
///                  completion and the collapse are discounted from the moment the step is done
///                  @range{(0, 1]} @shape{parties}
/// @return one for each step with a pretence, in the order's order
/// @throws std::invalid_argument what `exchange` and `walk` throw of agreement and order, or a
/// discount missing or outside its range
/// @complexity{O(steps^2 * parties)}; thread-safe
/// @test tests/sequence/detection.cpp "two saved, eight ahead and one kept ask for a detection of
/// two sevenths"
/// @test tests/sequence/detection.cpp "windows up to the longest keep a step honest"
[[nodiscard]] std::vector<honesty> honesty_along(const agreement& of,
                                                 std::span<const step_id> order,
                                                 std::span<const double> discounts = {});

/// @brief Payoffs a period of an agreement that goes on: while keeping to it, while cheating
/// undetected, and ever after being found out.
struct flow_payoffs {
    double cooperative = 0;  ///< v_c @unit{utility}
    double cheating = 0;     ///< v_d @unit{utility}
    double punished = 0;     ///< v_p @unit{utility}

    bool operator==(const flow_payoffs&) const = default;
};

/// @brief The longest lag between cheating and its detection that still deters: ln((v_d - v_c) /
/// (v_d - v_p)) / ln delta.
/// @param of       the payoffs
/// @param discount delta, a period @range{(0, 1]}
/// @return the lag in periods, infinite where cheating does not tempt or nothing is discounted;
/// nothing where punishment is better than keeping to the agreement
/// @throws std::invalid_argument payoffs that are not finite, or a discount outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/detection.cpp "a lag of six and a half periods deters, or one chance in
/// nine a period"
[[nodiscard]] std::optional<double> longest_lag(const flow_payoffs& of, double discount);

/// @brief The least probability of detection a period that deters: (1 - delta) (v_d - v_c) / (delta
/// (v_c - v_p)).
/// @param of       the payoffs
/// @param discount delta, a period @range{(0, 1]}
/// @return the probability, 0 where cheating does not tempt; nothing where none suffices
/// @throws std::invalid_argument payoffs that are not finite, or a discount outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/detection.cpp "a lag of six and a half periods deters, or one chance in
/// nine a period"
[[nodiscard]] std::optional<double> detection_needed(const flow_payoffs& of, double discount);

}  // namespace negotiation::sequence
