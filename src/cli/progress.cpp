#include "cli/progress.hpp"

#include <cstdio>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace negotiation::cli {

namespace {

constexpr auto pause = std::chrono::milliseconds(100);

}  // namespace

progress::progress(std::string things)
    : things_(std::move(things)),
      terminal_(isatty(STDERR_FILENO) == 1),
      next_(std::chrono::steady_clock::now() + pause) {}

progress::~progress() {
    if (shown_) {
        std::fputs("\r\033[K", stderr);
    }
}

void progress::show(std::size_t done, std::size_t all) {
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || now < next_) {
        return;
    }
    next_ = now + pause;
    shown_ = true;
    std::fputs(fmt::format("\r{} of {} {}\033[K", done, all, things_).c_str(), stderr);
}

}  // namespace negotiation::cli
