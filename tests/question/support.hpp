#pragma once

#include <string>

#include <negotiation/io/read_scenario.hpp>
#include <negotiation/report/text.hpp>
#include <negotiation/scenario/scenario.hpp>

namespace negotiation::tests {

/// The scenario of the back channel as it is shipped.
[[nodiscard]] inline const scenario& backchannel_file() {
    static const scenario world =
        io::read_scenario(NEGOTIATION_SCENARIO_DIR "/backchannel-2025.toml");
    return world;
}

/// Another scenario that is shipped: "bazaar.toml".
[[nodiscard]] inline scenario shipped(const std::string& file) {
    return io::read_scenario(NEGOTIATION_SCENARIO_DIR "/" + file);
}

/// True when the text contains the part; line breaks and indents of the text count as one blank.
[[nodiscard]] inline bool says(const std::string& text, const std::string& part) {
    std::string line;
    for (const char c : text) {
        const bool blank = c == '\n' || c == ' ';
        if (!blank || line.empty() || line.back() != ' ') {
            line += blank ? ' ' : c;
        }
    }
    return line.find(part) != std::string::npos;
}

}  // namespace negotiation::tests
