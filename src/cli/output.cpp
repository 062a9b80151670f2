#include "cli/output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace negotiation::cli {

int print(std::string_view text) {
    errno = 0;
    const bool all = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (all && std::fflush(stdout) == 0) {
        return 0;
    }
    const int why = errno;
    if (why == EPIPE) {
        return 0;
    }
    std::fprintf(stderr, "negotiate: cannot write the answer: %s\n", std::strerror(why));
    return 1;
}

}  // namespace negotiation::cli
