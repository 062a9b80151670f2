#include "cli/study.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include <negotiation/io/csv.hpp>
#include <negotiation/io/json.hpp>
#include <negotiation/question/robust.hpp>
#include <negotiation/question/sweep.hpp>
#include <negotiation/report/text.hpp>

#include "cli/interrupt.hpp"
#include "cli/progress.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

constexpr std::uint64_t any_seed = std::numeric_limits<std::uint64_t>::max();

question::headline_options headline_options_of(const arguments& typed) {
    question::headline_options how;
    how.scope = typed.scope;
    how.talks = talks_of(typed.talks);
    how.seed = whole_of("--seed", typed.seed, 1, 0, any_seed);
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
    if (typed.csv_file == "-" && typed.json) {
        throw std::invalid_argument(
            "options --csv - and --json both print to standard output; got both");
    }
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
    const interrupt stop;
    progress line("worlds");
    options.parallel.stop = stop.token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    const question::robust_answer answer = question::robust(world, options);
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

std::string sweep(const arguments& typed) {
    question::sweep_options options = sweep_options_of(typed);
    const scenario world = load(typed);
    if (typed.quantities) {
        const auto all = question::headlines(world);
        return typed.json ? io::to_json(all) + "\n" : report::render_text(question::describe(all));
    }
    if (typed.csv_file != "-") {
        refuse_existing(typed.csv_file, typed.force);
    }
    const interrupt stop;
    progress line("points");
    options.parallel.stop = stop.token();
    options.parallel.progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    const question::sweep_answer answer = question::sweep(world, options);
    if (typed.csv_file == "-") {
        return io::to_csv(answer);
    }
    if (!typed.csv_file.empty()) {
        write_file(typed.csv_file, io::to_csv(answer), true);
    }
    return typed.json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

}  // namespace negotiation::cli
