#pragma once

/// Ctrl-C, or a request to terminate, once: the work under way ends with what it has.

#include <stop_token>
#include <thread>

namespace negotiation::cli {

/// While it lives, the first SIGINT or SIGTERM asks for a stop and the second one kills; one that
/// was ignored before stays so.
class interrupt {
public:
    interrupt();
    ~interrupt();
    interrupt(const interrupt&) = delete;
    interrupt& operator=(const interrupt&) = delete;

    /// For whoever should stop.
    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    std::stop_source source_;
    std::jthread watcher_;  ///< a signal handler may do no more than set a flag
};

}  // namespace negotiation::cli
