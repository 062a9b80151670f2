#include "laboratory/ledger.hpp"

#include <utility>

#include <fmt/format.h>

#include <negotiation/laboratory/store.hpp>

#include "laboratory/store_schema.hpp"

namespace negotiation::laboratory {

namespace {

/// Two halves of a batch: one is filled while the other is written. What threads have in hand, a
/// match each, is lost with them, so it counts as well.
constexpr std::size_t half_a_batch = (store::batch - store::most_threads) / 2;
constexpr auto longest_wait = std::chrono::milliseconds(500);

[[nodiscard]] std::string insertion() {
    std::string places = "?";
    for (int k = 0; k < stored_row::columns; ++k) {
        places += ", ?";
    }
    // A row that stands already was written by a program that plays the same: it stays.
    return fmt::format(
        "INSERT INTO negotiation (experiment, {}) VALUES ({}) "
        "ON CONFLICT (experiment, number) DO NOTHING",
        stored_row::names, places);
}

}  // namespace

std::string selection_of(std::string_view condition) {
    return fmt::format("SELECT {} FROM negotiation WHERE {}", stored_row::names, condition);
}

ledger::ledger(const database& file, std::mutex& using_file, std::int64_t id,
               std::vector<pairing> pairings)
    : file_(file),
      using_file_(using_file),
      id_(id),
      pairings_(std::move(pairings)),
      found_(file, selection_of("experiment = ? AND number = ?")),
      written_(file, insertion()) {
    waiting_.reserve(half_a_batch);
}

bool ledger::recall(std::size_t number, match& of) {
    const std::lock_guard<std::mutex> alone(using_file_);
    const statement::use once(found_);
    found_.bind(1, id_);
    found_.bind(2, static_cast<std::int64_t>(number));
    const bool stands = found_.step();
    if (stands) {
        of = read_row(found_, pairings_).of;
    }
    return stands;
}

void ledger::record(std::size_t number, const match& of, std::span<const option_id> deal) {
    stored_row row = row_of(number, pairings_.size(), of, deal);
    std::unique_lock<std::mutex> filling(filling_);
    waiting_.push_back(std::move(row));
    if (waiting_.size() >= half_a_batch || watch::now() - committed_ > longest_wait) {
        commit(filling);
    }
}

void ledger::close() {
    std::unique_lock<std::mutex> filling(filling_);
    commit(filling);
}

/// While one half is written the other can be filled, and no more than that.
void ledger::commit(std::unique_lock<std::mutex>& filling) {
    const std::lock_guard<std::mutex> alone(using_file_);
    std::vector<stored_row> rows;
    rows.reserve(half_a_batch);
    rows.swap(waiting_);
    committed_ = watch::now();
    filling.unlock();
    if (failed_) {
        std::rethrow_exception(failed_);
    }
    try {
        write(rows);
    } catch (...) {
        failed_ = std::current_exception();
        throw;
    }
}

/// All of them or none.
void ledger::write(const std::vector<stored_row>& rows) {
    if (rows.empty()) {
        file_.check_place();
        return;
    }
    transaction all(file_);
    for (const stored_row& row : rows) {
        written_.bind(1, id_);
        bind(written_, 2, row);
        written_.run();
    }
    all.commit();
    file_.check_place();
}

}  // namespace negotiation::laboratory
