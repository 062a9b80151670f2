#pragma once

/// @file
/// What holds whatever the assumed numbers are, and what hangs on which, as an answer.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/question/headline.hpp>
#include <negotiation/scenario/scenario.hpp>
#include <negotiation/study/conclusions.hpp>
#include <negotiation/study/quantity.hpp>
#include <negotiation/study/sensitivity.hpp>

namespace negotiation::question {

/// @brief What a conclusion is about.
enum class conclusion_topic {
    deals,   ///< whether there are any, what stands in the way
    terms,   ///< what the Nash deal says of one issue, or of all
    homes,   ///< whether it passes
    steps,   ///< whether it can be carried out
    lasting  ///< whether it lasts
};

/// @brief The name of a topic: deals, terms, homes, steps, lasting.
/// @param of the topic
/// @return its name
/// @complexity{O(1)}; thread-safe
/// @test tests/question/robust.cpp "conclusions of the back channel hold in so many worlds"
[[nodiscard]] constexpr const char* topic_name(conclusion_topic of) noexcept {
    switch (of) {
        case conclusion_topic::deals:
            return "deals";
        case conclusion_topic::terms:
            return "terms";
        case conclusion_topic::homes:
            return "homes";
        case conclusion_topic::steps:
            return "steps";
        case conclusion_topic::lasting:
            break;
    }
    return "lasting";
}

/// @brief Something that is true of the scenario as written, and in how many worlds it is.
struct conclusion_view {
    conclusion_topic topic = conclusion_topic::deals;  ///< what it is about
    std::string text;                                  ///< a sentence without its full stop
    study::conclusion_share share;                     ///< of worlds in which it is true as well

    bool operator==(const conclusion_view&) const = default;
};

/// @brief Everything `robust` found. Names are resolved, numbers are not formatted.
struct robust_answer {
    std::string scenario;                      ///< title
    std::string scope;                         ///< empty for every issue
    publicity talks = publicity::open;         ///< secret or open
    double spread = 0;                         ///< see `sample_assumptions`
    std::uint64_t seed = 1;                    ///< of all that is drawn
    std::vector<conclusion_view> conclusions;  ///< by topic; without shares where no world was
                                               ///< looked at
    std::size_t planned = 0;                   ///< worlds asked for; 0 where nothing is drawn
    std::size_t worlds = 0;                    ///< looked at; fewer after a stop
    headline of;                               ///< the number whose causes are looked for
    study::finding as_written;                 ///< that number as the scenario is written
    std::optional<double> low;    ///< at most one world in twenty has less; nothing without worlds
    std::optional<double> high;   ///< at most one world in twenty has more; likewise
    study::sensitivities causes;  ///< what it hangs on
    std::size_t assumed_numbers = 0;    ///< of the file
    std::size_t unsourced_numbers = 0;  ///< of the file: without a source or an assumption
    bool complete = true;               ///< false after a stop
};

}  // namespace negotiation::question
