#pragma once

/// @file
/// How a list tells who has to ratify.

#include <cstddef>
#include <string>
#include <vector>

#include <fmt/core.h>

#include <negotiation/ratification/section.hpp>

#include "question/wording.hpp"

namespace negotiation::question::detail {

[[nodiscard]] inline std::string written_rule_text(const ratification::written_rule& rule) {
    switch (rule.kind) {
        case ratification::rule_kind::quota:
            return fmt::format("{} votes in favour", rule.quota);
        case ratification::rule_kind::disapproval:
            return fmt::format("unless {} votes are against", rule.quota);
        case ratification::rule_kind::unanimity:
            return "all of its votes";
        case ratification::rule_kind::leader:
            return "one person";
    }
    return "";
}

/// "US hardliners 53 and Democrats 47".
[[nodiscard]] inline std::string factions_text(const ratification::section& said,
                                               const std::string& chamber) {
    std::vector<std::string> parts;
    for (const ratification::written_faction& f : said.factions) {
        if (f.chamber == chamber) {
            parts.push_back(fmt::format("{} {}", f.name, f.size));
        }
    }
    return joined(parts);
}

[[nodiscard]] inline std::string chamber_text(const ratification::section& said,
                                              const ratification::written_chamber& c) {
    std::string text = fmt::format("{} (of {}): ", c.name, c.party);
    if (c.follows.empty()) {
        text += fmt::format("{}; {}", written_rule_text(c.decides), factions_text(said, c.name));
    } else {
        text += "decides as " + c.follows;
    }
    for (const ratification::alternative& other : c.alternatives) {
        text += fmt::format("; or by {}: {}", other.name, written_rule_text(other.decides));
    }
    if (c.days > 0) {
        text += fmt::format("; {} {} after signature", c.days, c.days == 1 ? "day" : "days");
    }
    return text + ".";
}

/// Every chamber in the file's order.
[[nodiscard]] inline std::vector<std::string> chambers_texts(const ratification::section& said) {
    std::vector<std::string> items;
    for (const ratification::written_chamber& c : said.chambers) {
        items.push_back(chamber_text(said, c));
    }
    return items;
}

}  // namespace negotiation::question::detail
