#pragma once

/// @file
/// What answers about deals at a table begin with.

#include <negotiation/question/expectation.hpp>
#include <negotiation/question/seating.hpp>
#include <negotiation/question/setting.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::question::detail {

/// The table that is asked about.
template <class Options>
[[nodiscard]] seating asked_table(const scenario& world, const Options& options) {
    return set_table(world, {options.scope, options.talks, options.red_lines, options.seats});
}

/// An answer that says where it is about what, and what it rests on.
template <class Answer, class Options>
[[nodiscard]] Answer about_table(const scenario& world, const Options& options, const seating& at) {
    Answer answer;
    answer.scenario = world.title;
    answer.scope = options.scope;
    answer.talks = at.talks;
    if constexpr (requires { answer.red_lines_chosen; }) {
        answer.red_lines_chosen = options.red_lines.rule != red_line_rule::as_written;
    }
    answer.red_lines = lines_of(at);
    answer.assumed_numbers = assumed_numbers(world, options.scope, options.seats);
    answer.unsourced_numbers = unsourced_numbers(world);
    answer.expects = expectation_of(at);
    return answer;
}

}  // namespace negotiation::question::detail
