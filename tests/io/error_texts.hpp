#pragma once

#include <string>
#include <vector>

#include <io/scenario_text.hpp>
#include <support/gallery.hpp>

#include <negotiation/io/read_scenario.hpp>

/// What reading texts that are wrong says, for the galleries of errors.
namespace negotiation::tests {

inline exhibit reading(const char* title, const std::string& text,
                       const std::vector<std::string>& overrides = {}) {
    return saying(title, [&] { static_cast<void>(io::parse_scenario(text, "x.toml", overrides)); });
}

/// The small text with a piece replaced.
inline exhibit changing(const char* title, const char* from, const char* to) {
    return reading(title, with(small_text, from, to));
}

/// The small text with lines after it.
inline exhibit adding(const char* title, const std::string& lines) {
    return reading(title, small_text + "\n" + lines);
}

/// The small text with a quantity, to be finished by some lines; its machines are counted.
inline exhibit reporting(const char* title, const std::string& lines) {
    return reading(title, with(small_text, "unit = \"$\"", "unit = \"machines\"") +
                              "[[reported]]\nname = \"r\"\nkind = \"breakout\"\nenrichment = "
                              "\"colour\"\n" +
                              lines);
}

/// That something is wrong with each, and that the part of the gallery says the same.
inline void check_errors(const std::string& part, const std::vector<std::vector<exhibit>>& groups) {
    std::vector<exhibit> all;
    for (const auto& group : groups) {
        all.insert(all.end(), group.begin(), group.end());
    }
    for (const exhibit& e : all) {
        CAPTURE(e.title);
        CHECK(e.text != "(nothing is wrong)");
    }
    check_gallery(part, all);
}

}  // namespace negotiation::tests
