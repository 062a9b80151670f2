#include "laboratory/database.hpp"

#include <stdexcept>

#include <fmt/core.h>
#include <sqlite3.h>

#include <negotiation/model/nearest.hpp>

namespace negotiation::laboratory {

void database::closing::operator()(sqlite3* open) const noexcept { sqlite3_close_v2(open); }

database::database(const std::string& path, database_access access) : path_(path) {
    sqlite3* opened = nullptr;
    // Whoever holds a connection locks it himself.
    const int flags =
        (access == database_access::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                           : SQLITE_OPEN_READONLY) |
        SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &opened, flags, nullptr);
    open_.reset(opened);
    if (code != SQLITE_OK) {
        fail(code);
    }
    constexpr int patience = 60'000;  // ms until another program has to let go
    sqlite3_busy_timeout(handle(), patience);
}

void database::run(const char* text) const {
    const int code = sqlite3_exec(handle(), text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void database::fail(int code) const {
    throw std::runtime_error(
        fmt::format("store '{}': {}", shown(path_),
                    open_ != nullptr ? sqlite3_errmsg(handle()) : sqlite3_errstr(code)));
}

void statement::finalizing::operator()(sqlite3_stmt* held) const noexcept {
    sqlite3_finalize(held);
}

statement::statement(const database& in, std::string_view text) : in_(&in) {
    sqlite3_stmt* prepared = nullptr;
    check(sqlite3_prepare_v2(in.handle(), text.data(), static_cast<int>(text.size()), &prepared,
                             nullptr));
    held_.reset(prepared);
}

void statement::check(int code) const {
    if (code != SQLITE_OK) {
        in_->fail(code);
    }
}

void statement::bind(int place, std::int64_t value) {
    check(sqlite3_bind_int64(held_.get(), place, value));
}

void statement::bind(int place, double value) {
    check(sqlite3_bind_double(held_.get(), place, value));
}

void statement::bind(int place, std::string_view value) {
    check(sqlite3_bind_text(held_.get(), place, value.data(), static_cast<int>(value.size()),
                            SQLITE_STATIC));
}

void statement::bind_null(int place) { check(sqlite3_bind_null(held_.get(), place)); }

bool statement::step() {
    const int code = sqlite3_step(held_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        in_->fail(code);
    }
    return code == SQLITE_ROW;
}

void statement::reset() noexcept { sqlite3_reset(held_.get()); }

void statement::run() {
    const use once(*this);
    step();
}

std::int64_t statement::whole(int column) const {
    return sqlite3_column_int64(held_.get(), column);
}

double statement::number(int column) const { return sqlite3_column_double(held_.get(), column); }

std::string_view statement::text(int column) const {
    const auto* found = sqlite3_column_text(held_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(held_.get(), column));
    // NOLINTNEXTLINE(*-reinterpret-cast): SQLite's texts are unsigned
    return found == nullptr ? std::string_view()
                            : std::string_view(reinterpret_cast<const char*>(found), size);
}

bool statement::is_null(int column) const {
    return sqlite3_column_type(held_.get(), column) == SQLITE_NULL;
}

}  // namespace negotiation::laboratory
