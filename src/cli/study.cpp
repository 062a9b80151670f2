#include "cli/study.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include <negotiation/io/csv.hpp>
#include <negotiation/question/robust.hpp>
#include <negotiation/question/sweep.hpp>

#include "cli/answered.hpp"
#include "cli/output.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

question::headline_options headline_options_of(const arguments& typed) {
    question::headline_options how;
    how.scope = typed.scope;
    how.talks = talks_of(typed.talks);
    how.seed = seed_of(typed);
    if (!typed.contestants.empty()) {
        how.strategies = typed.contestants;
    }
    how.runs = whole_of("--runs", typed.runs, how.runs, 1, 1'000'000);
    return how;
}

question::robust_options robust_options_of(const arguments& typed) {
    question::robust_options options;
    options.how = headline_options_of(typed);
    options.spread = number_of("--spread", typed.spread).value_or(options.spread);
    options.worlds = whole_of("--worlds", typed.worlds, options.worlds, 1, 1'000'000);
    options.rows = whole_of("--rows", typed.rows, options.rows, 2, 1'000'000);
    if (typed.of.size() > 1) {
        throw std::invalid_argument("option --of is given once to this verb; got several");
    }
    if (!typed.of.empty()) {
        options.of = typed.of.front();
    }
    options.parallel.threads = threads_of(typed);
    return options;
}

question::sweep_options sweep_options_of(const arguments& typed) {
    question::sweep_options options;
    options.vary = typed.vary;
    options.of = typed.of;
    options.how = headline_options_of(typed);
    options.others = typed.keep_weights ? other_weights::kept : other_weights::rescaled;
    options.parallel.threads = threads_of(typed);
    return options;
}

}  // namespace

std::string robust(const arguments& typed) {
    question::robust_options options = robust_options_of(typed);
    const scenario world = load(typed);
    return told(
        watched(options.parallel, "worlds", [&] { return question::robust(world, options); }),
        typed.json);
}

std::string sweep(const arguments& typed) {
    refuse_csv_with_json(typed);
    question::sweep_options options = sweep_options_of(typed);
    const scenario world = load(typed);
    if (typed.quantities) {
        return told(question::headlines(world, options.how), typed.json);
    }
    const question::sweep_answer answer =
        watched(options.parallel, "points", [&] { return question::sweep(world, options); });
    if (typed.csv && answer.done < answer.points.size()) {  // the table has no place to say so
        notice(fmt::format("negotiate: stopped after {} of {} points\n", answer.done,
                           answer.points.size()));
    }
    return typed.csv ? io::to_csv(answer) : told(answer, typed.json);
}

}  // namespace negotiation::cli
