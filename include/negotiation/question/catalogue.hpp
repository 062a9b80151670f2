#pragma once

/// @file
/// The question "what strategies are there, and what do they take?" Compiled in the library
/// negotiation::negotiation (src/question/catalogue.cpp).

#include <string>
#include <vector>

#include <negotiation/question/catalogue_answer.hpp>
#include <negotiation/report/document.hpp>

namespace negotiation::question {

/// @brief The catalogues there are.
/// @return strategies, acceptance (conditions), models (of opponents), protocols, mediators
/// @complexity{O(1)}; thread-safe
/// @test tests/question/catalogue.cpp "every catalogue is listed entry by entry"
[[nodiscard]] const std::vector<std::string>& catalogue_names();

/// @brief Lists a catalogue: what a scenario or an option may name.
/// @param kind one of `catalogue_names`
/// @return every entry with its parameters, their defaults, what it assumes and its source
/// @throws std::invalid_argument no such catalogue; the message lists those there are
/// @complexity{linear in the catalogue}; thread-safe
/// @test tests/question/catalogue.cpp "every catalogue is listed entry by entry"
[[nodiscard]] catalogue_answer catalogue(const std::string& kind);

/// @brief A catalogue as lists of entries and of parameters.
/// @param answer what `catalogue` found
/// @return a document; a parameter that several entries take alike is told once
/// @complexity{linear in the answer}; thread-safe
/// @test tests/question/catalogue_answer.cpp "a parameter that many take is told once"
[[nodiscard]] report::document describe(const catalogue_answer& answer);

}  // namespace negotiation::question
