#pragma once

/// A program that is spoken to in lines.

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

namespace negotiation::talks {

/// When a program must have done what it is waited for, and how long it was given.
struct time_limit {
    std::chrono::steady_clock::time_point until;
    double seconds = 0;
};

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
    /// @throws agent_failure it does not read in time
    void send(const std::string& line, const time_limit& limit);
    /// The next line; at the end of what it writes, the rest. @throws agent_failure none in time,
    /// or it has ended
    [[nodiscard]] std::string receive(const time_limit& limit);
    /// @throws agent_failure a line is there that nobody has asked for
    void expect_nothing();
    /// The last line on its standard error by now; empty where there is none.
    [[nodiscard]] std::string last_words();

private:
    enum class wanted { reading, writing };

    void wait_for(wanted what, const time_limit& limit);
    void listen();
    [[nodiscard]] std::optional<std::string> take_line();
    [[noreturn]] void fail_late(const time_limit& limit);
    void hear_errors();
    [[noreturn]] void fail(const std::string& what);
    [[nodiscard]] bool has_ended(std::chrono::milliseconds patience);
    [[nodiscard]] std::string reap();
    void end() noexcept;

    int pid_ = -1;
    int talk_ = -1;            ///< both ways
    int errors_ = -1;          ///< its standard error
    bool silent_ = false;      ///< it has closed its end
    std::string heard_;        ///< what it has written lately
    std::size_t taken_ = 0;    ///< of that
    bool ever_wrote_ = false;  ///< to its standard output
    std::string said_;         ///< the end of its standard error
};

}  // namespace negotiation::talks
