#pragma once

/// @file
/// Who goes first: the order of steps that needs least trust. Compiled in the library
/// negotiation::negotiation (src/question/sequence.cpp).

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <negotiation/question/describe_sequence.hpp>
#include <negotiation/question/sequence_answer.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/safeguard.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask who goes first.
struct sequence_options {
    std::string scope = {};    ///< name of a scope; empty takes every issue
    std::string deal = {};     ///< what is carried out: a name, clauses, or nash,
                               ///< kalai-smorodinsky, egalitarian, utilitarian; empty:
                               ///< nash, where the steps carry out a deal
    std::string variant = {};  ///< a variant, or an order to keep to; empty: as written
    std::vector<std::string> compare = {};                     ///< more of them, side by side
    std::string order = {};                                    ///< an order to report on as well;
                                                               ///< empty: the deal's own, if any
    std::vector<std::pair<std::string, double>> beliefs = {};  ///< party, trust: instead of the
                                                               ///< scenario's
    std::vector<std::pair<std::string, double>> guarantees = {};  ///< party, share of its losses
                                                                  ///< that is made good
    bool sureties = false;                    ///< with what the file's mediators stand for
    std::vector<escrow_terms> escrows = {};   ///< in turn
    sequence::trust_options trusts = {};      ///< the reading
    std::size_t maximum_ideals = 5'000'000;   ///< more are refused
    std::size_t maximum_labels = 40'000'000;  ///< see `sequence::search_options`
};

/// @brief The order that needs least trust, who must trust how much, whether beliefs are enough and
/// what would mend it, for a scenario and variants of it.
///
/// An infeasible agreement is an answer: who is better off stopping.
/// @param world   a scenario with steps
/// @param options what to ask
/// @return the answer, names resolved
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @throws std::invalid_argument no steps; an unknown deal, variant, order or party; a deal where
/// no step carries one out; no fair deal where one is asked for; a belief outside (0, 1);
/// a guarantee or an escrow that cannot be, see `guaranteed` and `in_escrow` of
/// scenario/safeguard.hpp
/// @complexity{that of `least_trust_order` and `least_trust_frontier` a variant}; thread-safe
/// @test tests/question/sequence.cpp "the text of 2022 is answered"
/// @test tests/question/sequence.cpp "a guarantee and an escrow lower what an order asks for"
[[nodiscard]] sequence_answer sequence(const scenario& world, const sequence_options& options = {});

/// @brief The order as a graph for Graphviz: steps by performer, an edge where one comes before
/// another and no step lies between, the least-trust order in the labels.
/// @param world   a scenario with steps
/// @param options as for `sequence`; its variant
/// @param answer  of `sequence` to the same
/// @return DOT
/// @throws std::invalid_argument as `sequence`
/// @complexity{one frontier where a fair deal is carried out, and O(steps^2)}; thread-safe
/// @test tests/question/sequence.cpp "steps are drawn as a graph"
[[nodiscard]] std::string sequence_graph(const scenario& world, const sequence_options& options,
                                         const sequence_answer& answer);

}  // namespace negotiation::question
