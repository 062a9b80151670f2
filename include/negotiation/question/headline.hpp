#pragma once

/// @file
/// The number that an answer is remembered by, by name: what sweeps and studies of sensitivity ask
/// for. Compiled in the library negotiation::negotiation (src/question/headline.cpp).

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/scenario/scenario.hpp>
#include <negotiation/study/quantity.hpp>

namespace negotiation::question {

/// @brief A headline that can be asked for.
struct headline {
    std::string name;  ///< `deals.zone`, `ratify.probability["Senate"]`
    std::string what;  ///< in words

    bool operator==(const headline&) const = default;
};

/// @brief How headlines are looked for.
struct headline_options {
    std::string scope = {};               ///< name of a scope; empty takes every issue
    std::optional<publicity> talks = {};  ///< instead of what the scenario says
    std::uint64_t seed = 1;               ///< of headlines that are drawn: the same in every world
    std::size_t runs = 100;  ///< talks played a world by `mediate` and `race`, and by `life`, which
                             ///< lives ten lives for each of them: R are the numbers of `negotiate
                             ///< life --runs 10R --played R` @range{[1, 1e6]}
    std::vector<std::string> strategies = {"all"};  ///< who plays in `tournament`, as in
                                                    ///< `tournament_options::strategies`
};

/// @brief Every headline that the scenario has the sections for, by verb, in a fixed order.
///
/// Where nothing else is said a headline is about the Nash deal of the scope. Those of `tournament`
/// are means of one strategy of the line-up, in a tournament of all of them on this world alone,
/// each in every seat, at most 100 rounds: `tournament.utility["boulware"]`. Every question plays
/// all of it: of all strategies, 400 negotiations for two parties.
/// @param world   a scenario
/// @param options the line-up of tournaments; nothing else is looked at
/// @return names and what they mean
/// @throws std::invalid_argument a strategy that there is not, or none
/// @complexity{O(agents + deals + chambers + mediators)}; thread-safe
/// @test tests/question/headline.cpp "every headline of the bundled scenarios can be asked for"
[[nodiscard]] std::vector<headline> headlines(const scenario& world,
                                              const headline_options& options = {});

/// @brief A headline with the question behind it, to be asked of any world like the one it is of.
struct asked_headline {
    headline of;          ///< its name, and what it is
    study::quantity ask;  ///< the number in a world
};

/// @brief A headline by its name, and the question behind it.
///
/// Utilities of solutions do not exist where no deal suits everybody; sums of gains and products
/// are 0 there, and so are chances that a deal passes or lasts: there is none that could.
/// @param world   a scenario, looked at for names only
/// @param name    one of `headlines`; a name is a path, so `deals.nash.Iran` and
///                `deals.nash["Iran"]` are one
/// @param options how to look
/// @return the headline and the question
/// @throws std::invalid_argument no such headline in this scenario, with what is near; of a
/// strategy that is not in the line-up; an unknown scope or strategy; runs out of range. Asking
/// throws what the verb throws: `tournament` where so many parties make too many negotiations
/// @complexity{of asking: that of the verb, at most}; thread-safe, and so is what is returned
/// @test tests/question/headline.cpp "headlines are the numbers of the verbs"
/// @test tests/question/headline.cpp "headlines of tournaments are the numbers of the verb"
/// @test tests/question/headline.cpp "a headline that there is not says what is near"
[[nodiscard]] asked_headline headline_named(const scenario& world, const std::string& name,
                                            const headline_options& options = {});

/// @brief The headline that a study of the whole scenario begins with: what all parties together
/// gain from the Nash deal.
inline constexpr const char* usual_headline = "deals.joint_gain";

}  // namespace negotiation::question
