#pragma once

/// @file
/// An order of execution, walked: who holds what when, and how much trust each run asks for.
/// Compiled in the library negotiation::negotiation (src/sequence/order_report.cpp).

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <negotiation/sequence/exchange.hpp>
#include <negotiation/sequence/trust.hpp>

namespace negotiation::sequence {

/// @brief How trust is read.
struct trust_options {
    reading how = reading::drawdown;  ///< what is compared
    bool learning = false;            ///< honoured steps teach, by `step::defection`: trusts are
                                      ///< then what a party must believe at the start

    bool operator==(const trust_options&) const = default;
};

/// @brief Consecutive steps of one party: nobody but itself can stop it in between.
struct run {
    party_id party = 0;          ///< who performs them
    std::vector<step_id> steps;  ///< at least one
    bool hands_over = false;     ///< another party is next; false for the last run
    trust needed;                ///< of the party, at the hand-over that ends the run
    double loss = 0;             ///< of the worst moment for that hand-over @unit{utility}
    double gain = 0;             ///< what completion adds at that moment @unit{utility}

    bool operator==(const run&) const = default;
};

/// @brief Why nobody can be asked to go through an order, however much it trusts.
struct refusal {
    party_id party = 0;     ///< who would not
    std::size_t done = 0;   ///< steps done when it would stop; 0: it would not begin, completion is
                            ///< worth less to it than nothing
    double tempted_by = 0;  ///< what it holds above what completion gives @unit{utility}

    bool operator==(const refusal&) const = default;
};

/// @brief An order of execution with what it asks for.
struct order_report {
    std::vector<step_id> order;       ///< every step once
    std::optional<refusal> refused;   ///< the first reason that makes it infeasible
    std::vector<run> runs;            ///< in order
    std::vector<trust> by_party;      ///< what each party must believe @shape{parties}
    std::vector<double> halt_values;  ///< what each is left with after each number of steps, V
                                      ///< at the end @shape{steps + 1, parties} @unit{utility}

    /// @brief Whether parties with trust enough go through it. @return true without a refusal
    [[nodiscard]] bool feasible() const noexcept { return !refused; }

    bool operator==(const order_report&) const = default;
};

/// @brief Walks an order.
///
/// Along an order a party is in control at every set of steps from which it performs the next, and
/// hands over where the next step is another's. Under `drawdown` a party needs, for every moment C
/// in control and every later hand-over T, the belief L / (L + G) with L = H(C) - H(T) and
/// G = V - H(C); under `next_turn` C is the start of the run that ends at T; under
/// `peak_exposure` C is the beginning of everything. Moments at which G is negative make the order
/// infeasible under every reading, and are passed over in the trusts that are told of it.
/// @param of    the exchange
/// @param order every step once, none before what it waits for
/// @param how   the reading
/// @return the report
/// @throws std::invalid_argument a step is missing, twice, not there, or too early; the message
/// names it by its place
/// @complexity{O(runs * steps * parties)}; thread-safe
/// @test tests/sequence/order_report.cpp "the orders of four steps ask for the trust worked out by
/// hand"
[[nodiscard]] order_report walk(const exchange& of, std::span<const step_id> order,
                                const trust_options& how = {});

/// @brief The greatest trust that any party needs.
/// @param of a report
/// @return the greatest of `by_party`
/// @complexity{O(parties)}; thread-safe
/// @test tests/sequence/order_report.cpp "the orders of four steps ask for the trust worked out by
/// hand"
[[nodiscard]] trust greatest(const order_report& of);

/// @brief One comparison that a party makes on its way: a moment in control and a later hand-over.
struct demand {
    party_id party = 0;         ///< who compares
    std::size_t moment = 0;     ///< steps done when it is in control (0 under peak exposure)
    std::size_t hand_over = 0;  ///< steps done when it hands over
    trust needed;               ///< what it must believe
    double loss = 0;            ///< what it falls by if the others stop there @unit{utility}
    double gain = 0;            ///< what completion adds at the moment @unit{utility}

    bool operator==(const demand&) const = default;
};

/// @brief Every comparison of an order in which something can be lost.
/// @param of    the exchange
/// @param order every step once, none before what it waits for
/// @param how   the reading
/// @return by hand-over, then by moment, the latest first; without moments at which stopping is
/// better than completion
/// @throws std::invalid_argument as `walk`
/// @complexity{O(runs * steps)}; thread-safe
/// @test tests/sequence/order_report.cpp "the greatest demands are the trusts of an order"
[[nodiscard]] std::vector<demand> demands_of(const exchange& of, std::span<const step_id> order,
                                             const trust_options& how = {});

/// @brief Where an order breaks off at given beliefs.
struct break_off {
    party_id party = 0;         ///< who does not go on
    std::size_t done = 0;       ///< steps done when it stops
    trust needed;               ///< what it would have had to believe
    std::vector<double> left;   ///< what each party is left with @shape{parties} @unit{utility}
    std::size_t hand_over = 0;  ///< steps done at its hand-over that asks for that, the first of
                                ///< several; 0 where it is better off stopping

    bool operator==(const break_off&) const = default;
};

/// @brief The first moment at which somebody in control believes too little to go on, or is better
/// off stopping.
/// @param of      the exchange
/// @param report  an order of it, walked
/// @param beliefs of each party, that all others complete @range{[0, 1]} @shape{parties}
/// @param how     the reading
/// @return that moment; nothing where the order is carried out
/// @throws std::invalid_argument a belief is missing or not in [0, 1]
/// @complexity{O(steps^2)}; thread-safe
/// @test tests/sequence/order_report.cpp "an order breaks off where trust runs out"
[[nodiscard]] std::optional<break_off> break_off_of(const exchange& of, const order_report& report,
                                                    std::span<const double> beliefs,
                                                    const trust_options& how = {});

}  // namespace negotiation::sequence
