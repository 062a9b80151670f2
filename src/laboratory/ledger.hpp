#pragma once

/// The matches of one experiment on their way to the file and back.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <negotiation/laboratory/match.hpp>

#include "laboratory/database.hpp"
#include "laboratory/stored_row.hpp"

namespace negotiation::laboratory {

/// A select of stored rows.
[[nodiscard]] std::string selection_of(std::string_view condition);

/// Writes in batches, reads one by one; from any thread. What threads share is locked in one order:
/// first the rows that wait, then the file.
class ledger {
public:
    ledger(const database& file, std::mutex& using_file, std::int64_t id,
           std::vector<pairing> pairings);

    bool recall(std::size_t number, match& of);
    void record(std::size_t number, const match& of, std::span<const option_id> deal);
    void close();

private:
    using watch = std::chrono::steady_clock;

    void commit(std::unique_lock<std::mutex>& filling);
    void write(const std::vector<stored_row>& rows);

    const database& file_;
    std::mutex& using_file_;
    std::int64_t id_;
    std::vector<pairing> pairings_;
    statement found_;
    statement written_;
    std::mutex filling_;
    std::vector<stored_row> waiting_;
    watch::time_point committed_ = watch::now();
    std::exception_ptr failed_;  ///< what the file refused first: nothing is written after it
};

}  // namespace negotiation::laboratory
