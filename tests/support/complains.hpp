#pragma once

#include <algorithm>
#include <string>
#include <vector>

namespace negotiation::tests {

/// True when one of the faults says so.
[[nodiscard]] inline bool complains(const std::vector<std::string>& faults, const std::string& of) {
    return std::any_of(faults.begin(), faults.end(), [&](const std::string& fault) {
        return fault.find(of) != std::string::npos;
    });
}

}  // namespace negotiation::tests
