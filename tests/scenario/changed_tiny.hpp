#pragma once

#include <functional>
#include <string>

#include <support/tiny_scenario.hpp>

#include <negotiation/scenario/validate.hpp>

/// The tiny scenario with one change, and what is wrong with it then.
namespace negotiation::tests {

/// What validate says after one change to the tiny scenario, as "path: message" lines.
inline std::string after(const std::function<void(scenario&)>& change) {
    scenario world = tiny_scenario();
    change(world);
    std::string text;
    for (const diagnostic& d : validate(world)) {
        text += (text.empty() ? "" : "\n") + d.path + ": " + d.message;
    }
    return text;
}

inline option_label word(const char* text) { return std::string(text); }

}  // namespace negotiation::tests
