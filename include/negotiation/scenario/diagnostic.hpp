#pragma once

/// @file
/// What is wrong with a scenario, said so that its author can mend it.

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace negotiation {

/// @brief One thing wrong: where in the scenario, and what was found against what is meant.
struct diagnostic {
    std::string path;     ///< in the path grammar: `party["United States"].weights.enrichment`
    std::string message;  ///< "what is wrong; what was found; what is near"
    bool operator==(const diagnostic&) const = default;
};

/// @brief Everything wrong with a scenario, all at once.
class scenario_error : public std::invalid_argument {
public:
    /// @brief From the diagnostics; `what()` has one line for each.
    /// @param diagnostics what is wrong, at least one
    explicit scenario_error(std::vector<diagnostic> diagnostics)
        : std::invalid_argument(join(diagnostics)),
          diagnostics_(std::move(diagnostics)) {}

    /// @brief The list behind the text.
    /// @return the diagnostics, as given
    [[nodiscard]] const std::vector<diagnostic>& diagnostics() const noexcept {
        return diagnostics_;
    }

private:
    static std::string join(const std::vector<diagnostic>& list) {
        std::string text;
        for (const diagnostic& d : list) {
            text += (text.empty() ? "" : "\n") + d.path + ": " + d.message;
        }
        return text;
    }

    std::vector<diagnostic> diagnostics_;
};

}  // namespace negotiation
