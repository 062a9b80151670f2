#pragma once

/// Rows of comma-separated values (RFC 4180).

#include <string>
#include <string_view>

namespace negotiation::io {

/// A field, quoted where it has to be.
[[nodiscard]] inline std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

/// A row of fields of any list of texts, with its end.
template <class Fields>
[[nodiscard]] std::string csv_row(const Fields& fields) {
    std::string line;
    bool first = true;
    for (const auto& text : fields) {
        line += first ? "" : ",";
        line += csv_field(text);
        first = false;
    }
    return line + "\r\n";
}

}  // namespace negotiation::io
