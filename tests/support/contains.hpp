#pragma once

#include <string>

namespace negotiation::tests {

/// Whether a text has this part, letter by letter.
[[nodiscard]] inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace negotiation::tests
