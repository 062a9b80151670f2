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

constexpr int kinds[] = {SIGINT, SIGTERM};

/// Of work in the background of a script signals are ignored from the start: they are meant for
/// somebody else.
[[nodiscard]] bool is_ignored(int kind) {
    struct sigaction now {};
    return sigaction(kind, nullptr, &now) == 0 && now.sa_handler == SIG_IGN;
}

void handle(void (*by)(int)) {
    for (const int kind : kinds) {
        if (!is_ignored(kind)) {
            std::signal(kind, by);
        }
    }
}

void on_interrupt(int) {
    interrupted = true;
    handle(SIG_DFL);  // the next one kills
}

}  // namespace

interrupt::interrupt() {
    interrupted = false;
    handle(on_interrupt);
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

interrupt::~interrupt() { handle(SIG_DFL); }

}  // namespace negotiation::cli
