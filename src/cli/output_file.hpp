#pragma once

/// Files that answers are written to.

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace negotiation::cli {

/// Before long work: refuses a file that could not be written, or must not be. Nothing at all
/// allows to write over what the command reads or keeps, or over an SQLite file.
/// @param path where it is to be; nothing is checked where it is empty
/// @param over whether it may take the place of a file that is there
/// @param read files that the command reads or keeps, there or not yet
/// @throws std::invalid_argument
void check_output(const std::string& path, bool over, const std::vector<std::string>& read);

/// A file that is being written. It stands beside its place and is moved there when all of it has
/// been written: whatever happens before, what was there is left as it was.
class output_file {
public:
    /// Begins one, as `check_output` allows it. @throws std::invalid_argument it cannot be
    output_file(std::string path, bool over, const std::vector<std::string>& read);
    output_file(const output_file&) = delete;
    output_file& operator=(const output_file&) = delete;
    ~output_file();  ///< without `finish` nothing was written

    /// @throws std::invalid_argument it cannot be written
    void write(std::string_view text);
    /// Moves it to its place. @throws std::invalid_argument it cannot be written, or a file has
    /// come there meanwhile
    void finish();

private:
    struct closing {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };

    void open_beside();
    void take_place();
    [[noreturn]] void fail(int why) const;

    std::string path_;    ///< as it was typed
    std::string target_;  ///< the file that links lead to
    std::string beside_;  ///< while it is written; empty where it is written in its place
    bool over_;
    std::unique_ptr<std::FILE, closing> file_;
};

/// A file that is there as a whole. @throws as `output_file` does
void write_file(const std::string& path, std::string_view text, bool over,
                const std::vector<std::string>& read);

}  // namespace negotiation::cli
