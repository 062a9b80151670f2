#pragma once

/// @file
/// A name that does not exist, and the one that was probably meant.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace negotiation {

/// @brief Letters to insert, delete, replace or swap with their neighbour to get from one word to
/// the other; upper and lower case count as the same letter (ASCII).
/// @param a one word
/// @param b another
/// @return the least number of edits; each byte counts as a letter
/// @complexity{O(|a| |b|)}; thread-safe
/// @test tests/model/nearest.cpp "a swap of neighbours is one edit"
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// @brief The known name that a wrong one was probably meant to be: few edits away, or beginning
/// with it.
/// @param word  the wrong name
/// @param known the right ones
/// @return nothing when none is near; the first of several as near
/// @complexity{O(names * |word| * longest name), names and words of at most 64 bytes}; thread-safe
/// @test tests/model/nearest.cpp "a far word has no nearest name"
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view word,
                                                      const std::vector<std::string>& known);

/// @brief The end of a message about an unknown name: `did you mean 'boulware'? known: boulware,
/// conceder`; the question is left out when nothing is near, a long list is cut.
/// @param word  the wrong name
/// @param known the right ones
/// @return text to follow "; "
/// @complexity{that of `nearest_name`}; thread-safe
/// @test tests/model/nearest.cpp "the text names the nearest and lists the known"
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& known);

/// @brief A name as a message quotes it: control characters and bytes that are not UTF-8 escaped,
/// cut where it is longer than a name should be.
/// @param name    any bytes
/// @param longest bytes after which it is cut
/// @return UTF-8; ends in an ellipsis when cut
/// @complexity{O(longest)}; thread-safe
/// @test tests/model/nearest.cpp "long names and control characters are shown harmlessly"
[[nodiscard]] std::string shown(std::string_view name, std::size_t longest = 60);

}  // namespace negotiation

// ------------------------------------------------------------------------------------------------

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/core.h>

namespace negotiation {

namespace detail {

/// The names of a list of named things, as `nearest` takes them.
template <class Range>
std::vector<std::string> names_of(const Range& range) {
    std::vector<std::string> names;
    for (const auto& entry : range) {
        names.push_back(entry.name);
    }
    return names;
}

inline char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of the well-formed UTF-8 character at the front of a text (Unicode 15, table 3-7).
/// @return 0 when there is none
inline std::size_t utf8_length(std::string_view text) {
    const auto byte = [&](std::size_t k) {
        return k < text.size() ? static_cast<unsigned char>(text[k])
                               : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        return text.empty() ? 0 : 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool beyond = lead == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

inline bool begins_with(std::string_view text, std::string_view front) {
    return text.size() >= front.size() &&
           std::equal(front.begin(), front.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace detail

inline std::size_t edit_distance(std::string_view a, std::string_view b) {
    // Three rows of the table of optimal alignments (Damerau-Levenshtein without overlaps).
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    const auto same = [&](std::size_t i, std::size_t j) {
        return detail::lower(a[i]) == detail::lower(b[j]);
    };
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(before, above);
        std::swap(above, row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = above[j - 1] + (same(i - 1, j - 1) ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && same(i - 1, j - 2) && same(i - 2, j - 1)) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
    }
    return row[b.size()];
}

inline std::optional<std::string> nearest_name(std::string_view word,
                                               const std::vector<std::string>& known) {
    constexpr std::size_t longest = 64;  // nobody mistypes a longer name; the table stays small
    if (word.empty() || word.size() > longest) {
        return std::nullopt;
    }
    const std::string* best = nullptr;
    std::size_t best_distance = std::numeric_limits<std::size_t>::max();
    for (const std::string& name : known) {
        if (name.size() > longest) {
            continue;
        }
        const std::size_t allowed =
            std::max<std::size_t>(1, std::max(word.size(), name.size()) / 3);
        const bool front =
            word.size() >= 3 && (detail::begins_with(name, word) ||
                                 (name.size() >= 3 && detail::begins_with(word, name)));
        const std::size_t longer = std::max(word.size(), name.size());
        const std::size_t shorter = std::min(word.size(), name.size());
        if (!front && longer - shorter > allowed) {
            continue;  // so many letters more are as many edits at least
        }
        std::size_t distance = edit_distance(word, name);
        if (front) {
            distance = std::min<std::size_t>(distance, 1);
        }
        if (distance <= allowed && distance < best_distance && distance < word.size()) {
            best = &name;
            best_distance = distance;
        }
    }
    return best == nullptr ? std::nullopt : std::optional<std::string>(*best);
}

inline std::string shown(std::string_view name, std::size_t longest) {
    std::string text;
    for (std::size_t k = 0; k < name.size();) {
        if (k >= longest) {
            return text + "…";
        }
        const std::size_t bytes = detail::utf8_length(name.substr(k));
        const auto byte = static_cast<unsigned char>(name[k]);
        if (bytes == 0 || byte < 0x20 || byte == 0x7F) {
            text += fmt::format("\\x{:02x}", static_cast<unsigned>(byte));
            ++k;
        } else {
            text += name.substr(k, bytes);
            k += bytes;
        }
    }
    return text;
}

inline std::string nearest(std::string_view word, const std::vector<std::string>& known) {
    constexpr std::size_t most = 20;
    std::string text;
    if (const auto near = nearest_name(word, known)) {
        text = "did you mean '" + shown(*near) + "'? ";
    }
    text += known.empty() ? "none is known" : "known: ";
    for (std::size_t k = 0; k < known.size() && k < most; ++k) {
        text += (k == 0 ? "" : ", ") + shown(known[k]);
    }
    if (known.size() > most) {
        text += fmt::format(", … ({} in all)", known.size());
    }
    return text;
}

}  // namespace negotiation
