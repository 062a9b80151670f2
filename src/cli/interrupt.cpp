#include "cli/interrupt.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <mutex>

namespace negotiation::cli {

namespace {

/// The one thing a handler can reach.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// The next one kills.
void restore() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
}

void on_interrupt(int) {
    interrupted = true;
    restore();
}

}  // namespace

interrupt::interrupt() {
    interrupted = false;
    std::signal(SIGINT, on_interrupt);
    std::signal(SIGTERM, on_interrupt);
    watcher_ = std::jthread([this](const std::stop_token& enough) {
        constexpr auto pause = std::chrono::milliseconds(10);
        // Whoever is done need not wait for the end of a pause.
        std::mutex alone;
        std::condition_variable_any bell;
        std::unique_lock<std::mutex> here(alone);
        while (!enough.stop_requested() && !interrupted) {
            bell.wait_for(here, enough, pause, [] { return interrupted.load(); });
        }
        if (interrupted) {
            source_.request_stop();
        }
    });
}

interrupt::~interrupt() { restore(); }

}  // namespace negotiation::cli
