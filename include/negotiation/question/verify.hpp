#pragma once

/// @file
/// How good inspection must be. Compiled in the library negotiation::negotiation
/// (src/question/verify.cpp).

#include <cstddef>
#include <string>

#include <negotiation/question/describe_verify.hpp>
#include <negotiation/question/verify_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask how good inspection must be.
struct verify_options {
    std::string scope = {};                   ///< name of a scope; empty takes every issue
    std::string deal = {};                    ///< as in `sequence_options`
    std::string variant = {};                 ///< a variant, or an order to keep to
    std::string order = {};                   ///< an order of the scenario; empty: the deal's own,
                                              ///< else the one that needs least trust
    std::size_t maximum_ideals = 5'000'000;   ///< of a search for it; then a beam
    std::size_t maximum_labels = 40'000'000;  ///< see `sequence::search_options`
};

/// @brief How good inspection must be: for every step that can be faked the detection it needs,
/// has, and how late is too late; for every inspector how many inspections that takes, and what its
/// alarm and its silence do to beliefs.
///
/// A step is kept honest by its own probability of detection, `fake.detection`; an inspector's is
/// that of one inspection, its delay is `days`. What an inspector needs counts waiting where that
/// asks for more. Several inspectors of one step are told of one by one. With more than two parties
/// a belief is that all others complete, and a report on one of them moves it alike. That no order
/// is carried out is an answer.
/// @param world   a scenario with steps
/// @param options what to ask
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @throws std::invalid_argument no steps; an unknown deal, variant or order, or an order that does
/// not suit the steps; a deal where no step carries one out
/// @complexity{that of `least_trust_order`, and O(inspectors * steps^2)}; thread-safe
/// @test tests/question/verify.cpp "the steps of the back channel need what the file's numbers say"
/// @test tests/question/verify.cpp "an inspector's alarms and silence are weighed"
[[nodiscard]] verify_answer verify(const scenario& world, const verify_options& options = {});

}  // namespace negotiation::question
