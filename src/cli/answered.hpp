#pragma once

/// From an answer to text, and how long work is watched.

#include <cstddef>
#include <string>

#include <negotiation/io/json.hpp>
#include <negotiation/parallel.hpp>
#include <negotiation/report/text.hpp>

#include "cli/interrupt.hpp"
#include "cli/progress.hpp"

namespace negotiation::cli {

/// An answer as text, or as JSON with --json.
template <class Answer>
[[nodiscard]] std::string told(const Answer& answer, bool json) {
    return json ? io::to_json(answer) + "\n" : report::render_text(describe(answer));
}

/// Asks with a line of progress, until it is done or stopped: Ctrl-C leaves an answer about what
/// was done by then.
/// @param work   of the options that `ask` asks with
/// @param things what is counted: "negotiations"
template <class Ask>
[[nodiscard]] auto watched(parallel_options& work, const char* things, Ask ask) {
    const interrupt stop;
    progress line(things);
    work.stop = stop.token();
    work.progress = [&](std::size_t done, std::size_t all) { line.show(done, all); };
    auto answer = ask();
    work.stop = {};  // both are of things that end here
    work.progress = nullptr;
    return answer;
}

}  // namespace negotiation::cli
