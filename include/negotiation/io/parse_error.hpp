#pragma once

/// @file
/// What is wrong with a file, each message with its place.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace negotiation {

/// @brief One thing wrong with a file.
struct located_message {
    std::string file;        ///< as the user named it, or the `--set` that brought the value
    std::size_t line = 0;    ///< from 1; 0 when the message concerns the file as a whole
    std::size_t column = 0;  ///< from 1, in characters
    std::string message;     ///< "what is wrong; what was found; what is near"

    bool operator==(const located_message&) const = default;
};

/// @brief `file:line:column: message`, without what is not known.
/// @param m any message
/// @return one line
/// @complexity{O(length)}; thread-safe
/// @test tests/io/parse_error.cpp "a message shows the place that is known"
[[nodiscard]] std::string to_string(const located_message& m);

/// @brief Everything wrong with a file, all at once.
class parse_error : public std::runtime_error {
public:
    /// @brief From the messages; `what()` has one line for each, up to a hundred.
    /// @param messages sorted by place
    explicit parse_error(std::vector<located_message> messages)
        : std::runtime_error(join(messages)),
          messages_(std::move(messages)) {}

    /// @brief The list behind the text.
    /// @return the messages, as given
    [[nodiscard]] const std::vector<located_message>& messages() const noexcept {
        return messages_;
    }

private:
    static std::string join(const std::vector<located_message>& messages);

    std::vector<located_message> messages_;
};

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

namespace negotiation {

inline std::string to_string(const located_message& m) {
    std::string text = m.file;
    if (m.line > 0) {
        text += ":" + std::to_string(m.line) + ":" + std::to_string(m.column);
    }
    return text + ": " + m.message;
}

inline std::string parse_error::join(const std::vector<located_message>& messages) {
    constexpr std::size_t most = 100;
    std::string text;
    for (std::size_t k = 0; k < messages.size() && k < most; ++k) {
        text += (k == 0 ? "" : "\n") + to_string(messages[k]);
    }
    if (messages.size() > most) {
        text += "\nand " + std::to_string(messages.size() - most) + " more";
    }
    return text;
}

}  // namespace negotiation
