#pragma once

/// A program that is spoken to in lines.

#include <chrono>
#include <optional>
#include <string>

namespace negotiation::talks {

/// Runs a command of the shell, in a group of processes of its own. What it writes to its standard
/// error is kept, the end of it, to be told. One owner; ended with its owner: its input is closed,
/// and what has not ended a second later is killed.
class child_process {
public:
    using clock = std::chrono::steady_clock;

    /// @throws agent_failure it cannot be started
    explicit child_process(const std::string& command);
    child_process(const child_process&) = delete;
    child_process& operator=(const child_process&) = delete;
    ~child_process();

    /// Sends a line; nothing where the other side has closed, which `receive` then tells.
    /// @throws agent_failure it does not read before the deadline
    void send(const std::string& line, clock::time_point deadline);
    /// The next line. @throws agent_failure none before the deadline, or it has ended
    [[nodiscard]] std::string receive(clock::time_point deadline);
    /// The last line on its standard error by now; empty where there is none.
    [[nodiscard]] std::string last_words();

private:
    enum class wanted { reading, writing };

    void wait_for(wanted what, clock::time_point deadline);
    void listen();
    void hear_errors();
    [[noreturn]] void fail(const std::string& what);
    [[nodiscard]] bool has_ended(std::chrono::milliseconds patience);
    [[nodiscard]] std::string reap();
    void end() noexcept;

    int pid_ = -1;
    int talk_ = -1;        ///< both ways
    int errors_ = -1;      ///< its standard error
    bool silent_ = false;  ///< it has closed its end
    std::string heard_;    ///< not a whole line yet
    std::string said_;     ///< the end of its standard error
};

}  // namespace negotiation::talks
