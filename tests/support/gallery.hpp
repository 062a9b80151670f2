#pragma once

#include <cstdlib>
#include <exception>
#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

/// The gallery of error messages, tests/golden/errors.txt: what the library can say when something
/// is wrong, kept as text so that a change of wording is seen and read.
///
/// Each test room owns a part of the file, headed `### room`. With NEGOTIATION_UPDATE_GOLDEN set
/// in the environment a test writes its part anew and leaves the others alone.
namespace negotiation::tests {

/// A way to go wrong and what is said about it.
struct exhibit {
    std::string title;
    std::string text;
};

/// What a call throws, as an exhibit.
template <class Call>
exhibit saying(const std::string& title, Call call) {
    try {
        call();
    } catch (const std::exception& wrong) {
        return {title, wrong.what()};
    }
    return {title, "(nothing is wrong)"};
}

namespace detail {

using gallery_parts = std::vector<std::pair<std::string, std::string>>;

inline std::string gallery_file() { return std::string(NEGOTIATION_GOLDEN_DIR) + "/errors.txt"; }

inline gallery_parts read_gallery() {
    gallery_parts parts;
    std::ifstream in(gallery_file());
    for (std::string line; std::getline(in, line);) {
        if (line.compare(0, 4, "### ") == 0) {
            parts.emplace_back(line.substr(4), "");
        } else if (!parts.empty()) {
            parts.back().second += line + "\n";
        }
    }
    return parts;
}

inline void write_gallery(const gallery_parts& parts) {
    std::ofstream out(gallery_file());
    for (const auto& [room, text] : parts) {
        out << "### " << room << "\n" << text;
    }
}

}  // namespace detail

/// Compares the messages of a room with its part of the gallery.
inline void check_gallery(const std::string& room, const std::vector<exhibit>& exhibits) {
    std::ostringstream now;
    for (const exhibit& e : exhibits) {
        now << "\n## " << e.title << "\n" << e.text << "\n";
    }
    now << "\n";
    detail::gallery_parts parts = detail::read_gallery();
    std::string* text = nullptr;
    for (auto& part : parts) {
        text = part.first == room ? &part.second : text;
    }
    if (std::getenv("NEGOTIATION_UPDATE_GOLDEN") != nullptr) {
        if (text == nullptr) {
            parts.emplace_back(room, now.str());
        } else {
            *text = now.str();
        }
        detail::write_gallery(parts);
        return;
    }
    REQUIRE_MESSAGE(text != nullptr, "no part of the gallery is headed '### " << room << "'");
    // Line by line, so that a failure shows the message that changed.
    std::istringstream expected(*text);
    std::istringstream found(now.str());
    std::string heading;
    for (std::string a, b; true;) {
        const bool more_expected = static_cast<bool>(std::getline(expected, a));
        const bool more_found = static_cast<bool>(std::getline(found, b));
        if (!more_expected && !more_found) {
            break;
        }
        heading = b.compare(0, 3, "## ") == 0 ? b : heading;
        INFO(heading);
        REQUIRE(more_expected == more_found);
        REQUIRE(a == b);
    }
}

}  // namespace negotiation::tests
