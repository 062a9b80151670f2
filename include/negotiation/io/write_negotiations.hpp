#pragma once

/// @file
/// The negotiations of a store as rows for spreadsheets and other programs. Compiled in `src/io`;
/// link `negotiation::negotiation`.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace negotiation::laboratory {
class store;
}  // namespace negotiation::laboratory

namespace negotiation::io {

/// @brief How negotiations are written.
enum class negotiation_format : std::uint8_t {
    csv,        ///< a row of names, then a row a negotiation (RFC 4180, `\r\n`)
    json_lines  ///< an object a line
};

/// @brief Writes the negotiations of an experiment, in the order of their numbers: who played
/// where, how it ended, what each seat got.
///
/// In the comma-separated form what belongs to a seat has a column a seat, `utility_1` and so on,
/// as many as the largest table has; fields of seats that are not there are empty. `options` are
/// places in their issues, from 0. Numbers are as short as they can be and still be read back
/// exactly. What a broken match does not have is empty, or null.
/// @param from   the store
/// @param key    of the experiment
/// @param format rows or objects
/// @param write  called with some lines at a time, in order, until it returns false
/// @throws std::invalid_argument no such experiment
/// @throws std::runtime_error the file cannot be read
/// @complexity{O(negotiations), some lines in memory at a time}; as thread-safe as the store
/// @test tests/io/write_negotiations.cpp "every negotiation of a store is a row", "whoever has
/// seen enough is told no more"
void write_negotiations(const laboratory::store& from, const std::string& key,
                        negotiation_format format,
                        const std::function<bool(std::string_view)>& write);

}  // namespace negotiation::io
