#pragma once

/// SQLite with values and exceptions: a database, and statements of it.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace negotiation::laboratory {

/// How a file is opened.
enum class database_access : std::uint8_t { create, read };

/// Another program has the file locked, and for longer than anybody waits.
struct database_busy : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An open file. One thread at a time.
class database {
public:
    database(const std::string& path, database_access access);

    [[nodiscard]] const std::string& path() const noexcept { return path_; }
    [[nodiscard]] sqlite3* handle() const noexcept { return open_.get(); }

    /// Runs statements that give no rows.
    void run(const char* text) const;

    /// Throws where the file is no longer the one at its path.
    void check_place() const;

    /// Throws what SQLite says is wrong, after the name of the file.
    [[noreturn]] void fail(int code) const;

private:
    struct closing {
        void operator()(sqlite3* open) const noexcept;
    };

    void open(const std::string& name, int flags);
    /// Reads something. @return what SQLite says of that
    [[nodiscard]] int look() const;

    std::string path_;
    std::unique_ptr<sqlite3, closing> open_;
};

/// A prepared statement, to be used again and again: bind, step, read, reset. Places of parameters
/// count from 1, columns from 0, as in SQLite. A text that is bound must live until the next step.
class statement {
public:
    statement(const database& in, std::string_view text);

    void bind(int place, std::int64_t value);
    void bind(int place, double value);
    void bind(int place, std::string_view value);
    void bind_null(int place);

    /// Goes on. @return whether there is a row
    bool step();
    /// Makes it ready to be bound anew; what went wrong before was told then.
    void reset() noexcept;
    /// Steps once and resets, whatever happens.
    void run();

    [[nodiscard]] std::int64_t whole(int column) const;
    [[nodiscard]] double number(int column) const;
    [[nodiscard]] std::string_view text(int column) const;  ///< until the next step
    [[nodiscard]] bool is_null(int column) const;

    /// Resets a statement when it ends.
    class use {
    public:
        explicit use(statement& of) noexcept : of_(of) {}
        use(const use&) = delete;
        use& operator=(const use&) = delete;
        ~use() { of_.reset(); }

    private:
        statement& of_;
    };

private:
    struct finalizing {
        void operator()(sqlite3_stmt* held) const noexcept;
    };

    void check(int code) const;

    const database* in_;
    std::unique_ptr<sqlite3_stmt, finalizing> held_;
};

}  // namespace negotiation::laboratory
