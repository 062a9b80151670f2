#pragma once

#include <filesystem>
#include <string>

#include <unistd.h>

namespace negotiation::tests {

/// The path of a store of its own, gone afterwards. Test cases run side by side, each in a process.
struct scratch_file {
    std::string path;
    explicit scratch_file(const std::string& name)
        : path((std::filesystem::temp_directory_path() /
                ("negotiation-" + std::to_string(::getpid()) + "-" + name))
                   .string()) {
        remove();
    }
    scratch_file(const scratch_file&) = delete;
    scratch_file& operator=(const scratch_file&) = delete;
    ~scratch_file() { remove(); }
    void remove() const {
        for (const char* end : {"", "-wal", "-shm", "-journal"}) {
            std::filesystem::remove(path + end);
        }
    }
};

}  // namespace negotiation::tests
