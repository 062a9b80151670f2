#include "cli/output_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <negotiation/model/nearest.hpp>

namespace negotiation::cli {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_writing(const std::string& path, int why) {
    throw std::invalid_argument(
        why == EEXIST ? fmt::format("'{}' exists; --force writes over it", shown(path))
                      : fmt::format("cannot write '{}': {}", shown(path), std::strerror(why)));
}

/// Devices and pipes are written as they are, and whatever stands behind /dev/stdout: nothing can
/// take their place.
[[nodiscard]] bool is_device(const fs::path& path) {
    std::error_code unknown;
    const fs::file_status found = fs::status(path, unknown);
    return (fs::exists(found) && !fs::is_regular_file(found) && !fs::is_directory(found)) ||
           path.string().rfind("/dev/std", 0) == 0 || path.string().rfind("/dev/fd/", 0) == 0;
}

/// By device and inode, whatever the names; what is not there yet by its place.
[[nodiscard]] bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code unknown;
    if (fs::equivalent(one, other, unknown)) {
        return true;
    }
    return !fs::exists(one, unknown) &&
           fs::weakly_canonical(one, unknown) == fs::weakly_canonical(other, unknown);
}

[[nodiscard]] bool is_database(const std::string& path) {
    constexpr std::string_view begins("SQLite format 3\0", 16);
    std::array<char, 16> head{};
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                               &std::fclose);
    return file != nullptr && std::fread(head.data(), 1, head.size(), file.get()) == head.size() &&
           std::string_view(head.data(), head.size()) == begins;
}

void refuse_what_is_read(const std::string& path, const std::vector<std::string>& read) {
    for (const std::string& name : read) {
        // SQLite keeps what was written last beside a store.
        for (const char* ending : {"", "-wal", "-journal", "-shm"}) {
            if (is_same_file(path, name + ending)) {
                throw std::invalid_argument(
                    fmt::format("'{}' is what this command reads ('{}'); write to another file",
                                shown(path), shown(name)));
            }
        }
    }
}

/// New files stand in this folder, beside the one whose place they take.
void refuse_folder_of(const std::string& path) {
    const fs::path folder = fs::path(path).parent_path();
    const std::string in = folder.empty() ? "." : folder.string();
    std::error_code unknown;
    if (!fs::exists(in, unknown)) {
        throw std::invalid_argument(
            fmt::format("cannot write '{}': there is no folder '{}'", shown(path), shown(in)));
    }
    if (access(in.c_str(), W_OK | X_OK) != 0) {
        refuse_writing(path, errno);
    }
}

}  // namespace

void check_output(const std::string& path, bool over, const std::vector<std::string>& read) {
    if (path.empty()) {
        return;
    }
    std::error_code unknown;
    if (fs::is_directory(path, unknown)) {
        refuse_writing(path, EISDIR);
    }
    refuse_what_is_read(path, read);
    const bool device = is_device(path);
    if (device && !fs::is_block_file(path, unknown)) {
        return;  // a terminal, a pipe: it holds nothing that could be lost
    }
    const bool there = fs::exists(path, unknown);
    if (there && !over) {
        refuse_writing(path, EEXIST);
    }
    if (device) {
        return;
    }
    if (there && is_database(path)) {
        throw std::invalid_argument(
            fmt::format("'{}' is an SQLite file, such as a store of negotiations; nothing is "
                        "written over it",
                        shown(path)));
    }
    if (there && access(path.c_str(), W_OK) != 0) {
        refuse_writing(path, errno);
    }
    refuse_folder_of(there ? fs::canonical(path, unknown).string() : path);
}

output_file::output_file(std::string path, bool over, const std::vector<std::string>& read)
    : path_(std::move(path)),
      over_(over) {
    check_output(path_, over_, read);
    std::error_code unknown;
    const fs::path real = fs::weakly_canonical(path_, unknown);
    target_ = unknown ? path_ : real.string();
    if (is_device(path_)) {
        file_.reset(std::fopen(path_.c_str(), "wb"));
    } else {
        open_beside();
    }
    if (file_ == nullptr) {
        fail(errno);
    }
}

output_file::~output_file() {
    if (!beside_.empty()) {
        unlink(beside_.c_str());
    }
}

/// With the permissions of the file whose place it takes.
void output_file::open_beside() {
    constexpr int most = 1000;  // left by programs that were killed
    for (int k = 0; k < most; ++k) {
        const std::string name = fmt::format("{}.{}-{}.part", target_, getpid(), k);
        const int opened = open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (opened < 0 && errno == EEXIST) {
            continue;
        }
        if (opened < 0) {
            fail(errno);
        }
        beside_ = name;
        struct stat before {};
        if (over_ && stat(target_.c_str(), &before) == 0) {
            static_cast<void>(fchmod(opened, before.st_mode & 07777U));
        }
        file_.reset(fdopen(opened, "wb"));
        if (file_ == nullptr) {
            const int why = errno;
            close(opened);
            fail(why);
        }
        return;
    }
}

void output_file::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size()) {
        fail(errno);
    }
}

void output_file::finish() {
    // A full disk may show at the end only.
    if (std::fflush(file_.get()) != 0 || std::fclose(file_.release()) != 0) {
        fail(errno);
    }
    if (!beside_.empty()) {
        take_place();
    }
}

/// Without --force never over a file, not even one that came while this one was written.
void output_file::take_place() {
    if (!over_ && link(beside_.c_str(), target_.c_str()) == 0) {
        return;  // and the other name goes with this
    }
    std::error_code unknown;
    if (!over_ && (errno == EEXIST || fs::exists(target_, unknown))) {
        fail(EEXIST);
    }
    if (std::rename(beside_.c_str(), target_.c_str()) != 0) {
        fail(errno);
    }
    beside_.clear();
}

void output_file::fail(int why) const { refuse_writing(path_, why); }

void write_file(const std::string& path, std::string_view text, bool over,
                const std::vector<std::string>& read) {
    output_file file(path, over, read);
    file.write(text);
    file.finish();
}

}  // namespace negotiation::cli
