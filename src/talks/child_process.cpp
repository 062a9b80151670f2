#include "talks/child_process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <negotiation/model/nearest.hpp>
#include <negotiation/talks/forfeit.hpp>

extern "C" char** environ;  // NOLINT(readability-identifier-naming): POSIX's own

namespace negotiation::talks {

namespace {

constexpr std::size_t longest_line = std::size_t{1} << 20U;
constexpr std::size_t kept_errors = 2000;
constexpr std::chrono::milliseconds grace{1000};

void close_at(int& file) noexcept {
    if (file >= 0) {
        close(file);
        file = -1;
    }
}

/// Two ends of a line, neither handed to other programs.
[[nodiscard]] std::array<int, 2> socket_pair() {
    std::array<int, 2> ends{-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw agent_failure(fmt::format("cannot be started: {}", std::strerror(errno)));
    }
    return ends;
}

/// Starts a shell with these as its standard files. @return its process, or what is wrong
[[nodiscard]] int spawn(const std::string& command, int talk, int errors, int& pid) {
    posix_spawn_file_actions_t files{};
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, talk, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, talk, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, errors, STDERR_FILENO);
    posix_spawnattr_t how{};
    posix_spawnattr_init(&how);
    posix_spawnattr_setflags(
        &how, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&how, 0);
    // What our host blocks or ignores is not the program's affair.
    sigset_t none{};
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&how, &none);
    sigset_t usual{};
    sigfillset(&usual);
    posix_spawnattr_setsigdefault(&how, &usual);
    std::string shell = "sh";
    std::string option = "-c";
    std::string text = command;
    std::array<char*, 4> words{shell.data(), option.data(), text.data(), nullptr};
    const int wrong = posix_spawn(&pid, "/bin/sh", &files, &how, words.data(), environ);
    posix_spawnattr_destroy(&how);
    posix_spawn_file_actions_destroy(&files);
    return wrong;
}

[[nodiscard]] std::string last_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
        text.pop_back();
    }
    return text.substr(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1);
}

[[nodiscard]] std::string how_it_ended(int status) {
    if (WIFSIGNALED(status)) {
        return fmt::format("was ended by signal {}", WTERMSIG(status));
    }
    return fmt::format("ended with exit status {}", WEXITSTATUS(status));
}

}  // namespace

child_process::child_process(const std::string& command) {
    const std::array<int, 2> talk = socket_pair();
    std::array<int, 2> errors{-1, -1};
    const bool heard = pipe2(errors.data(), O_CLOEXEC) == 0;
    const int wrong = heard ? spawn(command, talk[1], errors[1], pid_) : errno;
    close(talk[1]);
    if (heard) {
        close(errors[1]);
    }
    talk_ = talk[0];
    errors_ = errors[0];
    if (wrong != 0) {
        pid_ = -1;
        end();
        throw agent_failure(fmt::format("cannot be started: {}", std::strerror(wrong)));
    }
    fcntl(talk_, F_SETFL, O_NONBLOCK);
    fcntl(errors_, F_SETFL, O_NONBLOCK);
}

child_process::~child_process() { end(); }

void child_process::send(const std::string& line, const time_limit& limit) {
    const std::string text = line + '\n';
    for (std::size_t sent = 0; sent < text.size();) {
        // not write(): that would end us with a signal where the other side has closed
        const auto part =
            ::send(talk_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (part > 0) {
            sent += static_cast<std::size_t>(part);
        } else if (errno == EAGAIN || errno == EINTR) {
            wait_for(wanted::writing, limit);
        } else {
            return;  // whoever reads no more may have answered before: `receive` tells
        }
    }
}

std::string child_process::receive(const time_limit& limit) {
    for (;;) {
        if (auto line = take_line()) {
            return *std::move(line);
        }
        if (silent_) {
            fail("said nothing");
        }
        wait_for(wanted::reading, limit);
    }
}

void child_process::expect_nothing() {
    if (!silent_) {
        listen();
    }
    if (const auto line = take_line()) {
        throw agent_failure(fmt::format("wrote before it was asked; it wrote '{}'", shown(*line)));
    }
}

/// What was taken is let go of when it is half of all, so that each byte is moved once on average.
std::optional<std::string> child_process::take_line() {
    const std::size_t found = heard_.find('\n', taken_);
    const bool whole = found != std::string::npos;
    if (!whole && !(silent_ && taken_ < heard_.size())) {
        return std::nullopt;
    }
    std::string line = heard_.substr(taken_, whole ? found - taken_ : found);
    taken_ = whole ? found + 1 : heard_.size();
    if (2 * taken_ >= heard_.size()) {
        heard_.erase(0, taken_);
        taken_ = 0;
    }
    return line;
}

/// Until it can be done. What the program says meanwhile is heard, on both of its ways out: it
/// could not go on while they are full.
void child_process::wait_for(wanted what, const time_limit& limit) {
    const auto able = static_cast<short>(what == wanted::reading ? POLLIN : POLLOUT);
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(limit.until - clock::now());
        if (left.count() <= 0) {
            fail_late(limit);
        }
        const auto asked = static_cast<short>(POLLIN | able);
        std::array<pollfd, 2> files{pollfd{talk_, asked, 0}, pollfd{errors_, POLLIN, 0}};
        constexpr std::chrono::milliseconds longest{1'000'000};
        const auto found =
            poll(files.data(), files.size(), static_cast<int>(std::min(left, longest).count()));
        if (found < 0 && errno != EINTR) {
            fail(fmt::format("cannot be listened to: {}", std::strerror(errno)));
        }
        if (found > 0 && files[1].revents != 0) {
            hear_errors();
        }
        if (found > 0 && (files[0].revents & ~POLLOUT) != 0) {
            listen();
        }
        if (found > 0 && ((files[0].revents & able) != 0 || silent_)) {
            return;
        }
    }
}

