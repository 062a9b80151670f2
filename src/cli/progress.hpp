#pragma once

/// How far long work has come, for whoever watches a terminal.

#include <chrono>
#include <cstddef>
#include <string>

namespace negotiation::cli {

/// A line on standard error that is written over and over, and removed at the end. Where standard
/// error is no terminal nothing is written.
class progress {
public:
    /// @param things what is counted: "negotiations"
    explicit progress(std::string things);
    ~progress();
    progress(const progress&) = delete;
    progress& operator=(const progress&) = delete;

    /// Shows the numbers, ten times a second at most. One thread at a time.
    void show(std::size_t done, std::size_t all);

private:
    std::string things_;
    bool terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_;
};

}  // namespace negotiation::cli
