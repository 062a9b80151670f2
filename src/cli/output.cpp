#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace negotiation::cli {

bool print_part(std::string_view text) {
    errno = 0;
    const bool all = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (all && std::fflush(stdout) == 0) {
        return true;
    }
    if (errno != EPIPE) {
        throw std::invalid_argument(
            fmt::format("cannot write the answer: {}", std::strerror(errno)));
    }
    return false;
}

int print(std::string_view text) {
    try {
        static_cast<void>(print_part(text));
    } catch (const std::invalid_argument& wrong) {
        std::fputs(fmt::format("negotiate: {}\n", wrong.what()).c_str(), stderr);
        return 2;
    }
    return 0;
}

void notice(std::string_view text) {
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

void hold_standard_files() {
    for (int file = STDIN_FILENO; file <= STDERR_FILENO; ++file) {
        if (fcntl(file, F_GETFD) < 0) {
            // the lowest number that is free; using it the wrong way fails, as it did
            static_cast<void>(open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY));
        }
    }
}

}  // namespace negotiation::cli
