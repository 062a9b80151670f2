#pragma once

/// @file
/// Names and places of what a seated scenario has; why something was not computed.

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <negotiation/deal/engine.hpp>
#include <negotiation/question/seating.hpp>

namespace negotiation::question::detail {

[[nodiscard]] inline std::vector<std::string> party_names(const seating& at) {
    std::vector<std::string> names;
    for (const party* who : at.parties) {
        names.push_back(who->name);
    }
    return names;
}

[[nodiscard]] inline std::size_t place_of(const scenario& world, const std::string& issue_name) {
    const auto found = std::find_if(world.issues.begin(), world.issues.end(),
                                    [&](const issue& k) { return k.name == issue_name; });
    return static_cast<std::size_t>(found - world.issues.begin());
}

[[nodiscard]] inline const option_label& label_at(const scenario& world, const outcome& deal,
                                                  const std::string& issue_name) {
    const std::size_t k = place_of(world, issue_name);
    return world.issues[k].options[deal[k]];
}

/// Adds that something was not computed and why: one sentence for each reason, with everything that
/// it kept from being computed before it.
inline void note_refusal(std::string& sentences, const std::string& what,
                         const std::optional<deal::refusal>& refused) {
    if (!refused) {
        return;
    }
    const std::string because = ": " + refused->reason + ".";
    const std::size_t told = sentences.find(because);
    if (told != std::string::npos) {
        sentences.insert(told, ", " + what);
        return;
    }
    sentences += (sentences.empty() ? "" : " ") + what + because;
    char& first = sentences[sentences.size() - because.size() - what.size()];
    first = first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first;
}

}  // namespace negotiation::question::detail
