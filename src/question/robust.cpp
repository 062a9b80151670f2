#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <negotiation/question/robust.hpp>
#include <negotiation/scenario/numbers.hpp>
#include <negotiation/scenario/sample.hpp>
#include <negotiation/study/conclusions.hpp>
#include <negotiation/study/sensitivity.hpp>

#include "question/world_look.hpp"
#include "question/written_conclusions.hpp"

namespace negotiation::question {

namespace detail {
namespace {

/// Progress of one of two parts as that of both. The second part is not known to the first.
[[nodiscard]] parallel_options part_of(const parallel_options& all, std::size_t before,
                                       std::size_t after) {
    parallel_options part{all.threads, all.stop, {}};
    if (all.progress) {
        part.progress = [tell = all.progress, before, after](std::size_t done, std::size_t of) {
            tell(before + done, before + of + after);
        };
    }
    return part;
}

[[nodiscard]] std::size_t evaluations_planned(const scenario& world,
                                              const robust_options& options) {
    const std::size_t drawn = drawn_numbers(world).size();
    return drawn <= options.top + 1
               ? options.rows * (drawn + 2)
               : options.trajectories * (drawn + 1) + options.rows * (options.top + 3);
}

void check_spread(double spread) {
    if (!(spread >= 0 && spread < 1)) {
        throw std::invalid_argument(
            fmt::format("robust: spread must lie in [0, 1); got {}", spread));
    }
}

[[nodiscard]] std::vector<written_conclusion> what_is_written(const scenario& world,
                                                              const robust_options& options) {
    world_look as_written(world, options.how.scope, options.how.talks);
    return conclusions_of(as_written);
}

/// What is true as written, where there is no other world to look at.
[[nodiscard]] std::vector<conclusion_view> unjudged(const scenario& world,
                                                    const robust_options& options) {
    std::vector<conclusion_view> all;
    for (const written_conclusion& one : what_is_written(world, options)) {
        all.push_back({one.topic, one.text, {}});
    }
    return all;
}

void judge_worlds(const scenario& world, const robust_options& options, robust_answer& into) {
    const std::vector<written_conclusion> written = what_is_written(world, options);
    const auto found =
        study::conclusions(world,
                           [&](const scenario& drawn) {
                               world_look at(drawn, options.how.scope, options.how.talks);
                               std::vector<std::optional<bool>> verdicts;
                               for (const written_conclusion& one : written) {
                                   verdicts.push_back(one.holds(at));
                               }
                               return verdicts;
                           },
                           {options.spread, options.worlds, options.how.seed,
                            part_of(options.parallel, 0, evaluations_planned(world, options))});
    into.planned = found.planned;
    into.worlds = found.worlds;
    for (std::size_t k = 0; k < written.size(); ++k) {
        into.conclusions.push_back(
            {written[k].topic, written[k].text,
             found.shares.empty() ? study::conclusion_share{} : found.shares[k]});
    }
}

void look_for_causes(const scenario& world, const robust_options& options,
                     const study::quantity& asked, robust_answer& into) {
    study::sensitivity_options how;
    how.spread = options.spread;
    how.top = options.top;
    how.trajectories = options.trajectories;
    how.rows = options.rows;
    how.seed = options.how.seed;
    how.parallel = part_of(options.parallel, options.worlds, 0);
    into.causes = study::sensitivity(world, asked, how);
    std::vector<double> values = into.causes.values;
    if (!values.empty()) {
        std::sort(values.begin(), values.end());
        const std::size_t beyond = values.size() / 20;
        into.low = values[beyond];
        into.high = values[values.size() - 1 - beyond];
    }
}

}  // namespace
}  // namespace detail

robust_answer robust(const scenario& world, const robust_options& options) {
    const asked_headline asked = headline_named(world, options.of, options.how);
    robust_answer answer;
    answer.scenario = world.title;
    answer.scope = options.how.scope;
    answer.talks = options.how.talks.value_or(world.talks);
    answer.spread = options.spread;
    answer.seed = options.how.seed;
    const number_summary summary = summarise_numbers(world);
    answer.assumed_numbers = summary.assumed;
    answer.unsourced_numbers = summary.unsourced;
    answer.of = asked.of;
    answer.causes.drawn = drawn_numbers(world).size();
    detail::check_spread(options.spread);
    const bool varies = answer.causes.drawn > 0 && options.spread > 0;
    if (varies) {
        detail::judge_worlds(world, options, answer);
    } else {
        answer.conclusions = detail::unjudged(world, options);
    }
    answer.as_written = study::ask(asked.ask, world);
    answer.complete = answer.worlds == answer.planned;
    if (varies && answer.complete) {
        detail::look_for_causes(world, options, asked.ask, answer);
        answer.complete = answer.causes.complete;
    }
    return answer;
}

}  // namespace negotiation::question
