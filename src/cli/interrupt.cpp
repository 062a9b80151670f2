#include "cli/interrupt.hpp"

#include <atomic>
#include <chrono>
#include <csignal>

namespace negotiation::cli {

namespace {

/// The one thing a handler can reach.
std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void on_interrupt(int) {
    interrupted = true;
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace

interrupt::interrupt() {
    interrupted = false;
    std::signal(SIGINT, on_interrupt);
    watcher_ = std::jthread([this](const std::stop_token& enough) {
        constexpr auto pause = std::chrono::milliseconds(10);
        while (!enough.stop_requested() && !interrupted) {
            std::this_thread::sleep_for(pause);
        }
        if (interrupted) {
            source_.request_stop();
        }
    });
}

interrupt::~interrupt() { std::signal(SIGINT, SIG_DFL); }

}  // namespace negotiation::cli
