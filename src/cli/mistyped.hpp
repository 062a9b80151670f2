#pragma once

/// What was typed and cannot be understood, and what was meant.

#include <string>

namespace CLI {
class App;
}

namespace negotiation::cli {

/// Words that nothing took.
/// @throws std::invalid_argument there are some, or there is no verb; with the nearest that exists
void refuse_extras(const CLI::App& app);

/// What CLI11 says, "--scope: 1 required NAME missing" and the like, in our words.
[[nodiscard]] std::string reworded(const std::string& said);

}  // namespace negotiation::cli
