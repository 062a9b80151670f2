#pragma once

/// The tables of a store, and experiments in them.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/laboratory/store.hpp>

#include "laboratory/database.hpp"

namespace negotiation::laboratory {

/// Runs to its end or not at all.
class transaction {
public:
    explicit transaction(const database& in) : in_(in) { in_.run("BEGIN IMMEDIATE"); }
    transaction(const transaction&) = delete;
    transaction& operator=(const transaction&) = delete;
    ~transaction();
    void commit();

private:
    const database& in_;
    bool done_ = false;
};

/// Has the file keep what is written in a log beside it (WAL), flushed when that is merged.
void write_ahead(const database& file);

/// Makes an empty file a store, and refuses any other that is none.
void check_schema(const database& file, database_access access);

/// Where an experiment stands, or nothing.
[[nodiscard]] std::optional<std::int64_t> find_experiment(const database& file,
                                                          const std::string& key);

/// Writes an experiment down. @return its id
std::int64_t write_experiment(const database& file, const experiment& what);

/// Reads it again, with the number of its matches.
/// @throws std::runtime_error somebody else has changed its rows
[[nodiscard]] stored_experiment read_experiment(const database& file, std::int64_t id);

/// All of them, oldest first.
[[nodiscard]] std::vector<stored_experiment> read_experiments(const database& file);

}  // namespace negotiation::laboratory
