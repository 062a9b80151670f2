#include "laboratory/database.hpp"

#include <filesystem>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>
#include <sqlite3.h>

#include <negotiation/model/nearest.hpp>

namespace negotiation::laboratory {

void database::closing::operator()(sqlite3* open) const noexcept { sqlite3_close_v2(open); }

namespace {

/// The name of a file that nobody will change, in SQLite's form of it.
[[nodiscard]] std::string unchanging(std::string_view path) {
    std::string name = "file:";
    // What follows two slashes would be read as the name of a machine.
    while (path.rfind("//", 0) == 0) {
        path.remove_prefix(1);
    }
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            fmt::format_to(std::back_inserter(name), "%{:02x}", c);
        } else {
            name += c;
        }
    }
    return name + "?immutable=1";
}

[[nodiscard]] bool may_not_write(int code) {
    const int kind = code & 0xff;
    return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY;
}

}  // namespace

database::database(const std::string& path, database_access access) : path_(path) {
    open(path, access == database_access::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                                                 : SQLITE_OPEN_READONLY);
    // Even to read SQLite makes files beside a store; where it may not, nobody else writes either,
    // unless what he wrote is still there.
    if (access == database_access::read && may_not_write(look()) &&
        !std::filesystem::exists(path + "-wal")) {
        open(unchanging(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    }
}

void database::open(const std::string& name, int flags) {
    sqlite3* opened = nullptr;
    // Whoever holds a connection locks it himself.
    const int code = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    open_.reset(opened);
    if (code != SQLITE_OK) {
        fail(code);
    }
    constexpr int patience = 60'000;  // ms until another program has to let go
    sqlite3_busy_timeout(handle(), patience);
}

int database::look() const {
    return sqlite3_exec(handle(), "SELECT count(*) FROM sqlite_master", nullptr, nullptr, nullptr);
}

void database::run(const char* text) const {
    const int code = sqlite3_exec(handle(), text, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(code);
    }
}

void database::check_place() const {
    int moved = 0;
    if (sqlite3_file_control(handle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
        moved != 0) {
        throw std::runtime_error(
            fmt::format("store '{}': was moved or removed while it was written; nothing is kept "
                        "there any more",
                        shown(path_)));
    }
}

void database::fail(int code) const {
    const int kind = code & 0xff;
    const int system = open_ != nullptr ? sqlite3_system_errno(handle()) : 0;
    const bool of_system = kind == SQLITE_CANTOPEN || kind == SQLITE_IOERR || kind == SQLITE_FULL;
    const std::string what =
        fmt::format("store '{}': {}{}", shown(path_),
                    open_ != nullptr ? sqlite3_errmsg(handle()) : sqlite3_errstr(code),
                    of_system && system != 0 ? ": " + std::generic_category().message(system) : "");
    if (kind == SQLITE_BUSY) {
        throw database_busy(what);
    }
    throw std::runtime_error(what);
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
