#pragma once

/// @file
/// On which assumed numbers an answer hangs. Compiled in the library negotiation::negotiation
/// (src/study/sensitivity.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <negotiation/parallel.hpp>
#include <negotiation/scenario/path.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/study/elementary_effects.hpp>
#include <negotiation/study/quantity.hpp>
#include <negotiation/study/sobol_indices.hpp>

namespace negotiation::study {

/// @brief How to look for what matters.
struct sensitivity_options {
    double spread = 0.1;           ///< see `sample_assumptions` @range{[0, 1)}
    std::size_t top = 8;           ///< numbers that get indices of their own @range{[1, inf)}
    std::size_t trajectories = 8;  ///< of the screening, where there are more @range{[1, 10^6]}
    std::size_t rows = 256;        ///< of the indices @range{[2, 10^7]}
    std::uint64_t seed = 1;        ///< of all that is drawn
    sampling points = sampling::random;  ///< of the indices
    std::size_t resamples = 1000;        ///< for intervals @range{[20, 10^5]}
    parallel_options parallel = {};      ///< threads, stop, progress (in evaluations, about)
};

/// @brief A drawn number, and how much of the variance it answers for.
struct influence {
    path place;                ///< see `drawn_numbers`
    elementary_effect effect;  ///< in the screening; none where nothing was screened
    sobol_index index;         ///< of this number alone
};

/// @brief What a number hangs on.
struct sensitivities {
    std::size_t drawn = 0;            ///< assumed numbers that are drawn
    std::size_t moved = 0;            ///< of them, those that were seen to matter in the screening;
                                      ///< all where nothing was screened
    screening screened;               ///< by drawn number; empty where they are few
    std::vector<influence> top;       ///< with an index each, the greatest total first; empty where
                                      ///< the number does not vary or some world has none
    std::size_t others = 0;           ///< drawn numbers without an index of their own
    std::optional<sobol_index> rest;  ///< of all others together; nothing where there are none
    double mean = 0;                  ///< of `values`
    double variance = 0;              ///< of `values`
    std::vector<double> values;       ///< in independent worlds that have the number
    std::size_t planned = 0;          ///< rows asked for
    std::size_t rows = 0;             ///< looked at; fewer after a stop
    std::size_t used = 0;             ///< of them, rows in which every world has the number
    bool gaps = false;                ///< some row has not: the number has no indices then
    std::size_t evaluations = 0;      ///< worlds looked at in all
    std::size_t missing = 0;          ///< of them, worlds without the number
    bool complete = true;             ///< false after a stop
};

/// @brief Which assumed numbers a quantity hangs on, as Sobol' indices over worlds in which all of
/// them are drawn as by `sample_assumptions`.
///
/// Indices of all numbers would cost N (k + 2) worlds. Where there are more than `top` + 1 numbers
/// they are screened by elementary effects first, r (k + 1) worlds; the `top` ones with the
/// greatest mean absolute effect get indices of their own, and all others together form one group
/// with an index too. Nothing is lost by that: what screening missed shows in the rest's total
/// index. Draws are independent, and so indices mean what they say, also where numbers are tied: a
/// weight's draw says how much it weighs against its owner's others, and a hazard's draw moves its
/// base, slope, terms and spikes together. A quantity that does not exist in some world has no
/// indices (see `sobol_indices`); `missing` counts such worlds.
/// @param world   a sound scenario
/// @param of      what is asked
/// @param options how
/// @return the indices, the same for any number of threads
/// @throws std::invalid_argument options out of range; what the quantity throws beside
/// `scenario_error`
/// @complexity{r (k + 1) + N (top + 3) worlds}; thread-safe where the quantity is
/// @source{sobol2001, Sobol' 2001\, Mathematics and Computers in Simulation 55}
/// @source{morris1991, Morris 1991\, Technometrics 33(2)}
/// @test tests/study/sensitivity.cpp "a quantity hangs on the numbers that it reads"
/// @test tests/study/sensitivity.cpp "worlds without the number are counted"
/// @test tests/study/sensitivity.cpp "what is screened out is measured together"
[[nodiscard]] sensitivities sensitivity(const scenario& world, const quantity& of,
                                        const sensitivity_options& options = {});

}  // namespace negotiation::study
