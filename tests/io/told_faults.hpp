#pragma once

#include <string>
#include <vector>

#include <negotiation/io/read_scenario.hpp>

/// What reading a text complains about.
namespace negotiation::tests {

/// The messages about a text, or none.
inline std::vector<located_message> messages(const std::string& text,
                                             const std::vector<std::string>& overrides = {}) {
    try {
        static_cast<void>(io::parse_scenario(text, "x.toml", overrides));
    } catch (const parse_error& wrong) {
        return wrong.messages();
    }
    return {};
}

/// The same as text, a line each.
inline std::string said(const std::string& text, const std::vector<std::string>& overrides = {}) {
    std::string lines;
    for (const located_message& m : messages(text, overrides)) {
        lines += to_string(m) + "\n";
    }
    return lines;
}

}  // namespace negotiation::tests
