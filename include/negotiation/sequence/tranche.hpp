#pragma once

/// @file
/// A divisible exchange, cut into tranches: how large each may be, how many it takes. Compiled in
/// the library negotiation::negotiation (src/sequence/tranche.cpp, src/sequence/cut.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/agreement.hpp>
#include <negotiation/sequence/trust.hpp>

namespace negotiation::sequence {

/// @brief The most tranches a plan has unless somebody asks for more.
inline constexpr std::size_t default_tranche_limit = 10'000;

/// @brief One unit of what is given: what it costs whoever gives it, what it is worth to whoever
/// receives it. Between equals everybody gives at `cost` what the other receives at `worth`.
struct unit_terms {
    double cost = 0;   ///< k @unit{utility} @range{[0, 1e100]}
    double worth = 0;  ///< v @unit{utility} @range{[0, 1e100]}

    bool operator==(const unit_terms&) const = default;
};

/// @brief Two parties that take turns, each move discounted.
struct alternating_terms {
    unit_terms of_first;   ///< what the first mover gives: k_A, v_B
    unit_terms of_second;  ///< what the second gives: k_B, v_A
    double discount = 1;   ///< delta, from one move to the next @range{(0, 1]}

    bool operator==(const alternating_terms&) const = default;
};

/// @brief Tranches without end, each by the same ratio smaller than the one before. All of them
/// together are the whole.
struct geometric_tranches {
    double first = 1;  ///< share of the whole in the first tranche @range{(0, 1]}
    double ratio = 0;  ///< of a tranche to the one before, 1 - first @range{[0, 1)}

    bool operator==(const geometric_tranches&) const = default;
};

/// @brief Size of a tranche.
/// @param of    a plan
/// @param place of the tranche, from 0
/// @return its share of the whole @range{[0, 1]}
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "an alternating exchange shrinks by a fixed ratio"
[[nodiscard]] double size_of(const geometric_tranches& of, std::size_t place);

/// @brief Number of tranches until so much has been exchanged.
/// @param of    a plan
/// @param share of the whole @range{[0, 1]}
/// @return the least number; nothing where it is never reached, or only after 10^9
/// @throws std::invalid_argument a share outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "at a fixed trust of 0.4 three tranches reach 95 percent"
[[nodiscard]] std::optional<std::size_t> tranches_to_reach(const geometric_tranches& of,
                                                           double share);

/// @brief Tranches that enforce themselves: the parties take turns, and nobody gives more than what
/// the other's next tranche repays, k_A a(t) = delta v_A b(t), k_B b(t) = delta v_B a(t + 1).
///
/// On this path nobody trusts anybody: each move is just worth making. The ratio is k_A k_B /
/// (delta^2 v_A v_B) a round; the second party gives in all k_A / (delta v_A) of what the first
/// gives. Not for goods that lose their worth when divided.
/// @param of the terms
/// @return the first mover's tranches; nothing where the ratio is 1 or more: no exchange
/// @throws std::invalid_argument a cost, worth or discount outside its range
/// @complexity{O(1)}; thread-safe
/// @source{pitchford2004, Pitchford and Snyder 2004\, Journal of Economic Theory 114}
/// @test tests/sequence/tranche.cpp "an alternating exchange shrinks by a fixed ratio"
/// @test tests/sequence/tranche.cpp "on an alternating path both incentive constraints bind"
[[nodiscard]] std::optional<geometric_tranches> alternating_tranches(const alternating_terms& of);

/// @brief The largest first tranche where both parties have the same total to give: 1 - k_B /
/// (delta v_B). More would leave too little to pay the second party for its total.
/// @param of the terms
/// @return share of the first mover's total; nothing where one of the totals is not repaid
/// @throws std::invalid_argument a cost, worth or discount outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "with equal totals the first tranche is limited by what the
/// second mover is repaid"
[[nodiscard]] std::optional<double> largest_first_tranche(const alternating_terms& of);

/// @brief Tranches that both parties give at the same time and nobody can take back: ratio k /
/// (delta v), for worth and cost in proportion up to the whole.
///
/// Where worth is smooth instead, what is exchanged stays below the whole (Lockwood and Thomas).
/// @param of       the terms, the same for both
/// @param discount delta, from one round to the next @range{(0, 1]}
/// @return each party's tranches; nothing where the ratio is 1 or more
/// @throws std::invalid_argument a cost, worth or discount outside its range
/// @complexity{O(1)}; thread-safe
/// @source{lockwood2002, Lockwood and Thomas 2002\, Review of Economic Studies 69}
/// @test tests/sequence/tranche.cpp "simultaneous contributions that cannot be taken back shrink by
/// cost over discounted worth"
[[nodiscard]] std::optional<geometric_tranches> simultaneous_tranches(const unit_terms& of,
                                                                      double discount);

/// @brief The share of what is still to be exchanged that a belief lets the first mover risk in one
/// tranche: p / (1 - p) (v - k) / k, at most 1.
///
/// It is the first mover's. Whoever answers holds the other's tranche already and has less to gain
/// by going on, so that it must have something beyond the exchange.
/// @param of     the terms
/// @param belief that the other carries on @range{[0, 1]}
/// @return the share, 1: all at once; 0: nothing
/// @throws std::invalid_argument a cost, worth or belief outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "at a fixed trust of 0.4 three tranches reach 95 percent"
/// @test tests/sequence/tranche.cpp "the last step is always the hard one"
[[nodiscard]] double share_at_risk(const unit_terms& of, double belief);

/// @brief Tranches of a first mover whose belief stays what it is.
///
/// They never finish where the belief is below k / v: what is left needs a guarantee or a
/// continuing relation.
/// @param of     the terms
/// @param belief that the other carries on @range{[0, 1]}
/// @return the tranches; nothing where no share can be risked
/// @throws std::invalid_argument a cost, worth or belief outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "at a fixed trust of 0.4 three tranches reach 95 percent"
/// @test tests/sequence/tranche.cpp "the last step is always the hard one"
[[nodiscard]] std::optional<geometric_tranches> fixed_trust_tranches(const unit_terms& of,
                                                                     double belief);

/// @brief How far a plan of tranches goes, and what is learned on the way.
struct plan_options {
    double share = 1;      ///< of the whole, where the plan ends @range{[0, 1]}
    double defection = 0;  ///< chance that an untrustworthy other would not have honoured a
                           ///< tranche: each that is honoured adds -ln(1 - defection) to the
                           ///< log-odds @range{[0, 1]}
    std::size_t limit = default_tranche_limit;  ///< the most tranches
    reading how = reading::drawdown;            ///< which moments are weighed against a tranche

