#include "cli/play.hpp"

#include <cstdio>
#include <iostream>
#include <optional>

#include <unistd.h>

#include <negotiation/question/play.hpp>

#include "cli/answered.hpp"
#include "cli/run_options.hpp"
#include "cli/typed.hpp"

namespace negotiation::cli {

namespace {

/// The person reads standard error, so that the answer alone stands on standard output.
void tell(const std::string& lines) {
    std::fputs(lines.c_str(), stderr);
    std::fflush(stderr);
}

std::optional<std::string> ask() {
    if (isatty(STDIN_FILENO) != 0) {
        tell("> ");
    }
    std::string line;
    return std::getline(std::cin, line) ? std::optional(line) : std::nullopt;
}

}  // namespace

std::string play(const arguments& typed) {
    return told(question::play(load(typed), typed.as, run_options_of(typed), {tell, ask}),
                typed.json);
}

}  // namespace negotiation::cli
