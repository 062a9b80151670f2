#pragma once

/// @file
/// A payment that somebody outside holds until it has been answered. Compiled in the library
/// negotiation::negotiation (src/sequence/escrow.cpp).

#include <negotiation/sequence/agreement.hpp>

namespace negotiation::sequence {

/// @brief What is held, against what, at what cost.
struct escrow {
    step_id payment = 0;  ///< the step that is paid into the escrow
    step_id answer = 0;   ///< the step of another party against which it is released
    double handling = 0;  ///< what the payer loses all the same if it is never released
                          ///< @unit{utility} @range{[0, what the payment would lose]}

    bool operator==(const escrow&) const = default;
};

/// @brief The agreement with a payment in escrow.
///
/// The payment becomes a deposit, which takes as long, teaches as much and is worth nothing to
/// anybody, and which nobody can fake: if the process collapses it goes back, less the handling.
/// The answer waits for the deposit. A further step, the last of the agreement, is the release: it
/// belongs to whoever gives the answer, waits for both, takes no time, and brings everybody what
/// the payment was worth, of which a collapse takes back what it would have taken back of the
/// payment. The whole is worth what it was. What waited for the payment waits for the deposit. An
/// order says when the escrow is released: at the answer, or later, after more of what that party
/// does.
///
/// Where deposit, answer and release follow one another at once, no trust of anybody is greater
/// than where payment and answer do, if the answer costs its performer something and the payment
/// harms nobody else. Elsewhere it can be: a payer that may take its money back has more in hand
/// and less to gain, and whoever lives on the payment before answering it has less.
/// @param of   the agreement
/// @param what payment, answer and cost
/// @return the agreement; the release is its last step
/// @throws std::invalid_argument what `check` throws of the agreement or of the result, a step that
/// is not there, a payment that costs its performer nothing, an answer by the payer or one that the
/// payment waits for, a handling below 0 or above what a collapse would lose of the payment
/// @complexity{O(steps * (steps + parties))}; thread-safe
/// @test tests/sequence/escrow.cpp "four steps with the first payment in escrow need a ninth"
/// @test tests/sequence/escrow.cpp "what is deposited has been counted and cannot be faked"
/// @test tests/sequence/escrow.cpp "an escrow answered at once never raises a trust"
[[nodiscard]] agreement in_escrow(const agreement& of, const escrow& what);

}  // namespace negotiation::sequence
