#pragma once

/// @file
/// The question "what was played before?" Compiled in the library negotiation::negotiation
/// (src/question/results.cpp).

#include <string>

#include <negotiation/question/describe_results.hpp>
#include <negotiation/question/results_answer.hpp>

namespace negotiation::question {

/// @brief Lists the experiments of a store, and how strategies did in them.
/// @param file      of the store
/// @param key       of the one to list; empty lists all
/// @param standings false: how strategies did is not asked for, and no row is read
/// @return what it holds, and how far each is
/// @throws std::invalid_argument no such file, it is no store, or has no such experiment
/// @throws std::runtime_error a row was changed by hand
/// @complexity{O(rows)}; thread-safe
/// @test tests/question/results.cpp "a store tells what it holds"
/// @test tests/question/results.cpp "one experiment can be listed alone"
[[nodiscard]] results_answer results(const std::string& file, const std::string& key = "",
                                     bool standings = true);

/// @brief The experiment that is meant.
/// @param of  what the store holds
/// @param key as typed; empty where there is but one
/// @return its key
/// @throws std::invalid_argument the store is empty, no such key, or none was typed and there are
/// several
/// @complexity{O(experiments)}; thread-safe
/// @test tests/question/results.cpp "an experiment is chosen by its key"
[[nodiscard]] std::string chosen_experiment(const results_answer& of, const std::string& key);

}  // namespace negotiation::question
