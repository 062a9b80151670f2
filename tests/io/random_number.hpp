#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include <rapidcheck.h>

/// Random sound scenarios: numbers, chances, texts and names.
namespace negotiation::tests {

/// A number that decimal writing does not favour: a fraction, whole, tiny or large.
inline double any_number() {
    const int form = *rc::gen::inRange(0, 4);
    const auto whole = static_cast<double>(*rc::gen::inRange(-1000, 1001));
    if (form == 0) {
        return whole;
    }
    const double fraction = whole / *rc::gen::inRange(1, 1000);
    return form == 1 ? fraction : form == 2 ? fraction * 1e-9 : fraction * 900;
}

/// In [0, 1].
inline double any_share() { return *rc::gen::inRange(0, 1000001) / 1e6; }

inline bool any_chance() { return *rc::gen::arbitrary<bool>(); }

inline std::string any_text() {
    static const std::vector<std::string> pieces{
        "a", "Z", "0", "_", "-", " ",  ".",  "=",  "\"", "'",  "\\",         "[",    "]",
        "{", "}", "#", ",", "*", "\t", "\n", "\r", "é",  "中", "\U0001F54A", "\x01", "\x7f"};
    std::string text;
    for (const std::size_t k : *rc::gen::container<std::vector<std::size_t>>(
             rc::gen::inRange<std::size_t>(0, pieces.size()))) {
        text += pieces[k];
    }
    return text;
}

/// A name that no other thing of its kind has.
inline std::string any_name(std::set<std::string>& taken) {
    std::string name = any_text();
    while (name.empty() || name == "*" || !taken.insert(name).second) {
        name += "x";
    }
    return name;
}

}  // namespace negotiation::tests