    bool operator==(const plan_options&) const = default;
};

/// @brief Tranches of a first mover that risks as much as its belief allows, and believes more
/// after each that is honoured: later tranches are larger shares of what is left.
///
/// With learning any belief above 0 finishes, given tranches enough: starting small. How large a
/// tranche may be depends on the reading. By the next turn it is `share_at_risk` of what is left,
/// at the belief of that moment. By drawdown the belief at every earlier moment has to allow it
/// too, because an untrustworthy other may have waited for it; without learning that is the same.
/// @param of      the terms
/// @param belief  that the other carries on, before the first tranche @range{[0, 1]}
/// @param options where it ends
/// @return size of each tranche, shares of the whole; nothing where the share is not reached within
/// the limit
/// @throws std::invalid_argument a cost, worth, belief or option outside its range
/// @complexity{O(tranches)}; thread-safe
/// @source{watson1999, Watson 1999\, Journal of Economic Theory 85}
/// @source{watson2002, Watson 2002\, Games and Economic Behavior 38}
/// @test tests/sequence/tranche.cpp "with learning later tranches grow and the plan finishes"
/// @test tests/sequence/unravelling.cpp "with learning any belief is enough to start small"
/// @test tests/sequence/unravelling.cpp "walked, a plan with learning asks at every tranche for the
/// belief it began with"
[[nodiscard]] std::optional<std::vector<double>> tranche_plan(const unit_terms& of, double belief,
                                                              const plan_options& options = {});

/// @brief The trust that a tranche asks of the first mover where all are equal: k / (k + m (v -
/// k)), m the tranches from this one to the last.
///
/// It falls with the number of tranches at the start and is k / v at the last whatever their
/// number.
/// @param of    the terms
/// @param count of tranches @range{[1, inf)}
/// @param place of the tranche, from 0 @range{[0, count)}
/// @return a probability; 1 where worth is not above cost
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "equal tranches ask for little at the start and for cost over
/// worth at the last"
/// @test tests/sequence/tranche.cpp "walked, equal tranches ask for what the formula says"
[[nodiscard]] double equal_tranche_trust(const unit_terms& of, std::size_t count,
                                         std::size_t place);

/// @brief The least number of equal tranches of which the first asks for no more than a belief.
/// @param of     the terms
/// @param belief @range{[0, 1]}
/// @return the number; nothing where none is enough, or it is above 10^9
/// @throws std::invalid_argument a cost, worth or belief outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "so many equal tranches let a belief start"
[[nodiscard]] std::optional<std::size_t> equal_tranches_to_start(const unit_terms& of,
                                                                 double belief);

/// @brief The chance that no shock ends a plan before its last tranche is done: exp(-rate duration
/// count).
/// @param rate     of shocks @unit{1/time} @range{[0, 1e100]}
/// @param duration of a tranche @unit{time} @range{[0, 1e100]}
/// @param count    of tranches
/// @return a probability
/// @throws std::invalid_argument a rate or duration outside its range
/// @complexity{O(1)}; thread-safe
/// @test tests/sequence/tranche.cpp "sixteen months at two percent a month are survived with 0.726"
[[nodiscard]] double plan_survival(double rate, double duration, std::size_t count);

/// @brief What threatens a plan, and how long it may become.
struct hazard {
    double rate = 0;      ///< of shocks that end the plan @unit{1/time} @range{[0, 1e100]}
    double duration = 1;  ///< of a tranche with its answer @unit{time} @range{[0, 1e100]}
    std::size_t limit = default_tranche_limit;  ///< the most tranches @range{[1, inf)}

