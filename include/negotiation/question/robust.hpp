#pragma once

/// @file
/// How sure are the conclusions of a scenario, and on which assumed numbers do they hang? Compiled
/// in the library negotiation::negotiation (src/question/robust.cpp).

#include <cstddef>
#include <string>

#include <negotiation/parallel.hpp>
#include <negotiation/question/describe_robust.hpp>
#include <negotiation/question/headline.hpp>
#include <negotiation/question/robust_answer.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question {

/// @brief How to ask how sure we are.
struct robust_options {
    headline_options how = {};        ///< scope, talks, seed
    double spread = 0.1;              ///< how far assumed numbers are drawn from what they are,
                                      ///< as a share of them @range{[0, 1)}
    std::size_t worlds = 400;         ///< in which conclusions are looked at @range{[1, 10^6]}
    std::string of = usual_headline;  ///< the number whose causes are looked for
    std::size_t rows = 256;           ///< of its Sobol' indices @range{[2, 10^7]}
    std::size_t trajectories = 8;     ///< of the screening before them @range{[1, 10^6]}
    std::size_t top = 8;              ///< numbers with an index of their own @range{[1, inf)}
    parallel_options parallel = {};   ///< threads, stop, progress (in worlds)
};

/// @brief Draws the assumed numbers of a scenario anew many times, and says in which share of
/// worlds each of its conclusions holds; and which assumed numbers one headline hangs on.
///
/// A conclusion is something that is true of the scenario as written: that there is a deal, or
/// none, in secret and in public; that certain red lines leave none together; what the Nash deal
/// says of each issue; that it passes in a home, or not, more likely than not; that some order of
/// its steps is carried out at the beliefs, or none; that it lasts, or not, more likely than not.
/// Where no deal suits everybody in a world, none that speaks of the Nash deal holds there.
///
/// The shares are those of worlds drawn by `sample_assumptions`, not of the world we live in: how
/// far numbers are drawn is an assumption too, and numbers with a source, values of options and
/// what the talks are played with are not drawn at all. Where nothing is drawn, because no number
/// that could be is assumed or `spread` is 0, no world is looked at: there is nothing to be said of
/// how sure anything is, and the answer has no shares and no causes.
/// @param world   the scenario
/// @param options how
/// @return the answer, the same for any number of threads; after a stop with what was looked at
/// @throws scenario_error the scenario is not sound, or an unknown scope
/// @throws std::invalid_argument an unknown headline, options out of range
/// @complexity{worlds, and r (k + 1) + N (top + 3) headlines, see `study::sensitivity`};
/// thread-safe
/// @source{sobol2001, Sobol' 2001\, Mathematics and Computers in Simulation 55}
/// @test tests/question/robust.cpp "conclusions of the back channel hold in so many worlds"
/// @test tests/question/robust.cpp "where nothing is drawn nothing is said of how sure"
[[nodiscard]] robust_answer robust(const scenario& world, const robust_options& options = {});

}  // namespace negotiation::question