/// Who writes without being asked would fill our memory: a line has a greatest length, and what
/// waits to be taken is no longer than that.
void child_process::listen() {
    std::array<char, 4096> some{};
    const auto size = read(talk_, some.data(), some.size());
    if (size > 0) {
        heard_.append(some.data(), static_cast<std::size_t>(size));
        ever_wrote_ = true;
    } else if (size == 0 || (errno != EAGAIN && errno != EINTR)) {
        silent_ = true;
    }
    if (heard_.size() - taken_ > longest_line) {
        const bool lines = heard_.find('\n', taken_) != std::string::npos;
        throw agent_failure(
            fmt::format("wrote more than {} bytes {}", longest_line,
                        lines ? "that it was not asked for" : "without an end of line"));
    }
}

/// Where nothing was ever written, that its output waits in a buffer is the likely reason.
void child_process::fail_late(const time_limit& limit) {
    const std::string rest = heard_.substr(taken_);
    const std::string why =
        !ever_wrote_    ? " (it has written nothing yet; does it flush its output?)"
        : !rest.empty() ? fmt::format(" (it wrote '{}' without an end of line)", shown(rest))
                        : "";
    fail(
        fmt::format("gave no answer within {} s{}; exec(command='...',timeout=...) gives it longer",
                    limit.seconds, why));
}

/// As much as waits, and no more: who writes for ever would hold us for ever.
void child_process::hear_errors() {
    constexpr int most = 32;
    std::array<char, 4096> some{};
    for (int k = 0; k < most; ++k) {
        const auto size = errors_ < 0 ? 0 : read(errors_, some.data(), some.size());
        if (size <= 0) {
            if (size == 0) {
                close_at(errors_);
            }
            return;
        }
        said_.append(some.data(), static_cast<std::size_t>(size));
        said_.erase(0, said_.size() > kept_errors ? said_.size() - kept_errors : 0);
    }
}

std::string child_process::last_words() {
    hear_errors();
    return last_line(said_);
}

/// Tells how it ended, if it has, else what it did.
void child_process::fail(const std::string& what) {
    constexpr std::chrono::milliseconds patience{200};
    const bool over = has_ended(silent_ ? patience : std::chrono::milliseconds(0));
    throw agent_failure(over ? reap() : what);
}

/// Looks without taking notice of the end: until that is taken, no other process gets the number.
bool child_process::has_ended(std::chrono::milliseconds patience) {
    const auto until = clock::now() + patience;
    for (;;) {
        siginfo_t how{};
        const int looked =
            waitid(P_PID, static_cast<id_t>(pid_), &how, WEXITED | WNOHANG | WNOWAIT);
        if ((looked == 0 && how.si_pid != 0) || (looked != 0 && errno == ECHILD)) {
            return true;
        }
        if (clock::now() >= until) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
}

/// Kills whoever is left of the group, then takes notice of the end.
std::string child_process::reap() {
    kill(-pid_, SIGKILL);
    int status = 0;
    pid_t found = 0;
    do {
        found = waitpid(pid_, &status, 0);
    } while (found < 0 && errno == EINTR);
    // A program that ignores the end of its children is not told how they ended.
    const std::string how = found == pid_ ? how_it_ended(status) : "has ended";
    pid_ = -1;
    return how;
}

void child_process::end() noexcept {
    close_at(talk_);
    if (pid_ >= 0) {
        try {
            static_cast<void>(has_ended(grace));
            static_cast<void>(reap());
        } catch (...) {  // NOLINT(bugprone-empty-catch): nobody is left to be told
        }
    }
    close_at(errors_);
}

}  // namespace negotiation::talks
