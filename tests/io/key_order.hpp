#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace negotiation::tests {

/// True when the keys follow one another in the text, each as a key.
[[nodiscard]] inline bool in_order(const std::string& text, const std::vector<std::string>& keys) {
    std::size_t from = 0;
    for (const std::string& key : keys) {
        const std::size_t at = text.find("\"" + key + "\":", from);
        if (at == std::string::npos) {
            return false;
        }
        from = at + 1;
    }
    return true;
}

}  // namespace negotiation::tests