    bool operator==(const hazard&) const = default;
};

/// @brief A number of tranches and what it is worth.
struct tranche_choice {
    std::size_t count = 1;  ///< tranches
    double value = 0;       ///< expected, to the first mover @unit{utility}

    bool operator==(const tranche_choice&) const = default;
};

/// @brief Expected value of some equal tranches to the first mover: a trustworthy other answers
/// each of them, an untrustworthy one keeps the first; before each a shock may end the plan, and
/// what has been exchanged is then kept.
///
/// With s = exp(-rate duration): p (v - k) / n (s + ... + s^n) - (1 - p) s k / n.
/// @param of     the terms
/// @param belief that the other is trustworthy @range{[0, 1]}
/// @param under  the hazard
/// @param count  of tranches @range{[1, inf)}
/// @return the value @unit{utility}
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(count)}; thread-safe
/// @test tests/sequence/tranche.cpp "more tranches risk less and live longer under a hazard"
[[nodiscard]] double equal_tranches_value(const unit_terms& of, double belief, const hazard& under,
                                          std::size_t count);

/// @brief The number of equal tranches with the greatest expected value, by looking at every number
/// up to the limit; of equals the smallest.
///
/// Without a hazard a further tranche never hurts, and the answer is the limit where the other may
/// be untrustworthy.
/// @param of     the terms
/// @param belief that the other is trustworthy @range{[0, 1]}
/// @param under  the hazard
/// @return the number and its value; nothing where none is worth more than 0
/// @throws std::invalid_argument an argument outside its range
/// @complexity{O(limit)}; thread-safe
/// @test tests/sequence/tranche.cpp "more tranches risk less and live longer under a hazard"
[[nodiscard]] std::optional<tranche_choice> best_equal_tranches(const unit_terms& of, double belief,
                                                                const hazard& under);

/// @brief The agreement with one of its steps cut into a chain of parts.
///
/// Values, days and what faking saves are shared out in proportion, on the grid of 10^-12 and so
/// that the parts add up to the step; shares undone, defection, detection and its window are those
/// of the step. The parts stand where the step stood, later steps move back. The first part waits
/// for what the step waited for, what waited for the step waits for the last.
/// @param of    the agreement
/// @param which the step
/// @param sizes shares of it, of each part in turn, that add up to 1 or less; what is left is one
///              more part @range{(0, 1]}
/// @return the agreement
/// @throws std::invalid_argument what `check` throws of the agreement or of the result, a step that
/// is not there, no sizes, or sizes out of range
/// @complexity{O(steps * (parties + prerequisites))}; thread-safe
/// @test tests/sequence/tranche.cpp "a step is cut into parts that add up to it"
[[nodiscard]] agreement cut(const agreement& of, step_id which, std::span<const double> sizes);

}  // namespace negotiation::sequence
