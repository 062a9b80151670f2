#pragma once

/// @file
/// The question "what scenarios are there, and what is in this one?" Compiled in the
/// library negotiation::negotiation (src/question/list.cpp).

#include <vector>

#include <negotiation/question/list_answer.hpp>
#include <negotiation/report/document.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief Lists what is in a scenario; it need not be sound.
/// @param world any scenario
/// @return names, options and red lines as written
/// @complexity{linear in the scenario}; thread-safe
/// @test tests/question/list.cpp "everything that can be named is listed"
[[nodiscard]] list_answer list(const scenario& world);

/// @brief The contents of a scenario, part by part.
/// @param answer what `list` found
/// @return a document
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/list_answer.cpp "parts that are empty are left out"
[[nodiscard]] report::document describe(const list_answer& answer);

/// @brief The scenarios at hand as a table.
/// @param files what can be asked for by name
/// @return a document
/// @complexity{linear in the list}; thread-safe
/// @test tests/question/list.cpp "files at hand are a table and a bad one says what is wrong"
[[nodiscard]] report::document describe(const std::vector<listed_file>& files);

}  // namespace negotiation::question
